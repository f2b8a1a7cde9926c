import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ground, groundAll, type Count, type Source } from '../../src/evidence/ground.ts';
import { stories, sourcesOf, written } from './grounded-sentences.ts';

const said = (text: string, who?: string, grade: Source['grade'] = 'author', key = 'change:1'): Source => ({
  text,
  grade,
  key,
  ...(who === undefined ? {} : { who }),
});

const SOURCES: readonly Source[] = [
  said(
    'Order search was slow. p95 1.8 s → 210 ms on the prod replicas, by an index on `(account_id, created_at)`. ' +
      'Reads per page go from 41 to 3. No application code changed. All three replicas were measured. ' +
      'We expect the bill to fall by $900 a month. The flag was on between 4–18 March.',
    'Adaeze Okafor',
  ),
  said(
    'payments-api#412 merged on 2026-03-03. Flag removed on 2026-03-19 in #420.',
    'Adaeze Okafor',
    'record',
    'record:1',
  ),
  said("the 9 o'clock page is gone, we copied your comparison job as is", 'Priya', 'peer', 'comment:1'),
];

const FAITHFUL: readonly string[] = [
  'Order search p95 fell from 1.8 s to 210 ms.',
  'Order search p95 fell from 1,800 ms to 0.21 seconds (#412).',
  'Order search: p95 1.8s -> 210ms.',
  'PR #412 brought p95 from 1.8 seconds to 0.21 seconds.',
  'Adaeze cut order search p95 by 88 %.',
  'Adaeze Okafor cut order search p95 by 88.3 percent.',
  'Order search p95 is about 90 % lower.',
  'p95 of order search is 8.6 times faster.',
  'p95 fell by 1,590 ms.',
  '38 fewer reads per page.',
  'Reads per page fell to 3.',
  'p95 is now 210 ms.',
  'It was 1.8 s before.',
  'Merged on 3 March 2026; the flag was removed on March 19th.',
  'Merged in March 2026.',
  'The flag was on on 9 March.',
  'Merged on 3 March behind a flag, which was removed on 19 March (#420).',
  'Priya: “the 9 o’clock page is gone”.',
  '“we copied your comparison job as is”, said Priya.',
  'Priya: "the 9 o\'clock page … copied your comparison job".',
  'Adaeze cut reads per page from 41 to 3, with no change to application code.',
  'An index on `(account_id, created_at)` brought p95 down to 210 ms.',
  'All three replicas were measured.',
  'Every replica was measured.',
  '"p95 1.8 s → 210 ms on the prod replicas", by an index (payments-api#412).',
  'Order search was slow; p95 fell from 1.8 s to 210 ms by an index.',
  'The bill is expected to fall by $900 a month.',
];

type Fault =
  | 'figure'
  | 'date'
  | 'quote'
  | 'reference'
  | 'name'
  | 'system'
  | 'order'
  | 'direction'
  | 'unit'
  | 'negation'
  | 'universal'
  | 'certainty'
  | 'person';

const UNFAITHFUL: readonly (readonly [sentence: string, fault: Fault])[] = [
  ['Order search p95 fell from 210 ms to 1.8 s.', 'order'],
  ['Order search p95 rose from 1.8 s to 210 ms.', 'direction'],
  ['p95 of order search is 8.6 times slower.', 'direction'],
  ['Reads per page rose by 38.', 'direction'],
  ['Order search p95 fell from 1.8 s to 210 s.', 'unit'],
  ['Order search p95 fell from 1.8 ms to 210 ms.', 'unit'],
  ['The bill is expected to fall by €900 a month.', 'unit'],
  ['Order search p99 fell from 1.8 s to 210 ms.', 'system'],
  ['Adaeze cut order search p95 by 90 %.', 'figure'],
  ['Adaeze cut order search p95 by 88.9 %.', 'figure'],
  ['Adaeze cut reads per page from 41 to 4.', 'figure'],
  ['Adaeze cut writes per page from 41 to 3.', 'figure'],
  ['Adaeze halved reads per page.', 'figure'],
  ['Reads per page were cut by half.', 'figure'],
  ['Thousands of reads per page are gone.', 'figure'],
  ['Two replicas were measured.', 'figure'],
  ['41 replicas were measured.', 'figure'],
  ['p95 was 210 ms before.', 'order'],
  ['p95 is now 1.8 s.', 'order'],
  ['Tomás cut order search p95 by 88 %.', 'name'],
  ['Priya cut order search p95 by 88 %.', 'person'],
  ['According to Priya, p95 fell from 1.8 s to 210 ms.', 'person'],
  ['Adaeze and Priya cut reads per page from 41 to 3.', 'person'],
  ['Merged on 4 March 2026.', 'date'],
  ['Merged on 3 March 2025.', 'date'],
  ['Merged on 3 May 2026.', 'date'],
  ['Flag removed on 3 March 2026.', 'date'],
  ['The flag was on on 22 March.', 'date'],
  ['Adaeze: “the 9 o’clock page is gone”.', 'person'],
  ['“we copied your comparison job”, said Adaeze.', 'person'],
  ['Priya: “the 9 o’clock page is back”.', 'quote'],
  ['Priya: “copied your comparison job … the 9 o’clock page”.', 'quote'],
  ['Adaeze did not cut reads per page from 41 to 3.', 'negation'],
  ['Adaeze no longer cuts reads per page from 41 to 3.', 'negation'],
  ['Application code changed.', 'negation'],
  ['Adaeze alone cut reads per page from 41 to 3.', 'universal'],
  ['Adaeze was the first to cut reads per page from 41 to 3.', 'universal'],
  ['Every page needs 3 reads.', 'universal'],
  ['The bill fell by $900 a month.', 'certainty'],
  ['p95 fell from 1.8 s to 210 ms on Redis.', 'name'],
  ['Mira led it.', 'name'],
  ['It rests on #413.', 'reference'],
  ['It rests on billing#412.', 'reference'],
  ['An index on `(account_id, updated_at)` did it.', 'system'],
  ['An index on orders_by_account did it.', 'system'],
  ['It shipped in v2.4.1.', 'system'],
];

