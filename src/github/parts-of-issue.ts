import { z } from 'zod';
import {
  actor,
  comment,
  label,
  pageInfo,
  pageOf,
  pageOrNone,
  signature,
  time,
  user,
  wholeNumber,
} from './parts.ts';
import type { Part } from './parts.ts';

export type LinkedChangePart = z.infer<typeof linkedChangeSchema>;
export type MentioningIssuePart = z.infer<typeof mentioningIssueSchema>;
export type EventPart = z.infer<typeof eventSchema>;
export type IssuePart = z.infer<typeof issueSchema>;

const linkedChangeSchema = z.object({
  number: wholeNumber,
  title: z.string(),
  url: z.string(),
  createdAt: time,
  mergedAt: time.nullable(),
  author: actor.schema,
  repository: z.object({ databaseId: wholeNumber, nameWithOwner: z.string() }),
  assignees: pageOf(user.schema),
  labels: pageOrNone(label.schema),
  commits: pageOf(z.object({ commit: z.object({ message: z.string(), author: signature.schema }) })),
  mergeCommit: z.object({ message: z.string() }).nullable(),
});

/** A pull request that mentions or closes an issue. Of its lists the first page tells enough. */
export const linkedChange: Part<LinkedChangePart> = {
  selection: `number title url createdAt mergedAt author { ${actor.selection} }
    repository { databaseId nameWithOwner }
    assignees(first: 10) { nodes { ${user.selection} } ${pageInfo} }
    labels(first: 20) { nodes { ${label.selection} } ${pageInfo} }
    commits(first: 50) { nodes { commit { message author { ${signature.selection} } } } ${pageInfo} }
    mergeCommit { message }`,
  schema: linkedChangeSchema,
};

/** In GitHub's words: `NOT_PLANNED`. */
const stateReason = z.string().nullable();
/** Without being asked to, GitHub calls a duplicate something else. */
const askedReason = 'stateReason(enableDuplicate: true)';

const closedEventSchema = z.object({ kind: z.literal('ClosedEvent'), actor: actor.schema });

const closingSchema = z.object({
  actor: actor.schema,
  closer: z.object({ kind: z.string(), author: actor.schema.optional() }).nullable(),
});

const mentioningIssueSchema = z.object({
  number: wholeNumber,
  title: z.string(),
  body: z.string(),
  url: z.string(),
  createdAt: time,
  closedAt: time.nullable(),
  stateReason,
  author: actor.schema,
  repository: z.object({ databaseId: wholeNumber }),
  assignees: pageOf(user.schema),
  labels: pageOrNone(label.schema),
  closings: pageOf(closingSchema),
});

/** An issue that mentions another, with whoever closed it last and whose change did. */
const mentioningIssue: Part<MentioningIssuePart> = {
  selection: `number title body url createdAt closedAt ${askedReason} author { ${actor.selection} }
    repository { databaseId }
    assignees(first: 10) { nodes { ${user.selection} } ${pageInfo} }
    labels(first: 20) { nodes { ${label.selection} } ${pageInfo} }
    closings: timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {
      nodes {
        ... on ClosedEvent {
          actor { ${actor.selection} }
          closer { kind: __typename ... on PullRequest { author { ${actor.selection} } } }
        }
      }
      ${pageInfo}
    }`,
  schema: mentioningIssueSchema,
};

const eventSchema = z.discriminatedUnion('kind', [
  closedEventSchema,
  z.object({
    kind: z.literal('CrossReferencedEvent'),
    willCloseTarget: z.boolean(),
    source: z.discriminatedUnion('kind', [
      linkedChangeSchema.extend({ kind: z.literal('PullRequest') }),
      mentioningIssueSchema.extend({ kind: z.literal('Issue') }),
    ]),
  }),
]);

/** Who closed the issue, and which pull requests and issues mention it. */
export const event: Part<EventPart> = {
  selection: `kind: __typename
    ... on ClosedEvent { actor { ${actor.selection} } }
    ... on CrossReferencedEvent {
      willCloseTarget
      source {
        kind: __typename
        ... on PullRequest { ${linkedChange.selection} }
        ... on Issue { ${mentioningIssue.selection} }
      }
    }`,
  schema: eventSchema,
};

const issueSchema = z.object({
  id: z.string(),
  number: wholeNumber,
  url: z.string(),
  title: z.string(),
  body: z.string(),
  createdAt: time,
  closedAt: time.nullable(),
  stateReason,
  author: actor.schema,
  assignees: pageOf(user.schema),
  labels: pageOrNone(label.schema),
  comments: pageOf(comment.schema),
  timelineItems: pageOf(event.schema),
  closedByPullRequestsReferences: pageOrNone(linkedChange.schema),
});

/** One issue. The sizes of the pages keep the whole query at one point of GitHub's budget: each mention has lists of its own. */
export const issue: Part<IssuePart> = {
  selection: `id number url title body createdAt closedAt ${askedReason}
    author { ${actor.selection} }
    assignees(first: 20) { nodes { ${user.selection} } ${pageInfo} }
    labels(first: 50) { nodes { ${label.selection} } ${pageInfo} }
    comments(first: 100) { nodes { ${comment.selection} } ${pageInfo} }
    timelineItems(first: 18, itemTypes: [CLOSED_EVENT, CROSS_REFERENCED_EVENT]) {
      nodes { ${event.selection} } ${pageInfo}
    }
    closedByPullRequestsReferences(first: 10, includeClosedPrs: true) {
      nodes { ${linkedChange.selection} } ${pageInfo}
    }`,
  schema: issueSchema,
};
