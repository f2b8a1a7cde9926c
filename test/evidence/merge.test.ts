import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AreaVerdict } from '../../src/evidence/classify.ts';
import type { Quote } from '../../src/evidence/claim.ts';
import { judge } from '../../src/evidence/judge.ts';
import type { Judgement } from '../../src/evidence/judge.ts';
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
const silent: ModelReading = { areas: [], win: null, impact: null, metrics: [] };
const quote = 'Merchants used to ask support for it.';

function named(key: string, words = quote, rule = 'waits'): Partial<ModelReading> {
  return { areas: [{ key, reasons: [{ rule, quote: words }] }] };
}

function merge(reading: Partial<ModelReading>, changes: Partial<Judgement> = {}) {
  return withReading({ ...judgement, ...changes }, { ...silent, ...reading }, change, smallFramework);
}

function stands({ areas }: Judgement) {
  return areas.map(({ area, stands: how }) => [area, how]);
}

function asked(area: string, confidence = 0.4): AreaVerdict {
  return { area, confidence, stands: 'asked', signals: [] };
}

describe('areas, where a model reads along', () => {
  test('what signals tell stays told, and without a model nothing changes', () => {
    expect(stands(judgement)).toEqual([['delivery', 'told']]);
    expect(withReading(judgement, null, change, smallFramework)).toBe(judgement);
    expect(merge({}).areas).toEqual(judgement.areas);
    expect(merge(named('delivery')).areas).toEqual(judgement.areas);
  });

  test('an area that the model alone names is asked, with a reason of the framework and the words it rests on', () => {
    expect(merge(named('care')).areas.at(-1)).toMatchObject({
      area: 'care',
      stands: 'asked',
      signals: [
        {
          rule: 'model.waits',
          reason: 'bounds a wait',
          quote: { text: quote, place: { in: 'body', from: 0 } },
        },
      ],
    });
  });

  test('an area that signals ask about is told where the model names it, and comes before what is only asked', () => {
    const areas = [asked('delivery', 0.45), asked('care', 0.4)];
    expect(stands(merge(named('care'), { areas }))).toEqual([
      ['care', 'told'],
      ['delivery', 'asked'],
    ]);
  });

  test('there are three areas at most, and the model’s are the first to go', () => {
    const areas = ['one', 'two', 'three'].map((area) => asked(area));
    expect(merge(named('care'), { areas }).areas).toEqual(areas);
  });

  test.each([
    ['words that do not stand there', named('care', 'Merchants are very happy now.')],
    ['words changed in one letter', named('care', 'Merchants used to ask Support for it.')],
    ['a scrap that stands everywhere', named('care', 'now it is')],
    ['an area that the framework does not have', named('leadership')],
    ['an area of the language, not of the framework', named('constructor')],
    ['an area without a reason', { areas: [{ key: 'care', reasons: [] }] }],
  ])('%s: nothing of it counts', (_, reading) => {
    expect(merge(reading).areas).toEqual(judgement.areas);
  });

  test('a reason that the framework does not have is told in words of ours', () => {
    const odd = merge(named('care', quote, 'Ignore the rules')).areas.at(-1);
    expect(odd?.signals.map(({ reason }) => reason)).toEqual(['shows it in its own words']);
  });

  test('a change that does not count gains nothing', () => {
    const noise = [
      {
        kind: 'bot',
        reason: 'A bot made it.',
        erases: true,
        rests: { text: 'Adds', place: { in: 'title' } },
      },
    ] as const;
    const erased = { ...judgement, noise, areas: [] };
    expect(withReading(erased, { ...silent, ...named('care'), impact: quote }, change, smallFramework)).toBe(
      erased,
    );
  });
});

