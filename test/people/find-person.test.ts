import { describe, expect, test } from '@jest/globals';
import { distance } from 'fastest-levenshtein';
import { findPerson } from '../../src/people/find-person.ts';
import { groupPeople } from '../../src/people/identity.ts';
import type { Sighting } from '../../src/people/identity.ts';

function sighting(name: string, address: string, commits: number): Sighting {
  const at = '2024-01-01T00:00:00Z';
  return { name, address, written: null, source: 'commit', commits, firstAt: at, lastAt: at };
}

const people = groupPeople([
  sighting('Ada Lovelace', 'ada@example.org', 40),
  sighting('Ada Lovelace', '7+countess@users.noreply.github.com', 2),
  sighting('Grace Hopper', 'grace@example.org', 30),
  sighting('Zoë Müller', 'zm@example.org', 5),
  sighting('Alex', 'alex@a.example', 3),
  sighting('Alex', 'alex@b.example', 9),
  sighting('grace-bot[bot]', 'machine@example.org', 900),
]);

describe('a person is found by', () => {
  test.each([
    ['an address', 'ada@example.org', 'Ada Lovelace'],
    ['an address in another case', 'ADA@Example.ORG', 'Ada Lovelace'],
    ['another address of theirs', '7+countess@users.noreply.github.com', 'Ada Lovelace'],
    ['a name', 'grace hopper', 'Grace Hopper'],
    ['a name without its accents', 'zoe muller', 'Zoë Müller'],
    ['a name with an address', 'Whoever <grace@example.org>', 'Grace Hopper'],
    ['a login', 'countess', 'Ada Lovelace'],
    ['a login with its sign', '@countess', 'Ada Lovelace'],
    ['a part that only one has', 'lovel', 'Ada Lovelace'],
  ])('%s', (_, query, label) => {
    expect(findPerson(people, query, distance)).toMatchObject({ kind: 'found', person: { label } });
  });
});

describe('several fit', () => {
  test.each([
    ['a name that two have, most commits first', 'Alex', ['alex@b.example', 'alex@a.example']],
    ['a part, programs last', 'grace', ['grace@example.org', 'machine@example.org']],
  ])('%s', (_, query, addresses) => {
    const answer = findPerson(people, query, distance);
    expect(answer.kind === 'ambiguous' && answer.candidates.map((person) => person.addresses[0])).toEqual(
      addresses,
    );
  });
});

describe('nobody fits', () => {
  test.each([
    ['a slip of the keys', 'Ada Lovelase', 'Ada Lovelace'],
    ['a slip in one word', 'hoper', 'Grace Hopper'],
    ['a slip in a login', 'contess', 'Ada Lovelace'],
  ])('%s names the nearest first', (_, query, label) => {
    const answer = findPerson(people, query, distance);
    expect(answer.kind === 'unknown' && answer.nearest[0]?.label).toBe(label);
  });

  test.each([[''], ['  '], ['(((((['], ['x'.repeat(100_000)]])(
    '%p is nobody, and at most five are named',
    (query) => {
      const answer = findPerson(people, query, distance);
      expect(answer.kind === 'unknown' && answer.nearest.length).toBe(5);
    },
  );

  test('an empty history names nobody', () => {
    expect(findPerson([], 'ada', distance)).toEqual({ kind: 'unknown', nearest: [] });
  });
});
