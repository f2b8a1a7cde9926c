import { z } from 'zod';
import { comment, label, pageInfo, pageOf, user, wholeNumber } from './parts.ts';
import type { Page, Part } from './parts.ts';
import { change, closedIssue, commit, file, review, thread } from './parts-of-change.ts';
import type { ChangePart } from './parts-of-change.ts';
import { event, issue, linkedChange } from './parts-of-issue.ts';
import type { IssuePart } from './parts-of-issue.ts';
import type { Query } from './query.ts';

export type HomePart = z.infer<typeof homeSchema>;

/** The further pages of one list of one thing, by the id of the thing and the place where the last page ended. */
export type Rest<T> = Query<{ readonly node: { readonly page: Page<T> } | null }>;

const homeSchema = z.object({
  databaseId: wholeNumber,
  nameWithOwner: z.string(),
  isPrivate: z.boolean(),
  defaultBranchRef: z.object({ name: z.string() }).nullable(),
  attributes: z.object({ text: z.string().nullish() }).nullable(),
});

const home = `databaseId nameWithOwner isPrivate defaultBranchRef { name }
  attributes: object(expression: "HEAD:.gitattributes") { ... on Blob { text } }`;

/** One pull request with its repository. */
export const changeQuery: Query<{
  readonly repository: (HomePart & { readonly subject: ChangePart | null }) | null;
}> = {
  text: `query Change($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      ${home}
      subject: pullRequest(number: $number) { ${change.selection} }
    }
  }`,
  schema: z.object({
    repository: homeSchema.extend({ subject: change.schema.nullable() }).nullable(),
  }),
};

/** One issue with its repository. */
export const issueQuery: Query<{
  readonly repository: (HomePart & { readonly subject: IssuePart | null }) | null;
}> = {
  text: `query Issue($owner: String!, $name: String!, $number: Int!) {
    repository(owner: $owner, name: $name) {
      ${home}
      subject: issue(number: $number) { ${issue.selection} }
    }
  }`,
  schema: z.object({
    repository: homeSchema.extend({ subject: issue.schema.nullable() }).nullable(),
  }),
};

export const restOfLabels = rest('Labels', on('Labelable', 'labels(first: 100, after: $after)', label));
export const restOfAssignees = rest(
  'Assignees',
  on('Assignable', 'assignees(first: 100, after: $after)', user),
);
export const restOfFiles = rest('Files', on('PullRequest', 'files(first: 100, after: $after)', file));
export const restOfCommits = rest('Commits', on('PullRequest', 'commits(first: 100, after: $after)', commit));
export const restOfReviews = rest('Reviews', on('PullRequest', 'reviews(first: 100, after: $after)', review));
export const restOfThreads = rest(
  'Threads',
  on('PullRequest', 'reviewThreads(first: 50, after: $after)', thread),
);
export const restOfThread = rest(
  'Thread',
  on('PullRequestReviewThread', 'comments(first: 100, after: $after)', comment),
);
export const restOfComments = rest(
  'Comments',
  on('PullRequest', 'comments(first: 100, after: $after)', comment),
  on('Issue', 'comments(first: 100, after: $after)', comment),
);
export const restOfClosedIssues = rest(
  'ClosedIssues',
  on('PullRequest', 'closingIssuesReferences(first: 50, after: $after)', closedIssue),
);
export const restOfEvents = rest(
  'Events',
  on(
    'Issue',
    'timelineItems(first: 24, after: $after, itemTypes: [CLOSED_EVENT, CROSS_REFERENCED_EVENT])',
    event,
  ),
);
export const restOfClosers = rest(
  'Closers',
  on(
    'Issue',
    'closedByPullRequestsReferences(first: 45, after: $after, includeClosedPrs: true)',
    linkedChange,
  ),
);

type On<T> = { readonly type: string; readonly list: string; readonly part: Part<T> };

function on<T>(type: string, list: string, part: Part<T>): On<T> {
  return { type, list, part };
}

export function rest<T>(name: string, first: On<T>, ...others: readonly On<T>[]): Rest<T> {
  const lists = [first, ...others].map(
    ({ type, list, part }) => `... on ${type} { page: ${list} { nodes { ${part.selection} } ${pageInfo} } }`,
  );
  return {
    text: `query RestOf${name}($id: ID!, $after: String!) { node(id: $id) { ${lists.join(' ')} } }`,
    schema: z.object({ node: z.object({ page: pageOf(first.part.schema) }).nullable() }),
  };
}
