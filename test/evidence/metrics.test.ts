import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Metric, Place } from '../../src/evidence/claim.ts';
import { findMetrics } from '../../src/evidence/metrics.ts';

const inBody = (from: number): Place => ({ in: 'body', from });
const find = (text: string) => findMetrics(text, inBody, 'author');
const parts = ({ before, after, change, direction }: Metric) => [before, after, change, direction];

type Row = readonly [
  text: string,
  before: string | null,
  after: string | null,
  change: string | null,
  direction: string | null,
];

const OUTCOMES: readonly Row[] = [
  ['Order search: p95 1.8 s → 210 ms on the replicas', '1.8 s', '210 ms', null, 'less'],
  ['Cuts the pipeline from 40 to 12 minutes', '40', '12 minutes', null, 'less'],
  ['65 % fewer reads per page', null, null, '65 %', 'less'],
  ['Reduces memory by 3 GiB per pod', null, null, '3 GiB', 'less'],
  ['The parser is now 2x faster', null, null, '2x', 'less'],
  ['This cuts 30% of allocations in the hot path', null, null, '30%', 'less'],
  ['Removes 1,200 lines of dead code', null, null, '1,200', 'less'],
  ['saves 4 GB of disk on each node', null, null, '4 GB', 'less'],
  ['p99 latency drops to 80ms', null, '80ms', null, 'less'],
  ['p99 latency dropped from 120ms to 80ms', '120ms', '80ms', null, 'less'],
  ['Query count per request goes from 41 to 3', '41', '3', null, 'less'],
  ['Two fewer round trips per login', null, null, 'Two', 'less'],
  ['Throughput is up 35% with the new codec', null, null, '35%', 'more'],
  ['Startup went down from 9 s to 2.5 s', '9 s', '2.5 s', null, 'less'],
  ['CPU usage 80% → 35%', '80%', '35%', null, 'less'],
  ['Image size shrinks from 1.2 GB to 310 MB', '1.2 GB', '310 MB', null, 'less'],
  ['The nightly export took 52 minutes, now it takes 7 minutes', '52 minutes', '7 minutes', null, 'less'],
  ['Before: 12 s, after: 3 s', '12 s', '3 s', null, 'less'],
  ['nightly backfill: 6h -> 45min', '6h', '45min', null, 'less'],
  ['Monthly bill fell by $1,400', null, null, '$1,400', 'less'],
  ['error rate dropped from 2.1% to 0.03%', '2.1%', '0.03%', null, 'less'],
  ['12-fold faster cold starts', null, null, '12-fold', 'less'],
  ['Speedup of 3.4x on the import benchmark', null, null, '3.4x', 'less'],
  ['Reduces p50 by 18 ms', null, null, '18 ms', 'less'],
  ['We now send 1 KiB payloads instead of 300 KiB', '300 KiB', '1 KiB', null, 'less'],
  ['Build time is down 43%', null, null, '43%', 'less'],
  ['It halves memory use', null, null, null, 'less'],
  ['cuts log volume by ~15x', null, null, '15x', 'less'],
  ['With a batch size of 500, p95 latency drops from 90 ms to 40 ms', '90 ms', '40 ms', null, 'less'],
  ['timeout errors drop from 40 to 2 per day', '40', '2', null, 'less'],
  ['Cache hit rate rises from 61% to 94%', '61%', '94%', null, 'more'],
  ['eliminates 12 redundant queries per page', null, null, '12', 'less'],
  ['-37% allocs/op in the encoder', null, null, '-37%', 'less'],
  ['Bundle is 120 kB smaller', null, null, '120 kB', 'less'],
  ['10 times fewer writes to the journal', null, null, '10 times', 'less'],
  ['Checkout page load is 1.1 seconds faster', null, null, '1.1 seconds', 'less'],
  ['deploys take 4 min instead of 17 min', '17 min', '4 min', null, 'less'],
  ['memory: 512 MiB => 190 MiB', '512 MiB', '190 MiB', null, 'less'],
  ['brings p95 from 900ms down to 140ms', '900ms', '140ms', null, 'less'],
  ['Shaves 90 seconds off every build', null, null, '90 seconds', 'less'],
  ['Full run time goes from 2 min 30 s to 40 s', '2 min 30 s', '40 s', null, 'less'],
  ['The unit tests ran in 10m before and take 2m now', '10m', '2m', null, 'less'],
  ['This makes the endpoint 10 times as fast', null, null, '10 times', 'less'],
  ['Loading the list is twice as fast', null, null, 'twice', 'less'],
  ['Listing takes 300ms instead of ~3s', '3s', '300ms', null, 'less'],
  ['Insert throughput: 10.5 MiB/s before, 20 MiB/s after', '10.5 MiB', '20 MiB', null, 'more'],
  ['Ingest goes from 100 MiB/s to 300 MiB/s', '100 MiB', '300 MiB', null, 'more'],
  ['CPU of the gateway goes down by half, from 8 cores to 4 cores', '8 cores', '4 cores', null, 'less'],
  ['5-10x faster on large tenants', null, null, '5-10x', 'less'],
  ['Around 3x improvement in read throughput', null, null, '3x', 'more'],
  ['gives a 10x reduction in allocated bytes', null, null, '10x', 'less'],
  ['a factor of 10 faster', null, null, '10', 'less'],
  ['reduces the number of S3 calls by a factor of 20', null, null, '20', 'less'],
  ['3 s compared to 30 s on main', '30 s', '3 s', null, 'less'],
  ['took 30s vs 3s with this change', '30s', '3s', null, 'less'],
  ['Execution time: 1884 ms → 12 ms', '1884 ms', '12 ms', null, 'less'],
  ['from 3 queries to 1', '3', '1', null, 'less'],
  ['one fewer query per request', null, null, null, 'less'],
  ['1 less round trip per commit', null, null, null, 'less'],
  ['Avoids one extra DB query per login', null, null, null, 'less'],
  ['avoid an extra round trip per write', null, null, null, 'less'],
  ['saves one allocation per row', null, null, null, 'less'],
  ['Removes 2 allocations per call', null, null, '2', 'less'],
  ['We save about 15% of CPU on the distributor', null, null, '15%', 'less'],
  ['saving ~10% CPU', null, null, '10%', 'less'],
  ['Reduced the binary by 5 MB', null, null, '5 MB', 'less'],
  ['-5 MiB binary size', null, null, '-5 MiB', 'less'],
  ['image is now 310 MB (down from 1.2 GB)', '1.2 GB', '310 MB', null, 'less'],
  ['makes startup 4 seconds faster', null, null, '4 seconds', 'less'],
  ['query time dropped by over 90%', null, null, '90%', 'less'],
  ['We measured a 25% drop in p99', null, null, '25%', 'less'],
  ["there's a ~12% improvement in p50 and ~30% in p99", null, null, '12%', 'less'],
  ['p99 improved from 2.3s to 0.4s', '2.3s', '0.4s', null, 'less'],
  ['Peak memory: 2.1GB before / 600MB after', '2.1GB', '600MB', null, 'less'],
  ['Old: 12.4s, New: 1.1s', '12.4s', '1.1s', null, 'less'],
  ['main: 45s, this branch: 12s', '45s', '12s', null, 'less'],
  ['Before this PR: 1500ms. With this PR: 30ms', '1500ms', '30ms', null, 'less'],
  ['used to take ~30s, now ~2s', '30s', '2s', null, 'less'],
  ['test takes 10 seconds rather than 2 minutes', '2 minutes', '10 seconds', null, 'less'],
  ['speeds up the test from 30 seconds to 5 seconds', '30 seconds', '5 seconds', null, 'less'],
  ['Speed up `TransactionsTest` (from 1m to 10s)', '1m', '10s', null, 'less'],
  ["Cut the test's runtime: 90s → 8s", '90s', '8s', null, 'less'],
  ['this shaves off ~20 seconds from each run', null, null, '20 seconds', 'less'],
  ['decreases WAL volume by 40%', null, null, '40%', 'less'],
  ['reduces lock contention by 70%', null, null, '70%', 'less'],
  ['reducing queue time by 80%', null, null, '80%', 'less'],
  ['drops heap usage 35%', null, null, '35%', 'less'],
  ['we went from 1,200 errors per day to 3', '1,200', '3', null, 'less'],
  ['brings the failure rate from 12% to below 1%', '12%', '1%', null, 'less'],
  ['got rid of ~400 duplicate rows', null, null, '400', 'less'],
  ['deletes 14 unused feature flags', null, null, '14', 'less'],
  ['removes 3 dependencies from the tree', null, null, '3', 'less'],
  ['eliminates 5 redundant RPC calls on startup', null, null, '5', 'less'],
  ['halving the number of syscalls', null, null, null, 'less'],
  ['cuts egress costs by $2k a month', null, null, '$2k', 'less'],
  ['reduces cardinality from 12k to 300 series', '12k', '300', null, 'less'],
  ['Series count falls from 1.2M to 80k', '1.2M', '80k', null, 'less'],
  ['compresses chunks 30% better', null, null, '30%', null],
  ['chunks are 30% smaller', null, null, '30%', 'less'],
  ['index shrinks by 1.4x', null, null, '1.4x', 'less'],
  ['60% less memory, 2x the throughput', null, null, '60%', 'less'],
  ['throughput doubles', null, null, null, 'more'],
  ['latency is halved', null, null, null, 'less'],
  ['almost 2x speedup', null, null, '2x', 'less'],
  ['1.7x speed-up', null, null, '1.7x', 'less'],
  ['performance gain of 18%', null, null, '18%', null],
  ['a 2.5x perf win', null, null, '2.5x', null],
  ['~20% perf improvement', null, null, '20%', null],
  ['bench: 1.23ms -> 0.87ms', '1.23ms', '0.87ms', null, 'less'],
  ['the size of the docker context went from 900MB to 12MB', '900MB', '12MB', null, 'less'],
  ['Compile: 3m12s -> 1m50s', '3m12s', '1m50s', null, 'less'],
  ['allocates 3 times less', null, null, '3 times', 'less'],
  ['fewer allocations (12 -> 3)', '12', '3', null, 'less'],
  ['latency p99 (ms): 350 -> 90', '350', '90', null, 'less'],
  ['improves performance by 30%', null, null, '30%', null],
  ['Improves read performance by 3x', null, null, '3x', null],
  ['increases throughput by ~2.5x', null, null, '2.5x', 'more'],
  ['reduced from 30 to 5 queries', '30', '5', null, 'less'],
  ['Flaky failures fall from 7 out of 80 to 0 out of 80', '7 out of 80', '0 out of 80', null, 'less'],
  ['Peak memory falls from 1.6x to 0.4x of the upload', '1.6x', '0.4x', null, 'less'],
];

