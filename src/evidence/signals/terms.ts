import type { Term } from '../../framework/vocabulary.ts';
import type { Reading } from '../reading.ts';
import { stemOf } from './stem.ts';

/** How much of a description is read for its words: the start says what it is about. In UTF-16 units. */
const openingLength = 3000;

/** Looks at no more files than this: a change of thousands of files is told by its first hundreds. */
const mostFiles = 60;

const longestPath = 300;

/** Place → whether words that stand there are asked for. */
export type Known = (place: string) => (words: string) => boolean;

const everything: Known = () => () => true;

/**
 * The words of a change with where they stand: in the title, alone (`title latency`), in pairs (`pair rate limit`) and
 * as the first (`first add`); in the description (`body deadlock`); in paths, with file endings (`path handler`,
 * `ending proto`). A vocabulary weighs them; what it does not know counts nothing, and with
 * `known` is left out. Each once.
 */
export function termsOf(reading: Reading, known: Known = everything): readonly Term[] {
  const { change, title, prose, own } = reading;
  const inTitle = stemsOf(title.whole);
  const files = (own.files.length > 0 ? own.files : change.files).slice(0, mostFiles);
  return [
    ...once('title', inTitle, 1, known),
    ...once('pair', pairsOf(inTitle), 0.7, known),
    ...once('first', inTitle.slice(0, 1), 1, known),
    ...once('body', stemsOf(prose.slice(0, openingLength)), 0.5, known),
    ...shares(
      'path',
      files.map(({ path }) => new Set(stemsOf(path.slice(-longestPath)))),
      0.5,
      known,
    ),
    ...shares(
      'ending',
      files.map(({ path }) => [endingOf(path)]),
      0,
      known,
    ),
  ];
}

/** A name like `retryBudget` is read as its words; links are addresses, not words. */
export function stemsOf(text: string): readonly string[] {
  const words = text.includes('://') ? text.replace(/https?:\/\/\S+/g, ' ') : text;
  const spaced = words.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return (spaced.toLowerCase().match(/[a-z][a-z0-9]+/g) ?? []).map(stemOf);
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
}

function once(place: string, words: readonly string[], strength: number, known: Known): readonly Term[] {
  const isKnown = known(place);
  const terms: Term[] = [];
  for (const one of new Set(words.filter(isKnown))) terms.push({ place, words: one, strength });
  return terms;
}

/** What all files have in common says more than what one of many has. */
function shares(
  place: string,
  files: readonly Iterable<string>[],
  least: number,
  known: Known,
): readonly Term[] {
  const isKnown = known(place);
  const counts = new Map<string, number>();
  for (const words of files)
    for (const word of words) if (isKnown(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Array.from(counts, ([words, count]): Term => ({
    place,
    words,
    strength: least + ((1 - least) * count) / files.length,
  }));
}

function endingOf(path: string): string {
  return /\.([a-z0-9]{1,12})$/iu.exec(path)?.[1]?.toLowerCase() ?? '-';
}
