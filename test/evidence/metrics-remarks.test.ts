import { describe, expect, test } from '@jest/globals';
import type { ChangeFacts, CommentFacts } from '../../src/evidence/facts.ts';
import { readChange } from '../../src/evidence/reading.ts';
import { ada, bertil, changeFacts, dependabot } from '../fixtures/facts.ts';

const before = '2026-03-02T12:00:00Z';
const after = '2026-03-05T12:00:00Z';

function comment(body: string, overrides: Partial<CommentFacts> = {}): CommentFacts {
  return { key: 'github:c1', author: bertil, body, at: after, url: 'https://example.org/c1', ...overrides };
}

function told(change: Partial<ChangeFacts>) {
  return readChange(changeFacts(change)).metrics;
}

function saidBy(author: CommentFacts['author'], body: string, at = after): readonly string[] {
  return told({ comments: [comment(body, { author, at })] }).map(({ text }) => text);
}

describe('an outcome that a colleague tells below the change', () => {
  test.each([
    ['p95 went from 1.8 s to 210 ms after the deploy'],
    ['Confirmed on staging: p95 went from 1.8 s to 210 ms'],
    ['Looking at the dashboards, pages a night went from 11 to 0 since Tuesday'],
    ['Nice, this PR cuts the nightly export from 52 to 7 minutes'],
    ['The bill of the search cluster fell by 800 EUR a month since this went live'],
    ['We see 65 % fewer reads per page in production'],
    ['No timeouts since the release'],
  ])('%s', (body) => {
    const [metric, ...others] = told({ comments: [comment(`Thanks!\n\n${body}.`)] });
    expect(others).toEqual([]);
    expect(metric).toMatchObject({
      grade: 'peer',
      quote: {
        text: metric?.text,
        place: { in: 'comment', key: 'github:c1', url: 'https://example.org/c1' },
      },
    });
    expect(body).toContain(metric?.text);
  });

  test('its place is that of the words in the comment', () => {
    const body = 'Merged yesterday.\n\n> how is it?\n\np95 went from 1.8 s to 210 ms.';
    const [metric] = told({ comments: [comment(body)] });
    const place = metric?.quote.place;
    expect(place !== undefined && 'from' in place && body.slice(place.from)).toBe(
      'p95 went from 1.8 s to 210 ms.',
    );
  });

  test('a review and a conversation on lines are read too', () => {
    const body = 'I measured this branch: p95 went from 1.8 s to 210 ms';
    const review = { ...comment(body, { key: 'github:r1', at: before }), state: 'approved' } as const;
    expect(told({ reviews: [review] })).toMatchObject([
      { grade: 'peer', quote: { place: { in: 'review' } } },
    ]);
    const thread = {
      key: 't',
      path: 'a.go',
      resolved: true,
      resolvedBy: null,
      outdated: false,
      comments: [comment(body)],
    };
    expect(told({ threads: [thread] })).toMatchObject([
      { grade: 'peer', quote: { place: { in: 'comment' } } },
    ]);
  });
});