const NEAR_MISSES: readonly string[] = [
  'Bump from 1.2 to 1.3',
  'Upgrade Java 11 to 17',
  'timeout from 30s to 60s',
  'Raise the timeout from 30 s to 60 s to survive slow replicas',
  'increase max connections to 200',
  'batch size 100 → 500',
  'set limit to 5MB',
  '12 tests pass',
  'Coverage goes from 71% to 84%',
  'should be about 2x faster',
  'aims to cut latency by 30%',
  'hopefully 40% fewer reads',
  'up to 10x faster potentially',
  'expected to reduce memory by 1 GiB',
  'could reduce the bill by $300',
  'The export currently takes 40 minutes',
  'returns 404 instead of 500',
  'alert when CPU > 80%',
  'Listen on port 8080 instead of 8000',
  'Merged on 2026-03-03 at 14:05',
  'Fixes #412 and #413',
  '+300 −20',
  'Adds 500 lines',
  'Retry 3 times with 2s back-off',
  'Reduce retries from 5 to 3',
  'Lower the sampling rate from 10% to 1%',
  'Reduce the poll interval from 60s to 10s',
  'Change the default page size from 20 to 50',
  '10.0.0.1 → 10.0.0.2',
  'commit 4f2a9c01 → 9b8e7d6f',
  'Saves the file every 5 minutes',
  'Drop support for Node 18',
  'Drop the 2 unused fields',
  'Cuts a release every 2 weeks',
  'does not reduce latency by 30%',
  'Was it 2x faster?',
  'If we cached it, it would be 5x faster',
  'Requests drop after 30 s without a heartbeat',
  'Reduce log retention from 30 days to 7 days',
  'Memory limit: 512Mi → 1Gi',
  'cpu request 500m -> 250m',
  'Improve 3 error messages',
  'Remove 3 unused imports',
  'Kafka 3.6 → 3.7',
  'bring the number of replicas down from 5 to 3',
  'reduces the risk of 500 errors',
  'rename v1 to v2',
  'p95 must stay below 200 ms',
  'The goal is 200 ms at p95',
  'Our SLO is 99.9%',
  'speeds up the 3 slowest tests',
  '30 seconds faster than the deadline requires?',
  'move from 2 to 4 spaces',
  'cuts off names after 30 characters',
  'delay retries by 30 seconds',
  'reduce the TTL by 50%',
  'Cap the queue at 10,000 jobs instead of 50,000',
  'Scale down from 12 pods to 4 pods',
  'Improve docs of the 5 endpoints',
  'reduces the max payload from 10 MB to 1 MB',
  'width from 30% to 50%',
  'go from 2 to 3 queues',
  'The request takes 3 s to time out',
  'It went from bad to worse in 2 days',
  'We drop messages older than 7 days',
  'This is 100% backwards compatible',
  'cut 0.12.0 from 0.11.0',
  'The build was 30% slower without it',
  'time to live is reduced to 5 minutes',
  'Waits 3 s instead of 10 s between attempts',
  'The example uses 10 rows instead of 100',
  'Before merging wait 30 s, after that 60 s',
  'Uses 2 spaces instead of 4',
  'The script runs in 3 steps instead of 5',
  'needs 2 approvals instead of 1',
  'The page shows 50 rows instead of 20',
  'with 3 replicas instead of 5',
  'The test ran in 2 s',
  'It took 3 days to find',
  'used to be 3 files, now 5',
  'without the flag it retries 3 times, with it 5 times',
  'performance matters for 90% of users',
  'A gain of 2 kg',
  'The default goes from 5 min 30 s to 10 min',
  'Halves the timeout',
  'doubles the retry count',
  'The batch of 10 events grows to 20',
  'moves 2 calls to 1 file',
  'Reduces the list to 10 rows',
  'drops rows older than 30 days',
  'p95 latency is 200 ms on staging',
  'Latency of 300 ms compared to our target of 200 ms',
  'Only 30% of requests use it',
  '1 of 4 builds fails',
  '10% of reads go to the replica',
  '100 ms vs 200 ms jitter',
  'We sleep 200 ms less than the lease',
  'Uses 16 MB chunks instead of 8 MB chunks',
  'Adds 2 more alerts',
  '30 more tests',
  'The report lists 3 fewer columns',
  'New: 12.4s sound, Old: gone',
  'a factor of 2 in the hash ring',
  'Reduces the chance of a clash by choosing 128 bits',
  'Removes the 3 s sleep',
  'Drops the 30 s delay before the first poll',
  'Prevents 503 errors while a pod drains',
  'Avoids 404s on the help pages',
  'Eliminates 500 responses for empty carts',
];

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
  test('each changed row of a comparison is an outcome', () => {
    const text = table(
      '| query | before | after |',
      '| orders by day | 1.4 s | 90 ms |',
      '| orders by id | 3 ms | 3 ms |',
      '| totals | 800 ms | 1.2 s |',
    );
    expect(find(text).map(parts)).toEqual([
      ['1.4 s', '90 ms', null, 'less'],
      ['800 ms', '1.2 s', null, 'more'],
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
])('a body of a million units made of %j is read to its end', (bit) => {
  expect(find(bit.repeat(Math.ceil(1_000_000 / bit.length)))).toBeInstanceOf(Array);
});
