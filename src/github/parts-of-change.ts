import { z } from 'zod';
import {
  actor,
  comment,
  label,
  longId,
  pageInfo,
  pageOf,
  pageOrNone,
  signature,
  time,
  user,
  wholeNumber,
} from './parts.ts';
import type { Part } from './parts.ts';

export type FilePart = z.infer<typeof fileSchema>;
export type CommitPart = z.infer<typeof commitSchema>;
export type ReviewPart = z.infer<typeof reviewSchema>;
export type ThreadPart = z.infer<typeof threadSchema>;
export type ClosedIssuePart = z.infer<typeof closedIssueSchema>;
export type ChangePart = z.infer<typeof changeSchema>;

const fileSchema = z.object({ path: z.string(), additions: wholeNumber, deletions: wholeNumber });
export const file: Part<FilePart> = { selection: 'path additions deletions', schema: fileSchema };

const commitSchema = z.object({
  commit: z.object({
    oid: z.string(),
    message: z.string(),
    committedDate: time,
    author: signature.schema,
    authors: pageOf(signature.schema),
  }),
});

/** The headline of a commit is cut short by GitHub, so the message is asked for. */
export const commit: Part<CommitPart> = {
  selection: `commit { oid message committedDate author { ${signature.selection} }
    authors(first: 10) { nodes { ${signature.selection} } ${pageInfo} } }`,
  schema: commitSchema,
};

const reviewSchema = z.object({
  fullDatabaseId: longId,
  author: actor.schema,
  state: z.string(),
  body: z.string(),
  createdAt: time,
  submittedAt: time.nullable(),
  url: z.string(),
});
export const review: Part<ReviewPart> = {
  selection: `fullDatabaseId author { ${actor.selection} } state body createdAt submittedAt url`,
  schema: reviewSchema,
};

const threadSchema = z.object({
  id: z.string(),
  path: z.string(),
  isResolved: z.boolean(),
  isOutdated: z.boolean(),
  resolvedBy: user.schema,
  comments: pageOf(comment.schema),
});
export const thread: Part<ThreadPart> = {
  selection: `id path isResolved isOutdated resolvedBy { ${user.selection} }
    comments(first: 50) { nodes { ${comment.selection} } ${pageInfo} }`,
  schema: threadSchema,
};

const closedIssueSchema = z.object({
  id: z.string(),
  number: wholeNumber,
  title: z.string(),
  url: z.string(),
  author: actor.schema,
  repository: z.object({ databaseId: wholeNumber }),
  labels: pageOrNone(label.schema),
});
export const closedIssue: Part<ClosedIssuePart> = {
  selection: `id number title url author { ${actor.selection} } repository { databaseId }
    labels(first: 20) { nodes { ${label.selection} } ${pageInfo} }`,
  schema: closedIssueSchema,
};

const changeSchema = z.object({
  id: z.string(),
  number: wholeNumber,
  url: z.string(),
  title: z.string(),
  body: z.string(),
  createdAt: time,
  mergedAt: time.nullable(),
  baseRefName: z.string(),
  headRefName: z.string(),
  isCrossRepository: z.boolean(),
  changedFiles: wholeNumber,
  mergeCommit: z
    .object({ oid: z.string(), message: z.string(), authors: pageOf(signature.schema) })
    .nullable(),
  author: actor.schema,
  mergedBy: actor.schema,
  assignees: pageOf(user.schema),
  labels: pageOrNone(label.schema),
  files: pageOrNone(file.schema),
  commits: pageOf(commit.schema),
  reviews: pageOrNone(review.schema),
  reviewThreads: pageOf(thread.schema),
  comments: pageOf(comment.schema),
  closingIssuesReferences: pageOrNone(closedIssue.schema),
});

/** One pull request. The sizes of the pages keep the whole query at one point of GitHub's budget. */
export const change: Part<ChangePart> = {
  selection: `id number url title body createdAt mergedAt baseRefName headRefName isCrossRepository changedFiles
    mergeCommit { oid message authors(first: 20) { nodes { ${signature.selection} } ${pageInfo} } }
    author { ${actor.selection} }
    mergedBy { ${actor.selection} }
    assignees(first: 20) { nodes { ${user.selection} } ${pageInfo} }
    labels(first: 50) { nodes { ${label.selection} } ${pageInfo} }
    files(first: 100) { nodes { ${file.selection} } ${pageInfo} }
    commits(first: 50) { nodes { ${commit.selection} } ${pageInfo} }
    reviews(first: 100) { nodes { ${review.selection} } ${pageInfo} }
    reviewThreads(first: 50) { nodes { ${thread.selection} } ${pageInfo} }
    comments(first: 100) { nodes { ${comment.selection} } ${pageInfo} }
    closingIssuesReferences(first: 20) { nodes { ${closedIssue.selection} } ${pageInfo} }`,
  schema: changeSchema,
};
