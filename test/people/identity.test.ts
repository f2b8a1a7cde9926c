import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actorLookup, groupPeople } from '../../src/people/identity.ts';
import type { Sighting } from '../../src/people/identity.ts';

type Short = readonly [name: string, address: string, more?: Partial<Sighting>];

function sighting([name, address, more]: Short, index = 0): Sighting {
  const day = `2024-01-${String((index % 27) + 1).padStart(2, '0')}T00:00:00Z`;
  return { name, address, written: null, source: 'commit', commits: 1, firstAt: day, lastAt: day, ...more };
}

function groups(...short: readonly Short[]): readonly (readonly string[])[] {
  const people = groupPeople(short.map(sighting));
  return people.map(({ sightings }) => sightings.map(({ name, address }) => `${name} <${address}>`));
}

const times = (commits: number): Partial<Sighting> => ({ commits });

describe('one person', () => {
  test.each<readonly [string, readonly Short[]]>([
    [
      'one address, whatever its case',
      [
        ['Ada', 'ada@example.org'],
        ['ada l', 'Ada@Example.org'],
      ],
    ],
    [
      'one full name at two addresses',
      [
        ['Ada Lovelace', 'ada@work.example'],
        ['ada  LOVELACE', 'al@home.example'],
      ],
    ],
    [
      'one name with and without its accents',
      [
        ['Zoë Müller', 'z@a.example'],
        ['Zoe Muller', 'z@b.example'],
      ],
    ],
    [
      'a hidden address with and without its number',
      [
        ['octo', 'octo@users.noreply.github.com'],
        ['Octo Cat', '583231+octo@users.noreply.github.com'],
      ],
    ],
    [
      'a renamed login that kept its number',
      [
        ['octo', '583231+octo@users.noreply.github.com'],
        ['cat', '583231+cat@users.noreply.github.com'],
      ],
    ],
    [
      'through a third sighting',
      [
        ['Ada Lovelace', 'ada@a.example'],
        ['ada', 'ada@b.example'],
        ['Ada Lovelace', 'ada@b.example'],
      ],
    ],
    [
      'a full name at a shared address',
      [
        ['Ada Lovelace', 'root@localhost'],
        ['Ada Lovelace', 'ada@a.example'],
      ],
    ],
    [
      'a program that signs with two names',
      [
        ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'],
        ['dependabot', '49699333+dependabot[bot]@users.noreply.github.com'],
      ],
    ],
  ])('%s', (_, short) => {
    expect(groups(...short)).toHaveLength(1);
  });
});

describe('two people', () => {
  test.each<readonly [string, readonly Short[]]>([
    [
      'of one first name',
      [
        ['Alex', 'alex@a.example'],
        ['Alex', 'alex@b.example'],
      ],
    ],
    [
      'of one first name at shared addresses',
      [
        ['Alex', 'root@localhost'],
        ['Alex', 'noreply@github.com'],
      ],
    ],
    [
      'at root@localhost',
      [
        ['Ada Lovelace', 'root@localhost'],
        ['Grace Hopper', 'root@localhost'],
      ],
    ],
    [
      "at the host's own address",
      [
        ['Ada Lovelace', 'noreply@github.com'],
        ['Grace Hopper', 'noreply@github.com'],
      ],
    ],
    [
      'without an address',
      [
        ['Ada Lovelace', ''],
        ['Grace Hopper', ''],
      ],
    ],
    [
      "at a laptop's address",
      [
        ['ada', 'user@laptop.(none)'],
        ['grace', 'user@laptop.(none)'],
      ],
    ],
    [
      'one login at two hosts',
      [
        ['octo', 'octo@users.noreply.github.com'],
        ['cat', 'octo@users.noreply.gitlab.com'],
      ],
    ],
    [
      'one number at two hosts',
      [
        ['octo', '12+octo@users.noreply.github.com'],
        ['cat', '12-cat@users.noreply.gitlab.com'],
      ],
    ],
    [
      'who kept the placeholder of a manual',
      [
        ['Your Name', 'ada@a.example'],
        ['Your Name', 'grace@b.example'],
      ],
    ],
    [
      "with a machine's numbered name",
      [
        ['deploy 2', 'a@a.example'],
        ['deploy 2', 'b@b.example'],
      ],
    ],
    [
      'of similar addresses',
      [
        ['Ada', 'ada@example.org'],
        ['Adam', 'ada@example.org.example'],
      ],
    ],
  ])('%s', (_, short) => {
    expect(groups(...short)).toHaveLength(2);
  });

  test("who share a team's address stay apart, and each keeps a key", () => {
    const names = ['Ada Lovelace', 'Grace Hopper', 'Mary Somerville', 'Emmy Noether'];
    const people = groupPeople(names.map((name, index) => sighting([name, 'team@example.org'], index)));
    expect(new Set(people.map(({ key }) => key)).size).toBe(4);
    const actor = actorLookup(people);
    expect(actor('Grace Hopper', 'team@example.org').label).toBe('Grace Hopper');
    expect(actor('Someone New', 'team@example.org').label).toBe('Someone New');
  });

  test('are not joined by one commit signed with the name of one and the address of the other', () => {
    const apart = groups(
      ['Ada Lovelace', 'ada@example.org', times(300)],
      ['Grace Hopper', 'grace@example.org', times(90)],
      ['Ada Lovelace', 'grace@example.org', times(1)],
    );
    expect(apart).toEqual([
      ['Ada Lovelace <ada@example.org>'],
      ['Grace Hopper <grace@example.org>', 'Ada Lovelace <grace@example.org>'],
    ]);
  });

  test('but a changed name that lasts joins', () => {
    const joined = groups(
      ['Ada Byron', 'ada@example.org', times(30)],
      ['Ada Lovelace', 'al@example.org', times(90)],
      ['Ada Lovelace', 'ada@example.org', times(12)],
    );
    expect(joined).toHaveLength(1);
  });

  test('are not joined by what a co-author line says', () => {
    const apart = groups(
      ['Ada Lovelace', 'ada@example.org'],
      ['Grace Hopper', 'grace@example.org'],
      ['Ada Lovelace', 'grace@example.org', { source: 'trailer', commits: 50 }],
    );
    expect(apart).toHaveLength(2);
  });

  test('a co-author line finds its person by a full name alone', () => {
    const [ada] = groupPeople([
      sighting(['Ada Lovelace', 'ada@example.org']),
      sighting(['Ada Lovelace', 'ada@new.example', { source: 'trailer' }], 1),
    ]);
    expect(ada?.addresses).toEqual(['ada@example.org', 'ada@new.example']);
  });
});

