import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readChange } from '../../src/evidence/reading.ts';
import { stemOf } from '../../src/evidence/signals/stem.ts';
import { termsOf } from '../../src/evidence/signals/terms.ts';
import { wordingSignal } from '../../src/evidence/signals/wording.ts';
import { compileVocabulary, isIn, keyOf, leaningOf } from '../../src/framework/vocabulary.ts';
import { changeFacts, file } from '../fixtures/facts.ts';

function terms(facts: Parameters<typeof changeFacts>[0]): ReadonlyMap<string, number> {
  return new Map(termsOf(readChange(changeFacts(facts))).map((term) => [keyOf(term), term.strength]));
}

describe('the words of a change', () => {
  const found = terms({
    title: 'Bound the retryBudget of callers',
    body: 'Retries are bounded. See https://harbour.example/latency for why.',
    files: [file('src/retry/budget.go'), file('src/retry/README.md')],
  });

  test.each([
    ['title bound', 1],
    ['first bound', 1],
    ['title retry', 1],
    ['pair retry budget', 0.7],
    ['body retr', 0.5],
    ['body bound', 0.5],
    ['path retry', 1],
    ['path budget', 0.75],
    ['ending go', 0.5],
    ['ending md', 0.5],
  ])('%s, as strong as %d', (key, strength) => {
    expect(found.get(key)).toBe(strength);
  });

  test.each(['title latency', 'body latency', 'body https', 'first retry', 'title of callers'])(
    '%s is none',
    (key) => {
      expect(found.has(key)).toBe(false);
    },
  );

  test('are each there once, with a strength above 0 and at most 1, whatever is written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, text, fc.array(fc.string({ minLength: 1, maxLength: 60 })), (title, body, paths) => {
        const all = termsOf(readChange(changeFacts({ title, body, files: paths.map((path) => file(path)) })));
        expect(new Set(all.map(keyOf)).size).toBe(all.length);
        for (const { strength } of all) {
          expect(strength).toBeGreaterThan(0);
          expect(strength).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('a stem', () => {
  test.each([
    ['caches', 'cach'],
    ['cached', 'cach'],
    ['caching', 'cach'],
    ['migrations', 'migr'],
    ['queries', 'quer'],
    ['does', 'does'],
    ['is', 'is'],
    ['sharding', 'shard'],
  ])('of %s is %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});

describe('where the wording leans', () => {
  const vocabulary = compileVocabulary({
    'title shard': { design: 1, api: -0.5 },
    'body shard': { design: 0.4 },
  });

  test('is the sum of what the known words say, each as strongly as it stands there', () => {
    const leaning = leaningOf(
      [
        { place: 'title', words: 'shard', strength: 1 },
        { place: 'body', words: 'shard', strength: 0.5 },
        { place: 'title', words: 'constructor', strength: 1 },
      ],
      vocabulary,
    );
    expect(leaning).toEqual({ design: 1.2, api: -0.5 });
  });

  test('unknown words lean nowhere', () => {
    expect(leaningOf([{ place: 'title', words: 'toString', strength: 1 }], vocabulary)).toEqual({
      design: 0,
      api: 0,
    });
  });
});

describe('words that a vocabulary knows', () => {
  const word = fc.stringMatching(/^[a-z]{2,9}$/u);
  const place = fc.constantFrom('title', 'body', 'path');

  test('are exactly those of its rows, each in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, word), { minLength: 1 }), place, word, (rows, where, other) => {
        const known = isIn(
          compileVocabulary(Object.fromEntries(rows.map((row) => [row.join(' '), { api: 1 }]))),
        );
        for (const [its, words] of rows) expect(known(its)(words)).toBe(true);
        expect(known(where)(other)).toBe(rows.some(([its, words]) => its === where && words === other));
        expect(known('nowhere')(other)).toBe(false);
      }),
    );
  });

  test('are all that is read of a change for them', () => {
    const reading = readChange(
      changeFacts({
        title: 'Shard the tides',
        body: 'A shard for each tide.',
        files: [file('a/tide.go'), file('b/x.go')],
      }),
    );
    const vocabulary = compileVocabulary({
      'title shard': { api: 1 },
      'body tide': { api: 1 },
      'ending go': { api: 1 },
    });
    expect(termsOf(reading, isIn(vocabulary))).toEqual(
      termsOf(reading).filter((term) => ['title shard', 'body tide', 'ending go'].includes(keyOf(term))),
    );
  });
});

describe('a reason by its wording', () => {
  const reading = readChange(
    changeFacts({
      title: 'Tide tables by harbour',
      body: 'Each harbour keeps its own table. A reader asks one shard only.',
      files: [file('src/tides/sharding.go')],
    }),
  );
  const reasonOf = (words: Readonly<Record<string, Record<string, number>>>) =>
    wordingSignal('design', termsOf(reading), reading, {
      targets: new Map([['design', ['design', 'quality']]]),
      vocabulary: compileVocabulary(words),
    })?.quote ?? null;

  test.each([
    ['title tabl', 'Tide tables by harbour', 'title'],
    ['pair by harbour', 'Tide tables by harbour', 'title'],
    ['body shard', 'A reader asks one shard only.', 'body'],
    ['path shard', 'src/tides/sharding.go', 'path'],
  ])('%s is shown where it stands', (word, text, place) => {
    expect(reasonOf({ [word]: { design: 1 } })).toMatchObject({ text, place: { in: place } });
  });

  test('is the word that speaks most for the area', () => {
    expect(reasonOf({ 'title tide': { design: 0.4 }, 'body shard': { design: 1 } })?.text).toContain('shard');
    expect(reasonOf({ 'title tide': { design: 0.6 }, 'body shard': { design: 1 } })?.text).toContain('Tide');
  });

  test('hears the words of an area that counts as it', () => {
    expect(reasonOf({ 'body shard': { quality: 1 } })?.text).toContain('shard');
  });

  test('is none where no word speaks for it', () => {
    expect(reasonOf({ 'title tide': { design: -1 }, 'body shard': { api: 1 } })).toBeNull();
  });
});
