import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { contentHash } from '../../src/report/marker.ts';
import { keepTicks } from '../../src/report/ticks.ts';
import { anyMarkdown } from './any-markdown.ts';

function spelt(items: readonly { readonly ticked: boolean; readonly words: string }[]): string {
  return items.map(({ ticked, words }) => `- [${ticked ? 'x' : ' '}] ${words}`).join('\n');
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
      fc.property(anyMarkdown, anyMarkdown, (current, next) => {
        const kept = keepTicks(current, next);
        expect(keepTicks(current, kept)).toBe(kept);
        expect(kept.length).toBe(next.length);
        expect(contentHash(kept)).toBe(contentHash(next));
        expect(keepTicks(next, next)).toBe(next.replaceAll('[X]', kept.includes('[X]') ? '[X]' : '[x]'));
      }),
    );
  });
});
