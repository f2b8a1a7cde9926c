import type { Person } from './identity.ts';

export type FoundPerson =
  | { readonly kind: 'found'; readonly person: Person }
  /** Several fit: most commits first, programs last. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Person[] }
  /** Nobody fits: the nearest by spelling, at most five. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Person[] };

/** How far two words are apart; 0 is equal. */
export type Distance = (one: string, other: string) => number;

/**
 * Who is meant by an address, a name, `Name <address>`, a login (with or without @) or a part of one.
 * `distance` orders the nearest names; commands pass an edit distance.
 */
export function findPerson(people: readonly Person[], query: string, distance: Distance): FoundPerson {
  throw new Error(`not written yet: ${people.length} ${query} ${distance('', '')}`);
}
