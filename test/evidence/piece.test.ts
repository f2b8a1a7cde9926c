import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Evidence } from '../../src/evidence/evidence.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { piecesOf } from '../../src/evidence/piece.ts';
import type { Piece } from '../../src/evidence/piece.ts';
import { file } from '../fixtures/facts.ts';
import { dayAfter, merged } from './piece-sample.ts';

function inOneTheme(count: number): readonly Evidence[] {
  return Array.from({ length: count }, (_, index) => merged(index + 1, 'PAY-9: Add a berth')).flat();
}

/** How many pieces so many changes of one name make that come so many days one after the other. */
function overDays(count: number, days: number): number {
  const rows = inOneTheme(count).map((row, index) => ({
    ...row,
    activity: { ...row.activity, at: dayAfter(index * days) },
  }));
  return piecesOf(rows).length;
}

const longRevert =
  'Reverts #1. One very large harbour fills whole batches, and the small ones wait behind it. Adds a timeout for slow ports, and I will bring it back with a fair queue.';

function numbersOf(pieces: readonly Piece[]): readonly (readonly (number | null)[])[] {
  const numbers = pieces.map(({ changes }) => changes.map(({ subject }) => subject.number));
  return numbers.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

describe('pieces of work', () => {
  test.each<[string, readonly (readonly Evidence[])[], readonly (readonly number[])[]]>([
    [
      'one for each change that stands alone',
      [merged(1, 'Add a berth'), merged(2, 'Add a crane')],
      [[1], [2]],
    ],
    [
      'one for a shared ticket',
      [merged(1, 'PAY-212: Add a berth'), merged(2, 'Add a crane (PAY-212)')],
      [[1, 2]],
    ],
    [
      'two for two tickets',
      [merged(1, 'PAY-212: Add a berth'), merged(2, 'PAY-213: Add a crane')],
      [[1], [2]],
    ],
    [
      'one for a mention',
      [merged(1, 'Add a berth'), merged(2, 'Add a crane', { body: 'Builds on #1.' })],
      [[1, 2]],
    ],
    [
      'one for a mention of the same issue',
      [merged(1, 'Add a berth', { body: 'For #90' }), merged(2, 'Add a crane', { body: 'For #90' })],
      [[1, 2]],
    ],
    [
      'one over several steps',
      [
        merged(1, 'PAY-1: Add a berth'),
        merged(2, 'PAY-1 PAY-2 Add a quay'),
        merged(3, 'Add a crane (PAY-2)'),
      ],
      [[1, 2, 3]],
    ],
    [
      'two for one number in two repositories',
      [
        merged(1, 'Add a berth'),
        merged(2, 'Add a crane', {
          body: 'After #1',
          repository: { key: 'github:8', name: 'harbour/tides', private: true },
        }),
      ],
      [[1], [2]],
    ],
    ['none for work only asked about', [merged(1, 'Berths', { body: 'Adds one more.' })], []],
    [
      'two for a name that only looks like a ticket',
      [merged(1, 'Add UTF-8 names'), merged(2, 'Add UTF-8 ports')],
      [[1], [2]],
    ],
  ])('%s', (_, changes, expected) => {
    expect(numbersOf(piecesOf(changes.flat()))).toEqual(expected);
  });

  test('a name that many share over a long time is a theme and no story', () => {
    expect(overDays(13, 1)).toBe(1);
    expect(overDays(12, 4)).toBe(1);
    expect(overDays(13, 4)).toBe(13);
    expect(overDays(30, 12)).toBe(30);
  });

  test.each<readonly [string, Partial<ChangeFacts>, Partial<ChangeFacts>, number, number]>([
    ['a shared ticket', { title: 'PAY-1: Add a berth' }, { title: 'PAY-1: Add a crane' }, 40, 50],
    ['a shared issue', { body: 'For #90' }, { body: 'For #90' }, 20, 30],
    ['a mention', {}, { body: 'Builds on #1.' }, 50, 70],
    ['a series', { title: 'Add a berth (1/2)' }, { title: 'Add a berth (2/2)' }, 100, 130],
  ])('%s holds together what is near in time', (_, one, other, near, far) => {
    const after = (days: number) =>
      piecesOf([
        ...merged(1, 'Add a berth', one),
        ...merged(2, 'Add a crane', { ...other, mergedAt: dayAfter(days) }),
      ]).length;
    expect([after(near), after(far)]).toEqual([1, 2]);
  });

  test.each<readonly [string, Partial<ChangeFacts>]>([
    ['the same area and label', { labels: ['payments'] }],
    ['the same folder', { files: [file('src/berths/a.go', 30, 2)] }],
    ['the same scope', { title: 'feat(berths): Add a rail' }],
    ['the same words', { title: 'Add a berth' }],
  ])('%s joins nothing', (_, parts) => {
    const all = [1, 2, 3].map((number) =>
      merged(number, parts.title ?? `Add berth ${'abc'[number - 1]}`, parts),
    );
    expect(piecesOf(all.flat())).toHaveLength(3);
  });

  test('a list of many changes joins none of them; a stack in which each names all is one piece', () => {
    const numbers = Array.from({ length: 14 }, (_, index) => index + 1);
    const all = numbers.map((number) => `#${number}`).join('\n');
    const steps = numbers.map((number) => merged(number, 'Add a berth'));
    const stack = numbers.map((number) => merged(number, 'Add a berth', { body: all }));
    expect(piecesOf([...steps.flat(), ...merged(20, 'Add notes', { body: all })])).toHaveLength(15);
    expect(piecesOf(stack.flat())).toHaveLength(1);
  });

  test('are led by the change most worth citing, rows oldest first, areas with its primary first', () => {
    const [piece] = piecesOf([
      ...merged(2, 'PAY-1: Add a timeout'),
      ...merged(1, 'PAY-1: Add a berth'),
      ...merged(3, 'PAY-1: Add a crane'),
    ]);
    expect(piece?.lead.subject.number).toBe(2);
    expect(piece?.changes.map(({ subject }) => subject.number)).toEqual([1, 2, 3]);
    expect(piece?.areas).toEqual(['care', 'delivery']);
  });

  test('a step back neither leads nor makes a piece larger', () => {
    const revert = merged(3, 'PAY-1: Add a timeout again', {
      title: 'Revert "PAY-1: Add a timeout"',
      body: longRevert,
    });
    const [alone] = piecesOf(merged(2, 'PAY-1: Add a berth'));
    const [piece] = piecesOf([...merged(2, 'PAY-1: Add a berth'), ...revert]);
    expect(revert.map(({ outline }) => outline?.takesBack)).not.toContain(null);
    expect(piece?.lead.subject.number).toBe(2);
    expect(piece?.changes.map(({ subject }) => subject.number)).toEqual([2, 3]);
    expect(piece?.strength).toBe(alone?.strength);
  });

  test('a change is one row however many areas it is evidence of', () => {
    const evidence = merged(1, 'Add a timeout');
    expect(evidence).toHaveLength(2);
    expect(piecesOf(evidence)[0]?.changes).toHaveLength(1);
  });
});

const change = fc.record({
  title: fc.constantFrom('Add a berth', 'Add a timeout', 'Bound a timeout', 'Berths'),
  ticket: fc.constantFrom('', ' PAY-1', ' PAY-2', ' PAY-1 PAY-3'),
  body: fc.constantFrom('', 'After #1', 'For #3 and #5', 'Adds one more.'),
  day: fc.integer({ min: 1, max: 3 }),
});
const evidence = fc
  .array(change, { maxLength: 10 })
  .map((changes) =>
    changes.flatMap(({ title, ticket, body, day }, index) =>
      merged(index + 1, `${title}${ticket}`, { body, mergedAt: `2026-03-0${day}T08:00:00Z` }),
    ),
  );

describe('pieces of any work', () => {
  test('are the same in whatever order the evidence is read', () => {
    const shuffled = evidence.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, other]) => {
        expect(piecesOf(other)).toEqual(piecesOf(rows));
      }),
      { numRuns: 300 },
    );
  });

  test('hold every change that is told exactly once, with all its areas', () => {
    fc.assert(
      fc.property(evidence, (rows) => {
        const told = rows.filter(({ stands }) => stands === 'told');
        const pieces = piecesOf(rows);
        const keys = pieces.flatMap(({ changes }) => changes.map(({ activity }) => activity.key));
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(new Set(keys).union(new Set(told.map(({ activity }) => activity.key))));
        for (const { changes, lead } of pieces) expect(changes).toContain(lead);
        for (const { lead } of pieces) expect(lead.stands).toBe('told');
        const areas = new Set(pieces.flatMap((piece) => piece.areas));
        expect(areas).toEqual(new Set(told.map(({ area }) => area)));
      }),
    );
  });

  test('take in a step that is only asked about, and never stand on one alone', () => {
    const told = merged(1, 'PIER-7: Add a crane');
    const asked = merged(2, 'PIER-7: Add its rail');
    const doubted = asked.map((row): Evidence => ({ ...row, stands: 'asked' }));
    expect(piecesOf([...told, ...doubted]).map(({ changes }) => changes.length)).toEqual([2]);
    expect(piecesOf(doubted)).toEqual([]);
  });
});
