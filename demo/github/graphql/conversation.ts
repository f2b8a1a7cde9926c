import { threadPage } from '../shapes/links.ts';
import { nodeId } from '../shapes/node-id.ts';
import type { Comment, Pull, Repository, Review, ReviewThread } from '../state.ts';
import { connection, pageArguments } from './connection.ts';
import type { Asked, Fields } from './field.ts';
import { repositoryThing } from './seen.ts';
import { actorThing, pullThing, subjectThing } from './thing.ts';
import type { ThingOf } from './thing.ts';
import { Unbuilt } from './trouble.ts';

export const issueCommentFields: Fields<'IssueComment'> = {
  id: ({ comment }) => nodeId('CommentOnIssue', comment.id),
  databaseId: ({ comment }) => comment.id,
  fullDatabaseId: ({ comment }) => String(comment.id),
  url: ({ repository, subject, comment }, { base }) =>
    `${threadPage(base, repository, subject)}#issuecomment-${comment.id}`,
  author: ({ comment }, { state }) => actorThing(state, comment.author),
  body: ({ comment }) => comment.body,
  bodyText: ({ comment }) => comment.body,
  createdAt: ({ comment }) => comment.createdAt,
  publishedAt: ({ comment }) => comment.createdAt,
  updatedAt: ({ comment }) => comment.updatedAt,
  lastEditedAt: ({ comment }) => editedAt(comment),
  isMinimized: () => false,
  minimizedReason: () => null,
  repository: ({ repository }) => repositoryThing(repository),
  issue: issueOfComment,
  pullRequest: ({ repository, subject }) =>
    subject.kind === 'pull' ? subjectThing(repository, subject) : null,
};

export const reviewFields: Fields<'PullRequestReview'> = {
  id: ({ review }) => nodeId('Review', review.id),
  databaseId: ({ review }) => review.id,
  fullDatabaseId: ({ review }) => String(review.id),
  url: ({ repository, pull, review }, { base }) =>
    `${threadPage(base, repository, pull)}#pullrequestreview-${review.id}`,
  author: ({ review }, { state }) => actorThing(state, review.author),
  state: ({ review }) => review.state,
  body: ({ review }) => review.body,
  bodyText: ({ review }) => review.body,
  createdAt: ({ review }) => review.at,
  updatedAt: ({ review }) => review.at,
  submittedAt: ({ review }) => review.at,
  publishedAt: ({ review }) => review.at,
  isMinimized: () => false,
  repository: ({ repository }) => repositoryThing(repository),
  pullRequest: ({ repository, pull }) => pullThing(repository, pull),
  comments: { takes: pageArguments, answer: commentsOfReview },
};

export const reviewThreadFields: Fields<'PullRequestReviewThread'> = {
  id: ({ thread }) => nodeId('ReviewThread', thread.id),
  path: ({ thread }) => thread.path,
  // The line is gone from the diff once it changed.
  line: ({ thread }) => (thread.outdated ? null : thread.line),
  originalLine: ({ thread }) => thread.line,
  startLine: () => null,
  diffSide: () => 'RIGHT',
  subjectType: () => 'LINE',
  isResolved: ({ thread }) => thread.resolved,
  isOutdated: ({ thread }) => thread.outdated,
  isCollapsed: ({ thread }) => thread.resolved,
  resolvedBy: ({ thread }, { state }) => actorThing(state, thread.resolvedBy),
  repository: ({ repository }) => repositoryThing(repository),
  pullRequest: ({ repository, pull }) => pullThing(repository, pull),
  comments: { takes: pageArguments, answer: commentsOfThread },
};

export const reviewCommentFields: Fields<'PullRequestReviewComment'> = {
  id: ({ comment }) => nodeId('ReviewComment', comment.id),
  databaseId: ({ comment }) => comment.id,
  fullDatabaseId: ({ comment }) => String(comment.id),
  url: ({ repository, pull, comment }, { base }) =>
    `${threadPage(base, repository, pull)}#discussion_r${comment.id}`,
  author: ({ comment }, { state }) => actorThing(state, comment.author),
  body: ({ comment }) => comment.body,
  bodyText: ({ comment }) => comment.body,
  createdAt: ({ comment }) => comment.createdAt,
  publishedAt: ({ comment }) => comment.createdAt,
  updatedAt: ({ comment }) => comment.updatedAt,
  lastEditedAt: ({ comment }) => editedAt(comment),
  path: ({ thread }) => thread.path,
  line: ({ thread }) => (thread.outdated ? null : thread.line),
  originalLine: ({ thread }) => thread.line,
  outdated: ({ thread }) => thread.outdated,
  state: () => 'SUBMITTED',
  subjectType: () => 'LINE',
  isMinimized: () => false,
  repository: ({ repository }) => repositoryThing(repository),
  pullRequest: ({ repository, pull }) => pullThing(repository, pull),
  pullRequestReview: reviewOfComment,
  replyTo: firstOfThread,
};

export function reviewThing(
  repository: Repository,
  pull: Pull,
  review: Review,
): ThingOf<'PullRequestReview'> {
  return { is: 'PullRequestReview', repository, pull, review };
}

export function threadThing(
  repository: Repository,
  pull: Pull,
  thread: ReviewThread,
): ThingOf<'PullRequestReviewThread'> {
  return { is: 'PullRequestReviewThread', repository, pull, thread };
}

/** GitHub answers with an issue for a pull request too, which is one thing here and not two. */
function issueOfComment({ repository, subject }: ThingOf<'IssueComment'>): unknown {
  if (subject.kind === 'issue') return subjectThing(repository, subject);
  throw new Unbuilt('The local GitHub does not answer IssueComment.issue for a comment on a pull request');
}

function commentsOfReview({ repository, pull, review }: ThingOf<'PullRequestReview'>, asked: Asked): unknown {
  const all = pull.reviewThreads.flatMap((thread) =>
    thread.comments.filter((comment) => comment.review === review.id).map((comment) => ({ thread, comment })),
  );
  return connection(asked, all, (one) => ({ is: 'PullRequestReviewComment', repository, pull, ...one }));
}

function commentsOfThread(
  { repository, pull, thread }: ThingOf<'PullRequestReviewThread'>,
  asked: Asked,
): unknown {
  return connection(asked, thread.comments, (comment) => ({
    is: 'PullRequestReviewComment',
    repository,
    pull,
    thread,
    comment,
  }));
}

function reviewOfComment({ repository, pull, comment }: ThingOf<'PullRequestReviewComment'>): unknown {
  const review = pull.reviews.find(({ id }) => id === comment.review);
  return review === undefined ? null : reviewThing(repository, pull, review);
}

/** Every answer in a conversation answers its first comment. */
function firstOfThread(reply: ThingOf<'PullRequestReviewComment'>): unknown {
  const [first] = reply.thread.comments;
  return first === undefined || first === reply.comment ? null : { ...reply, comment: first };
}

function editedAt({ createdAt, updatedAt }: Comment): string | null {
  return updatedAt === createdAt ? null : updatedAt;
}
