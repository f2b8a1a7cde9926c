import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RetryLater } from '../../src/errors.ts';
import { createPacing } from '../../src/github/pacing.ts';

const start = Date.parse('2026-07-01T08:00:00Z');
const minute = 60_000;

/** Writes whenever it may, waiting as long as it is told; gives the moments of the writes. */
function writeAll(count: number, limits: { perMinute: number; perHour: number }): readonly number[] {
  let now = start;
  const pacing = createPacing(() => now, limits);
  const moments: number[] = [];
  while (moments.length < count) {
    try {
      pacing.beforeWriting(1);
      moments.push(now);
    } catch (error) {
      if (!(error instanceof RetryLater) || error.when.getTime() <= now) throw error;
      now = error.when.getTime();
    }
  }
  return moments;
}

function mostWithin(moments: readonly number[], span: number): number {
  return Math.max(...moments.map((at) => moments.filter((other) => other > at - span && other <= at).length));
}

describe('pacing', () => {
  test('600 reports of one cycle keep to 40 a minute and 400 an hour', () => {
    const moments = writeAll(600, { perMinute: 40, perHour: 400 });
    expect(mostWithin(moments, minute)).toBe(40);
    expect(mostWithin(moments, 60 * minute)).toBe(400);
  });

  test('any budget is kept and every write gets its turn', () => {
    const limits = fc.record({
      perMinute: fc.integer({ min: 1, max: 20 }),
      perHour: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(limits, fc.integer({ min: 1, max: 150 }), (budget, count) => {
        const moments = writeAll(count, budget);
        expect(mostWithin(moments, minute)).toBeLessThanOrEqual(budget.perMinute);
        expect(mostWithin(moments, 60 * minute)).toBeLessThanOrEqual(budget.perHour);
      }),
      { numRuns: 50 },
    );
  });

  test('one account does not use up the budget of another', () => {
    const pacing = createPacing(() => start, { perMinute: 1, perHour: 1 });
    pacing.beforeWriting(1);
    expect(() => pacing.beforeWriting(1)).toThrow(RetryLater);
    expect(() => pacing.beforeWriting(2)).not.toThrow();
  });
});