const faultsOf = (sentence: string, sources: readonly Source[] = SOURCES) => {
  const { findings, contradictions } = ground(sentence, sources);
  const lost = findings
    .filter((finding) => finding.support.state === 'unsupported')
    .map((finding) => finding.kind);
  return [...lost, ...contradictions.map((one) => one.kind)];
};

describe('sentences that their sources bear out', () => {
  test.each(FAITHFUL.map((sentence) => [sentence]))('%s', (sentence) => {
    expect(faultsOf(sentence)).toEqual([]);
    expect(ground(sentence, SOURCES).passes).toBe(true);
  });
});

describe('sentences that say something else', () => {
  test.each(UNFAITHFUL)('%s (%s)', (sentence, fault) => {
    expect(faultsOf(sentence)).toContain(fault);
    expect(ground(sentence, SOURCES).passes).toBe(false);
  });
});

const PAIRS: readonly (readonly [source: string, sentence: string, passes: boolean])[] = [
  ['p95 did not go from 1.8 s to 210 ms as hoped.', 'p95 fell from 1.8 s to 210 ms.', false],
  ['We hope that p95 falls from 1.8 s to 210 ms.', 'p95 fell from 1.8 s to 210 ms.', false],
  [
    'We hope that p95 falls from 1.8 s to 210 ms.',
    'The hope is that p95 could fall from 1.8 s to 210 ms.',
    true,
  ],
  ['Fixes it for 12 endpoints. 3 services call it.', 'Adaeze fixed it for 12 endpoints.', true],
  ['Fixes it for 12 endpoints. 3 services call it.', 'Adaeze fixed it for 12 services.', false],
  [
    '| query | before | after |\n|---|---|---|\n| p95 | 1.8 s | 210 ms |',
    'p95 fell from 1.8 s to 210 ms.',
    true,
  ],
  [
    '| query | before | after |\n|---|---|---|\n| p95 | 1.8 s | 210 ms |',
    'p95 rose from 210 ms to 1.8 s.',
    false,
  ],
  ['Memory: 3.2 GB → 1.1 GB', 'Memory fell from 3.2 GB to 1.1 GB, a drop of 66 %.', true],
  ['Memory: 3.2 GB → 1.1 GB', 'Memory fell by 2.1 GB.', true],
  ['Memory: 3.2 GB → 1.1 GB', 'Memory fell from 3.2 GiB to 1.1 GiB.', false],
  ['Memory: 3.2 GB → 1.1 GB', 'Memory fell by 4.3 GB.', false],
  ['bill: $4,200 -> $2,800 per month', 'The bill fell from $4200 to $2.8k per month.', true],
  ['bill: $4,200 -> $2,800 per month', 'The bill fell from $4,200 to $2,800 per day.', false],
  [
    'Cuts the pipeline from 40 to 12 minutes.',
    'The pipeline was cut from 40 to 12 minutes, 28 minutes less.',
    true,
  ],
  ['Cuts the pipeline from 40 to 12 minutes.', 'The pipeline was cut from 40 to 12 seconds.', false],
  ['Reads fell from 12 to 3, writes fell from 40 to 8.', 'Reads fell from 12 to 3.', true],
  ['Reads fell from 12 to 3, writes fell from 40 to 8.', 'Reads fell from 40 to 8.', false],
  ['Takes 1.83 s.', 'It takes about 1.8 s.', true],
  ['Takes 1.83 s.', 'It takes 1.8 s.', false],
  ['Moves the ledger to NATS.', 'Adaeze moved the ledger to NATS.', true],
  ['Moves the ledger to NATS.', 'Adaeze moved the ledger to Kafka.', false],
  ['Priya fixed the leak, I wrote the test.', 'Adaeze fixed the leak.', false],
  ['Uses 3 GiB per pod.', 'Saves 3 GiB per pod.', false],
  ['Saves 3 GiB per pod.', 'Adaeze saved 3 GiB per pod.', true],
];

