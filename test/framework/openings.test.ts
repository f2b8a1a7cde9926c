import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { mayOccur, openingsIn, openingsOf } from '../../src/framework/openings.ts';
import { packs } from '../../src/framework/packs.ts';

function mayHold(pattern: string, text: string): boolean {
  return mayOccur(openingsOf(pattern), openingsIn(text));
}

describe('what a pattern begins with', () => {
  test.each([
    [String.raw`\b(retr(y|ies)|time ?outs?|back ?off)\b`],
    [String.raw`^\W*feat(ure)?\b`],
    [String.raw`\b(?:(?:slow|late) quer(y|ies)|index)`],
    [String.raw`\btypos?\b|\bspelling\b`],
    [String.raw`\b(?!no )alerts?\b`],
    [String.raw`\b(a\)b|tide[)|]s|canary)`],
  ])('is known of %s', (pattern) => {
    expect(openingsOf(pattern)).not.toBeNull();
    expect(mayHold(pattern, 'Zebras yawn; jugs quiver.')).toBe(false);
  });

  test.each([
    ['latency'],
    [String.raw`\b(a)?b`],
    [String.raw`\b(a|)b`],
    [String.raw`\b[ab]c`],
    [String.raw`\bx{0,2}y`],
    [String.raw`\bs?low`],
    [String.raw`\b(orders?){0,3}`],
    [String.raw`\b([)|]s|canary)`],
    [String.raw`\b\d{1,3} ?ms`],
    [String.raw`\btypo|spelling`],
    [String.raw`\b(?<name>typo)`],
    [String.raw`(?<=^|\W)--flag`],
  ])('is not known of %s, which is always tried', (pattern) => {
    expect(openingsOf(pattern)).toBeNull();
    expect(mayHold(pattern, '')).toBe(true);
  });
});

describe('a text is tried', () => {
  test.each([
    ['retried twice', true],
    ['RETRIED', true],
    ['(retried', true],
    ['it-retries', true],
    ['unretried', false],
    ['_retried', false],
    ['ret', false],
    ['', false],
  ])('“%s”: %s', (text, expected) => {
    expect(mayHold(String.raw`\bretr(y|ied|ies)\b`, text)).toBe(expected);
  });

  const patterns = packs.flatMap(({ words }) => words.map(({ pattern }) => pattern));
  const spoken = patterns.flatMap((pattern) => pattern.match(/[a-z]{2,}/gu) ?? []);
  const text = fc
    .array(
      fc.tuple(fc.constantFrom(...spoken), fc.constantFrom(' ', '-', '. ', '\n', '', 's ', 'ing ', ': ')),
    )
    .map((words) => words.flat().join(''));

  test('wherever a rule of a framework has a match', () => {
    const rules = patterns.map((pattern) => ({ pattern, compiled: new RegExp(pattern, 'i') }));
    fc.assert(
      fc.property(text, (written) => {
        const missed = rules.filter(
          ({ pattern, compiled }) => compiled.test(written) && !mayHold(pattern, written),
        );
        expect(missed.map(({ pattern }) => pattern)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('and most rules are not, where nothing of theirs is said', () => {
    const tried = patterns.filter((pattern) => mayHold(pattern, 'Zebras yawn; jugs quiver.'));
    expect(tried.length).toBeLessThan(patterns.length / 5);
  });
});
