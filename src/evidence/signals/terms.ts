import type { Term } from '../../framework/vocabulary.ts';
import type { Reading } from '../reading.ts';
import { stemOf } from './stem.ts';

/** How much of a description is read for its words: the start says what it is about. In UTF-16 units. */
const openingLength = 3000;

/** Looks at no more files than this: a change of thousands of files is told by its first hundreds. */
const mostFiles = 60;

const longestPath = 300;

/**
 * The words of a change with where they stand: in the title, alone (`title latency`), in pairs (`pair rate limit`) and
 * as the first (`first add`); in the description (`body deadlock`); in paths, with file endings (`path handler`,
 * `ending proto`). A vocabulary weighs them; what it does not know counts nothing. Each key once.
 */
export function termsOf({ change, title, prose, own }: Reading): readonly Term[] {
  const inTitle = stemsOf(title.whole);
  const files = (own.files.length > 0 ? own.files : change.files).slice(0, mostFiles);
  return [
    ...once(inTitle).map((word) => ({ key: `title ${word}`, strength: 1 })),
    ...once(pairsOf(inTitle)).map((pair) => ({ key: `pair ${pair}`, strength: 0.7 })),
    ...inTitle.slice(0, 1).map((word) => ({ key: `first ${word}`, strength: 1 })),
    ...once(stemsOf(prose.slice(0, openingLength))).map((word) => ({ key: `body ${word}`, strength: 0.5 })),
    ...shares(
      'path',
      files.map(({ path }) => once(stemsOf(path.slice(-longestPath)))),
      0.5,
    ),
    ...shares(
      'ending',
      files.map(({ path }) => [endingOf(path)]),
      0,
    ),
  ];
}

/** A name like `retryBudget` is read as its words; links are addresses, not words. */
export function stemsOf(text: string): readonly string[] {
  const spaced = text.replace(/https?:\/\/\S+/gu, ' ').replace(/([a-z])([A-Z])/gu, '$1 $2');
  return (spaced.toLowerCase().match(/[a-z][a-z0-9]+/gu) ?? []).map(stemOf);
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
}

/** What all files have in common says more than what one of many has. */
function shares(place: string, words: readonly (readonly string[])[], least: number): readonly Term[] {
  const counts = new Map<string, number>();
  for (const word of words.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({
    key: `${place} ${word}`,
    strength: least + ((1 - least) * count) / words.length,
  }));
}

function endingOf(path: string): string {
  return /\.([a-z0-9]{1,12})$/iu.exec(path)?.[1]?.toLowerCase() ?? '-';
}

function once(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
