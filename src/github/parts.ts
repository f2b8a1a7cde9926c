import { z } from 'zod';

/*
 * Pieces of GitHub's answers: what is asked for, in GraphQL, next to the shape that the answer must have. Everything
 * is checked here, at the edge: GitHub may be an older Enterprise Server, and all text was written by others.
 */
export type Part<T> = {
  readonly selection: string;
  readonly schema: z.ZodType<T>;
};

/** One page of a list, as GitHub gives it. Entries that it does not show to the app are left out. */
export type Page<T> = {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type ActorPart = z.infer<typeof actorSchema>;
export type SignaturePart = z.infer<typeof signatureSchema>;
export type LabelPart = z.infer<typeof labelSchema>;
export type CommentPart = z.infer<typeof commentSchema>;

/** A moment, always told in UTC from here on. */
export const time = z.iso
  .datetime({ offset: true })
  .transform((at) => (at.endsWith('Z') ? at : new Date(at).toISOString()));

export const wholeNumber = z.int().nonnegative();

/** Ids of comments and the like grow beyond what a JavaScript number holds; GraphQL gives them as text. */
export const longId = z
  .union([z.string().regex(/^\d{1,20}$/u), wholeNumber, z.bigint()])
  .transform((id) => String(id));

export const pageInfo = 'pageInfo { hasNextPage endCursor }';

export function pageOf<T>(item: z.ZodType<T>): z.ZodType<Page<T>> {
  return z.object({
    nodes: z
      .array(item.nullable())
      .nullable()
      .transform((nodes) => (nodes ?? []).filter((node) => node !== null)),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  });
}

/** For a list that GitHub may leave out altogether. */
export function pageOrNone<T>(item: z.ZodType<T>): z.ZodType<Page<T>> {
  return pageOf(item)
    .nullable()
    .transform((page) => page ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
}

const actorSchema = z
  .object({
    kind: z.string(),
    login: z.string(),
    databaseId: z.int().positive().nullish(),
  })
  .nullable();

/** Whoever wrote something: a person, a bot; null where the account is gone. */
export const actor: Part<ActorPart> = {
  selection: `kind: __typename login
    ... on User { databaseId }
    ... on Bot { databaseId }
    ... on Mannequin { databaseId }
    ... on Organization { databaseId }`,
  schema: actorSchema,
};

/** The same where GitHub allows people only. */
export const user: Part<ActorPart> = { selection: 'kind: __typename login databaseId', schema: actorSchema };

const signatureSchema = z
  .object({ name: z.string().nullable(), email: z.string().nullable(), user: actorSchema })
  .nullable();

/** Name and address in a commit, with the account they belong to, if any. */
export const signature: Part<SignaturePart> = {
  selection: `name email user { ${user.selection} }`,
  schema: signatureSchema,
};

const labelSchema = z.object({ name: z.string() });
export const label: Part<LabelPart> = { selection: 'name', schema: labelSchema };

const commentSchema = z.object({
  fullDatabaseId: longId,
  author: actorSchema,
  body: z.string(),
  createdAt: time,
  url: z.string(),
});

/** A comment on a pull request, an issue, or lines of a change. */
export const comment: Part<CommentPart> = {
  selection: `fullDatabaseId author { ${actor.selection} } body createdAt url`,
  schema: commentSchema,
};
