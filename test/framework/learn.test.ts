import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { learn, usual } from '../../src/framework/learn.ts';
import type { Example, LearnOptions, Weights } from '../../src/framework/learn.ts';

function example(rules: readonly string[], ...targets: readonly string[]): Example {
  return { rules, terms: [], targets: new Set(targets), source: 'harbour/payments' };
}

function weightsOf(
  examples: readonly Example[],
  targets: readonly string[],
  options: LearnOptions = usual,
): Weights {
  return learn(examples, targets, options).weights;
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
  const weights = weightsOf(examples, ['care']);

  test('weighs by what goes together', () => {
    expect(weights['telling']?.['care']).toBeGreaterThan(0.5);
    expect(weights['against']?.['care']).toBeLessThan(-0.5);
    expect(Math.abs(weights['everywhere']?.['care'] ?? 0)).toBeLessThan(0.05);
  });

  test('a rare target is unlikely where nothing was found', () => {
    const rare = weightsOf([...times(1, example(['telling'], 'care')), ...times(40, example([]))], ['care']);
    expect(rare['always']?.['care']).toBeLessThan(-1);
  });

  test('each target is learnt on its own', () => {
    const both = weightsOf(examples, ['care', 'delivery']);
    expect(both['telling']?.['care']).toBe(weights['telling']?.['care']);
    expect(both['telling']?.['delivery'] ?? 0).toBeLessThanOrEqual(0);
  });

  test('a heavier penalty gives plainer weights', () => {
    const plain = weightsOf(examples, ['care'], { ...usual, penalty: 1 });
    expect(Math.abs(plain['telling']?.['care'] ?? 0)).toBeLessThan(weights['telling']?.['care'] ?? 0);
  });

  test('a target with a factor of its own is held by that much more', () => {
    const held = weightsOf(examples, ['care', 'delivery'], { ...usual, penalty: 0.1, factors: { care: 5 } });
    const plain = weightsOf(examples, ['care', 'delivery'], { ...usual, penalty: 0.5, factors: {} });
    const free = weightsOf(examples, ['care', 'delivery'], { ...usual, penalty: 0.1, factors: {} });
    expect(held['telling']?.['care']).toBe(plain['telling']?.['care']);
    expect(held['always']?.['delivery']).toBe(free['always']?.['delivery']);
  });

  test('comes to rest: further rounds change nothing', () => {
    const once = weightsOf(examples, ['care'], { ...usual, penalty: 0.05, rounds: 500 });
    expect(weightsOf(examples, ['care'], { ...usual, penalty: 0.05, rounds: 1500 })).toEqual(once);
  });

  test('no rounds and no examples leave no weights', () => {
    expect(weightsOf(examples, ['care'], { ...usual, rounds: 0 })).toEqual({});
    expect(weightsOf([], ['care'])).toEqual({});
  });

  test('what was known before holds where the examples are silent, and yields where they speak', () => {
    const priors = { unheard: { care: 1.5 }, against: { care: 1.5 } };
    const informed = weightsOf(examples, ['care'], { ...usual, priors });
    expect(informed['unheard']?.['care']).toBe(1.5);
    expect(informed['against']?.['care']).toBeLessThan(0);
    expect(weightsOf([], ['care'], { ...usual, priors })).toEqual(priors);
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
        const first = weightsOf(found, ['care']);
        expect(weightsOf(found, ['care'])).toEqual(first);
        for (const weight of Object.values(first).flatMap((row) => Object.values(row))) {
          expect(Number.isFinite(weight)).toBe(true);
          expect(weight).toBe(Math.round(weight * 100) / 100);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function said(source: string, words: string, ...targets: readonly string[]): Example {
  return { rules: [], terms: [{ place: 'title', words, strength: 1 }], targets: new Set(targets), source };
}

describe('learning words', () => {
  const sources = ['payments', 'ledger', 'portal', 'jobs', 'search'];
  const lessons = [
    ...sources.flatMap((source) => times(4, said(source, 'latency', 'care'))),
    ...sources.flatMap((source) => times(4, said(source, 'button'))),
    ...sources.slice(0, 3).flatMap((source) => times(4, said(source, 'kestrel', 'care'))),
  ];
  const { weights, vocabulary } = learn(lessons, ['care']);

  test('a word is weighed by what goes with it, apart from the rules', () => {
    expect(vocabulary['title latency']?.['care']).toBeGreaterThan(0.5);
    expect(vocabulary['title button']?.['care']).toBeLessThan(-0.5);
    expect(Object.keys(weights)).toEqual(['always']);
  });

  test('a word of few sources is a name of theirs, and is not learnt', () => {
    expect(vocabulary['title kestrel']).toBeUndefined();
    expect(learn(lessons, ['care'], { ...usual, leastSources: 3 }).vocabulary['title kestrel']).toBeDefined();
  });

  test('a word said faintly moves less than one said plainly', () => {
    const faint = lessons.map((lesson) => ({
      ...lesson,
      terms: lesson.terms.map((term) => ({ ...term, strength: 0.2 })),
    }));
    const learnt = learn(faint, ['care'], { ...usual, rounds: 20 }).vocabulary['title latency']?.['care'];
    expect(0.2 * (learnt ?? 0)).toBeLessThan(vocabulary['title latency']?.['care'] ?? 0);
  });
});
