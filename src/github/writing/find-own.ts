import { z } from 'zod';
import type { KnownPosting } from '../../ports/github.ts';
import { carriesMarker } from '../../report/marker.ts';
import { commentAnswer, issueAnswer, pullAnswer } from './answers.ts';
import type { CommentAnswer, IssueAnswer, PullAnswer } from './answers.ts';
import { readAll, readFor } from './ask.ts';
import { isOurs } from './pen.ts';
import type { Author, Pen } from './pen.ts';

/*
 * Texts of ours, found by who wrote them and by their marker. Lists are read, never the search: that lags behind and
 * has its own, small budget. A list that is not there is empty: writing then says why.
 */

/** The comment as we know it, else the oldest with the marker; null where neither is there. */
export async function findComment(
  pen: Pen,
  number: number,
  key: string,
  known: KnownPosting | null,
): Promise<CommentAnswer | null> {
  return (known && (await knownComment(pen, known))) ?? withKey(await ownComments(pen, number), key);
}

/** The issue as we know it, else the oldest with the marker; null where neither is there. */
export async function findIssue(
  pen: Pen,
  key: string,
  known: KnownPosting | null,
): Promise<IssueAnswer | null> {
  return (known && (await knownIssue(pen, known))) ?? (await markedIssue(pen, key));
}

/** All comments of ours on one issue or pull request, oldest first. */
export async function ownComments(pen: Pen, number: number): Promise<readonly CommentAnswer[]> {
  const all = await readAll(pen.client, `reading the comments of ${nameOf(pen)}#${number}`, {
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { ...pen.place, issue_number: number },
    schema: z.array(commentAnswer),
  });
  return onlyOurs(pen, all);
}

/** The oldest issue of ours with the marker, open or closed. */
export async function markedIssue(pen: Pen, key: string): Promise<IssueAnswer | null> {
  const creator = await pen.login();
  const all = await readAll(pen.client, `reading the issues of ${nameOf(pen)}`, {
    route: 'GET /repos/{owner}/{repo}/issues',
    parameters: { ...pen.place, creator, state: 'all', sort: 'created', direction: 'asc' },
    schema: z.array(issueAnswer),
  });
  const issues = all.filter((one) => one.pull_request === undefined);
  return withKey(await onlyOurs(pen, issues), key);
}

/** All pull requests of ours from one branch, newest first. */
export async function ownPulls(pen: Pen, branch: string): Promise<readonly PullAnswer[]> {
  const all = await readAll(pen.client, `reading the pull requests of ${nameOf(pen)}`, {
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { ...pen.place, head: `${pen.place.owner}:${branch}`, state: 'all' },
    schema: z.array(pullAnswer),
  });
  const pulls = all.filter(({ head }) => head.ref === branch);
  return (await onlyOurs(pen, pulls)).toSorted((one, other) => other.number - one.number);
}

export function withKey<Text extends { readonly id: number; readonly body: string }>(
  texts: readonly Text[],
  key: string,
): Text | null {
  const found = texts.filter(({ body }) => carriesMarker(body, key));
  return found.toSorted((one, other) => one.id - other.id)[0] ?? null;
}

export function nameOf({ place }: Pen): string {
  return `${place.owner}/${place.repo}`;
}

async function knownComment(pen: Pen, known: KnownPosting): Promise<CommentAnswer | null> {
  const comment = await readFor(`reading a comment on ${nameOf(pen)}#${known.number}`, commentAnswer, () =>
    pen.client.rest.issues.getComment({ ...pen.place, comment_id: known.githubId }),
  );
  return comment && ours(pen, comment);
}

/** An issue that was moved to another repository answers under its old number, too: that is no longer ours to write. */
async function knownIssue(pen: Pen, known: KnownPosting): Promise<IssueAnswer | null> {
  const issue = await readFor(`reading ${nameOf(pen)}#${known.number}`, issueAnswer, () =>
    pen.client.rest.issues.get({ ...pen.place, issue_number: known.number }),
  );
  if (issue === null) return null;
  const stayed = issue.id === known.githubId && issue.number === known.number;
  return stayed ? ours(pen, issue) : null;
}

async function ours<Text extends { readonly user: Author }>(pen: Pen, text: Text): Promise<Text | null> {
  return (await isOurs(pen, text.user)) ? text : null;
}

async function onlyOurs<Text extends { readonly user: Author }>(
  pen: Pen,
  texts: readonly Text[],
): Promise<readonly Text[]> {
  const kept = await Promise.all(texts.map((text) => ours(pen, text)));
  return kept.filter((text) => text !== null);
}