describe('a person', () => {
  const [ada] = groupPeople([
    sighting(['Ada Lovelace', 'Ada@Work.example', { commits: 9, firstAt: '2020-05-01T00:00:00Z' }], 3),
    sighting(['ada', '7+ada@users.noreply.github.com', { commits: 2, firstAt: '2021-05-01T00:00:00Z' }], 4),
    sighting(
      [
        'Ada Lovelace',
        '7+ada@users.noreply.github.com',
        { written: { name: 'al', address: 'old@work.example' } },
      ],
      5,
    ),
  ]);

  test('has the name of most commits, the first address as key, and all other marks', () => {
    expect(ada).toMatchObject({
      key: 'mail:ada@work.example',
      label: 'Ada Lovelace',
      names: ['Ada Lovelace', 'ada'],
      addresses: ['ada@work.example', '7+ada@users.noreply.github.com', 'old@work.example'],
      logins: ['ada'],
      commits: 12,
      automatic: false,
    });
  });

  test.each([
    ['as git maps it', 'Ada Lovelace', '7+ada@users.noreply.github.com', 'Ada Lovelace'],
    ['as it was written', 'al', 'old@work.example', 'Ada Lovelace'],
    ['by the address alone', 'A. Lovelace', 'ADA@work.example', 'Ada Lovelace'],
    ['a stranger is themselves', 'Eve', 'eve@example.org', 'Eve'],
    ['without a name the address speaks', '', 'eve@example.org', 'eve@example.org'],
    ['without both nobody does', ' ', '', 'unknown'],
  ])('is found %s', (_, name, address, label) => {
    expect(actorLookup([ada!])(name, address).label).toBe(label);
  });
});

test.each([
  ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com', true],
  ['Renovate Bot', 'bot@renovateapp.example', true],
  ['release-bot', 'release@example.org', true],
  ['GitHub', 'noreply@github.com', true],
  ['Helper', 'noreply@helper.example', true],
  ['Ada Lovelace', 'noreply@github.com', false],
  ['Emma Abbot', 'emma@example.org', false],
  ['Fox Talbot', 'fox@example.org', false],
  ['Botond Kis', 'botond@example.org', false],
])('%s <%s> is a program: %s', (name, address, automatic) => {
  expect(groupPeople([sighting([name, address])])[0]?.automatic).toBe(automatic);
});

describe('whatever the history holds', () => {
  const word = fc.constantFrom('Ada', 'Ada Lovelace', 'Grace Hopper', 'ada', '', ' ', 'Zoë Q', 'x[bot]');
  const address = fc.constantFrom(
    '',
    'ada@a.example',
    'A@b.example',
    'root@localhost',
    '7+ada@users.noreply.github.com',
    'ada@users.noreply.github.com',
  );
  const source = fc.constantFrom<Sighting['source'][]>('commit', 'trailer');
  const any = fc.record({
    name: fc.oneof(word, fc.string({ unit: 'binary' })),
    address: fc.oneof(address, fc.string()),
    source,
    commits: fc.nat(200),
  });
  const all = fc
    .array(any, { maxLength: 25 })
    .map((list) => list.map((part, index) => sighting([part.name, part.address, part], index)));

  test('every sighting is in exactly one person, keys are distinct, and the lookup agrees', () => {
    fc.assert(
      fc.property(all, (sightings) => {
        const people = groupPeople(sightings);
        const placed = people.flatMap((person) => person.sightings);
        expect(placed).toHaveLength(sightings.length);
        expect(new Set(placed)).toEqual(new Set(sightings));
        expect(new Set(people.map(({ key }) => key)).size).toBe(people.length);
        const actor = actorLookup(people);
        for (const person of people) {
          for (const { name, address: mail } of person.sightings)
            expect(actor(name, mail).key).toBe(person.key);
        }
      }),
    );
  });
});
