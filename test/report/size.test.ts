import { describe, expect, test } from '@jest/globals';
import type { LeftOutChange } from '../../src/evidence/evidence.ts';
import { compose } from '../../src/report/compose.ts';
import { reportMarkdown } from '../../src/report/report-markdown.ts';
import { evidenceOf, materialFrom } from './evidence.ts';
import { noor } from './golden-facts.ts';
import { framework } from './quarter.ts';

/** GitHub refuses the body of an issue past this many characters. */
const most = 65_536;

const areas = framework.pack.areas.map(({ key }) => key);

/** A hostile title: every sign must be escaped, which doubles it. */
const wide = '*_'.repeat(200);

function manyPieces(count: number, title: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => {
    const text = title(index);
    const quote = { text, place: { in: 'body', from: 0 } } as const;
    return evidenceOf(index + 1, {
      title: text,
      area: areas[index % areas.length] ?? 'api',
      strength: 0.5 + (index % 40) / 100,
      impact: { text, quote, grade: 'author' },
      signals: [{ rule: 'body.adds', reason: 'adds something new', quote }],
      metrics: [
        { text, quote, grade: 'author', before: null, after: null, change: '40 %', direction: 'less' },
      ],
    });
  });
}

function manyLeftOut(count: number, title: string): readonly LeftOutChange[] {
  return manyPieces(count, () => title).map(({ subject }) => ({
    subject,
    people: [noor.key],
    kind: 'bump',
    reason: 'It raises a dependency and changes no code of its own.',
  }));
}

describe('a report stays short enough for GitHub', () => {
  test.each([
    [
      'ordinary titles',
      (index: number) => `Let the hall number ${index} be booked by whoever pays for it first`,
    ],
    ['titles as wide as they may be', () => wide],
    ['titles of signs outside the basic plane', () => '🚢'.repeat(120)],
    ['one word without an end', () => 'a'.repeat(5000)],
  ])('with 5,000 pieces of evidence and %s', (_, title) => {
    const material = materialFrom(manyPieces(5000, title), { leftOut: manyLeftOut(500, title(0)) });
    const markdown = reportMarkdown(compose(material, framework), framework);
    expect(markdown.length).toBeLessThan(most);
    expect(markdown).toContain('The newest');
    expect(markdown).toMatch(/… and \d+ more/u);
    expect(markdown.isWellFormed()).toBe(true);
  });

  test('with 5,000 pieces to ask about', () => {
    const asked = manyPieces(5000, () => wide).map((item) => ({ ...item, stands: 'asked' as const }));
    const markdown = reportMarkdown(compose(materialFrom(asked), framework), framework);
    expect(markdown.length).toBeLessThan(most);
    expect(markdown).toMatch(/and \d+ older ones/u);
  });

  test('with names that have no end', () => {
    const endless = 'N'.repeat(50_000);
    const shared = [1, 2, 3].map((number) => `${endless}${number}`);
    const evidence = [1, 2, 3, 4, 5].map((number) => evidenceOf(number, { strength: 0.9, shared }));
    const material = materialFrom(evidence, { engineer: endless });
    const markdown = reportMarkdown(compose(material, framework), framework);
    expect(markdown.length).toBeLessThan(most);
    expect(markdown).toContain('Shared with NNN');
  });
});
