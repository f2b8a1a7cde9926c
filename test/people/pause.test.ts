import { describe, expect, test } from '@jest/globals';
import type { Said } from '../../src/evidence/said.ts';
import { isPaused, pausesOf, pausesWithin } from '../../src/people/pause.ts';

function said(verb: string, saidAt: string, more: Partial<Said> = {}): Said {
  return { origin: `${verb} ${saidAt}`, person: 1, saidBy: 1, about: null, verb, words: '', saidAt, ...more };
}

const march = said('pause', '2026-03-03T10:00:00Z');
const april = said('resume', '2026-04-10T10:00:00Z');

describe('when somebody had paused', () => {
  test.each<[string, readonly Said[], readonly (readonly [string, string | null])[]]>([
    ['nobody who said nothing', [], []],
    ['until they go on', [march, april], [['2026-03-03', '2026-04-10']]],
    ['for as long as they do not', [march], [['2026-03-03', null]]],
    ['said twice, from the first', [march, said('pause', '2026-03-20T10:00:00Z')], [['2026-03-03', null]]],
    ['going on without a pause is none', [april], []],
    ['in any order of rows', [april, march], [['2026-03-03', '2026-04-10']]],
    ['taken back, never', [march, said('undo', '2026-03-04T10:00:00Z', { words: march.origin })], []],
    ['not by the word of somebody else', [said('pause', '2026-03-03T10:00:00Z', { saidBy: 2 })], []],
    [
      'twice, in turn',
      [march, april, said('pause', '2026-06-01T10:00:00Z')],
      [
        ['2026-03-03', '2026-04-10'],
        ['2026-06-01', null],
      ],
    ],
  ])('%s', (_, rows, expected) => {
    const found = pausesOf(rows).map(({ from, to }) => [from.slice(0, 10), to && to.slice(0, 10)]);
    expect(found).toEqual(expected);
  });

  test.each([
    ['2026-03-03T09:59:59Z', false],
    ['2026-03-03T10:00:00Z', true],
    ['2026-04-10T09:59:59.999Z', true],
    ['2026-04-10T10:00:00Z', false],
  ])('what is done at %s: %s', (at, expected) => {
    expect(isPaused([march, april], at)).toBe(expected);
  });

  test.each([
    ['2026-01-01', '2026-07-01', 1],
    ['2026-01-01', '2026-03-03', 0],
    ['2026-04-11', '2026-07-01', 0],
    ['2026-03-10', '2026-03-11', 1],
  ])('within %s to %s: %s', (from, to, count) => {
    const stretch = { startsAt: `${from}T00:00:00Z`, endsAt: `${to}T00:00:00Z` };
    expect(pausesWithin([march, april], stretch)).toHaveLength(count);
  });
});
