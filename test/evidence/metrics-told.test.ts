import { describe, expect, test } from '@jest/globals';
import type { Metric, Place } from '../../src/evidence/claim.ts';
import { findMetrics } from '../../src/evidence/metrics.ts';
import { maskNotProse } from '../../src/evidence/metrics/mask.ts';
import { passagesOf } from '../../src/evidence/metrics/passages.ts';
import { NOT_TOLD, TOLD } from './metrics-told.ts';

const inBody = (from: number): Place => ({ in: 'body', from });
const find = (text: string) => findMetrics(text, inBody, 'author');
const parts = ({ before, after, change, direction }: Metric) => [before, after, change, direction];

describe('an outcome told in passing', () => {
  test.each(TOLD)('%s', (text, ...expected) => {
    const found = find(text);
    expect(found.map((metric) => metric.text)).toEqual([text]);
    expect(found.map(parts)).toEqual([expected]);
  });

  test('after a clause that hopes, denies or plans something else', () => {
    expect(find('It halves the image, which should please everyone')).toHaveLength(1);
    expect(find('It never blocks a booking; p95 falls from 900 ms to 120 ms')).toHaveLength(1);
  });
});

describe('a figure that is no outcome', () => {
  test.each(NOT_TOLD.map((text) => [text]))('%s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

const lines = (...all: readonly string[]) => all.join('\n');
const fenced = (...all: readonly string[]) => lines('```', ...all, '```');

describe('tables and the output of benchmarks', () => {
  test.each<readonly [string, string, readonly (string | null)[]]>([
    [
      'columns set apart by spaces',
      fenced('               before     after', 'p50            412 ms     19 ms'),
      ['412 ms', '19 ms', null, 'less'],
    ],
    [
      'columns set apart by spaces, with names and a factor',
      fenced('port     berths     before    after    speedup', 'Bergen   40         175 ns    22 ns    ~8x'),
      ['175 ns', '22 ns', '8x', 'less'],
    ],
    [
      'one row for each state',
      lines(
        '| | wall | disk |',
        '|---|---|---|',
        '| before | 5m14s | 6.9 GB |',
        '| **after** | 4m18s | 5.7 GB |',
      ),
      ['5m14s', '4m18s', null, 'less'],
    ],
    [
      'both states in one cell',
      lines('| berths | memory |', '|---|---|', '| 5,000 | 606 → 296 B (−51 %) |'),
      ['606', '296 B', '−51 %', 'less'],
    ],
    [
      'a gain where more is better',
      lines('| | before | after |', '|---|---|---|', '| rows written per second | 6,100 | 41,500 |'),
      ['6,100', '41,500', null, 'more'],
    ],
    [
      'benchcmp and the old benchstat',
      fenced(
        'name      old time/op  new time/op  delta',
        'Encode-8  166µs ± 4%   84µs ± 3%    -49.12%  (p=0.000 n=10+10)',
      ),
      ['166µs', '84µs', '-49.12%', 'less'],
    ],
    [
      'criterion, over two lines',
      fenced(
        'sort  time:   [1.19 ms 1.20 ms 1.21 ms]',
        '      change:',
        '      time:   [−55.7% −55.3% −54.9%] (p = 0.00 < 0.05)',
      ),
      [null, null, '−55.3%', 'less'],
    ],
    [
      'hyperfine, against the former state',
      fenced('Summary', '  ./new ran', '    4.52 ± 0.10 times faster than ./old'),
      [null, null, '4.52', 'less'],
    ],
    [
      'JMH, in a table',
      lines(
        '| Benchmark | before (us/op) | after (us/op) |',
        '|---|---|---|',
        '| Berths.sort | 12.40 | 8.10 |',
      ),
      ['12.40', '8.10', null, 'less'],
    ],
    [
      'k6, in a table',
      lines('| | main | this PR |', '|---|---|---|', '| http_req_duration p(95) | 812ms | 143ms |'),
      ['812ms', '143ms', null, 'less'],
    ],
    [
      'pytest-benchmark, in a table',
      lines('| Name (time in ms) | base | PR |', '|---|---|---|', '| test_load[1000] | 41.2 | 8.7 |'),
      ['41.2', '8.7', null, 'less'],
    ],
    [
      'the value it had, in brackets',
      fenced('load   2.4 ms  (was   9.2 ms, −74%)'),
      ['9.2 ms', '2.4 ms', '−74%', 'less'],
    ],
    [
      'lower bound, estimate and upper bound',
      lines('- Before: [2.92 ms, 2.94 ms, 2.96 ms]', '- After: [2.04 ms, 2.05 ms, 2.07 ms]'),
      ['2.94 ms', '2.05 ms', null, 'less'],
    ],
  ])('%s', (_, text, expected) => {
    expect(find(text).map(parts)).toEqual([expected]);
  });

  test.each([
    ['an estimate that crosses nothing', fenced('      time:   [−2.7% −1.3% +0.2%] (p = 0.07 > 0.05)')],
    ['a benchmark that got slower', fenced('Load-8   8.0n ± 1%   9.1n ± 1%  +12.96% (p=0.003 n=10)')],
    ['a state that got worse', lines('| | wall |', '|---|---|', '| before | 4m |', '| after | 6m |')],
    [
      'two programs side by side',
      fenced('Summary', '  quicksearch ran', '    4.52 ± 0.10 times faster than slowsearch'),
    ],
    ['limits', lines('| limit | before | after |', '|---|---|---|', '| pool | 40 | 10 |')],
    ['lengths of files', lines('| lines | before | after |', '|---|---|---|', '| parser.ts | 400 | 120 |')],
    [
      'a throughput that fell',
      lines('| | before | after |', '|---|---|---|', '| requests per second | 900 | 300 |'),
    ],
    ['counts of tests', fenced(' 12 passed (was 10)')],
    ['the work of others', '- ORD-228 faster history (p95 1.2 s to 300 ms)\n- ORD-231 refunds take a key'],
  ])('%s: no outcome', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('a hostile text', () => {
  const most = 100_000;
  const bits = [
    '1 ',
    '| 1 |\n',
    '1 ms -> ',
    '```\n',
    '- before: 1\n',
    'before  after\n1  2\n',
    'p95 3 s → 2 s, ',
    '(',
    '<!--',
  ];

  test.each(bits)('made of %j is read in pieces of bounded length, each part at most four times', (bit) => {
    const text = bit.repeat(Math.ceil(most / bit.length)).slice(0, most);
    const passages = passagesOf(maskNotProse(text));
    const longest = Math.max(
      0,
      ...passages.filter(({ kind }) => kind === 'sentence').map((one) => one.text.length),
    );
    const read = passages.reduce((sum, one) => sum + one.text.length, 0);
    expect(longest).toBeLessThanOrEqual(1000);
    expect(read).toBeLessThanOrEqual(4 * most);
  });

  test.each([
    'from 1 to ',
    '(1 ms ',
    '1 s / 1 s ',
    '0 of 1 ',
    'aA',
    'speed up (',
    'was 1, ',
    '1 ± 1 times faster than ',
  ])('made of %j has no end but its own', (bit) => {
    for (const { quote } of find(bit.repeat(most / bit.length)))
      expect(quote.text.length).toBeLessThanOrEqual(160);
  });
});
