import { describe, expect, test } from '@jest/globals';
import { backend } from '../../src/framework/backend/pack.ts';
import { openingOf } from '../../src/report/phrases/offer.ts';
import { slotsIn } from '../../src/report/phrases/fill.ts';

const { phrases, areas } = backend;

const rows = (developing: boolean) =>
  phrases
    .filter(({ level }) => (level === 'developing') === developing)
    .map((one) => [one.key, one] as const);

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

  test.each([...rows(true), ...rows(false)])('%s begins with a verb, and names nobody', (_, { text }) => {
    expect(text).toMatch(/^[A-Z][a-z]+ /u);
    expect(text).not.toMatch(/\d|\b(?:he|she|they|his|her|their)\b(?! answer)|[.,]$/iu);
  });

  test.each(rows(true))('%s rests on three observations, with what speaks against it beside', (_, one) => {
    expect(one.needs.pieces).toBeGreaterThanOrEqual(3);
    expect(slotsIn(one.text)).toEqual(expect.arrayContaining(['count', 'beside']));
    expect(one.beside).toBeDefined();
    expect([...(one.needs.any ?? []), ...(one.needs.all ?? [])]).not.toEqual([]);
  });

  test.each(rows(false))('%s has an example', (_, { text }) => {
    expect(slotsIn(text)).toContain('win');
  });
});
