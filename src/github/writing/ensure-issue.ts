import type { Ensured, IssueText } from '../../ports/github.ts';
import { contentHash, withMarker } from '../../report/marker.ts';
import { issueAnswer } from './answers.ts';
import type { CommentAnswer, IssueAnswer } from './answers.ts';
import { askFor, askOf, readFor, readOf } from './ask.ts';
import { createComment, editComment } from './ensure-comment.ts';
import { findIssue, markedIssue, nameOf, ownComments, withKey } from './find-own.ts';
import { isOurs } from './pen.ts';
import type { Pen } from './pen.ts';
import { hashToKeep, joinOutcomes, revise } from './revise.ts';
import type { Revision } from './revise.ts';

/** One part of the text: the issue itself first, then the comments below it. `standing` is null where it is missing. */
type Part = {
  readonly key: string;
  readonly body: string;
  readonly standing: IssueAnswer | CommentAnswer | null;
  readonly revision: Revision | { readonly outcome: 'created' };
};

const noLongerNeeded = '_The text above has become shorter; nothing of it stands here any more._';

export async function ensureIssue(pen: Pen, text: IssueText): Promise<Ensured> {
  const found = await findIssue(pen, text.key, text.known);
  if (found !== null) return reviseIssue(pen, text, found);
  const made = await createIssue(pen, text);
  const oldest = (await markedIssue(pen, text.key)) ?? made;
  if (oldest.id !== made.id) {
    await withdraw(pen, made, oldest);
    return reviseIssue(pen, text, oldest);
  }
  return { ...(await reviseIssue(pen, text, made)), outcome: 'created' };
}

/** Whoever may not be assigned is left out: GitHub would refuse the issue. */
async function createIssue(pen: Pen, text: IssueText): Promise<IssueAnswer> {
  await pen.repository();
  const assignees = await assignable(pen, text.assignees);
  pen.takeBudget();
  const what = `opening an issue in ${nameOf(pen)}, where issues may be switched off`;
  return readOf(what, issueAnswer, () =>
    pen.client.rest.issues.create({
      ...pen.place,
      title: text.title,
      body: withMarker(text.body, text.key),
      labels: [...text.labels],
      assignees: [...assignees],
    }),
  );
}

async function assignable(pen: Pen, logins: readonly string[]): Promise<readonly string[]> {
  const { client, place } = pen;
  const answers = await Promise.all(
    logins.map((assignee) =>
      askFor(`reading who can be assigned in ${nameOf(pen)}`, () =>
        client.rest.issues.checkUserCanBeAssigned({ ...place, assignee }),
      ),
    ),
  );
  return logins.filter((_, index) => answers[index] !== null);
}

/** All parts or none: an edit by a person in one of them leaves all as they are. */
async function reviseIssue(pen: Pen, text: IssueText, issue: IssueAnswer): Promise<Ensured> {
  const [first, ...below] = await partsOf(pen, text, issue);
  const changes = { ...(await changesOf(pen, text, issue)), ...bodyOf(first) };
  const outcome = joinOutcomes([
    ...[first, ...below].map(({ revision }) => revision.outcome),
    ...Object.keys(changes).map(() => 'edited' as const),
  ]);
  if (outcome === 'left alone')
    return { ...whereItIs(issue), outcome, contentHash: hashToKeep(issue.body, text.known) };
  if (Object.keys(changes).length > 0) await editIssue(pen, issue, changes);
  for (const part of below) await writePart(pen, issue.number, part);
  const whole = [text.body, ...text.continuations].join('\n\n');
  return { ...whereItIs(issue), outcome, contentHash: contentHash(whole) };
}

type Changes = { readonly title?: string; readonly body?: string; readonly state?: 'open' };

/** What we closed ourselves is needed again; what people closed stays closed. */
async function changesOf(pen: Pen, { title }: IssueText, issue: IssueAnswer): Promise<Changes> {
  const reopened = issue.state === 'closed' && (await isOurs(pen, issue.closed_by ?? null));
  return { ...(issue.title === title ? {} : { title }), ...(reopened ? { state: 'open' as const } : {}) };
}

function bodyOf({ revision }: Part): Changes {
  return revision.outcome === 'edited' ? { body: revision.body } : {};
}

function whereItIs({ id, number, html_url: url }: IssueAnswer): Pick<Ensured, 'githubId' | 'number' | 'url'> {
  return { githubId: id, number, url };
}

async function partsOf(pen: Pen, text: IssueText, issue: IssueAnswer): Promise<readonly [Part, ...Part[]]> {
  const comments = issue.comments === 0 ? [] : await ownComments(pen, issue.number);
  const below = text.continuations.map((body, index) => partBelow(text.key, index, body, comments));
  return [
    { key: text.key, body: text.body, standing: issue, revision: revise(issue.body, text) },
    ...below,
    ...surplus(text, comments),
  ];
}

function partBelow(key: string, index: number, body: string, comments: readonly CommentAnswer[]): Part {
  const own = `${key}#${index + 2}`;
  const standing = withKey(comments, own);
  const wanted = { key: own, body, known: null };
  return {
    key: own,
    body,
    standing,
    revision: standing ? revise(standing.body, wanted) : { outcome: 'created' },
  };
}

/** Comments of an earlier, longer text. They are emptied, not deleted: people may have answered below them. */
function surplus(text: IssueText, comments: readonly CommentAnswer[]): readonly Part[] {
  const parts: Part[] = [];
  if (text.firstPartOnly === true) return parts;
  for (let index = text.continuations.length; ; index += 1) {
    const part = partBelow(text.key, index, noLongerNeeded, comments);
    if (part.standing === null) return parts;
    parts.push(part);
  }
}

async function editIssue(pen: Pen, issue: IssueAnswer, changes: Changes): Promise<void> {
  await pen.repository();
  await askOf(`editing ${issue.html_url}`, () =>
    pen.client.rest.issues.update({ ...pen.place, issue_number: issue.number, ...changes }),
  );
}

async function writePart(pen: Pen, number: number, { key, body, standing, revision }: Part): Promise<void> {
  if (revision.outcome === 'created') await createComment(pen, number, withMarker(body, key));
  if (revision.outcome === 'edited' && standing !== null) await editComment(pen, standing, revision.body);
}

/** GitHub has no way to delete an issue: the later of two is closed and says where the text is. */
async function withdraw(pen: Pen, made: IssueAnswer, oldest: IssueAnswer): Promise<void> {
  await askOf(`closing ${made.html_url}`, () =>
    pen.client.rest.issues.update({
      ...pen.place,
      issue_number: made.number,
      body: `This was opened twice at the same moment. The text is in #${oldest.number}.`,
      state: 'closed',
      state_reason: 'not_planned',
    }),
  );
}

/** Nothing happens where it is gone, closed already, or somebody else's. */
export async function closeIssue(pen: Pen, number: number): Promise<void> {
  const { client, place } = pen;
  const at = { ...place, issue_number: number };
  const issue = await readFor(`reading ${nameOf(pen)}#${number}`, issueAnswer, () =>
    client.rest.issues.get(at),
  );
  if (issue === null || issue.state === 'closed' || !(await isOurs(pen, issue.user))) return;
  await pen.repository();
  await askOf(`closing ${issue.html_url}`, () => client.rest.issues.update({ ...at, state: 'closed' }));
}
