import { readHalved, readOneLess, readReached, readRemoved, readSaved } from './amounts.ts';
import { readFraction, readMagnitude } from './fractions.ts';
import { readBracketed } from './brackets.ts';
import { readGone, readSpared } from './counts.ts';
import { readNone } from './none.ts';
import { readComplexity } from './complexity.ts';
import { readPair } from './pairs.ts';
import { readRelative } from './relative.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { readShareOfTrouble } from './shares.ts';
import { isDoubtful } from './doubt.ts';

/** One cheap look before seven readers: every sentence they read has one of these words. */
const MAY_TELL_IN_WORDS =
  /\bsince\b|\bof\s\d|instead of|rather than|regardless|no matter|independent|however|whatever|\bwas\s|N\s?\+\s?1|\bO\(|without|with (?:no|zero|0)\b|\b(?:0|no|zero)\s|hal[fv]|doubl|third|quarter|fifth|tenth|hundredth|\b1\/\d|magnitude|eliminat|avoid|sav|remov|cut|fewer|less|(?:with|by|into)\s(?:one|an?\ssingle)\b/i;
const READERS_OF_WORDS = [
  readNone,
  readOneLess,
  readSpared,
  readComplexity,
  readFraction,
  readMagnitude,
  readHalved,
];

/** The outcome one sentence states, if it states one; `quantities` are those of the sentence. */
export function readStatement(text: string, quantities: readonly Quantity[]): Reading | null {
  const sentence = text.includes('\n') ? text.replaceAll('\n', ' ') : text;
  const reading = readFrom(sentence, quantities) ?? readWords(sentence);
  return reading === null || isDoubtful(sentence, reading) ? null : reading;
}

function readFrom(sentence: string, quantities: readonly Quantity[]): Reading | null {
  return (
    readPair(sentence, quantities) ??
    first(quantities, (one) => readRelative(sentence, one)) ??
    first(quantities, (one) => readBracketed(sentence, one)) ??
    first(quantities, (one) => readShareOfTrouble(sentence, one)) ??
    first(quantities, (one) => readSaved(sentence, one)) ??
    first(quantities, (one) => readReached(sentence, one)) ??
    first(quantities, (one) => readRemoved(sentence, one)) ??
    first(quantities, (one) => readGone(sentence, one))
  );
}

function readWords(sentence: string): Reading | null {
  return MAY_TELL_IN_WORDS.test(sentence) ? first(READERS_OF_WORDS, (read) => read(sentence)) : null;
}

function first<Item>(items: readonly Item[], read: (item: Item) => Reading | null): Reading | null {
  for (const item of items) {
    const reading = read(item);
    if (reading !== null) return reading;
  }
  return null;
}
