import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Quote } from '../../src/evidence/claim.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { creditChange } from '../../src/evidence/evidence.ts';
import { judge } from '../../src/evidence/judge.ts';
import type { Judgement } from '../../src/evidence/judge.ts';
import { backend } from '../../src/framework/backend/pack.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { changeFacts, file } from '../fixtures/facts.ts';

const framework = compileFramework(backend);

const phrases = [
  'Add a timeout to the ledger',
  'so that customers in production no longer lose refunds',
  '. ',
  '\n',
  '\r\n',
  '\n\n',
  '<!--',
  '-->',
  '<!-- why -->',
  '## Why\n',
  '- [ ] ',
  '- [x] Tested\n',
  '```',
  '> ',
  '| a | b |',
  '    ',
  'PAY-212: ',
  'p99 went from 1.8 s to 240 ms',
  'by 40 %',
  '(#12)',
  'Closes #9',
  'Signed-off-by: Ada <a@b.example>\n',
  '\u0000',
  '\ud800',
  '\udc00',
  '\u202eflaky',
  'اختبار',
  '🚢',
  '<details>',
  '</details>',
  '; ',
  'deadlock',
  '![x](y)',
  '*',
  '`',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...phrases), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...phrases), { maxLength: 40 }).map((parts) => parts.join(' ')),
);
const path = fc.oneof(
  text,
  fc.constantFrom('src/lock.go', 'db/migrate/20260214_add.rb', 'docs/a.md', 'go.sum'),
);
const change = fc
  .record({
    title: text,
    body: text,
    paths: fc.array(path, { maxLength: 5 }),
    labels: fc.array(text, { maxLength: 2 }),
  })
  .map(({ paths, ...parts }) => changeFacts({ ...parts, files: paths.map((one) => file(one, 30)) }));

describe('judging any change', () => {
  test('never throws, and every quote stands verbatim at its place', () => {
    fc.assert(
      fc.property(change, (facts) => {
        const broken = quotesOf(judge(facts, framework)).filter((quote) => !standsIn(facts, quote));
        expect(broken).toEqual([]);
      }),
      { numRuns: 800 },
    );
  });

  test('names at most three areas, each once, surest first', () => {
    fc.assert(
      fc.property(change, (facts) => {
        const { areas } = judge(facts, framework);
        const sure = areas.map(({ confidence }) => confidence);
        expect(areas.length).toBeLessThanOrEqual(3);
        expect(new Set(areas.map(({ area }) => area)).size).toBe(areas.length);
        expect(sure).toEqual(sure.toSorted((a, b) => b - a));
        expect(sure.every((one) => one >= 0 && one <= 1)).toBe(true);
      }),
    );
  });

  test('praises nothing that is evidence of nothing', () => {
    fc.assert(
      fc.property(change, (facts) => {
        const { areas, notable, unseen } = judge(facts, framework);
        const told = areas.some(({ stands }) => stands === 'told');
        expect(told || (notable === null && unseen === null)).toBe(true);
      }),
    );
  });

  test('leaves the facts alone and says the same twice', () => {
    fc.assert(
      fc.property(change, (facts) => {
        const before = JSON.stringify(facts);
        const first = creditChange(facts, framework);
        expect(creditChange(facts, framework)).toEqual(first);
        expect(JSON.stringify(facts)).toBe(before);
        expect(first.evidence.length > 0).toBe(first.leftOut === null);
      }),
    );
  });
});

/** Whether a quote stands verbatim in the source that it names, at its place. */
function standsIn(facts: ChangeFacts, { text: quoted, place }: Quote): boolean {
  if (place.in === 'title') return facts.title.includes(quoted);
  if (place.in === 'path') return facts.files.some((one) => one.path === quoted);
  if (place.in === 'body') return facts.body.startsWith(quoted, place.from);
  return place.in === 'label' && facts.labels.includes(quoted);
}

function quotesOf(judged: Judgement): readonly Quote[] {
  const { signals, areas, noise, win, impact, metrics, unseen } = judged;
  return [
    ...[...signals, ...areas.flatMap((area) => area.signals), ...metrics].map(({ quote }) => quote),
    ...noise.map(({ rests }) => rests),
    win.quote,
    ...(impact === null ? [] : [impact.quote]),
    ...(unseen === null ? [] : [unseen.quote]),
  ];
}
