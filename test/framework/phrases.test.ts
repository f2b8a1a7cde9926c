import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  globShape,
  isTameGlob,
  patternOfGlobs,
  patternOfPhrases,
  phraseShape,
} from '../../src/framework/phrases.ts';

function finds(phrases: readonly string[], text: string): boolean {
  return new RegExp(patternOfPhrases(phrases), 'i').test(text);
}

function covers(globs: readonly string[], path: string): boolean {
  return new RegExp(patternOfGlobs(globs), 'i').test(path);
}

describe('phrases', () => {
  test.each<[string, string, boolean]>([
    ['tariff', 'Reckon the tariff anew', true],
    ['tariff', 'Tariff: a new one', true],
    ['tariff', 'Reckon tariffs anew', false],
    ['tariff*', 'Reckon tariffs anew', true],
    ['tariff*', 'Reckon a subtariff anew', false],
    ['settlement run', 'Split the settlement run', true],
    ['settlement run', 'Split the settlement-run', true],
    ['settlement run', 'Split the settlement\nrun', true],
    ['settlement run', 'Split the settlementrun', false],
    ['settlement run', 'settlement is run', false],
    ['c++', 'Move the parser to C++', true],
    ['c++', 'Move the parser to C++17', false],
    ['a.b', 'axb', false],
  ])('"%s" in "%s": %s', (phrase, text, expected) => {
    expect(phrase).toMatch(phraseShape);
    expect(finds([phrase], text)).toBe(expected);
  });

  test.each(['*', 'ab*cd', '(a)', '', ' a', 'a|b', String.raw`a\b`, '^a', 'a'.repeat(70)])(
    'are plain words: not "%s"',
    (phrase) => {
      expect(phrase).not.toMatch(phraseShape);
    },
  );
});

describe('paths', () => {
  test.each<[string, string, boolean]>([
    ['tariffs/', 'tariffs/2026/base.yml', true],
    ['tariffs/', 'services/tariffs/base.go', true],
    ['tariffs/', 'services/old-tariffs/base.go', false],
    ['/tariffs/', 'services/tariffs/base.go', false],
    ['/tariffs/', 'tariffs/base.go', true],
    ['*.tariff.yml', 'a/b/summer.tariff.yml', true],
    ['*.tariff.yml', 'a/b/summer.tariff.yml.bak', false],
    ['*.tariff.yml', 'a/b/summertariff.yml', false],
    ['docs/*.md', 'docs/a.md', true],
    ['docs/*.md', 'docs/deep/a.md', false],
    ['docs/**/*.md', 'docs/deep/er/a.md', true],
    ['docs/**/*.md', 'docs/a.md', true],
    ['docs/**', 'docs/deep/a.txt', true],
    ['docs/**', 'docs', false],
    ['CODEOWNERS', '.github/CODEOWNERS', true],
    ['CODEOWNERS', 'CODEOWNERS.md', false],
    ['v?.sql', 'db/v1.sql', true],
    ['v?.sql', 'db/v10.sql', false],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(glob).toMatch(globShape);
    expect(isTameGlob(glob)).toBe(true);
    expect(covers([glob], path)).toBe(expected);
  });

  test.each(['**/**/a', '*/*/*/*/a', 'a***b', '**/a/**'])('%s would be tried in too many ways', (glob) => {
    expect(isTameGlob(glob)).toBe(false);
  });

  test.each(['!a', '[ab]', '{a,b}', '', 'a b', '../a(', '#a'])('are plain: not "%s"', (glob) => {
    expect(glob).not.toMatch(globShape);
  });

  test('several are tried one after the other, each for itself', () => {
    expect(covers(['a/', 'b.md'], 'x/b.md')).toBe(true);
    expect(covers(['/a/', 'b.md'], 'x/a/c')).toBe(false);
  });

  test('whatever has the shape compiles', () => {
    const sign = fc.constantFrom('a', 'B', '9', '.', '-', '_', '/', '*', '?', '@', '+');
    fc.assert(
      fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 30 }), (glob) => {
        fc.pre(globShape.test(glob) && isTameGlob(glob));
        expect(() => covers([glob], 'a/b')).not.toThrow();
      }),
    );
  });
});
