import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { learn, usual } from '../../src/framework/learn.ts';
import type { Example } from '../../src/framework/learn.ts';

function example(rules: readonly string[], ...targets: readonly string[]): Example {
  return { rules, targets: new Set(targets) };
}

function times(count: number, one: Example): readonly Example[] {
  return Array.from({ length: count }, () => one);
}

/** `telling` always goes with care, `against` never does, `everywhere` is equally often with and without it. */
const examples: readonly Example[] = [
  ...times(10, example(['telling', 'everywhere'], 'care')),
  ...times(10, example(['telling'], 'care')),
  ...times(10, example(['against', 'everywhere'])),
  ...times(10, example(['against'])),
];

describe('learning weights', () => {
  const weights = learn(examples, ['care']);

  test('weighs by what goes together', () => {
    expect(weights['telling']?.['care']).toBeGreaterThan(0.5);
    expect(weights['against']?.['care']).toBeLessThan(-0.5);
    expect(Math.abs(weights['everywhere']?.['care'] ?? 0)).toBeLessThan(0.05);
  });

  test('a rare target is unlikely where nothing was found', () => {
    const rare = learn([...times(1, example(['telling'], 'care')), ...times(40, example([]))], ['care']);
    expect(rare['always']?.['care']).toBeLessThan(-1);
  });

  test('each target is learnt on its own', () => {
    const both = learn(examples, ['care', 'delivery']);
    expect(both['telling']?.['care']).toBe(weights['telling']?.['care']);
    expect(both['telling']?.['delivery'] ?? 0).toBeLessThanOrEqual(0);
  });

  test('a heavier penalty gives plainer weights', () => {
    const plain = learn(examples, ['care'], { ...usual, penalty: 1 });
    expect(Math.abs(plain['telling']?.['care'] ?? 0)).toBeLessThan(weights['telling']?.['care'] ?? 0);
  });

  test('a target with a penalty of its own is held by that one', () => {
    const held = learn(examples, ['care', 'delivery'], { ...usual, penalties: { care: 1 } });
    const plain = learn(examples, ['care', 'delivery'], { ...usual, penalty: 1, penalties: {} });
    const free = learn(examples, ['care', 'delivery'], { ...usual, penalties: {} });
    expect(held['telling']?.['care']).toBe(plain['telling']?.['care']);
    expect(held['always']?.['delivery']).toBe(free['always']?.['delivery']);
  });

  test('comes to rest: further rounds change nothing', () => {
    const once = learn(examples, ['care'], { ...usual, penalty: 0.05, rounds: 500 });
    expect(learn(examples, ['care'], { ...usual, penalty: 0.05, rounds: 1500 })).toEqual(once);
  });

  test('no rounds and no examples leave no weights', () => {
    expect(learn(examples, ['care'], { ...usual, rounds: 0 })).toEqual({});
    expect(learn([], ['care'])).toEqual({});
  });

  test('what was known before holds where the examples are silent, and yields where they speak', () => {
    const priors = { unheard: { care: 1.5 }, against: { care: 1.5 } };
    const informed = learn(examples, ['care'], { ...usual, priors });
    expect(informed['unheard']?.['care']).toBe(1.5);
    expect(informed['against']?.['care']).toBeLessThan(0);
    expect(learn([], ['care'], { ...usual, priors })).toEqual(priors);
  });

  const some = fc.array(
    fc
      .record({ rules: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd')), care: fc.boolean() })
      .map(({ rules, care }) => example(rules, ...(care ? ['care'] : []))),
    { maxLength: 20 },
  );

  test('gives finite weights of two digits, the same for the same examples', () => {
    fc.assert(
      fc.property(some, (found) => {
        const first = learn(found, ['care']);
        expect(learn(found, ['care'])).toEqual(first);
        for (const weight of Object.values(first).flatMap((row) => Object.values(row))) {
          expect(Number.isFinite(weight)).toBe(true);
          expect(weight).toBe(Math.round(weight * 100) / 100);
        }
      }),
      { numRuns: 50 },
    );
  });
});
