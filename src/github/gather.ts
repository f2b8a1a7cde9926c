import type { Facts } from '../evidence/facts.ts';
import type { SubjectAddress } from '../ports/github.ts';
import { readArrival } from './arrival.ts';
import type { Client, Clients } from './client.ts';
import { completing } from './completion.ts';
import type { Complete } from './completion.ts';
import { changeFacts } from './facts-of-change.ts';
import type { WholeChange, WholeClosedIssue, WholeThread } from './facts-of-change.ts';
import { issueFacts } from './facts-of-issue.ts';
import type { WholeIssue } from './facts-of-issue.ts';
import { byPresentName } from './locate.ts';
import type { Found, FullName } from './locate.ts';
import type { ChangePart, ClosedIssuePart, ThreadPart } from './parts-of-change.ts';
import type { IssuePart } from './parts-of-issue.ts';
import {
  changeQuery,
  issueQuery,
  restOfAssignees,
  restOfClosedIssues,
  restOfClosers,
  restOfComments,
  restOfCommits,
  restOfEvents,
  restOfFiles,
  restOfLabels,
  restOfReviews,
  restOfThread,
  restOfThreads,
} from './queries.ts';
import { query } from './query.ts';

/** Reads a pull request or issue whole: one request, one more for every further page of a list, and one for every
 * branch between a side branch and the default one. Null where it is gone. */
export async function readSubject(clients: Clients, address: SubjectAddress): Promise<Facts | null> {
  const { repository, kind, number } = address;
  const client = clients.installation(repository.installation);
  const what = `reading ${repository.name}#${number}`;
  const read: Read = kind === 'change' ? readChange : readIssue;
  return byPresentName(client, repository, what, (name) => read(client, what, { ...name, number }));
}

type Place = FullName & { readonly number: number };

type Read = (client: Client, what: string, place: Place) => Promise<Found<Facts> | null>;

async function readChange(client: Client, what: string, place: Place) {
  const { repository } = await query(client, what, changeQuery, place);
  if (!repository?.subject) return null;
  const { subject, ...home } = repository;
  const read = async () => {
    const whole = await wholeChange(completing(client, what), subject);
    return changeFacts(home, whole, await readArrival(client, what, { ...place, home, pull: subject }));
  };
  return { id: home.databaseId, read };
}

async function readIssue(client: Client, what: string, place: Place) {
  const { repository } = await query(client, what, issueQuery, place);
  if (!repository?.subject) return null;
  const { subject, ...home } = repository;
  const id = home.databaseId;
  return { id, read: async () => issueFacts(home, await wholeIssue(completing(client, what), subject)) };
}

/** One list after the other: GitHub asks not to be asked many things at once. */
async function wholeChange(complete: Complete, pull: ChangePart): Promise<WholeChange> {
  const { id } = pull;
  return {
    pull,
    assignees: await complete(restOfAssignees, id, pull.assignees),
    labels: await complete(restOfLabels, id, pull.labels),
    files: await complete(restOfFiles, id, pull.files),
    commits: await complete(restOfCommits, id, pull.commits),
    reviews: await complete(restOfReviews, id, pull.reviews),
    threads: await wholeThreads(complete, await complete(restOfThreads, id, pull.reviewThreads)),
    comments: await complete(restOfComments, id, pull.comments),
    closes: await wholeClosedIssues(
      complete,
      await complete(restOfClosedIssues, id, pull.closingIssuesReferences),
    ),
  };
}

async function wholeIssue(complete: Complete, issue: IssuePart): Promise<WholeIssue> {
  const { id } = issue;
  return {
    issue,
    assignees: await complete(restOfAssignees, id, issue.assignees),
    labels: await complete(restOfLabels, id, issue.labels),
    comments: await complete(restOfComments, id, issue.comments),
    events: await complete(restOfEvents, id, issue.timelineItems),
    closers: await complete(restOfClosers, id, issue.closedByPullRequestsReferences),
  };
}

async function wholeThreads(
  complete: Complete,
  threads: readonly ThreadPart[],
): Promise<readonly WholeThread[]> {
  const whole: WholeThread[] = [];
  for (const thread of threads)
    whole.push({ thread, comments: await complete(restOfThread, thread.id, thread.comments) });
  return whole;
}

async function wholeClosedIssues(
  complete: Complete,
  issues: readonly ClosedIssuePart[],
): Promise<readonly WholeClosedIssue[]> {
  const whole: WholeClosedIssue[] = [];
  for (const issue of issues)
    whole.push({ issue, labels: await complete(restOfLabels, issue.id, issue.labels) });
  return whole;
}
