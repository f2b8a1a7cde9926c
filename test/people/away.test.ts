import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Said } from '../../src/evidence/said.ts';
import { awaySpans, awayWithin, readAway } from '../../src/people/away.ts';

let origins = 0;

function said(verb: string, words: unknown, more: Partial<Said> = {}): Said {
  const origin = `comment/${(origins += 1)}`;
  const saidAt = '2026-03-05T08:00:00Z';
  return { origin, person: 101, saidBy: 101, about: null, verb, words, saidAt, ...more };
}

const halfYear = { from: '2026-01-01', to: '2026-07-01' };

describe('days away', () => {
  test.each([
    ['2026-05-04 2026-05-29', { from: '2026-05-04', to: '2026-05-29' }],
    ['2026-05-04   2026-05-04', { from: '2026-05-04', to: '2026-05-04' }],
  ])('%s', (words, span) => {
    expect(readAway(words)).toEqual(span);
  });

  test.each([
    ['2026-05-04 2026-05-29 parental leave', 'no reason is asked'],
    ['2026-05-29 2026-05-04', 'first day comes before'],
    ['2026-02-30 2026-03-04', 'first and the last day'],
    ['4 May to 29 May', 'first and the last day'],
    ['2026-05-04', 'first and the last day'],
    ['ill 2026-05-04', 'first and the last day'],
    ['', 'first and the last day'],
  ])('%s is no such days', (words, problem) => {
    expect(readAway(words)).toEqual({ problem: expect.stringContaining(problem) });
  });

  test('those that touch are one; what others say, and what was taken back, is none', () => {
    const taken = said('away', { from: '2026-06-01', to: '2026-06-03' });
    expect(
      awaySpans([
        said('away', { from: '2026-05-11', to: '2026-05-15' }),
        said('away', { from: '2026-05-04', to: '2026-05-10' }),
        said('away', { from: '2026-02-01', to: '2026-02-02' }),
        said('away', { from: '2026-04-01', to: '2026-04-02' }, { saidBy: 102 }),
        taken,
        said('undo', taken.origin),
        said('away', 'some words'),
      ]),
    ).toEqual([
      { from: '2026-02-01', to: '2026-02-02' },
      { from: '2026-05-04', to: '2026-05-15' },
    ]);
  });

  test('a cycle has its own part of them, up to the first day back', () => {
    const spans = [
      { from: '2025-12-20', to: '2026-01-06' },
      { from: '2026-06-29', to: '2026-07-10' },
      { from: '2026-07-01', to: '2026-07-03' },
    ];
    expect(awayWithin(spans, halfYear)).toEqual([
      { from: '2026-01-01', to: '2026-01-07' },
      { from: '2026-06-29', to: '2026-07-01' },
    ]);
  });

  test('joined spans never touch, and hold every day that was named', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => {
      return Temporal.PlainDate.from('2026-01-01').add({ days }).toString();
    });
    const span = fc.tuple(day, day).map(([one, other]) => ({
      from: one < other ? one : other,
      to: one < other ? other : one,
    }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const joined = awaySpans(spans.map((one) => said('away', one)));
        for (const { from, to } of spans)
          expect(joined.some((one) => one.from <= from && to <= one.to)).toBe(true);
        const apart = joined.slice(1).map(({ from }, index) => {
          const last = Temporal.PlainDate.from(joined[index]?.to ?? from);
          return last.add({ days: 1 }).toString() < from;
        });
        expect(apart).toEqual(apart.map(() => true));
      }),
    );
  });
});
