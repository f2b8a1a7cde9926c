import { describe, expect, test } from '@jest/globals';
import { addUp, check, nothingFound } from '../../src/report/ledger.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { evidenceOf, materialFrom } from './evidence.ts';
import { framework } from './quarter.ts';

const record = {
  text: '#41 was merged on 2026-01-20. Shared with Tove Brandt.',
  grade: 'record',
  key: 'a',
} as const;

describe('looking sentences up', () => {
  test.each([
    ['the day it was merged', 'Merged on 20 January 2026.'],
    ['whom it was shared with', 'Shared with Tove Brandt.'],
  ])('keeps %s', (_, text) => {
    expect(check([{ text, sources: [record] }])).toMatchObject({ kept: [text], dropped: 0 });
  });

  test.each([
    ['another day', 'Merged on 21 January 2026.'],
    ['another year', 'Merged on 20 January 2025.'],
    ['somebody else', 'Shared with Ines Duarte.'],
    ['a figure from nowhere', 'Merged on 20 January 2026 and 40 % faster.'],
    ['a number of changes that nobody counted', '7 changes, merged on 20 January 2026.'],
  ])('drops %s, and counts it', (_, text) => {
    expect(check([{ text, sources: [record] }])).toMatchObject({ kept: [], dropped: 1, found: nothingFound });
  });

  test('one wrong sentence costs none of the others', () => {
    const texts = ['Merged on 20 January 2026.', 'Merged on 2 February 2026.', 'Shared with Tove Brandt.'];
    const checked = check(texts.map((text) => ({ text, sources: [record] })));
    expect(checked.kept).toEqual([texts[0], texts[2]]);
    expect(checked.dropped).toBe(1);
  });

  test('a number counted by code is told apart from one that was found', () => {
    const counts = [{ value: 5, of: 'changes', key: 'a' }];
    const checked = check([{ text: '5 changes, merged on 20 January 2026.', sources: [record], counts }]);
    expect(checked).toMatchObject({ dropped: 0, computed: 1, found: { record: 1 } });
  });

  test('sums are taken grade by grade', () => {
    const one = { record: 1, peer: 2, author: 3, inferred: 4 };
    expect(addUp(one, one)).toEqual({ record: 2, peer: 4, author: 6, inferred: 8 });
    expect(addUp(one, nothingFound)).toEqual(one);
  });
});

describe('a report whose sentence does not hold', () => {
  const report = compose(materialFrom([evidenceOf(41, { strength: 0.9 })]), framework);

  test('says how many were dropped', () => {
    const planted = { ...report, ledger: { ...report.ledger, dropped: 1 } };
    expect(reportMarkdown(planted, framework)).toContain('1 composed sentence was dropped');
    expect(reportMarkdown({ ...report, ledger: { ...report.ledger, dropped: 2 } }, framework)).toContain(
      '2 composed sentences were dropped',
    );
  });

  test('says nothing of it where all hold', () => {
    expect(report.ledger.dropped).toBe(0);
    expect(reportMarkdown(report, framework)).not.toContain('dropped');
  });
});
