import type { z } from 'zod';
import { GiveUp } from '../../errors.ts';
import type { Client } from '../client.ts';
import { allOf } from '../pages.ts';
import type { Listing } from '../pages.ts';
import { asking, expected, isMissing } from '../trouble.ts';

/** A request for something that need not be there; null where it is not. @throws RetryLater, GiveUp */
export async function askFor<T>(what: string, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await asking(what, ask);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** A request about something that must be there. @throws RetryLater, GiveUp */
export async function askOf<T>(what: string, ask: () => Promise<T>): Promise<T> {
  const answer = await askFor(what, async () => ({ value: await ask() }));
  if (answer === null) throw new GiveUp(`GitHub does not have it, or does not show it (${what}).`);
  return answer.value;
}

type Answered = { readonly data: unknown };

/** As `askFor`, with what is read of the answer. */
export async function readFor<T>(
  what: string,
  schema: z.ZodType<T>,
  ask: () => Promise<Answered>,
): Promise<T | null> {
  const answer = await askFor(what, ask);
  return answer && expected(what, schema, answer.data);
}

/** As `askOf`, with what is read of the answer. */
export async function readOf<T>(
  what: string,
  schema: z.ZodType<T>,
  ask: () => Promise<Answered>,
): Promise<T> {
  return expected(what, schema, (await askOf(what, ask)).data);
}

/** All entries of a list; none where the list is not there. @throws RetryLater, GiveUp */
export async function readAll<T>(client: Client, what: string, listing: Listing<T>): Promise<readonly T[]> {
  return (await askFor(what, () => allOf(client, what, listing))) ?? [];
}
