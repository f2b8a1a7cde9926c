import { unitOf, type Unit } from './units.ts';

/** A number written as a word. `unit` is null where the word is a bare number. */
export type NumberWord = { readonly value: number; readonly unit: Unit | null };

const ONES = 'one two three four five six seven eight nine'.split(' ');
const SMALL =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, at): [string, number] => [word, at + 2]),
  ...TENS.map((word, at): [string, number] => [word, at * 10 + 20]),
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);
const WITH_UNIT: ReadonlyMap<string, readonly [value: number, unit: string]> = new Map([
  ['twice', [2, 'times']],
  ['doubled', [2, 'times']],
  ['tripled', [3, 'times']],
  ['quadrupled', [4, 'times']],
  ['halved', [50, '%']],
]);

const SPAN = '(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)';
/** Only before a span of time: `half an hour`, `two and a half minutes`, `one second`. */
const OF_TIME = [
  `half an?(?=[- \\n]${SPAN}(?!\\w))`,
  `(?:${ONES.join('|')}|ten|twelve) and a half(?=[- \\n]${SPAN}(?!\\w))`,
  `one(?=[- \\n]${SPAN}(?!\\w|[- ](?:level|thoughts?|opinion|look|guess|of)(?!\\w)))`,
];

/** Elsewhere `one` is left out: it is a pronoun more often than a number. */
export const NUMBER_WORD = new RegExp(
  `(?<![\\w-])(?:${OF_TIME.join('|')}|(?:${TENS.join('|')})[- ](?:${ONES.join('|')})|${[...NUMBERS.keys(), ...WITH_UNIT.keys()].join('|')})(?!\\w)`,
  'gi',
);

export function numberWord(written: string): NumberWord {
  const word = written.toLowerCase();
  if (/^half an?$/.test(word)) return { value: 0.5, unit: null };
  const [, counted] = /^(\w+) and a half$/.exec(word) ?? [];
  if (counted !== undefined) return { value: wholeNumber(counted) + 0.5, unit: null };
  const [value, unit] = WITH_UNIT.get(word) ?? [wholeNumber(word), null];
  return { value, unit: unit === null ? null : unitOf(unit) };
}

function wholeNumber(word: string): number {
  if (word === 'one') return 1;
  const [tens = '', ones] = word.split(/[- ]/);
  return (NUMBERS.get(tens) ?? 0) + (ones === undefined ? 0 : ONES.indexOf(ones) + 1);
}
