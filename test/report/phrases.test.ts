import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Metric } from '../../src/evidence/claim.ts';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { piecesOf } from '../../src/evidence/piece.ts';
import { backend } from '../../src/framework/backend/pack.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { offerPhrases, openingOf } from '../../src/report/phrases/offer.ts';
import { evidenceOf } from './evidence.ts';
import { firstQuarter } from './quarter.ts';

const framework = compileFramework(backend);
const offer = (evidence: readonly Evidence[]) => offerPhrases(piecesOf(evidence), framework, firstQuarter);
const keysOf = (evidence: readonly Evidence[]) => offer(evidence).phrases.map(({ key }) => key);

const p95: Metric = {
  text: 'p95 of the seat search 1.8 s → 210 ms',
  quote: { text: 'p95 of the seat search 1.8 s → 210 ms', place: { in: 'body', from: 0 } },
  grade: 'author',
  before: '1.8 s',
  after: '210 ms',
  change: null,
  direction: 'less',
};

const found = (...rules: string[]) => ({ documents: false, takesBack: null, leftOut: [], found: rules });
const search = { title: 'Add a missing index for the seat search', area: 'reliability', strength: 0.6 };
const held = (days: number) => [{ kind: 'held' as const, days, by: [] }];
const small = (number: number) =>
  evidenceOf(number, {
    area: 'quality',
    title: `Name the seats of row ${number}`,
    outline: found('shape.few-lines'),
  });
const wide = evidenceOf(9, {
  area: 'quality',
  title: 'Give holds a module of their own',
  outline: found('shape.many-places'),
});

describe('a phrase is offered where the record bears it out, and not in the near miss', () => {
  test.each<[key: string, borne: readonly Evidence[], miss: readonly Evidence[]]>([
    [
      'reliability-exceeds-measured',
      [evidenceOf(1, { ...search, metrics: [p95] })],
      [evidenceOf(1, { ...search, metrics: [{ ...p95, before: null, after: null }] })],
    ],
    [
      'reliability-meets-lasted',
      [{ ...evidenceOf(1, search), outcome: held(90) }],
      [{ ...evidenceOf(1, search), outcome: held(30) }],
    ],
    [
      'api-meets-endpoint',
      [evidenceOf(1, { outline: found('path.endpoint.most', 'shape.tests-with-code') })],
      [evidenceOf(1, { outline: found('path.endpoint.most') })],
    ],
    ['quality-developing-small-steps', [small(1), small(2), small(3), wide], [small(1), small(2), wide]],
    ['quality-developing-small-steps', [small(1), small(2), small(3), wide], [small(1), small(2), small(3)]],
  ])('%s', (key, borne, miss) => {
    expect(keysOf(borne)).toContain(key);
    expect(keysOf(miss)).not.toContain(key);
  });

  test('what its person contests is no example', () => {
    const contested = { kind: 'contest' as const, text: 'Jun drove.', at: '2026-03-01T10:00:00Z' };
    const item = evidenceOf(1, { ...search, metrics: [p95] });
    expect(keysOf([{ ...item, notes: [contested] }])).toEqual([]);
  });
});

const anyRules = fc.subarray([
  'path.endpoint.most',
  'path.contract.some',
  'path.migration.some',
  'shape.tests-with-code',
  'shape.well-tested',
  'shape.many-places',
  'shape.few-lines',
  'shape.many-own-words',
]);

test('whatever is on record: known evidence is cited, no slot is left, no two begin alike, two of a level at most', () => {
  const anyRow = fc.record({
    number: fc.integer({ min: 1, max: 12 }),
    area: fc.constantFrom(...backend.areas.map(({ key }) => key)),
    title: fc.string({ minLength: 1, maxLength: 60 }).filter((title) => /\w/u.test(title)),
    rules: anyRules,
    measured: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.uniqueArray(anyRow, { selector: ({ number }) => number, maxLength: 12 }), (rows) => {
      const evidence = rows.map(({ number, area, title, rules, measured }) =>
        evidenceOf(number, { area, title, outline: found(...rules), metrics: measured ? [p95] : [] }),
      );
      const ids = new Set(evidence.map(({ id }) => id));
      const { phrases } = offer(evidence);
      for (const { evidence: cited, text, self } of phrases) {
        expect(cited.length > 0 && cited.every((id) => ids.has(id))).toBe(true);
        expect(`${text}${self}`).not.toMatch(/\{[a-zA-Z]+\}|“”|\(\)/u);
        expect(self).toMatch(/^I \p{Ll}/u);
      }
      const openings = phrases.map(({ text }) => openingOf(text));
      expect(new Set(openings).size).toBe(openings.length);
      const levels = Map.groupBy(phrases, ({ area, level }) => `${area} ${level}`);
      expect([...levels.values()].every((same) => same.length <= 2)).toBe(true);
    }),
    { numRuns: 40 },
  );
});
