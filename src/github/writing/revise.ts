import type { Ensured, KnownPosting } from '../../ports/github.ts';
import { contentHash, isAsPosted, keepTicks, postedHash, withMarker } from '../../report/marker.ts';

/** What is to be done with a text that stands on GitHub. */
export type Revision =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'left alone' }
  | { readonly outcome: 'edited'; readonly body: string };

/** A text as it should be; `known` as in the port. */
export type Wanted = {
  readonly body: string;
  readonly key: string;
  readonly known: Pick<KnownPosting, 'contentHash'> | null;
};

/**
 * A text that says what it should needs no edit, one that a person changed gets none. That shows in the text itself,
 * so it does not matter whether we remember the last edit. Ticks stay as people set them.
 */
export function revise(standing: string, { body, key, known }: Wanted): Revision {
  const hash = contentHash(standing);
  if (hash === contentHash(body)) return { outcome: 'unchanged' };
  if (!isAsPosted(standing) && hash !== known?.contentHash) return { outcome: 'left alone' };
  return { outcome: 'edited', body: withMarker(keepTicks(standing, body), key) };
}

/** One outcome for a text of several parts. An edit by a person in any part counts for all. */
export function joinOutcomes(outcomes: readonly Ensured['outcome'][]): Ensured['outcome'] {
  if (outcomes.includes('left alone')) return 'left alone';
  return outcomes.every((one) => one === 'unchanged') ? 'unchanged' : 'edited';
}

/** What to remember of a text that was left alone: what we last posted, never what a person made of it. */
export function hashToKeep(standing: string, known: Wanted['known']): string {
  return known?.contentHash ?? postedHash(standing) ?? contentHash(standing);
}
