import { z } from 'zod';
import { actor, comment, label, pageInfo, pageOf, pageOrNone, time, user, wholeNumber } from './parts.ts';
import type { Part } from './parts.ts';

export type LinkedChangePart = z.infer<typeof linkedChangeSchema>;
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
});

/** A pull request that mentions or closes an issue. */
export const linkedChange: Part<LinkedChangePart> = {
  selection: `number title url createdAt mergedAt author { ${actor.selection} }
    repository { databaseId nameWithOwner }`,
  schema: linkedChangeSchema,
};

const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ClosedEvent'), actor: actor.schema }),
  z.object({
    kind: z.literal('CrossReferencedEvent'),
    willCloseTarget: z.boolean(),
    source: z.discriminatedUnion('kind', [
      linkedChangeSchema.extend({ kind: z.literal('PullRequest') }),
      z.object({ kind: z.literal('Issue') }),
    ]),
  }),
]);

/** Who closed the issue, and which pull requests mention it. */
export const event: Part<EventPart> = {
  selection: `kind: __typename
    ... on ClosedEvent { actor { ${actor.selection} } }
    ... on CrossReferencedEvent {
      willCloseTarget
      source { kind: __typename ... on PullRequest { ${linkedChange.selection} } }
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
  author: actor.schema,
  assignees: pageOf(user.schema),
  labels: pageOrNone(label.schema),
  comments: pageOf(comment.schema),
  timelineItems: pageOf(event.schema),
  closedByPullRequestsReferences: pageOrNone(linkedChange.schema),
});

/** One issue. */
export const issue: Part<IssuePart> = {
  selection: `id number url title body createdAt closedAt
    author { ${actor.selection} }
    assignees(first: 20) { nodes { ${user.selection} } ${pageInfo} }
    labels(first: 50) { nodes { ${label.selection} } ${pageInfo} }
    comments(first: 100) { nodes { ${comment.selection} } ${pageInfo} }
    timelineItems(first: 100, itemTypes: [CLOSED_EVENT, CROSS_REFERENCED_EVENT]) {
      nodes { ${event.selection} } ${pageInfo}
    }
    closedByPullRequestsReferences(first: 50, includeClosedPrs: true) {
      nodes { ${linkedChange.selection} } ${pageInfo}
    }`,
  schema: issueSchema,
};
