import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { commentMarkdown, withdrawnMarkdown } from '../../src/report/comment-markdown.ts';
import { compose } from '../../src/report/compose.ts';
import { prepMarkdown } from '../../src/report/prep-markdown.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { evidenceOf, indexChange, keptMaterial, keptOrigin } from './kept.ts';
import { framework } from './quarter.ts';

/** Reads the golden file; with UPDATE_GOLDEN=1 writes it first, to be read in review. */
function golden(name: string, markdown: string): string {
  const path = new URL(`../golden/${name}.md`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, markdown);
  return readFileSync(path, 'utf8');
}

const report = compose(keptMaterial(), framework);
const comment = commentMarkdown(evidenceOf([indexChange]), framework);

describe('what GitHub shows as people read it', () => {
  test.each([
    ['report-kept', reportMarkdown(report, framework)],
    ['prep', prepMarkdown(report, framework)],
    ['prep-empty', prepMarkdown(compose(keptMaterial([]), framework), framework)],
    ['comment', comment],
    ['comment-withdrawn', withdrawnMarkdown()],
  ])('%s', (name, markdown) => {
    expect(markdown).toBe(golden(name, markdown));
  });

  test('it says who can read it, each with the reason', () => {
    expect(reportMarkdown(report, framework)).toContain(
      'Who can read it: noor, mira (manager), olu (owner).',
    );
  });

  test('the model that read along is named, and only then', () => {
    const read = compose({ ...keptMaterial(), origin: { ...keptOrigin, model: 'small-2' } }, framework);
    expect(reportMarkdown(read, framework)).toContain('model small-2');
    expect(reportMarkdown(report, framework)).toContain('no model used');
  });
});

describe('every sentence is looked up', () => {
  test('none of this report was dropped', () => {
    expect(report.ledger.dropped).toBe(0);
    expect(report.ledger.found.record).toBeGreaterThan(0);
  });

  test('each of the three kinds of work is told', () => {
    expect(report.worthKnowing.map(({ kind }) => kind).toSorted()).toEqual(['change', 'incident', 'review']);
  });

  test('what became of a change is told where somebody looked', () => {
    const change = report.worthKnowing.find(({ kind }) => kind === 'change');
    expect(change?.record.join(' ')).toContain('No revert and no linked incident seen in 30 days.');
  });
});

describe('a comment', () => {
  test('names nobody by a mention, and judges nobody', () => {
    expect(comment).not.toMatch(/@\w/u);
    expect(comment).toContain('1.8 s to 210 ms');
  });

  test('gives the reason first, then what shows it', () => {
    const [first] = evidenceOf([indexChange]);
    if (first === undefined) throw new Error('the index is evidence of something');
    const quiet = { ...first, metrics: [], impact: null, area: 'api' };
    const notable = { reason: 'It records a design decision and shows that it works.', strength: 0.9 };
    const decision = {
      rule: 'path.decision.all',
      reason: 'records a design decision',
      quote: { text: 'docs/adr/0014.md', place: { in: 'path' } },
    } as const;
    const other = { ...decision, reason: 'changes documentation' };
    expect(commentMarkdown([{ ...quiet, notable, signals: [decision] }], framework)).toContain(
      '**Worth remembering: API & service delivery.** It records a design decision (`docs/adr/0014.md`) and shows that it works.\n',
    );
    expect(commentMarkdown([{ ...quiet, notable, signals: [other] }], framework)).toContain(
      'It records a design decision and shows that it works. It changes documentation (`docs/adr/0014.md`).\n',
    );
  });

  test('a title cannot make it say or do anything', () => {
    const hostile = {
      ...indexChange,
      title: '</sub> @everyone ![x](https://evil.example/p.png) index scans',
      body: '',
    };
    const text = commentMarkdown(evidenceOf([hostile]), framework);
    expect(text).not.toMatch(/@everyone|!\[|<\/sub> @/u);
  });
});
