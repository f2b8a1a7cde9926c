import type { Person } from './identity.ts';
import { plain } from './naming.ts';

export type FoundPerson =
  | { readonly kind: 'found'; readonly person: Person }
  /** Several fit: most commits first, programs last. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Person[] }
  /** Nobody fits: the nearest by spelling, at most five. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Person[] };

/** How far two words are apart; 0 is equal. */
export type Distance = (one: string, other: string) => number;

type Test = (person: Person, wanted: string) => boolean;

/** From the surest to the weakest way of meaning somebody; the first that fits anybody decides. */
const WAYS: readonly Test[] = [
  (person, wanted) => person.addresses.includes(wanted),
  (person, wanted) => plain(person.label) === wanted,
  (person, wanted) => person.names.some((name) => plain(name) === wanted),
  (person, wanted) => person.logins.some((login) => login === wanted.replace(/^@/, '')),
  (person, wanted) => [...person.names, ...person.addresses].some((text) => plain(text).includes(wanted)),
];

const NEAREST = 5;
const LONGEST_COMPARED = 100;

/**
 * Who is meant by an address, a name, `Name <address>`, a login (with or without @) or a part of one.
 * `people` come in the directory's order. `distance` orders the nearest names; commands pass an edit distance.
 */
export function findPerson(people: readonly Person[], query: string, distance: Distance): FoundPerson {
  const wanted = plain(/<([^<>]{1,300})>\s*$/.exec(query)?.[1] ?? query);
  if (wanted !== '') {
    for (const fits of WAYS) {
      const candidates = people.filter((person) => fits(person, wanted));
      if (candidates.length === 1) return { kind: 'found', person: candidates[0]! };
      if (candidates.length > 1) return { kind: 'ambiguous', candidates };
    }
  }
  return { kind: 'unknown', nearest: nearest(people, wanted, distance) };
}

function nearest(people: readonly Person[], wanted: string, distance: Distance): readonly Person[] {
  const measured = people.map((person) => ({ person, apart: apart(person, wanted, distance) }));
  return measured
    .toSorted((one, other) => one.apart - other.apart)
    .slice(0, NEAREST)
    .map(({ person }) => person);
}

/** The shortest way from what was asked to a name, a word of it, a login or an address before its `@`. */
function apart(person: Person, wanted: string, distance: Distance): number {
  const names = person.names.map(plain);
  const words = names.flatMap((name) => name.split(' '));
  const mails = person.addresses.map((address) => address.slice(0, Math.max(0, address.lastIndexOf('@'))));
  const forms = [...new Set([...names, ...words, ...mails, ...person.logins])].filter((form) => form !== '');
  return forms.reduce(
    (least, form) => Math.min(least, distance(cut(form), cut(wanted))),
    Number.POSITIVE_INFINITY,
  );
}

function cut(text: string): string {
  return text.slice(0, LONGEST_COMPARED);
}
