import type { z } from 'zod';
import { RetryLater } from '../errors.ts';
import type { Client } from './client.ts';
import { asking, expected } from './trouble.ts';

export type Listing<T> = {
  /** `GET /app/installations`. */
  readonly route: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** Of the whole answer to one page. */
  readonly schema: z.ZodType<readonly T[]>;
};

const pauseMilliseconds = 30_000;

/**
 * The pages of a REST list, each asked for when it is wanted. Of GitHub's link to the next page only the place in the
 * list is taken, so that no answer can send a token to another host.
 */
export async function* pagesOf<T>(
  client: Client,
  what: string,
  { route, parameters, schema }: Listing<T>,
): AsyncGenerator<readonly T[]> {
  const seen = new Set<string>();
  for (let place: Place | null = {}; place !== null;) {
    const asked = { ...parameters, per_page: 100, ...place };
    const { data, headers } = await asking(what, () => client.request(route, asked));
    yield expected(what, schema, data);
    place = nextPlace(headers.link);
    if (place !== null && seen.has(JSON.stringify(place))) throw goesInCircles(what);
    seen.add(JSON.stringify(place));
  }
}

/** All entries of a REST list. */
export async function allOf<T>(client: Client, what: string, listing: Listing<T>): Promise<readonly T[]> {
  return (await Array.fromAsync(pagesOf(client, what, listing))).flat();
}

/** Where the next page begins: a number, or a mark that GitHub made. */
type Place = { readonly page?: string; readonly cursor?: string };

function nextPlace(link: string | undefined): Place | null {
  const [, address = ''] = /<([^<>]*)>;\s*rel="next"/u.exec(link ?? '') ?? [];
  const { searchParams } = URL.parse(address, 'http://nowhere') ?? {};
  const [page, cursor] = [searchParams?.get('page'), searchParams?.get('cursor')];
  if (cursor) return { cursor };
  return page ? { page } : null;
}

function goesInCircles(what: string): RetryLater {
  const when = new Date(Date.now() + pauseMilliseconds);
  return new RetryLater(when, `GitHub gave the same page of a list twice (${what}); it is read again.`);
}
