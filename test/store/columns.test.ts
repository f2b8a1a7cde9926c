import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { cleanJson, cleanText, hashOf, jsonText, sortedJson } from '../../src/store/columns.ts';

test.each([
  ['plain', 'plain'],
  ['a\0b', 'a\uFFFDb'],
  ['half \uD83D', 'half \uFFFD'],
  ['\uDE80 half', '\uFFFD half'],
  ['whole \u{1F680}', 'whole \u{1F680}'],
  ['turned \u202E, joined \u200D', 'turned \u202E, joined \u200D'],
])('%j is kept as %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

const anyText = fc.string({ unit: 'binary' });

test('cleaning keeps the length, leaves nothing to clean, and touches no clean text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text);
      expect(clean).toHaveLength(text.length);
      expect(clean.isWellFormed() && !clean.includes('\0')).toBe(true);
      expect(cleanText(clean)).toBe(clean);
      const wasClean = text.isWellFormed() && !text.includes('\0');
      expect(clean === text).toBe(wasClean);
    }),
  );
});

test('cleaning reaches every text of a value and changes nothing else', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const clean = JSON.stringify(cleanJson(value));
      expect(clean).not.toMatch(/\\u0000|\\ud[89a-f]/);
      expect(cleanJson(cleanJson(value))).toEqual(cleanJson(value));
    }),
  );
});

test('a key named like a hidden property of objects stays an ordinary key', () => {
  const value: unknown = JSON.parse('{"__proto__": {"polluted": "a\\u0000b"}}');
  expect(JSON.stringify(cleanJson(value))).toBe('{"__proto__":{"polluted":"a\uFFFDb"}}');
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('JSON for statements of our own is what the database will hold, as text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(cleanJson(value))));
    }),
  );
});

test('sorted JSON has its keys in order at every depth, and lists as they were', () => {
  expect(sortedJson({ b: [{ d: 1, c: [2, 1] }], a: null })).toBe('{"a":null,"b":[{"c":[2,1],"d":1}]}');
});

test('the hash is the same in any order of keys, and tells lists in another order apart', () => {
  expect(hashOf({ one: 1, two: { three: 3, four: 4 } })).toBe(hashOf({ two: { four: 4, three: 3 }, one: 1 }));
  expect(hashOf(['one', 'two'])).not.toBe(hashOf(['two', 'one']));
  // Written down once, so that reports made today can be checked in years.
  expect(hashOf({ b: [1, null], a: 'ä' })).toBe(
    'e4caa232016484a6396284455390402a812bfdd2be394296225426cebe5d05ad',
  );
});
