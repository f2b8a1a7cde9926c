import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { compileFramework } from '../../src/framework/compile.ts';
import { packs } from '../../src/framework/packs.ts';
import { firstMatches, indexPatterns, matching } from '../../src/framework/pattern-index.ts';

const frameworks = packs.map(compileFramework);

/** Texts of the words that the patterns themselves are made of, so that many match and more nearly do. */
function textsOf(patterns: readonly RegExp[], between: readonly string[]): fc.Arbitrary<string> {
  const spoken = patterns.flatMap(({ source }) => source.match(/[a-z]{2,}/gu) ?? []);
  return fc
    .array(fc.tuple(fc.constantFrom(...spoken), fc.constantFrom(...between)))
    .map((words) => words.flat())
    .chain((words) => fc.constantFrom(words.join(''), words.slice(1).join('')));
}

describe('words of a text', () => {
  test.each([
    ['retried twice', ['retried']],
    ['RETRIED', ['RETRIED']],
    ['it-retries, and retried', ['retries']],
    ['unretried, then retry', ['retry']],
    ['_retried', [undefined]],
    ['ret', [undefined]],
    ['', [undefined]],
  ])('“%s”', (text, expected) => {
    const index = indexPatterns([/\bretr(y|ied|ies)\b/i], 'word');
    expect(firstMatches(index, text).map((match) => match?.[0])).toEqual(expected);
  });

  test.each([
    ['[fix] the tide', '[fix'],
    ['fix the tide', 'fix'],
    ['— a fix', undefined],
  ])('with what stands before the first of them: “%s”', (text, expected) => {
    const index = indexPatterns([/^\W*fix\b/i], 'word');
    expect(firstMatches(index, text).map((match) => match?.[0])).toEqual([expected]);
  });

  const kinds = frameworks.flatMap(({ words, unseen }) => [...words.rules, ...unseen.words.rules]);
  const patterns = kinds.map(({ pattern }) => pattern);
  const index = indexPatterns(patterns, 'word');

  test('are found as each rule of a framework finds them alone', () => {
    const text = textsOf(patterns, [
      ' ',
      '-',
      '. ',
      '\n',
      '',
      's ',
      'ing ',
      ': ',
      ' 2 ',
      '_',
      'é',
      '\n[',
      ' (',
    ]);
    fc.assert(
      fc.property(text, (written) => {
        const alone = patterns.map((pattern) => pattern.exec(written));
        const found = firstMatches(index, written);
        expect(found.map((match) => [match?.index, match?.[0]])).toEqual(
          alone.map((match) => [match?.index, match?.[0]]),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('are looked for by few rules, where nothing of theirs is said', () => {
    expect(index.others.length).toBeLessThan(patterns.length / 10);
  });
});

describe('paths', () => {
  const kinds = frameworks.flatMap(({ paths, unseen }) => [...paths.rules, ...unseen.paths.rules]);
  const patterns = kinds.map(({ pattern }) => pattern);
  const index = indexPatterns(patterns, 'anywhere');

  test('are found as each rule of a framework finds them alone', () => {
    const path = textsOf(patterns, ['/', '/', '-', '_', '.', '', 's/', '2/', '.md', '.sql', '/V12__']);
    fc.assert(
      fc.property(path, (written) => {
        const alone = patterns.flatMap((pattern, at) => (pattern.test(written) ? [at] : []));
        expect(matching(index, written)).toEqual(alone);
      }),
      { numRuns: 400 },
    );
  });

  test('are looked at by few rules, where nothing of theirs is there', () => {
    expect(index.others.length).toBeLessThan(patterns.length / 10);
  });
});
