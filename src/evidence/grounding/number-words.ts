import { unitOf, type Unit } from './units.ts';

/** A number written as a word. `unit` is null where the word is a bare number. */
export type NumberWord = { readonly value: number; readonly unit: Unit | null };

const SMALL = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, at): [string, number] => [word, at + 2]),
  ['dozen', 12],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['hundred', 100],
]);
const WITH_UNIT: ReadonlyMap<string, readonly [value: number, unit: string]> = new Map([
  ['twice', [2, 'times']],
  ['doubled', [2, 'times']],
  ['tripled', [3, 'times']],
  ['halved', [50, '%']],
]);

/** `one` is left out: it is a pronoun more often than a number. */
export const NUMBER_WORD = new RegExp(
  `(?<![\\w-])(?:${[...NUMBERS.keys(), ...WITH_UNIT.keys()].join('|')})(?!\\w)`,
  'gi',
);

export function numberWord(written: string): NumberWord {
  const word = written.toLowerCase();
  const [value, unit] = WITH_UNIT.get(word) ?? [NUMBERS.get(word) ?? 0, null];
  return { value, unit: unit === null ? null : unitOf(unit) };
}
