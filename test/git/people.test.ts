import { afterAll, describe, expect, test } from '@jest/globals';
import { findPerson } from '../../src/people/find-person.ts';
import {
  ADA,
  GRACE,
  changesOf,
  git,
  history,
  makeRepository,
  openMade,
  removeFolders,
} from './repository.ts';
import { TYPICAL, generateHistory, makeHistory } from './generate-history.ts';
import { makeFolder } from './repository.ts';

afterAll(removeFolders);

const MAILMAP = `Ada Lovelace <ada@example.org> <countess@old.example>
Grace Hopper <grace@example.org> amazing <root@localhost>
`;

describe('the people of a clone', () => {
  test('are told through its mailmap, in a bare clone too, co-author lines as well', async () => {
    const { folder } = makeRepository([
      { name: 'a', author: 'al <countess@old.example>', files: { '.mailmap': MAILMAP } },
      {
        name: 'b',
        parents: ['a'],
        author: 'amazing <root@localhost>',
        message: 'Work\n\nCo-authored-by: al <countess@old.example>',
      },
      { name: 'c', parents: ['b'], author: 'other <root@localhost>' },
    ]);
    const directory = await history.readPeople(await openMade(folder));
    expect(directory).toMatchObject({
      commits: 3,
      oldestAt: '2024-01-01T12:00:00Z',
      newestAt: '2024-01-01T14:00:00Z',
    });
    expect(directory.people.map(({ key, label }) => [key, label])).toEqual([
      ['mail:ada@example.org', 'Ada Lovelace'],
      ['mail:grace@example.org', 'Grace Hopper'],
      ['name:other <root@localhost>', 'other'],
    ]);
    const old = findPerson(directory.people, 'countess@old.example', () => 0);
    expect(old).toMatchObject({ kind: 'found', person: { label: 'Ada Lovelace' } });
    const changes = await changesOf(folder);
    expect(
      changes.map(({ author, coAuthors }) => [author.label, coAuthors.map(({ label }) => label)]),
    ).toEqual([
      ['other', []],
      ['Grace Hopper', ['Ada Lovelace']],
      ['Ada Lovelace', []],
    ]);
  });

  test('have one key for all their addresses in every change', async () => {
    const { folder } = makeRepository([
      { name: 'a', author: ADA },
      { name: 'b', parents: ['a'], author: 'Ada Lovelace <al@home.example>' },
      { name: 'c', parents: ['b'], author: 'ada <AL@home.example>', committer: GRACE },
      {
        name: 'd',
        parents: ['c'],
        author: GRACE,
        message:
          'Work\n\nCo-authored-by: ADA LOVELACE <al@home.example>\nCo-authored-by: helper[bot] <h@example.org>',
      },
    ]);
    const changes = await changesOf(folder);
    expect(changes.map(({ author }) => author.key)).toEqual([
      'mail:grace@example.org',
      'mail:ada@example.org',
      'mail:ada@example.org',
      'mail:ada@example.org',
    ]);
    expect(changes[0]?.coAuthors).toEqual([
      { key: 'mail:ada@example.org', label: 'Ada Lovelace', type: 'user' },
    ]);
    expect(changes[1]?.mergedBy?.label).toBe('Grace Hopper');
    expect(changes[2]?.mergedBy).toBeNull();
  });

  test('may have names that break a line of the mailmap question', async () => {
    const { folder } = makeRepository([
      {
        name: 'a',
        message: 'Work\n\nCo-authored-by: \t\u0007x\u2028y <z@example.org>\nCo-authored-by: --all <-x>',
      },
    ]);
    const directory = await history.readPeople(await openMade(folder));
    expect(directory.people.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the generated history', () => {
  const small = { ...TYPICAL, commits: 300, files: 30, people: 5 };

  test('is the same for the same seed and another for another', () => {
    const text = [...generateHistory(small)].join('');
    expect([...generateHistory(small)].join('')).toBe(text);
    expect([...generateHistory({ ...small, seed: 2 })].join('')).not.toBe(text);
  });

  test('is read with every commit in one change and every pull request once', async () => {
    const folder = makeFolder();
    await makeHistory(folder, small);
    const changes = await changesOf(folder);
    const ids = changes.flatMap((change) => change.commits.map(({ id }) => id));
    const work = git(folder, ['rev-list', '--no-merges', 'main']).split('\n');
    expect(ids.toSorted()).toEqual(work.toSorted());
    const numbers = changes.flatMap(({ number }) => number ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(50);
    expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length);
  });
});
