import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/evidence/judge.ts';
import { withReading } from '../../src/evidence/merge.ts';
import type { ModelReading } from '../../src/evidence/model-reading.ts';
import { changeFacts, file } from '../fixtures/facts.ts';
import { smallFramework } from '../fixtures/pack.ts';

const change = changeFacts({
  title: 'Adds the merchant export',
  body: 'Merchants used to ask support for it. Support answered 40 such requests a week; now it is 3.',
  files: [file('src/export.ts', 40, 2)],
});
const judgement = judge(change, smallFramework);
const silent: ModelReading = { areas: [], impact: null, metric: null };

function merge(reading: Partial<ModelReading>) {
  return withReading(judgement, { ...silent, ...reading }, change, smallFramework);
}

describe('a model reads along', () => {
  test('what signals tell stays told, and without a model nothing changes', () => {
    expect(judgement.areas.map(({ area, stands }) => [area, stands])).toEqual([['delivery', 'told']]);
    expect(withReading(judgement, null, change, smallFramework)).toBe(judgement);
    expect(merge({}).areas).toEqual(judgement.areas);
  });

  test('an area that the model alone names is asked, with the words it rests on', () => {
    const quote = 'Merchants used to ask support for it.';
    const { areas } = merge({ areas: [{ key: 'care', quote }] });
    expect(areas.at(-1)).toMatchObject({
      area: 'care',
      stands: 'asked',
      signals: [{ quote: { text: quote, place: { in: 'body', from: 0 } } }],
    });
  });

  test.each([
    ['words that do not stand there', { key: 'care', quote: 'Merchants are very happy now.' }],
    ['words changed in one letter', { key: 'care', quote: 'Merchants used to ask Support for it.' }],
    ['a scrap that stands everywhere', { key: 'care', quote: 'now it is' }],
    [
      'an area that the framework does not have',
      { key: 'leadership', quote: 'Merchants used to ask support for it.' },
    ],
  ])('%s: nothing of it counts', (_, named) => {
    expect(merge({ areas: [named] }).areas).toEqual(judgement.areas);
  });

  test('an impact is taken where the signals found none, as it stands there', () => {
    const none = { ...judgement, impact: null };
    const reading = { ...silent, impact: 'Merchants used to ask support for it.' };
    expect(withReading(none, reading, change, smallFramework).impact).toMatchObject({
      text: 'Merchants used to ask support for it.',
      grade: 'author',
    });
    const invented = { ...silent, impact: 'Support saves 37 hours a week.' };
    expect(withReading(none, invented, change, smallFramework).impact).toBeNull();
  });

  test('a metric must be one by our own reading too', () => {
    const none = { ...judgement, metrics: [] };
    const reading = { ...silent, metric: 'Merchants used to ask support for it.' };
    expect(withReading(none, reading, change, smallFramework).metrics).toEqual([]);
  });
});
