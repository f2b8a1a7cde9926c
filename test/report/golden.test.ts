import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { quarterOfWork, thinQuarter, tove } from './golden-facts.ts';
import { framework, materialOf } from './quarter.ts';

const updates = process.env['UPDATE_GOLDEN'] === '1';

function reportOf(changes: readonly ChangeFacts[], person = materialOf): string {
  return reportMarkdown(compose(person(changes), framework), framework);
}

/** Reads the golden file; with UPDATE_GOLDEN=1 writes it first, to be read in review. */
function golden(name: string, markdown: string): string {
  const file = new URL(`../golden/${name}.md`, import.meta.url);
  if (updates) writeFileSync(file, markdown);
  return readFileSync(file, 'utf8');
}

describe('the report as people read it', () => {
  test.each([
    ['report-backend-engineer', quarterOfWork],
    ['report-thin', thinQuarter],
    ['report-empty', []],
  ])('%s', (name, changes) => {
    const markdown = reportOf(changes);
    expect(markdown).toBe(golden(name, markdown));
  });

  test('the one who shared a fix finds it, and nothing of anybody else', () => {
    const markdown = reportOf(quarterOfWork, (changes) => materialOf(changes, tove));
    expect(markdown).toContain('# Tove Brandt');
    expect(markdown).toContain('Shared with Noor Haddad.');
    expect([...markdown.matchAll(/pull\/(\d+)/gu)].map(([, number]) => number)).toEqual(
      expect.not.arrayContaining(['41', '52', '67', '69', '74', '75', '77', '78']),
    );
  });

  test('work that was reverted is only listed as left out', () => {
    const [told = '', leftOut = ''] = reportOf(quarterOfWork).split('<b>Left out</b>');
    expect(told).not.toContain('pull/74');
    expect(leftOut).toContain('pull/74');
    expect(leftOut).toMatch(/It was reverted by #\u200B75/u);
  });

  test('work that nothing took back stays', () => {
    const kept = quarterOfWork.filter(({ title }) => !title.startsWith('Revert'));
    const [told = '', leftOut = ''] = reportOf(kept).split('<b>Left out</b>');
    expect(`${told}${leftOut}`).toContain('pull/74');
    expect(leftOut).not.toContain('reverted');
  });
});