describe('what a colleague says that is no outcome of the change', () => {
  test.each([
    ['a request', 'Could you get this under 200 ms? It went from 1.8 s to 900 ms.', before],
    ['a request in the imperative', 'Reduce the lookups by 30 % here.', before],
    ['a politer one', 'Please cut the payload from 80 kB to 12 kB.', before],
    ['a question', 'Did p95 really go from 1.8 s to 210 ms after the deploy?', after],
    ['a question about it', 'This change drops the calls from 5 to 3. Is that intended?', before],
    ['a guess', 'I think this PR makes it 3x faster.', before],
    ['a hope', 'This PR should cut the build from 40 to 12 minutes.', before],
    ['a condition', 'If you cache this, the time goes from 40 ms to 3 ms.', before],
    ['a way of their own', 'Caching the key here cuts the lookups by 30 %.', before],
    ['a way that they tried', 'I tried a bloom filter and it went from 40 ms to 3 ms.', before],
    ['a variant of theirs', 'With a map the loop goes from 40 ms to 3 ms.', before],
    ['their own branch', 'On my branch the build went from 40 to 12 minutes.', before],
    ['another system', 'In our other service the same change took p95 from 3 s to 1 s.', after],
    ['another change', 'p95 went from 3 s to 1 s with #381 already.', after],
    ['an earlier time', 'Back in 2023 the export went from 52 to 7 minutes.', after],
    ['a goal', 'The goal was to bring p95 from 1.8 s to 210 ms.', after],
    ['what got worse', 'After the deploy p95 went from 210 ms to 1.8 s.', after],
    ['a quote', '> p95 went from 1.8 s to 210 ms\n\nAgreed.', after],
    ['code', '```\n// cuts p95 from 1.8 s to 210 ms\n```', after],
    ['a log', '2026-03-05T10:00:00 INFO latency dropped from 1.8 s to 210 ms', after],
    ['a setting', 'The timeout went from 30 s to 10 s after the deploy.', after],
    ['a word taken back', 'p95 went from 1.8 s to 210 ms. Scratch that, wrong dashboard.', after],
    ['struck out', '~~p95 went from 1.8 s to 210 ms~~', after],
    ['no word on this change, before it is merged', 'p95 went from 1.8 s to 210 ms.', before],
  ])('%s', (_, body, at) => {
    expect(saidBy(bertil, body, at)).toEqual([]);
  });

  test('a bot counts for nobody', () => {
    expect(saidBy(dependabot, 'p95 went from 1.8 s to 210 ms after the deploy.')).toEqual([]);
  });

  test('nor do words that say a machine wrote them', () => {
    const body = 'p95 went from 1.8 s to 210 ms.\n\nGenerated by an AI assistant';
    expect(saidBy(bertil, body)).toEqual([]);
  });
});

describe('what the author tells below the change', () => {
  test('is the word of the author', () => {
    expect(
      told({ comments: [comment('Update: p95 went from 1.8 s to 210 ms.', { author: ada })] }),
    ).toMatchObject([
      { grade: 'author', before: '1.8 s', after: '210 ms', quote: { place: { in: 'comment' } } },
    ]);
  });

  test('before the merge, too', () => {
    expect(saidBy(ada, 'Measured again: the export takes 7 minutes instead of 52.', before)).toHaveLength(1);
  });

  test.each([
    ['another way', 'I tried your suggestion: it goes from 40 ms to 3 ms, but loses the order.'],
    ['a plan', 'The next step will cut it from 40 ms to 3 ms.'],
    ['another change', 'The build went from 40 to 12 minutes with #381.'],
  ])('%s is none', (_, body) => {
    expect(saidBy(ada, body, before)).toEqual([]);
  });

  test('those who wrote it together are authors', () => {
    const change = { coAuthors: [bertil], comments: [comment('p95 went from 1.8 s to 210 ms.')] };
    expect(told(change)).toMatchObject([{ grade: 'author' }]);
  });
});

describe('what is said twice', () => {
  const said = 'p95 went from 1.8 s to 210 ms after the deploy.';

  test('stands once where the description says it', () => {
    const metrics = told({ body: 'p95: 1,800 ms → 210 ms on the replicas.', comments: [comment(said)] });
    expect(metrics).toMatchObject([{ grade: 'author', quote: { place: { in: 'body' } } }]);
  });

  test('stands beside the description where it measured something else', () => {
    const metrics = told({ body: 'Locally p95 goes from 2 s to 300 ms.', comments: [comment(said)] });
    expect(metrics.map(({ grade }) => grade)).toEqual(['author', 'peer']);
  });

  test("is a colleague's word where a colleague and the author say it", () => {
    const own = comment(said, { author: ada, at: before, key: 'github:c0' });
    expect(told({ comments: [own, comment(said)] })).toMatchObject([{ grade: 'peer' }]);
  });
});

test('a long discussion adds three at most, in an order that reading does not change', () => {
  const all = Array.from({ length: 9 }, (_, at) =>
    comment(`p95 went from ${at + 20} s to ${at + 2} s after the deploy.`, { key: `github:c${at}` }),
  );
  const metrics = told({ comments: all });
  expect(metrics).toHaveLength(3);
  expect(told({ comments: all.toReversed() })).toEqual(metrics);
});
