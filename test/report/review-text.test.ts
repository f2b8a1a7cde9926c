import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeSpan, inert, link } from '../../src/report/escape.ts';
import { reviewText, reviewTextMarkdown } from '../../src/report/phrases/review-text.ts';

const order = {
  phrases: [
    { key: 'api-meets-endpoint', area: 'api' },
    { key: 'reliability-meets-fix', area: 'reliability' },
  ],
  areas: [
    { key: 'api', title: 'API & service delivery' },
    { key: 'reliability', title: 'Performance & reliability' },
  ],
  questions: [],
};

function item(key: string, words: string, ticked: boolean): string {
  const cited = link('orders#412', 'https://harbour.example/orders/pull/412');
  return `- [${ticked ? 'x' : ' '}] *Meets* · ${inert(words)} (${cited}). ${codeSpan('E-39533f')} <!-- item:phrase/${key}/E-39533f -->`;
}

const answers = item('api-meets-endpoint', 'Delivered “Search *orders* by @customer”', true);
const fix = item('reliability-meets-fix', 'Fixed “`retry` | twice #7”', true);

describe('the review text', () => {
  test('holds what is ticked by area, as plain words', () => {
    expect(reviewText(`${fix}\n${answers}`, order)).toBe(
      'API & service delivery\n\nDelivered “Search *orders* by @customer” (orders#412).\n\n\nPerformance & reliability\n\nFixed “retry | twice #7” (orders#412).',
    );
  });

  test('follows the questions of the organisation; what answers none comes after them', () => {
    const questions = [{ question: 'What was kept running?', areas: ['reliability'] }];
    expect(reviewText(`${answers}\n${fix}`, { ...order, questions })).toMatch(
      /^What was kept running\?\n\nFixed [^\n]*\n\n\nAPI & service delivery\n\nDelivered /u,
    );
  });

  test.each([
    ['nothing is ticked', item('api-meets-endpoint', 'Delivered “Search”', false)],
    ['another box is ticked', '- [x] Order search (#412) `E-39533f`'],
    ['it only stands in a block of code', `~~~\n${answers}\n~~~`],
  ])('is none where %s', (_, body) => {
    expect(reviewText(body, order)).toBeNull();
  });

  test('whatever a title holds, it stays inside its block', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', '~', 'a', ' ', '<', '@', '#', '\\') }), (words) => {
        const text = reviewText(item('api-meets-endpoint', `Delivered “${words}”`, true), order) ?? '';
        const lines = reviewTextMarkdown(text).split('\n');
        const fence = lines.at(-1) ?? '';
        expect(fence).toMatch(/^`{3,}$/u);
        expect(lines.filter((line) => line.startsWith(fence))).toHaveLength(2);
      }),
    );
  });
});
