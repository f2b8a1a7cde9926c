import { GraphqlResponseError } from '@octokit/graphql';
import type { z } from 'zod';
import { RetryLater } from '../errors.ts';
import type { Client } from './client.ts';
import { hidesEntriesOnly } from './hidden.ts';
import { asking, expected } from './trouble.ts';

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
