import { describe, expect, test } from '@jest/globals';
import { expectations } from '../../demo/invented/expected.ts';
import { inventedChanges } from '../../demo/invented/history.ts';
import { falseMetrics, traps } from '../../demo/invented/traps.ts';
import type { Place } from '../../src/evidence/claim.ts';
import { findMetrics } from '../../src/evidence/metrics.ts';

type Case = readonly [number: number, span: string];

/** Expected spans that are knowingly not found, with the reason. */
const NOT_FOUND: ReadonlyMap<string, string> = new Map([
  ['found 17 places', 'only the sentence after it tells that what was found was worth finding'],
]);

const textOf = new Map(inventedChanges.map((change) => [change.number, `${change.title}\n\n${change.body}`]));
const expected: readonly Case[] = [...expectations].flatMap(([number, { metrics }]) =>
  metrics.map((span): Case => [number, span]),
);
const never: readonly Case[] = [
  ...[...traps].flatMap(([number, { neverMetrics }]) => neverMetrics.map((span): Case => [number, span])),
  ...[...falseMetrics].flatMap(([number, spans]) => spans.map((span): Case => [number, span])),
];

function startOf(place: Place): number {
  return 'from' in place ? place.from : 0;
}

function storyOf(number: number): string {
  const text = textOf.get(number);
  if (text === undefined) throw new Error(`The story has no change #${number}.`);
  return text;
}

/** Whether a found metric shares a character with any occurrence of the span. */
function touches(number: number, span: string): boolean {
  const text = storyOf(number);
  const found = findMetrics(text, (from) => ({ in: 'body', from }), 'author');
  const starts = [...text.matchAll(RegExp(RegExp.escape(span), 'g'))].map((match) => match.index);
  if (starts.length === 0) throw new Error(`Change #${number} does not say "${span}".`);
  return found.some(({ quote }) => {
    const from = startOf(quote.place);
    return starts.some((at) => from < at + span.length && at < from + quote.text.length);
  });
}

describe('the outcomes of the story', () => {
  test.each(expected.filter(([, span]) => !NOT_FOUND.has(span)))('#%i: %s', (number, span) => {
    expect(touches(number, span)).toBe(true);
  });

  test.each(expected.filter(([, span]) => NOT_FOUND.has(span)))(
    '#%i: %s is still listed rightly as not found',
    (number, span) => {
      expect(touches(number, span)).toBe(false);
    },
  );

  test('every span listed as not found is expected somewhere', () => {
    const spans = new Set(expected.map(([, span]) => span));
    expect([...NOT_FOUND.keys()].filter((span) => !spans.has(span))).toEqual([]);
  });
});

describe('what only looks like an outcome in the story', () => {
  test.each(never)('#%i: %s', (number, span) => {
    expect(touches(number, span)).toBe(false);
  });
});
