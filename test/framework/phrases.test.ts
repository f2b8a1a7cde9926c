import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  costOfGlob,
  globShape,
  isTameGlob,
  labelShape,
  patternOfGlobs,
  patternOfLabels,
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

function names(labels: readonly string[], label: string): boolean {
  return new RegExp(patternOfLabels(labels), 'i').test(label);
}

describe('labels', () => {
  test.each<[string, string, boolean]>([
    ['incident', 'incident', true],
    ['incident', 'Incident', true],
    ['incident', 'type: incident', true],
    ['incident', 'kind/incident', true],
    ['incident', 'incidents', false],
    ['incident', 'no incident', false],
    ['incident', 'kind/incident-template', false],
    ['area/tariffs', 'area/tariffs', true],
    ['area/tariffs', 'tariffs', false],
    ['area/tariffs', 'area/tariffs-2', false],
    ['tariff*', 'area: tariff switch', true],
    ['tariff*', 'area: tariff', true],
    ['tariff*', 'subtariff', false],
    ['needs: c++ (soon)', 'needs: c++ (soon)', true],
    ['needs: c++ (soon)', 'needs: c soon', false],
    ['🐛 bug', '🐛 bug', true],
    ['🐛 bug', 'bug', false],
  ])('"%s" and the label "%s": %s', (name, label, expected) => {
    expect(name).toMatch(labelShape);
    expect(names([name], label)).toBe(expected);
  });

  test.each(['', ' a', 'a ', '*', 'a*b', 'a\nb', 'a\u202Eb', 'a'.repeat(60)])(
    'are one line: not "%s"',
    (name) => {
      expect(name).not.toMatch(labelShape);
    },
  );

  test('whatever has the shape compiles, and finds itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 50 }), (name) => {
        fc.pre(labelShape.test(name) && !name.endsWith('*'));
        expect(names(['other', name], name)).toBe(true);
      }),
    );
  });
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
    ['docs/**', 'docs/', false],
    ['docs/**', 'old-docs/a.txt', false],
    ['/db/**', 'db/deep/er/a.sql', true],
    ['/db/**', 'old/db/a.sql', false],
    ['**/db/*.sql', 'db/a.sql', true],
    ['**/db/*.sql', 'old/db/a.sql', true],
    ['**/db/*.sql', 'old-db/a.sql', false],
    ['docs/**/*.md', 'old-docs/deep/a.md', false],
    ['docs/**/*.md', 'x/docs/deep/docs/a.md', true],
    ['docs/**/*.md', 'a.md', false],
    ['/docs/**/a.md', 'docs/deep/a.md', true],
    ['/docs/**/a.md', 'docs/a.md', true],
    ['/docs/**/a.md', 'x/docs/a.md', false],
    ['docs/**/deep/a.md', 'docs/x/deep/a.md', true],
    ['docs/**/deep/a.md', 'docs/deep/x/a.md', false],
    ['docs/**/old/', 'docs/x/old/a.md', true],
    ['docs/**/old/', 'docs/x/older/a.md', false],
    ['a/**/a', 'a', false],
    ['a/**/a', 'a/a', true],
    ['*tariff*.yml', 'a/old-tariff-2.yml', true],
    ['CODEOWNERS', '.github/CODEOWNERS', true],
    ['CODEOWNERS', 'CODEOWNERS.md', false],
    ['v?.sql', 'db/v1.sql', true],
    ['v?.sql', 'db/v10.sql', false],
  ])('%s and %s: %s', (glob, path, expected) => {
    expect(glob).toMatch(globShape);
    expect(isTameGlob(glob)).toBe(true);
    expect(covers([glob], path)).toBe(expected);
  });

  test.each(['**/**/a', '*/*/*/*/a', 'a***b', '**/a/**', '*a*b*', 'a/*b*c*d'])(
    '%s would be tried in too many ways',
    (glob) => {
      expect(isTameGlob(glob)).toBe(false);
    },
  );

  test('cost by how often one of them goes over a path again', () => {
    const costs = ['a/', '*.md', 'a/**', '**/a', 'a/**/b', '*a*', 'a/**/*b*', 'a**b', 'a/**/b/'].map(
      costOfGlob,
    );
    expect(costs).toEqual([1, 1, 1, 1, 1, 10, 10, 100, 100]);
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
