import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { intervalOf, scoreOf } from '../../src/framework/measure.ts';
import type { Measured, Said } from '../../src/framework/measure.ts';

const areas = ['care', 'delivery'];

function said(...named: readonly string[]): Said {
  return { areas: named, notable: named.includes('care') };
}

function work(found: Said, labels: readonly Said[], told: readonly string[] = found.areas): Measured {
  return { said: found, told, labels };
}

describe('a score', () => {
  const works = [
    work(said('care'), [said('care')]),
    work(said('care', 'delivery'), [said('delivery', 'care')], ['care']),
    work(said('care'), [said()]),
    work(said(), [said('delivery')]),
    work(said(), [said()]),
  ];
  const score = scoreOf(works, areas);

  test('compares each area with the labels', () => {
    expect(score.areas.get('care')).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8, wanted: 2 });
    expect(score.areas.get('delivery')).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3, wanted: 2 });
    expect(score.macro).toBeCloseTo((0.8 + 2 / 3) / 2, 10);
  });

  test('asks for the first area where the labeller names one', () => {
    expect(score.primary).toBeCloseTo(1 / 3, 10);
  });

  test('measures what is nothing, what is notable and what is told unasked', () => {
    expect(score.none).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5, wanted: 2 });
    expect(score.notable).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8, wanted: 2 });
    expect(score.told).toEqual({ precision: 2 / 3, recall: 0.5, f1: 4 / 7, wanted: 4 });
  });

  test('is the mean against several labellers', () => {
    const two = scoreOf([work(said('care'), [said('care'), said('delivery')])], areas);
    expect(two.areas.get('care')?.precision).toBe(0.5);
    expect(two.primary).toBe(0.5);
  });

  test('of nothing is nothing', () => {
    expect(scoreOf([], areas)).toMatchObject({ macro: 0, primary: 0, told: { f1: 0 } });
  });
});

describe('an interval', () => {
  const options = { rounds: 200, seed: 7 };
  const macro = (sample: readonly Measured[]) => scoreOf(sample, areas).macro;
  const some = fc.array(
    fc
      .tuple(fc.subarray(areas), fc.subarray(areas))
      .map(([found, label]) => work(said(...found), [said(...label)])),
    { minLength: 1, maxLength: 30 },
  );

  test('is in order, within the range of a share, and the same each time', () => {
    fc.assert(
      fc.property(some, (works) => {
        const [low, high] = intervalOf(works, macro, options);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(1);
        expect(intervalOf(works, macro, options)).toEqual([low, high]);
      }),
      { numRuns: 25 },
    );
  });

  test('is a point where all works are alike, and wider where they are not', () => {
    const right = work(said('care', 'delivery'), [said('care', 'delivery')]);
    const wrong = work(said(), [said('care', 'delivery')]);
    expect(intervalOf([right, right, right], macro, options)).toEqual([1, 1]);
    const [low, high] = intervalOf([right, wrong, right, wrong], macro, options);
    expect(low).toBeLessThan(high);
  });
});
