import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compiles } from '../../src/framework/schema.ts';
import { longestPattern, whyNotTame } from '../../src/framework/tame.ts';

describe('a pattern of an organisation', () => {
  test.each([
    String.raw`\btariffs?\b`,
    String.raw`\b(settlement|clearing) runs?\b`,
    String.raw`\bfix\w{0,6}\b.{0,40}\bflak\w{0,6}\b`,
    String.raw`(^|/)tariffs/[^/]{1,60}\.ya?ml$`,
    String.raw`(?<!un)safe\b(?! mode)`,
    String.raw`\bv\d{1,3}(?:\.\d{1,3})?\b`,
    String.raw`[+*?(]{2}`,
    String.raw`a{3}`,
    'l{braces',
    String.raw`(?:ab){1,20}c`,
    String.raw`(?<when>before|after) the (?:move|cut-over)`,
  ])('is taken where its work is bounded: %s', (pattern) => {
    expect(compiles(pattern)).toBe(true);
    expect(whyNotTame(pattern)).toBeNull();
  });

  test.each<[string, string, RegExp]>([
    ['a repeat in a repeat', '(a+)+b', /^repeats without a bound/u],
    ['a bounded repeat in a repeat', String.raw`(\w{1,9}\s?){1,20}x`, /^repeats a part that itself repeats/u],
    ['the same choice again and again', '(a|a){1,30}b', /^repeats a part that itself repeats or has alt/u],
    ['a choice in a fixed repeat', '(a|ab){30}c', /^repeats a part/u],
    ['an optional letter in a fixed repeat', '(a?){40}b', /^fits where nothing|^repeats a part/u],
    ['optional letters in a row', `${'a?'.repeat(30)}${'a'.repeat(30)}`, /^can be read in too many ways/u],
    ['choices in a row', `${'(x|x)'.repeat(20)}y`, /^can be read in too many ways/u],
    ['repeats of one letter in a row', 'a{0,35}a{0,35}a{0,35}b', /^can be read in too many ways/u],
    ['long repeats in a row', '.{0,100}a.{0,100}b.{0,100}c', /^can be read in too many ways/u],
    ['a star', String.raw`\btariff\w*`, /^repeats without a bound/u],
    ['a lazy plus', 'a+?b', /^repeats without a bound/u],
    ['an open bound', 'a{2,}b', /^repeats without a bound/u],
    ['a star hidden in a look ahead', '(?=.*a)b', /^repeats without a bound/u],
    ['a star behind a class that holds a bracket', String.raw`[^\]]*x`, /^repeats without a bound/u],
    ['a reference back', String.raw`(a|b)\1`, /^refers back/u],
    ['a reference by name', String.raw`(?<q>a|b)\k<q>`, /^refers back/u],
    ['a huge bound', 'a{1,5000}', /^repeats a part more than 100 times/u],
    ['a huge size', '(?:(?:a{100}){100}){100}', /^describes more than/u],
    ['nothing at all', '', /^fits where nothing stands/u],
    ['what fits everywhere', 'a{0,3}', /^fits where nothing stands/u],
    ['great length', 'a'.repeat(longestPattern + 1), /^is longer than/u],
  ])('is refused for %s', (_, pattern, why) => {
    expect(compiles(pattern)).toBe(true);
    expect(whyNotTame(pattern)).toMatch(why);
  });

  const piece = fc.constantFrom(
    'a',
    'b',
    '[ab]',
    '.',
    String.raw`\w`,
    'a?',
    'a{0,40}',
    '.{0,20}',
    '(a|b)',
    '(?:ab){0,9}',
    '(a?b){2}',
    'a*',
    '(a|ab)?',
    '(?:a{1,3}|b)',
  );

  test('whatever is taken ends on every text, and what never ends is not taken', () => {
    const texts = [1, 50, 1000].flatMap((length) => [
      'a'.repeat(length),
      'ab'.repeat(length),
      'b'.repeat(length),
    ]);
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const pattern = `${pieces.join('')}!`;
        if (whyNotTame(pattern) !== null) return;
        const compiled = new RegExp(pattern, 'i');
        for (const text of texts) expect(compiled.test(text)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
