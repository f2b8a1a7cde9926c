import { describe, expect, test } from '@jest/globals';
import { actsOf } from '../../demo/play/acts.ts';
import { perform } from '../../demo/play/perform.ts';
import { readersOf } from '../../demo/github/permissions.ts';
import { readRules } from '../../src/people/rules-file.ts';
import { rulesOf } from '../../demo/play/office.ts';
import { story } from '../../demo/story/organisation.ts';
import { castOf, issueAt, playedUntil, pullAt, tiny } from './play-story.ts';

const boats = 'pier/boats';

describe('pull requests', () => {
  const cast = playedUntil(tiny);
  const pull = pullAt(cast, boats, 12);

  test('stand as they were told, with their number, and with names of others filled in', () => {
    expect(pull).toMatchObject({
      title: 'Make boats faster',
      body: 'Fixes #1. Twice as fast.',
      author: 'ana',
      createdAt: '2026-01-12T09:00:00Z',
      mergedAt: '2026-01-14T10:00:00Z',
      mergedBy: 'ben-o',
      base: 'main',
    });
    expect(pullAt(cast, 'pier/client', 3).body).toBe('For pier/boats#12.');
    expect(pull.reviews[0]?.body).toBe('See #12 itself.');
  });

  test('were opened with the text of that day', () => {
    const before = pullAt(playedUntil(tiny, '2026-01-13'), boats, 12);
    expect(before.body).toBe('Fixes #1, see pier/client#3.');
    expect(before.files.map(({ path, status, previousPath }) => [path, status, previousPath])).toEqual([
      ['hull.ts', 'modified', null],
      ['sail.ts', 'renamed', 'mast.ts'],
    ]);
  });

  test('have the commits that were told, with those who wrote them too', () => {
    const ben = cast.world.state.users.get('ben-o');
    expect(pull.commits.map(({ message }) => message)).toEqual([
      `Sand the hull\n\nCo-authored-by: Ben Olsen <${ben?.id}+ben-o@users.noreply.github.com>`,
      `Name the sail\n\nCo-authored-by: Ben Olsen <${ben?.id}+ben-o@users.noreply.github.com>`,
      'Sand it again',
    ]);
  });

  test('a push outdates the conversations that it answers, and no other', () => {
    expect(
      pull.reviewThreads.map(({ outdated, resolved, resolvedBy, comments }) => ({
        outdated,
        resolved,
        resolvedBy,
        said: comments.map(({ author, body }) => `${author}: ${body}`),
      })),
    ).toEqual([
      { outdated: true, resolved: true, resolvedBy: 'ben-o', said: ['ben-o: This leaks.', 'ana: Mended.'] },
      { outdated: false, resolved: false, resolvedBy: null, said: ['ben-o: Nice.'] },
    ]);
    expect(pull.files[0]).toMatchObject({ path: 'hull.ts', additions: 7 });
  });

  test('stand on top of each other, or on a branch for releases', () => {
    const all = [...(cast.world.state.repositories.get(boats)?.threads.values() ?? [])];
    const bases = all.flatMap((one) => (one.kind === 'pull' ? [[one.title, one.head, one.base]] : []));
    expect(bases).toContainEqual(['Paint on top', 'ben-o/on-top', 'ana/faster-boats']);
    expect(bases).toContainEqual(['Bump rope', 'dependabot/backport', 'release/1.0']);
  });

  test('those without a number take one that the story gives to nothing', () => {
    const numbers = [...(cast.world.state.repositories.get(boats)?.threads.keys() ?? [])];
    expect(numbers.toSorted((one, other) => one - other)).toEqual([1, 12, 13, 14]);
  });
});

describe('issues', () => {
  test('are labelled, closed by the merge that mends them, and opened again', () => {
    const before = issueAt(playedUntil(tiny, '2026-01-15'), boats, 1);
    expect(before).toMatchObject({ state: 'closed', closedBy: 'ben-o', labels: ['incident'] });
    const after = issueAt(playedUntil(tiny), boats, 1);
    expect(after).toMatchObject({ state: 'open', stateReason: 'reopened', assignees: ['ana'] });
  });
});

