import { threadPage } from '../shapes/links.ts';
import { nodeId } from '../shapes/node-id.ts';
import type { ChangedFile } from '../state.ts';
import { closedByPulls, closingIssues } from './closing.ts';
import { commitOfPull, mergeCommit } from './commits.ts';
import { connection, pageArguments } from './connection.ts';
import { reviewThing, threadThing } from './conversation.ts';
import type { Asked, Field, Fields } from './field.ts';
import { texts } from './given.ts';
import { repositoryThing } from './seen.ts';
import { actorThing, pullThing } from './thing.ts';
import type { ThingOf } from './thing.ts';
import { timelineItems } from './timeline.ts';

type Either = ThingOf<'Issue' | 'PullRequest'>;
type OfPull = ThingOf<'PullRequest'>;

const CHANGE_TYPE: Readonly<Record<ChangedFile['status'], string>> = {
  added: 'ADDED',
  modified: 'MODIFIED',
  removed: 'DELETED',
  renamed: 'RENAMED',
};

/** What issues and pull requests have in common. */
const shared: Record<string, Field<'Issue' | 'PullRequest'> | Field<'Issue' | 'PullRequest'>['answer']> = {
  number: ({ subject }) => subject.number,
  title: ({ subject }) => subject.title,
  body: ({ subject }) => subject.body,
  bodyText: ({ subject }) => subject.body,
  url: ({ repository, subject }, { base }) => threadPage(base, repository, subject),
  repository: ({ repository }) => repositoryThing(repository),
  author: ({ subject }, { state }) => actorThing(state, subject.author),
  createdAt: ({ subject }) => subject.createdAt,
  editor: ({ subject }, { state }) => (subject.editor === null ? null : actorThing(state, subject.editor)),
  lastEditedAt: ({ subject }) => subject.editedAt,
  publishedAt: ({ subject }) => subject.createdAt,
  updatedAt: ({ subject }) => subject.updatedAt,
  closed: ({ subject }) => subject.state === 'closed',
  closedAt: ({ subject }) => subject.closedAt,
  locked: () => false,
  viewerDidAuthor: ({ subject }, { caller }) => caller.kind === 'user' && caller.name === subject.author,
  labels: { takes: pageArguments, answer: labels },
  assignees: { takes: pageArguments, answer: assignees },
  comments: { takes: pageArguments, answer: comments },
  timelineItems: { takes: [...pageArguments, 'itemTypes', 'since'], answer: timelineItems },
};

export const issueFields: Fields<'Issue'> = {
  ...shared,
  id: ({ subject }) => nodeId('Issue', subject.id),
  databaseId: ({ subject }) => subject.id,
  fullDatabaseId: ({ subject }) => String(subject.id),
  state: ({ subject }) => subject.state.toUpperCase(),
  stateReason: {
    takes: ['enableDuplicate'],
    answer: reasonOf,
  },
  closedByPullRequestsReferences: { takes: [...pageArguments, 'includeClosedPrs'], answer: closedByPulls },
};

export const pullRequestFields: Fields<'PullRequest'> = {
  ...shared,
  id: ({ subject }) => nodeId('PullRequest', subject.id),
  databaseId: ({ subject }) => subject.id,
  fullDatabaseId: ({ subject }) => String(subject.id),
  state: ({ subject }) => (subject.mergedAt === null ? subject.state.toUpperCase() : 'MERGED'),
  isDraft: ({ subject }) => subject.draft,
  merged: ({ subject }) => subject.mergedAt !== null,
  mergedAt: ({ subject }) => subject.mergedAt,
  mergedBy: ({ subject }, { state }) => actorThing(state, subject.mergedBy),
  mergeCommit: ({ repository, subject }) => mergeCommit(repository, subject),
  baseRefName: ({ subject }) => subject.base,
  baseRefOid: ({ subject }) => subject.baseSha,
  baseRepository: ({ repository }) => repositoryThing(repository),
  headRefName: ({ subject }) => subject.head,
  headRefOid: ({ subject }) => subject.headSha,
  headRepository: ({ repository }) => repositoryThing(repository),
  isCrossRepository: () => false,
  additions: ({ subject }) => subject.files.reduce((sum, file) => sum + file.additions, 0),
  deletions: ({ subject }) => subject.files.reduce((sum, file) => sum + file.deletions, 0),
  changedFiles: ({ subject }) => subject.files.length,
  files: { takes: pageArguments, answer: files },
  commits: { takes: pageArguments, answer: commits },
  reviews: { takes: [...pageArguments, 'states', 'author'], answer: reviews },
  reviewThreads: { takes: pageArguments, answer: reviewThreads },
  reviewRequests: { takes: pageArguments, answer: reviewRequests },
  closingIssuesReferences: { takes: pageArguments, answer: closingIssues },
};

export const changedFileFields: Fields<'PullRequestChangedFile'> = {
  path: ({ file }) => file.path,
  additions: ({ file }) => file.additions,
  deletions: ({ file }) => file.deletions,
  changeType: ({ file }) => CHANGE_TYPE[file.status],
};

export const reviewRequestFields: Fields<'ReviewRequest'> = {
  id: ({ pull, login }) => `RR_kw${pull.id}_${login}`,
  pullRequest: ({ repository, pull }) => pullThing(repository, pull),
  asCodeOwner: () => false,
  requestedReviewer: ({ login }, { state }) => actorThing(state, login),
};

/** Only whoever asks for duplicates is told of them. */
function reasonOf({ subject: { stateReason } }: ThingOf<'Issue'>, { given }: Asked): string | null {
  if (stateReason === 'duplicate' && given['enableDuplicate'] !== true) return 'NOT_PLANNED';
  return stateReason?.toUpperCase() ?? null;
}

function labels({ repository, subject }: Either, asked: Asked): unknown {
  const all = subject.labels.flatMap((name) => repository.labels.get(name) ?? []);
  return connection(asked, all, (label) => ({ is: 'Label', repository, label }));
}

function assignees({ subject }: Either, asked: Asked): unknown {
  const all = subject.assignees.filter((name) => asked.state.users.has(name));
  return connection(asked, all, (name) => actorThing(asked.state, name));
}

function comments({ repository, subject }: Either, asked: Asked): unknown {
  return connection(asked, subject.comments, (comment) => ({
    is: 'IssueComment',
    repository,
    subject,
    comment,
  }));
}

function files({ subject }: OfPull, asked: Asked): unknown {
  return connection(asked, subject.files, (file) => ({ is: 'PullRequestChangedFile', file }));
}

function commits({ repository, subject }: OfPull, asked: Asked): unknown {
  return connection(asked, subject.commits, (commit) => commitOfPull(repository, subject, commit));
}

function reviews({ repository, subject }: OfPull, asked: Asked): unknown {
  const states = texts(asked.given['states']);
  const author = asked.given['author'];
  const all = subject.reviews
    .filter((review) => states === null || states.includes(review.state))
    .filter((review) => typeof author !== 'string' || asked.state.users.get(review.author)?.login === author);
  return connection(asked, all, (review) => reviewThing(repository, subject, review));
}

function reviewThreads({ repository, subject }: OfPull, asked: Asked): unknown {
  return connection(asked, subject.reviewThreads, (thread) => threadThing(repository, subject, thread));
}

function reviewRequests({ repository, subject: pull }: OfPull, asked: Asked): unknown {
  return connection(asked, pull.requestedReviewers, (login) => ({
    is: 'ReviewRequest',
    repository,
    pull,
    login,
  }));
}