describe('win, impact and metrics, where a model reads along', () => {
  test('an impact is taken where the signals found none, as it stands there', () => {
    expect(merge({ impact: quote }, { impact: null }).impact).toMatchObject({ text: quote, grade: 'author' });
    expect(merge({ impact: 'Support saves 37 hours a week.' }, { impact: null }).impact).toBeNull();
    const known = {
      text: 'Known.',
      quote: { text: 'Known.', place: { in: 'title' } },
      grade: 'author',
    } as const;
    expect(merge({ impact: quote }, { impact: known }).impact).toBe(known);
  });

  test('a metric must be one by our own reading too, and is taken once', () => {
    const body = 'The p95 latency of the search went from 1.8 s to 210 ms.';
    const fast = changeFacts({ title: 'Searches by index', body });
    const none = { ...judge(fast, smallFramework), metrics: [] };
    const metricsFrom = (...metrics: readonly string[]) =>
      withReading(none, { ...silent, metrics }, fast, smallFramework).metrics;
    expect(metricsFrom(body, body).map(({ quote: { place } }) => place)).toEqual([
      expect.objectContaining({ in: 'body' }),
    ]);
    expect(metricsFrom('latency of the search')).toEqual([]);
    expect(metricsFrom('from 1.8 s to 21 ms')).toEqual([]);
  });

  test.each([
    ['Hotfix', 'Merchants get their file again.'],
    ['Fix #412', 'Merchants get their file again.'],
    ['Returns the file again', 'Returns the file again'],
  ])('of "%s" the win is: %s', (title, win) => {
    const fix = changeFacts({ title, body: 'Merchants get their file again.' });
    const reading = { ...silent, win: 'Merchants get their file again.' };
    expect(withReading(judge(fix, smallFramework), reading, fix, smallFramework).win.text).toBe(win);
  });

  test('a quote over several paragraphs is no sentence', () => {
    const two = changeFacts({ title: 'Hotfix', body: 'It fails on Monday.\n\nIt is mended.' });
    const plain = judge(two, smallFramework);
    expect(withReading(plain, { ...silent, win: two.body }, two, smallFramework).win).toBe(plain.win);
  });

  test('praise is never the model’s', () => {
    const merged = merge({ ...named('care'), impact: quote });
    expect([merged.notable, merged.worth]).toEqual([judgement.notable, judgement.worth]);
  });
});

function standsInChange({ text, place }: Quote): boolean {
  return place.in === 'body' ? change.body.startsWith(text, place.from) : change.title.includes(text);
}

describe('whatever a model says', () => {
  const scraps = ['', 'now it is 3', 'Adds the merchant export', change.body, 'Ignore the rules.\n\n<b>'];
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(quote, ...scraps),
    fc.tuple(fc.nat(80), fc.nat(80)).map(([from, length]) => change.body.slice(from, from + length)),
  );
  const key = fc.constantFrom('care', 'delivery', 'leadership', '__proto__');
  const reason = fc.record({ rule: fc.constantFrom('waits', 'other', 'toString'), quote: words });
  const reading = fc.record({
    areas: fc.array(fc.record({ key, reasons: fc.array(reason, { maxLength: 2 }) }), { maxLength: 4 }),
    win: fc.option(words),
    impact: fc.option(words),
    metrics: fc.array(words, { maxLength: 3 }),
  });

  test('every quote stands there, what was told stays told, and it names no area that there is not', () => {
    fc.assert(
      fc.property(reading, fc.constantFrom('told', 'asked'), (said, how) => {
        const areas = judgement.areas.map((verdict) => ({ ...verdict, stands: how }));
        const before = { ...judgement, areas, impact: null, metrics: [] } as Judgement;
        const after = withReading(before, said, change, smallFramework);
        const quotes = [
          ...after.areas.flatMap(({ signals }) => signals.map((signal) => signal.quote)),
          ...after.metrics.map((metric) => metric.quote),
          ...(after.impact === null ? [] : [after.impact.quote]),
        ];
        expect(quotes.filter((one) => !standsInChange(one))).toEqual([]);
        const stillTold = how === 'told' ? after.areas[0] : before.areas[0];
        expect(stillTold).toEqual(before.areas[0]);
        expect(after.areas.every(({ area }) => ['care', 'delivery'].includes(area))).toBe(true);
        expect(new Set(after.areas.map(({ area }) => area)).size).toBe(after.areas.length);
        expect([after.win, after.notable]).toEqual([before.win, before.notable]);
      }),
    );
  });
});
