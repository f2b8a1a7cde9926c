import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import {
  carriesMarker,
  contentHash,
  isAsPosted,
  keepTicks,
  postedHash,
  splitBody,
  withMarker,
  withoutMarker,
} from '../../src/report/marker.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const key = 'report:900:ada:2026-H1';
const body = '# Ada · first half of 2026\n\n- [x] Order search `E-41c9a2`\n- [ ] Outbox `E-3f0b11`';

describe('the marker', () => {
  test('names the text without telling the key', () => {
    expect(withMarker(body, key)).toBe(
      `${body}\n\n<!-- groundwork:${sha256(key).slice(0, 32)}:${sha256(body.replace('[x]', '[ ]'))} -->\n`,
    );
  });

  test.each([
    ['as posted', (text: string) => text, true],
    ['given back with Windows line ends', (text: string) => text.replaceAll('\n', '\r\n'), true],
    ['with spaces lost at line ends', (text: string) => text.replaceAll(/ +$/gm, '').trim(), true],
    ['of another key', () => withMarker(body, 'report:900:mira:2026-H1'), false],
    ['taken out', withoutMarker, false],
    ['half of it', (text: string) => text.replace(' -->', ''), false],
  ])('is found: %s', (_, change, found) => {
    expect(carriesMarker(change(withMarker(body, key)), key)).toBe(found);
  });

  test.each([
    ['nothing', (text: string) => text, true],
    ['a tick', (text: string) => text.replace('[ ]', '[x]'), true],
    [
      'a tick taken away, with Windows line ends',
      (text: string) => text.replace('[x]', '[ ]').replaceAll('\n', '\r\n'),
      true,
    ],
    ['a word', (text: string) => text.replace('Outbox', 'The outbox'), false],
    ['a word at the end, behind the marker', (text: string) => `${text}Thanks!`, false],
    ['a box of theirs', (text: string) => text.replace('- [ ]', '- [ ] mine\n- [ ]'), false],
    ['the marker, which is gone', withoutMarker, false],
    ['the marker of another text, put in as well', (text: string) => text + withMarker('', 'other'), false],
    ['a letter that only looks the same', (text: string) => text.replace('Ada', 'Аda'), false],
  ])('shows whether a person changed %s', (_, change, asPosted) => {
    expect(isAsPosted(change(withMarker(body, key)))).toBe(asPosted);
  });

  test('any text comes out as it went in, once or twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const posted = withMarker(text, key);
        expect(withMarker(posted, key)).toBe(posted);
        expect(isAsPosted(posted) && carriesMarker(posted, key)).toBe(true);
        expect(contentHash(posted)).toBe(contentHash(text));
        expect(withoutMarker(posted)).toBe(withoutMarker(text));
      }),
    );
  });

  test('tells what was posted after a person changed it', () => {
    const posted = withMarker(body, key);
    expect(postedHash(posted.replace('Outbox', 'The outbox'))).toBe(contentHash(body));
    expect(postedHash(body)).toBeNull();
    expect(postedHash(posted + posted)).toBeNull();
  });

  test('the hash sees every word', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const place = at % (text.length + 1);
        const changed = `${text.slice(0, place)}q${text.slice(place)}`;
        expect(contentHash(changed)).not.toBe(contentHash(text));
      }),
    );
  });
});