describe('one source, one sentence', () => {
  test.each(PAIRS)('%j → %s passes: %s', (source, sentence, passes) => {
    expect(ground(sentence, [said(source, 'Adaeze')]).passes).toBe(passes);
  });
});

describe('what a finding tells', () => {
  test('whose word a figure is, and where it stands', () => {
    const [finding] = ground('p95 fell to 210 ms.', SOURCES).findings.filter((one) => one.kind === 'figure');
    expect(finding).toEqual({
      kind: 'figure',
      text: '210 ms',
      from: 12,
      support: { state: 'found', key: 'change:1', grade: 'author', who: 'Adaeze Okafor' },
    });
  });

  test('the formula of what was computed', () => {
    const [finding] = ground('Adaeze cut p95 by 88 %.', SOURCES).findings.filter(
      (one) => one.kind === 'figure',
    );
    expect(finding?.support).toMatchObject({ state: 'computed', formula: '(1.8 s - 210 ms) / 1.8 s = 88 %' });
  });

  test('numbers that code counted pass, for the thing that was counted', () => {
    const counts: readonly Count[] = [
      { value: 9, of: 'reviews', key: 'reviews' },
      { value: 61, of: 'reviews', key: 'reviews' },
    ];
    const reviews = [said('Reviews after which the commented lines changed.', undefined, 'record')];
    expect(ground('9 of 61 reviews: the lines changed.', reviews, counts).passes).toBe(true);
    expect(ground('9 of 62 reviews: the lines changed.', reviews, counts).passes).toBe(false);
    expect(ground('61 incidents: the lines changed.', reviews, counts).passes).toBe(false);
  });

  test('many sentences are judged as each would be alone', () => {
    const sentences = [...FAITHFUL.slice(0, 5), 'Reads per page rose by 38.'];
    expect(groundAll(sentences, SOURCES)).toEqual(sentences.map((sentence) => ground(sentence, SOURCES)));
  });
});

describe('generated stories', () => {
  test('a true sentence passes in every spelling; with one thing swapped it never does', () => {
    fc.assert(
      fc.property(written, ({ sources, truth, planted }) => {
        expect([truth, ground(truth, sources).passes]).toEqual([truth, true]);
        expect([planted, ground(planted, sources).passes]).toEqual([planted, false]);
      }),
      { numRuns: 2000 },
    );
  });

  test('nothing with a figure passes without a source', () => {
    fc.assert(
      fc.property(written, ({ truth }) => {
        const { findings, passes } = ground(truth, []);
        expect(findings.length === 0 || !passes).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('any text may come: it is judged, never thrown at', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('(((', '[a-z', '\\', '`', '#', '“', '1 to ', '\uD800', '\0'),
    );
    fc.assert(
      fc.property(fc.array(hostile), fc.array(hostile), stories, (words, texts, story) => {
        const sources = [...sourcesOf(story), ...texts.map((text) => said(text, text))];
        expect(typeof ground(words.join(' '), sources).passes).toBe('boolean');
      }),
      { numRuns: 150 },
    );
  });
});

test.each([
  '1 ',
  'not ',
  'from 1 to ',
  'A',
  'A ',
  '#1',
  'May 1 ',
  '"a',
  '`',
  'all ',
  '1,111',
  'x.',
  'cut by ',
])('a source of a million units made of %j is read to its end', (bit) => {
  const sources = [said(bit.repeat(Math.ceil(1_000_000 / bit.length)), 'Adaeze')];
  expect(ground('Adaeze cut p95 from 1.8 s to 210 ms on 3 March (#412).', sources).passes).toBe(false);
});
