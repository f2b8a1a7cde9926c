import { describe, expect, test } from '@jest/globals';
import type { Grade, Metric } from '../../src/evidence/claim.ts';
import { commentMarkdown } from '../../src/report/comment-markdown.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { evidenceOf, materialFrom } from './evidence.ts';
import { framework } from './quarter.ts';

const url = 'https://seatmap.example/tickets/pull/1#c7';

function saidIn(place: 'review' | 'comment', grade: Grade, address: string | null = url): Metric {
  const text = 'p95 went from 1.8 s to 210 ms';
  const quote = { text, place: { in: place, key: 'github:c7', from: 0, url: address } } as const;
  return { text, quote, grade, before: '1.8 s', after: '210 ms', change: null, direction: 'less' };
}

function reportWith(metric: Metric): string {
  const evidence = [evidenceOf(1, { strength: 0.9, metrics: [metric] })];
  return reportMarkdown(compose(materialFrom(evidence), framework), framework);
}

describe('a metric that was told in a remark', () => {
  test.each([
    ['peer', 'comment', `◐ In figures: “p95 went from 1.8 s to 210 ms” ([comment](${url})).`],
    ['author', 'comment', `. In figures: “p95 went from 1.8 s to 210 ms” ([comment](${url})).`],
    ['peer', 'review', `◐ In figures: “p95 went from 1.8 s to 210 ms” ([review](${url})).`],
  ] as const)('%s, %s: the report shows whose word it is and where', (grade, place, line) => {
    expect(reportWith(saidIn(place, grade))).toContain(line);
  });

  test('without an address the report says where all the same', () => {
    expect(reportWith(saidIn('comment', 'peer', null))).toContain('210 ms” (comment)');
  });

  test('an address that is none becomes no link', () => {
    // oxlint-disable-next-line no-script-url
    expect(reportWith(saidIn('comment', 'peer', 'javascript:alert(1)'))).toContain('210 ms” (comment)');
  });

  test('the comment on notable work says so, too', () => {
    const evidence = [evidenceOf(1, { strength: 0.9, metrics: [saidIn('comment', 'peer')] })];
    expect(commentMarkdown(evidence, framework)).toContain(
      `By a remark on it: “p95 went from 1.8 s to 210 ms” ([comment](${url})).`,
    );
  });

  test('a reason that rests on it is a colleague’s word', () => {
    const metric = saidIn('comment', 'peer');
    const signal = { rule: 'shape.states-a-metric', reason: 'says what it gained', quote: metric.quote };
    const evidence = [evidenceOf(1, { strength: 0.9, metrics: [metric], signals: [signal] })];
    const [story] = compose(materialFrom(evidence), framework).worthKnowing;
    expect(story?.because).toMatchObject([{ place: 'comment', grade: 'peer' }]);
  });
});
