import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readWords } from '../../src/evidence/remark/kind.ts';
import { saidBest } from '../../src/evidence/remark/quote.ts';
import { samples } from './remark-samples.ts';

/** What words alone must weigh to be evidence of something. */
const byItself = 2.5;

function shownBy(weight: number): 'much' | 'some' | 'none' {
  if (weight >= byItself) return 'much';
  return weight > 0 ? 'some' : 'none';
}

describe('what a remark is, and how much its words show', () => {
  test.each(samples)('%s, %s: %s', (kind, shows, remark) => {
    const read = readWords(remark);
    expect([read.kind, shownBy(read.weight)]).toEqual([kind, shows]);
  });

  test('the table holds at least 60 remarks, and near misses among them', () => {
    expect(samples.length).toBeGreaterThanOrEqual(60);
    expect(samples.filter(([, shows]) => shows === 'none').length).toBeGreaterThanOrEqual(30);
  });
});

describe('whatever surrounds it', () => {
  const anySample = fc.constantFrom(...samples.map(([, , remark]) => remark));

  test('quoted words, code and comments of others add nothing', () => {
    const others = fc.constantFrom(
      '> It loses a row, because nothing is stored. What happens if it crashes?',
      '```go\nif lost { return errors.New("breaks, because of a race") }\n```',
      '<!-- say what breaks, because nobody else will -->',
      '- [x] nothing is lost, because every write is checked',
    );
    fc.assert(
      fc.property(anySample, fc.array(others, { minLength: 1, maxLength: 3 }), (remark, noise) => {
        const surrounded = [remark, ...noise].join('\n\n');
        expect(readWords(surrounded)).toEqual(readWords(remark));
      }),
    );
  });

  test('Windows line ends make no difference to what it is', () => {
    fc.assert(
      fc.property(anySample, (remark) => {
        expect(readWords(remark.replaceAll('\n', '\r\n'))).toEqual(readWords(remark));
      }),
    );
  });

  test('what is quoted of a remark stands in it, word for word', () => {
    fc.assert(
      fc.property(fc.array(anySample, { minLength: 1, maxLength: 4 }), (all) => {
        const body = all.join('\n\n');
        const { text, place } = saidBest({ body, place: 'comment', key: 'c' });
        const from = place.in === 'comment' ? place.from : -1;
        expect(body.slice(from, from + text.length)).toBe(text);
        expect(text.length).toBeLessThanOrEqual(280);
      }),
    );
  });
});

describe('the span that is quoted', () => {
  test.each([
    [
      'not the words of somebody else',
      '> The row is lost here, because nothing is stored yet.\n\nThat holds for the second worker only.',
      'That holds for the second worker only.',
    ],
    [
      'not the praise before it',
      'Great that it is finally tested, because nobody dared to. The clock is real here, so the test fails on the last day of a month.',
      'The clock is real here, so the test fails on the last day of a month.',
    ],
    [
      'of a very long sentence, a clause of it',
      `The consumer acknowledges before the row is stored, ${'and it goes on to the next one, '.repeat(9)}which means that a crash loses them.`,
      `The consumer acknowledges before the row is stored, ${'and it goes on to the next one, '.repeat(7)}`.slice(
        0,
        -2,
      ),
    ],
  ])('%s', (_, body, expected) => {
    expect(saidBest({ body, place: 'review', key: 'r' }).text).toBe(expected);
  });
});
