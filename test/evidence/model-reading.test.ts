import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../src/evidence/judge.ts';
import type { AreaVerdict } from '../../src/evidence/classify.ts';
import { isSpent, monthOf } from '../../src/evidence/model-reading/budget.ts';
import { needsModel, shareWithoutModel } from '../../src/evidence/model-reading/needed.ts';
import { readingOf, spansOf } from '../../src/evidence/model-reading/spans.ts';
import type { ModelReading } from '../../src/evidence/model-reading.ts';
import { changeFacts, dependabot, file } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const silent: ModelReading = { areas: [], win: null, impact: null, metrics: [] };
const texts = {
  title: 'Return the connection when a body cannot be read',
  description: 'One connection was lost\n  for each broken upload (a+b).\n\n| p95 | 1.8 s | 210 ms |',
};

function placed(impact: string) {
  const { spans, dropped } = spansOf({ ...silent, impact }, texts);
  return { impact: readingOf(spans, texts).impact, dropped };
}

describe('an answer as places in what was asked', () => {
  test.each([
    ['as it stands', 'One connection was lost', 'One connection was lost'],
    [
      'over the end of a line',
      'connection was lost for each broken upload',
      'connection was lost\n  for each broken upload',
    ],
    ['with signs that mean something to a pattern', 'broken upload (a+b).', 'broken upload (a+b).'],
    ['of a table', '| p95 | 1.8 s | 210 ms |', '| p95 | 1.8 s | 210 ms |'],
    ['of the title', 'cannot be read', 'cannot be read'],
  ])('words %s are found', (_, words, found) => {
    expect(placed(words)).toEqual({ impact: found, dropped: 0 });
  });

  test.each([
    ['one letter is another', 'One connection was last'],
    ['a capital letter is small', 'one connection was lost'],
    ['a figure is another', '1.8 s | 21 ms'],
    ['a word is left out', 'One connection lost'],
    ['title and description are joined', 'cannot be read One connection'],
    ['there are only blanks', ' \n '],
    ['it is a pattern', 'One .* lost'],
  ])('where %s, it is dropped and counted', (_, words) => {
    expect(placed(words)).toEqual({ impact: null, dropped: 1 });
  });

  test('an area goes with its last reason, and keeps those that stand', () => {
    const found = { rule: 'retries', quote: 'One connection was lost' };
    const invented = { rule: 'speed', quote: 'It is ten times faster' };
    const areas = [
      { key: 'care', reasons: [invented, found] },
      { key: 'delivery', reasons: [invented] },
    ];
    const { spans, dropped } = spansOf({ ...silent, areas }, texts);
    expect(readingOf(spans, texts).areas).toEqual([{ key: 'care', reasons: [found] }]);
    expect(dropped).toBe(2);
  });

  test('any words at all: what comes back stands there, is the same again, and no answer holds a word', () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('One', 'lost', '('),
    );
    const any = fc.record({
      title: fc.string({ unit: 'grapheme', maxLength: 80 }),
      description: fc.array(word, { maxLength: 20 }).map((words) => words.join(' ')),
    });
    fc.assert(
      fc.property(any, fc.array(word, { maxLength: 4 }), ({ title, description }, words) => {
        const asked = { title, description };
        const metrics = [words.join(' '), description.slice(3, 30)];
        const { spans, dropped } = spansOf({ ...silent, metrics }, asked);
        const back = readingOf(spans, asked);
        expect(spans.metrics.length + dropped).toBe(2);
        for (const found of back.metrics) expect(`${title}\n${description}`).toContain(found);
        expect(spansOf(back, asked).dropped).toBe(0);
        for (const span of spans.metrics) expect(Object.keys(span)).toEqual(['in', 'from', 'to']);
      }),
    );
  });
});

function verdict(stands: AreaVerdict['stands'], confidence: number): AreaVerdict {
  return { area: 'care', confidence, stands, signals: [] };
}

describe('what a model is asked about', () => {
  const plain = judge(changeFacts({ title: 'Moves things' }), smallFramework);

  test.each([
    ['an area in doubt', [verdict('asked', 0.4)], true],
    ['an area told with little confidence', [verdict('told', 0.6)], true],
    ['an area told with high confidence', [verdict('told', 0.7)], false],
    ['a sure area beside one in doubt', [verdict('told', 0.9), verdict('asked', 0.4)], true],
    ['two sure areas', [verdict('told', 0.9), verdict('told', 0.8)], false],
  ])('%s: %s', (_, areas, needs) => {
    expect(needsModel({ ...plain, areas, noise: [] })).toBe(needs);
  });

  test.each([
    ['it comes near to one', { care: 0.2, delivery: 0.01 }, true],
    ['it comes near to none', { care: 0.19, delivery: 0.01 }, false],
  ])('without an area, where %s: %s', (_, confidences, needs) => {
    const rest = { ...plain, areas: [], noise: [] };
    expect(needsModel({ ...rest, confidences })).toBe(needs);
  });

  test.each([
    ['a bot’s update', changeFacts({ title: 'Bump pg from 8.1 to 8.2', author: dependabot })],
    ['a typo', changeFacts({ title: 'Fix typo in readme', files: [file('README.md', 1, 1)] })],
    ['something sure', changeFacts({ title: 'Adds a search', body: 'Adds it for orders.' })],
  ])('%s is not', (_, change) => {
    expect(needsModel(judge(change, smallFramework))).toBe(false);
  });

  test('the share that is not', () => {
    const areas = [verdict('told', 0.9)];
    const doubtful = { ...plain, noise: [], areas: [verdict('asked', 0.4)] };
    expect(shareWithoutModel([{ ...plain, areas, noise: [] }, doubtful, doubtful, doubtful])).toBe(0.25);
    expect(shareWithoutModel([])).toBe(0);
  });
});

describe('the month’s budget', () => {
  test.each([
    ['nothing is bounded', { tokens: null, cost: null }, false],
    ['more tokens are left', { tokens: 1_001, cost: null }, false],
    ['the tokens are used up', { tokens: 1_000, cost: null }, true],
    ['the money is used up', { tokens: 5_000, cost: 300 }, true],
    ['there never was one', { tokens: 0, cost: null }, true],
  ])('%s: %s', (_, budget, spent) => {
    expect(isSpent({ tokens: 1_000, cost: 300 }, budget)).toBe(spent);
  });

  test.each([
    ['2026-02-28T23:59:59.999Z', '2026-02-01T00:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
  ])('the month of %s began at %s', (moment, month) => {
    expect(monthOf(moment)).toBe(month);
  });
});