describe('a text in parts', () => {
  const paragraphs = (count: number, length: number) =>
    Array.from({ length: count }, (_, index) => `${index} `.padEnd(length, 'word ')).join('\n\n');

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
    const long = fc.array(fc.oneof(texts, filler), { maxLength: 12 }).map((all) => all.join('\n'));
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

describe('ticks', () => {
  const cases: readonly (readonly [what: string, current: string, next: string, kept: string])[] = [
    [
      'of an evidence id, although the words changed',
      '- [ ] Search faster `E-41c9a2`',
      '- [x] Order search p95 `E-41c9a2`',
      '- [ ] Order search p95 `E-41c9a2`',
    ],
    [
      'of a hidden item, although the evidence changed',
      '- [x] A <!-- item:w1 --> `E-41c9a2`',
      '- [ ] A, B <!-- item:w1 --> `E-3f0b11`',
      '- [x] A, B <!-- item:w1 --> `E-3f0b11`',
    ],
    ['of the same words', '* [X] Found the index', '* [ ] Found the index', '* [x] Found the index'],
    [
      'in a quotation, in another order',
      '> - [x] One\n> - [ ] Two',
      '> - [ ] Two\n> - [ ] One',
      '> - [ ] Two\n> - [x] One',
    ],
    [
      'in numbered and nested lists',
      '1. [x] One\n   - [x] Two',
      '1. [ ] One\n   - [ ] Two',
      '1. [x] One\n   - [x] Two',
    ],
    [
      'with Windows line ends in the old text',
      '- [x] One\r\n- [ ] Two\r\n',
      '- [ ] One\n- [ ] Two\n',
      '- [x] One\n- [ ] Two\n',
    ],
    [
      'of two phrases on the same evidence, apart',
      '- [x] Exceeds: A `E-41c9a2`\n- [ ] Meets: B `E-41c9a2`',
      '- [ ] Meets: B `E-41c9a2`\n- [ ] Exceeds: A `E-41c9a2`',
      '- [ ] Meets: B `E-41c9a2`\n- [x] Exceeds: A `E-41c9a2`',
    ],
    [
      'of lines that are the same, in their order',
      '- [ ] Ask\n- [x] Ask',
      '- [ ] Ask\n- [ ] Ask',
      '- [ ] Ask\n- [x] Ask',
    ],
    ['not of a new item', '- [x] One', '- [ ] One\n- [ ] Two', '- [x] One\n- [ ] Two'],
    ['not of an item with other words', '- [x] One', '- [ ] One and a half', '- [ ] One and a half'],
    ['not in code', '- [x] One', '```md\n- [ ] One\n```', '```md\n- [ ] One\n```'],
    ['not from code', '~~~\n- [x] One\n~~~', '- [ ] One', '- [ ] One'],
    [
      'not of what is no box',
      '- [x] One\n- [x](there) two',
      '- [ ]One\nsee - [ ] One\n- [y] One\n[ ] One',
      '- [ ]One\nsee - [ ] One\n- [y] One\n[ ] One',
    ],
  ];

  test.each(cases)('are kept: %s', (_, current, next, kept) => {
    expect(keepTicks(current, next)).toBe(kept);
  });

  const item = fc.record({
    ticked: fc.boolean(),
    words: fc.constantFrom('a', 'b `E-41c9a2`', 'c `E-3f0b11`', 'd <!-- item:4 -->', '😀 e'),
  });
  const list = fc.uniqueArray(item, { selector: ({ words }) => words });
  const spelt = (items: readonly { ticked: boolean; words: string }[]) =>
    items.map(({ ticked, words }) => `- [${ticked ? 'x' : ' '}] ${words}`).join('\n');

  test('stand as people left them, for each item that is still there', () => {
    fc.assert(
      fc.property(list, list, (before, after) => {
        const wanted = after.map(({ words, ticked }) => ({
          words,
          ticked: before.find((one) => one.words === words)?.ticked ?? ticked,
        }));
        expect(keepTicks(spelt(before), spelt(after))).toBe(spelt(wanted));
      }),
    );
  });

  test('nothing else changes, and a second time nothing at all', () => {
    fc.assert(
      fc.property(texts, texts, (current, next) => {
        const kept = keepTicks(current, next);
        expect(keepTicks(current, kept)).toBe(kept);
        expect(kept.length).toBe(next.length);
        expect(contentHash(kept)).toBe(contentHash(next));
        expect(keepTicks(next, next)).toBe(next.replaceAll('[X]', kept.includes('[X]') ? '[X]' : '[x]'));
      }),
    );
  });
});

/** Text as it may come: Markdown, broken Markdown, emoji, any line ends. */
const pieces = [
  '- [ ] ',
  '- [x] ',
  '> ',
  '\n',
  '\r\n',
  '\r',
  '  ',
  '```',
  '~~~~',
  '\n\n',
  '## ',
  '| a | b |\n| --- | --- |\n',
  '<details><summary>S</summary>\n\n',
  '\n\n</details>\n',
  '😀',
  'é',
  'word ',
  '`E-41c9a2`',
  '\t',
  '\u2028',
  '\uD83D',
];
const texts = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
