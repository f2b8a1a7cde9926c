import { z } from 'zod';

/* What is read of GitHub's answers. Everything else in them is left. */

const body = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
const author = z.object({ login: z.string(), type: z.string() }).nullable();
const id = z.number().int().positive();

export const appAnswer = z.object({ slug: z.string().min(1) });

export const repositoryAnswer = z.object({
  id,
  full_name: z.string(),
  default_branch: z.string().min(1),
  archived: z.boolean(),
});

export const commentAnswer = z.object({ id, html_url: z.string(), body, user: author });
export type CommentAnswer = z.infer<typeof commentAnswer>;

export const issueAnswer = z.object({
  id,
  number: id,
  html_url: z.string(),
  title: z.string(),
  body,
  state: z.string(),
  comments: z.number(),
  user: author,
  /** Not in lists. */
  closed_by: author.optional(),
  /** Only where it is a pull request. */
  pull_request: z.unknown().optional(),
});
export type IssueAnswer = z.infer<typeof issueAnswer>;

export const pullAnswer = z.object({
  id,
  number: id,
  html_url: z.string(),
  title: z.string(),
  body,
  state: z.string(),
  merged_at: z.string().nullish(),
  head: z.object({ ref: z.string() }),
  user: author,
});
export type PullAnswer = z.infer<typeof pullAnswer>;

export const refAnswer = z.object({ object: z.object({ sha: z.string().min(1) }) });
export const fileAnswer = z.object({ type: z.literal('file'), content: z.string(), sha: z.string().min(1) });
export const committedAnswer = z.object({ commit: z.object({ sha: z.string().min(1) }) });
