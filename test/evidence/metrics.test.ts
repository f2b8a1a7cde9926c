import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Metric, Place } from '../../src/evidence/claim.ts';
import { findMetrics } from '../../src/evidence/metrics.ts';
import { NEAR_MISSES, OUTCOMES } from './metrics-sample.ts';

const inBody = (from: number): Place => ({ in: 'body', from });
const find = (text: string) => findMetrics(text, inBody, 'author');
const spans = (text: string) => find(text).map((metric) => metric.text);
const parts = ({ before, after, change, direction }: Metric) => [before, after, change, direction];

describe('an outcome stated in a sentence', () => {
  test.each(OUTCOMES)('%s', (text, ...expected) => {
    const found = find(text);
    expect(found.map((metric) => metric.text)).toEqual([text]);
    expect(found.map(parts)).toEqual([expected]);
  });
});

describe('what only looks like an outcome', () => {
  test.each(NEAR_MISSES.map((text) => [text]))('%s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

function table(header: string, ...rows: readonly string[]): string {
  return [header, header.replaceAll(/[^|]+/g, '---'), ...rows].join('\n');
}

function fenced(...lines: readonly string[]): string {
  return ['```', ...lines, '```'].join('\n');
}

function interval(change: string): string {
  const spread = `              change: [${change}] (p = 0.00 < 0.05)`;
  return fenced('parse/large   time: [1.20 ms 1.30 ms 1.40 ms]', spread);
}

describe('tables', () => {
  test('each row of a comparison that got better is an outcome', () => {
    const text = table(
      '| query | before | after |',
      '| orders by day | 1.4 s | 90 ms |',
      '| orders by id | 3 ms | 3 ms |',
      '| totals | 800 ms | 1.2 s |',
      '| berths | 210 ms | 207 ms |',
      '| piers | 210 ms | 160 ms |',
    );
    expect(find(text).map(parts)).toEqual([
      ['1.4 s', '90 ms', null, 'less'],
      ['210 ms', '160 ms', null, 'less'],
    ]);
  });

  test('a column of change is read too', () => {
    const [metric] = find(
      table('| | main | this branch | delta |', '| heap of one worker | 640 MB | 410 MB | -35.9% |'),
    );
    expect(metric).toMatchObject({
      text: 'heap of one worker | 640 MB | 410 MB | -35.9% |',
      change: '-35.9%',
      direction: 'less',
    });
  });

  test.each([
    ['settings', table('| setting | before | after |', '| drain period | 30 s | 60 s |')],
    ['a setting among results', table('| what | before | after |', '| connect timeout | 30 s | 60 s |')],
    ['versions', table('| package | before | after |', '| left-pad | 1.2 | 1.3 |')],
    ['answers of an endpoint', table('| call | before | after |', '| POST /orders | 500 | 409 |')],
    ['coverage', table('| what | before | after |', '| coverage | 71% | 84% |')],
    ['one state only', table('| query | time |', '| orders by day | 90 ms |')],
    ['test counts', table('| what | before | after |', '| tests | 120 | 140 |')],
  ])('%s are no outcomes', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('benchmark output', () => {
  test('rows with a significant change are outcomes, also between fences', () => {
    const text = fenced(
      '           │   old   │          new          │',
      '           │ sec/op  │  sec/op    vs base    │',
      'Encode-8   12.3n ± 2%    8.1n ± 1%  -34.15% (p=0.000 n=10)',
      'Decode-8   20.1n ± 2%   20.0n ± 3%        ~ (p=0.481 n=10)',
    );
    expect(find(text).map(parts)).toEqual([['12.3n', '8.1n', '-34.15%', 'less']]);
  });

  test('an interval of change is an outcome when all of it points one way', () => {
    expect(find(interval('-12.3% -11.0% -9.8%')).map(parts)).toEqual([[null, null, '-11.0%', 'less']]);
    expect(find(interval('-1.3% +0.2% +1.8%'))).toEqual([]);
  });

  test('before and after on lines of their own are one outcome', () => {
    const [metric] = find('Rebuilding the index:\n  before: 14.2 s\n  after: 3.9 s');
    expect(metric).toMatchObject({ before: '14.2 s', after: '3.9 s', direction: 'less' });
  });
});

describe('results in lists and lines', () => {
  test('lines of results are outcomes of their own', () => {
    const text = 'On the replica:\n\n    lookups 52,000 → 700 a minute\n    CPU at noon 64 % → 41 %';
    expect(spans(text)).toEqual(['lookups 52,000 → 700 a minute', 'CPU at noon 64 % → 41 %']);
    expect(spans('build 9 min → 4 min\ntests 12 min → 5 min')).toHaveLength(2);
  });

  test('a sentence that runs over a line break stays one', () => {
    expect(spans('p99 of the search between\n02:00 and 03:00 falls 2 s → 300 ms')).toHaveLength(1);
  });

  test('an item with the state before and one with the state after are one outcome', () => {
    const [metric, ...more] = find('- **Before:** 12.1 s\n- **After:** 3.4 s');
    expect(metric).toMatchObject({ before: '12.1 s', after: '3.4 s', direction: 'less' });
    expect(more).toEqual([]);
    expect(find('- before: read the guide of 12 pages\n- after: ask')).toEqual([]);
  });

  test('a long sentence may state two outcomes', () => {
    const filler = 'which nobody had looked at since the office moved to the other side of the river';
    const text = `The export, ${filler}, takes 3 s instead of 40, and the import, ${filler}, ends 20 minutes earlier.`;
    expect(spans(text)).toHaveLength(2);
  });

  test('what a table calls time before and time after is compared', () => {
    const text = table('| task | time before | time after |', '| import | 12 s | 3 s |');
    expect(find(text).map(parts)).toEqual([['12 s', '3 s', null, 'less']]);
  });
});

describe('outcomes of others', () => {
  test('a list of merged work with its numbers is no outcome of this change', () => {
    const list = '- search p95 2 s → 200 ms (#41)\n- refunds take a key (#42)';
    expect(find(`Since 3.1.0:\n${list}`)).toEqual([]);
    expect(find('- search p95 2 s → 200 ms (#41)')).toHaveLength(1);
  });

  test('what a bumped library says of itself is no outcome of this change', () => {
    const notes = 'Release notes, in short:\n- parsing is 2x faster';
    expect(find(`Bumps quick-json from 1.2.0 to 1.3.0.\n\n${notes}`)).toEqual([]);
  });
});

describe('what is not the prose of the change', () => {
  const gain = 'p95 falls from 900 ms to 120 ms';

  test.each([
    ['a comment', `<!-- ${gain} -->`],
    ['an open comment', `<!-- ${gain}`],
    ['code', `\`\`\`ts\n// ${gain}\n\`\`\``],
    ['a ticked box', `- [x] ${gain}`],
    ['a numbered box', `1. [ ] ${gain}`],
    ['a citation', `> ${gain}`],
    ['a log', `2026-03-03T10:00:00Z INFO ${gain}`],
    ['key=value logs', `level=info worker=3 zone=b attempt=2 ${gain}`],
    ['a query plan', `Sort (cost=1.0..2.0 rows=3) ${gain}`],
    ['a goal', `## Goals\n${gain}`],
    ['what is expected', `### Expected results\n${gain}`],
    [
      'release notes of a dependency',
      `Bumps a library.\n<details>\n<summary>Release notes</summary>\n\n${gain}\n</details>`,
    ],
    ['an address', `See https://example.org/from-900-ms-to-120-ms?p95=120ms`],
  ])('%s is left out', (_, text) => {
    expect(find(text)).toEqual([]);
  });

  test('the same words under another heading count', () => {
    expect(find(`## Results\n${gain}`)).toHaveLength(1);
  });
});

describe('spans', () => {
  test('a long sentence is quoted by its clause only', () => {
    const filler =
      'the importer reads the files of each customer one after another and keeps a list of what it saw';
    const [metric] = find(
      `Because ${filler}, and since ${filler}, memory of one run falls from 3.1 GiB to 420 MiB, which is why ${filler}.`,
    );
    expect(metric?.text).toBe('memory of one run falls from 3.1 GiB to 420 MiB');
  });

  const noise = fc.constantFrom(
    'Fixes the import.',
    '- [x] done',
    '```\ncode 1 → 2\n```',
    '| a | b |',
    '<!-- 1 ms → 2 ms -->',
    '## Notes',
    'timeout from 3 s to 5 s',
    '',
    '\u{1F680} ±%',
    '\0',
    '\uD800',
  );
  const texts = fc
    .array(fc.oneof(noise, fc.constantFrom(...OUTCOMES.map(([text]) => text)), fc.string()))
    .map((lines) => lines.join('\n\n'));

  test('every span is verbatim, short, trimmed, at its place, and none overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const metric of find(text)) {
          const from = 'from' in metric.quote.place ? metric.quote.place.from : -1;
          expect(text.slice(from, from + metric.text.length)).toBe(metric.text);
          expect(metric.text.length).toBeLessThanOrEqual(160);
          expect(metric.text).toBe(metric.text.trim());
          for (const part of [metric.before, metric.after, metric.change])
            expect(metric.text).toContain(part ?? '');
          expect(from).toBeGreaterThanOrEqual(end);
          end = from + metric.text.length;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an outcome is found whatever stands in other paragraphs', () => {
    fc.assert(
      fc.property(fc.array(noise), fc.constantFrom(...OUTCOMES.map(([text]) => text)), (lines, gain) => {
        const text = [...lines, gain].join('\n\n').replaceAll('## Notes', '## Results');
        expect(find(text).map((metric) => metric.text)).toContain(gain);
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  '1',
  '1 ',
  '1,111',
  'from 1 to ',
  '<',
  '<!--',
  '```\n',
  '| 1 |',
  'a=b ',
  '1 ms -> ',
  'saves 3 ',
  'before 1 ',
  '![',
  '- ',
  '±1% ',
  'halves a ',
  '/op 1 ns ',
  'replaces 14 copies ',
  'one query ',
  'O(n) to ',
  '0 failures in 1',
  'cuts a ',
  '**1** ',
  '    1 -> 2\n',
  '- before: 1\n- after: 2\n',
  '- a (#1)\n',
  'p95 3 s → 2 s, ',
])('a body of a million units made of %j is read to its end', (bit) => {
  expect(find(bit.repeat(Math.ceil(1_000_000 / bit.length)))).toBeInstanceOf(Array);
});
