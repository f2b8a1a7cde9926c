import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { creditChange } from '../../src/evidence/evidence.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { piecesOf } from '../../src/evidence/piece.ts';
import type { Piece } from '../../src/evidence/piece.ts';
import { changeFacts } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

function merged(number: number, title: string, overrides: Partial<ChangeFacts> = {}): readonly Evidence[] {
  const mergedAt = `2026-03-${String(number).padStart(2, '0')}T08:00:00Z`;
  return creditChange(
    changeFacts({ key: `github:7#${number}`, number, title, mergedAt, ...overrides }),
    smallFramework,
  ).evidence;
}

function inOneTheme(count: number): readonly Evidence[] {
  return Array.from({ length: count }, (_, index) => merged(index + 1, 'PAY-9: Add a berth')).flat();
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

  test('past twelve changes, a shared name is a theme and no story', () => {
    expect(piecesOf(inOneTheme(12))).toHaveLength(1);
    expect(piecesOf(inOneTheme(13))).toHaveLength(13);
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

  test('splitting one change into several under its ticket leaves one piece', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (parts) => {
        const pieces = piecesOf([...inOneTheme(parts), ...merged(20, 'Add a crane')]);
        expect(pieces).toHaveLength(2);
        expect(pieces.map(({ areas }) => areas)).toEqual([['delivery'], ['delivery']]);
      }),
    );
  });
});
