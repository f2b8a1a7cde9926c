import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import {
  carriesMarker,
  contentHash,
  isAsPosted,
  postedHash,
  withMarker,
  withoutMarker,
} from '../../src/report/marker.ts';
import { anyMarkdown } from './any-markdown.ts';

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
      fc.property(anyMarkdown, (text) => {
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
      fc.property(anyMarkdown, fc.nat(), (text, at) => {
        const place = at % (text.length + 1);
        const changed = `${text.slice(0, place)}q${text.slice(place)}`;
        expect(contentHash(changed)).not.toBe(contentHash(text));
      }),
    );
  });
});
