import { GraphqlResponseError } from '@octokit/graphql';
import type { z } from 'zod';
import { GiveUp, RetryLater } from '../errors.ts';
import type { Client } from './client.ts';
import { hidesEntriesOnly } from './hidden.ts';
import { asking } from './trouble.ts';

const pauseMilliseconds = 30_000;

/** A GraphQL document and the shape of what it answers. */
export type Query<T> = {
  readonly text: string;
  readonly schema: z.ZodType<T>;
};

/**
 * Asks one GraphQL query, once.
 * @throws what `asking` throws, and GiveUp where the answer is not of the expected shape.
 */
export async function query<T>(
  client: Client,
  what: string,
  { text, schema }: Query<T>,
  variables: Readonly<Record<string, string | number | null>>,
): Promise<T> {
  const answer = await asking(what, () =>
    client.graphql<unknown>(text, { ...variables }).catch(withoutHidden),
  );
  // A limit may come with status 200 and neither data nor errors.
  if (answer === undefined || answer === null)
    throw new RetryLater(new Date(Date.now() + pauseMilliseconds), `GitHub gave no answer (${what}).`);
  return expected(what, schema, answer);
}

function withoutHidden(error: unknown): unknown {
  if (error instanceof GraphqlResponseError && hidesEntriesOnly(error)) return error.data;
  throw error;
}

/** What GitHub answered, checked. The reason names places in the answer, never its text. */
export function expected<T>(what: string, schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const places = result.error.issues.slice(0, 3).map(({ path }) => path.map(String).join('.'));
  throw new GiveUp(
    `GitHub’s answer is not of the kind that Groundwork understands (${what}; at ${places.join(', ') || 'the top'}). ` +
      'Is it an Enterprise Server that is too old? If not, this is a mistake in Groundwork: please report it.',
    { cause: result.error },
  );
}
