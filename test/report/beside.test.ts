import { describe, expect, test } from '@jest/globals';
import type { Evidence } from '../../src/evidence/evidence.ts';
import { evidenceOfOne } from '../../src/evidence/persons.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { evidenceOf, materialFrom } from './evidence.ts';
import { framework } from './quarter.ts';

const lastYear = { from: '2025-10-01', to: '2026-01-01', timeZone: 'UTC' };

function line(now: readonly Evidence[], then: readonly Evidence[]): string | undefined {
  const before = { cycle: lastYear, evidence: evidenceOfOne(then) };
  const markdown = reportMarkdown(compose(materialFrom(now, { before }), framework), framework);
  return markdown.split('\n').find((text) => text.startsWith('Beside '));
}

function review(number: number, repository: string): Evidence {
  const item = evidenceOf(number, { area: 'quality' });
  return {
    ...item,
    activity: { ...item.activity, kind: 'review', part: 'reviewer' },
    subject: { ...item.subject, repository },
  };
}

const path = (reason: string) =>
  [{ rule: 'path.x', reason, quote: { text: 'docs/adr/1.md', place: { in: 'path' } } }] as const;
const begins = 'Beside their own period before (1 October – 31 December 2025), ';

describe('beside their own cycle before', () => {
  test.each<readonly [string, readonly Evidence[], readonly Evidence[], string]>([
    [
      'nothing new is said to be the same',
      [evidenceOf(1)],
      [evidenceOf(2)],
      'the same areas and repositories.',
    ],
    [
      'an area',
      [evidenceOf(1), evidenceOf(3, { area: 'design' })],
      [evidenceOf(2)],
      'new here: system design & architecture.',
    ],
    [
      'what is only asked is not new',
      [evidenceOf(1), evidenceOf(3, { area: 'design', stands: 'asked' })],
      [evidenceOf(2)],
      'the same areas and repositories.',
    ],
    [
      'a part',
      [evidenceOf(1), review(3, 'seatmap/tickets')],
      [evidenceOf(2, { area: 'quality' }), evidenceOf(4)],
      'new here: reviews.',
    ],
    [
      'repositories of reviews',
      [review(1, 'seatmap/tickets'), review(2, 'seatmap/web'), review(3, 'seatmap/app')],
      [review(4, 'seatmap/tickets')],
      'new here: reviews in app and web.',
    ],
    [
      'what files show',
      [evidenceOf(1, { signals: path('records a design decision') })],
      [evidenceOf(2, { signals: path('changes a runbook') })],
      'new here: work that records a design decision ([#​1](https://seatmap.example/tickets/pull/1)).',
    ],
    [
      'more of the same is not new',
      [evidenceOf(1), evidenceOf(2), evidenceOf(3)],
      [evidenceOf(4)],
      'the same areas and repositories.',
    ],
    [
      'less of the same is not told',
      [evidenceOf(1)],
      [evidenceOf(2), evidenceOf(3), evidenceOf(4, { area: 'design' })],
      'the same areas and repositories.',
    ],
  ])('%s', (_, now, then, expected) => {
    expect(line(now, then)).toBe(`${begins}${expected}`);
  });

  test('without one nothing is said', () => {
    expect(line([evidenceOf(1)], [])).toBeUndefined();
  });
});
