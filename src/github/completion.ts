import { RetryLater } from '../errors.ts';
import type { Client } from './client.ts';
import type { Page } from './parts.ts';
import type { Rest } from './queries.ts';
import { query } from './query.ts';
import { isMissing } from './trouble.ts';

/** Reads what the first page of a list left out: all entries, in order. Nothing is asked where the page was whole. */
export type Complete = <T>(rest: Rest<T>, id: string, first: Page<T>) => Promise<readonly T[]>;

const pauseMilliseconds = 30_000;

export function completing(client: Client, what: string): Complete {
  return async (rest, id, first) => {
    let page = first;
    const all = [...page.nodes];
    while (page.pageInfo.hasNextPage) {
      page = await nextPage(client, what, rest, id, page.pageInfo.endCursor);
      all.push(...page.nodes);
    }
    return all;
  };
}

async function nextPage<T>(
  client: Client,
  what: string,
  rest: Rest<T>,
  id: string,
  after: string | null,
): Promise<Page<T>> {
  const answer = after === null ? null : await whileThere(() => query(client, what, rest, { id, after }));
  const page = answer?.node?.page ?? null;
  // A page that ends where it began would be asked for without end.
  if (page === null || (page.pageInfo.hasNextPage && page.pageInfo.endCursor === after)) throw moved(what);
  return page;
}

/** What was there a moment ago and is gone now: the whole is read again. */
async function whileThere<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** For a list that changed between two of its pages. */
export function moved(what: string): RetryLater {
  return new RetryLater(
    new Date(Date.now() + pauseMilliseconds),
    `It changed while it was read (${what}); it is read again.`,
  );
}
