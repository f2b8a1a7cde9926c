import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { splitBody } from '../../src/report/split-body.ts';
import { anyMarkdown } from './any-markdown.ts';

const body = '# Ada · first half of 2026\n\n- [x] Order search `E-41c9a2`';

function paragraphs(count: number, length: number): string {
  return Array.from({ length: count }, (_, index) => `${index} `.padEnd(length, 'word ')).join('\n\n');
}

describe('a text in parts', () => {
  test('stays whole where it fits', () => {
    expect(splitBody('')).toEqual(['']);
    expect(splitBody(body)).toEqual([body]);
    expect(splitBody('a'.repeat(65_000))).toHaveLength(1);
  });

  test('is cut before a heading where that leaves the part half full', () => {
    const text = `## One\n\n${paragraphs(3, 50)}\n\n## Two\n\n${paragraphs(2, 50)}`;
    expect(splitBody(text, 250)).toEqual([
      `## One\n\n${paragraphs(3, 50)}\n`,
      `## Two\n\n${paragraphs(2, 50)}`,
    ]);
  });

  test('keeps code, tables and details whole where they fit', () => {
    const code = `\`\`\`ts\n${'## no heading\n\n'.repeat(10)}\`\`\``;
    const details = `<details><summary>More</summary>\n\n## Inside\n\n${paragraphs(3, 30)}\n\n</details>`;
    const table = `| a | b |\n| --- | --- |\n${'| one | two |\n'.repeat(12).trim()}`;
    for (const block of [code, details, table]) {
      const text = `${paragraphs(2, 90)}\n\n${block}\n\n${paragraphs(2, 90)}`;
      const parts = splitBody(text, 260);
      expect(parts.join('\n')).toBe(text);
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.filter((part) => part.includes(block))).toHaveLength(1);
    }
  });

  test('details that are only talked about in code open nothing', () => {
    const start = `\`\`\`html\n<details>\n\`\`\`\n\n## One\n\n${paragraphs(3, 50)}\n`;
    const end = `## Two\n\n${paragraphs(2, 50)}`;
    expect(splitBody(`${start}\n${end}`, 280)).toEqual([start, end]);
  });

  test('what is too long alone is closed and opened again', () => {
    const rows = Array.from({ length: 40 }, (_, index) => `| row ${index} | ${'x'.repeat(12)} |`);
    const text = `<details><summary>All</summary>\n\n| a | b |\n| --- | --- |\n${rows.join('\n')}\n\n</details>`;
    const parts = splitBody(text, 300);
    for (const part of parts) {
      expect(part.startsWith('<details><summary>All</summary>\n\n| a | b |\n| --- | --- |\n| row')).toBe(
        true,
      );
      expect(part.trimEnd().endsWith('</details>')).toBe(true);
    }
    expect(parts.flatMap((part) => part.match(/^\| row .*$/gmu) ?? [])).toEqual(rows);
  });

  test('long code is code in every part', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `- [ ] line ${index}`);
    const parts = splitBody(['````md', ...lines, '````'].join('\n'), 240);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(part).toMatch(/^````md\n[^`]+\n````$/u);
    expect(parts.flatMap((part) => part.split('\n').slice(1, -1))).toEqual(lines);
  });

  test('no part is too long, no character is cut, nothing is lost and the order stays', () => {
    const limit = fc.integer({ min: 200, max: 900 });
    const filler = fc.constantFrom(
      '😀'.repeat(700),
      'x'.repeat(333),
      'word '.repeat(40),
      '| cell | cell |\n'.repeat(30),
    );
    const long = fc.array(fc.oneof(anyMarkdown, filler), { maxLength: 12 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(long, limit, (text, most) => {
        const parts = splitBody(text, most);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(most);
          expect(part.isWellFormed()).toBe(true);
        }
        // Lines may be added where something is opened again, and a line longer than a part is broken: all letters stay, in order.
        const told = parts.join('\n').replaceAll(/\s/gu, '');
        expect(isWithin(text.toWellFormed().replaceAll(/\s/gu, ''), told)).toBe(true);
      }),
    );
  });

  test('200 KB of emoji, and a million empty-handed lines, are cut in reasonable time', () => {
    const emoji = splitBody('😀'.repeat(100_000));
    expect(emoji.join('').replaceAll('\n', '')).toBe('😀'.repeat(100_000));
    expect(splitBody('a\n\n'.repeat(300_000)).length).toBe(14);
  });
});

/** Whether all signs of one text stand in the other, in the same order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const sign of whole) if (part.startsWith(sign, at)) at += sign.length;
  return at === part.length;
}