describe('the organisation', () => {
  const cast = playedUntil(tiny);
  const { state } = cast.world;

  test('each engineer has a private repository for reports, read by few', () => {
    const readers = (name: string) => {
      const repository = state.repositories.get(name);
      expect(repository?.visibility).toBe('private');
      return repository === undefined ? [] : [...readersOf(state, repository).keys()].toSorted();
    };
    expect(readers('pier/reviews-ana')).toEqual(['ana', 'dina', 'egon']);
    expect(readers('pier/reviews-ben')).toEqual(['ben-o', 'dina', 'egon']);
    expect(readers('pier/reviews-cleo')).toEqual(['cleo', 'dina', 'egon']);
    expect([...state.repositories.keys()].filter((name) => name.includes('reviews-'))).toHaveLength(3);
  });

  test('who joins is nobody before', () => {
    const before = playedUntil(tiny, '2026-01-18T23').world.state;
    expect(before.organisations.get('pier')?.members.has('cleo')).toBe(false);
    expect(before.repositories.has('pier/reviews-cleo')).toBe(false);
    expect(state.organisations.get('pier')?.teams.get('crew')?.members.has('cleo')).toBe(true);
  });

  test('a new login is what GitHub shows from then on', () => {
    expect(state.users.get('ben-o')?.login).toBe('ben');
    expect(playedUntil(tiny, '2026-01-17').world.state.users.get('ben-o')?.login).toBe('ben-o');
  });

  test.each([
    ['the tiny story', tiny],
    ['the real story', story],
  ])('the rules of %s are right', (_, one) => {
    const { rules, problems } = readRules(rulesOf(one));
    expect(problems).toEqual([]);
    const managers = one.people.filter(({ role }) => role === 'manager').map(({ login }) => login);
    expect(rules).toMatchObject({ mode: 'live', engineers: { leaveOut: managers } });
    expect(rules?.managers.map(({ login }) => login)).toEqual(managers);
  });
});

describe('what GitHub would refuse', () => {
  const broken = [
    {
      why: 'a review of a file that is not changed',
      pull: {
        reviews: [
          {
            by: 'ben-o',
            at: '2026-01-13T10:00:00Z',
            state: 'commented' as const,
            threads: [{ path: 'gone.ts', line: 1, body: 'x' }],
          },
        ],
      },
      says: /^2026-01-13T10:00:00Z, ben-o, review faster-boats: .*Path could not be resolved/,
    },
    {
      why: 'an approval of one’s own work',
      pull: { reviews: [{ by: 'ana', at: '2026-01-13T10:00:00Z', state: 'approved' as const }] },
      says: /ana, review faster-boats: .*approve your own/,
    },
    {
      why: 'a text that names what is not there yet',
      pull: { body: 'After {#backport}.' },
      says: /open pull faster-boats: "backport" is named before it is opened/,
    },
  ];

  test.each(broken)('$why is told with its place', ({ pull, says }) => {
    const [first, ...rest] = tiny.pulls;
    if (first === undefined) throw new Error('The tiny story has lost its pull requests.');
    const { pushes: _pushes, ...plain } = first;
    const wrong = { ...tiny, pulls: [{ ...plain, ...pull }, ...rest] };
    expect(() => playedUntil(wrong)).toThrow(says);
  });
});

test('the whole real story can be played: GitHub refuses none of it', () => {
  const cast = castOf(story);
  for (const act of actsOf(story)) perform(cast, act);
  const merged = [...cast.world.state.repositories.values()].flatMap(({ threads }) =>
    [...threads.values()].filter((one) => one.kind === 'pull' && one.mergedAt !== null),
  );
  expect(merged).toHaveLength(story.pulls.filter((pull) => pull.merged !== undefined).length);
});
