import { describe, expect, test } from '@jest/globals';
import { backend } from '../../src/framework/backend/pack.ts';
import { openingOf } from '../../src/report/phrases/offer.ts';
import { slotsIn } from '../../src/report/phrases/fill.ts';

const { phrases, areas } = backend;

describe('the bank of phrases', () => {
  test('holds at least 120, some for every area and level', () => {
    expect(phrases.length).toBeGreaterThanOrEqual(120);
    for (const { key } of areas)
      for (const level of ['exceeds', 'meets', 'developing'])
        expect(
          `${key} ${level} ${phrases.filter((one) => one.area === key && one.level === level).length}`,
        ).not.toMatch(/ [0-2]$/u);
  });

  test('no two begin alike, and none has the key of another', () => {
    const openings = phrases.map(({ text }) => openingOf(text));
    expect(openings.filter((one, index) => openings.indexOf(one) !== index)).toEqual([]);
    expect(new Set(phrases.map(({ key }) => key)).size).toBe(phrases.length);
  });

  test.each(phrases.map((one) => [one.key, one] as const))(
    '%s is worded and bound as its level asks',
    (_, one) => {
      const { text, level, needs, beside } = one;
      expect(text).toMatch(/^[A-Z][a-z]+ /u);
      expect(text).not.toMatch(/\d|\b(?:he|she|they|his|her|their)\b(?! answer)|[.,]$/u);
      expect(slotsIn(text).length).toBeGreaterThan(0);
      if (level === 'developing') {
        expect(needs.pieces).toBeGreaterThanOrEqual(3);
        expect(slotsIn(text)).toEqual(expect.arrayContaining(['count', 'beside']));
        expect(beside).toBeDefined();
        expect([...(needs.any ?? []), ...(needs.all ?? [])]).not.toEqual([]);
      } else expect(slotsIn(text)).toContain('win');
    },
  );
});
