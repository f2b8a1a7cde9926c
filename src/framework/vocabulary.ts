/** Words of a change and where they stand; `strength` is above 0 and at most 1. */
export type Term = { readonly place: string; readonly words: string; readonly strength: number };

/** A term as vocabularies are written: `title latency`, `pair rate limit`. */
export function keyOf({ place, words }: Pick<Term, 'place' | 'words'>): string {
  return `${place} ${words}`;
}

/** Target → how far the wording leans to it (above 0) or away from it. */
export type Leaning = Readonly<Record<string, number>>;

/** Words with their weights, ready for judging many changes. */
export type Vocabulary = {
  readonly targets: readonly string[];
  /** Place → words → where their weights begin in `weights`: one for each target, in order. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly weights: Float64Array;
  /**
   * One mark for each of the words, wherever they stand. Most words of a text are in no vocabulary, which this tells
   * without a look into thousands of rows.
   */
  readonly marks: Uint8Array;
};

export function compileVocabulary(words: Readonly<Record<string, Leaning>>): Vocabulary {
  const targets = [...new Set(Object.values(words).flatMap((row) => Object.keys(row)))].toSorted();
  const rows = new Map<string, Map<string, number>>();
  const marks = new Uint8Array(mostMarks);
  const weights: number[] = [];
  for (const [key, row] of Object.entries(words)) {
    const [place = '', ...rest] = key.split(' ');
    const known = rest.join(' ');
    rows.set(place, (rows.get(place) ?? new Map<string, number>()).set(known, weights.length));
    weights.push(...targets.map((target) => row[target] ?? 0));
    marks[markOf(known)] = 1;
  }
  return { targets, rows, weights: Float64Array.from(weights), marks };
}

/** Several times as many as there are words, so that few unknown ones share a mark with a known one. */
const mostMarks = 2 ** 15;

function markOf(words: string): number {
  let mark = words.length;
  for (let at = 0; at < words.length; at += 1) mark = (Math.imul(mark, 31) + words.charCodeAt(at)) | 0;
  return (mark ^ (mark >>> 15)) & (mostMarks - 1);
}

/** Place → whether the vocabulary has words that stand there. */
export function isIn({ rows, marks }: Vocabulary): (place: string) => (words: string) => boolean {
  return (place) => {
    const row = rows.get(place);
    return (words) => marks[markOf(words)] === 1 && row?.has(words) === true;
  };
}

/** What one target weighs in the words of a term; 0 where they are not known. */
export function weightOf({ place, words }: Term, target: string, vocabulary: Vocabulary): number {
  const row = vocabulary.rows.get(place)?.get(words);
  const column = vocabulary.targets.indexOf(target);
  return row === undefined || column < 0 ? 0 : (vocabulary.weights[row + column] ?? 0);
}

/** What all known words of a change say together for each target. Unknown words say nothing. */
export function leaningOf(terms: readonly Term[], { targets, rows, weights }: Vocabulary): Leaning {
  const sums = new Float64Array(targets.length);
  for (const { place, words, strength } of terms) {
    const row = rows.get(place)?.get(words);
    if (row === undefined) continue;
    for (let at = 0; at < sums.length; at += 1)
      sums[at] = (sums[at] ?? 0) + strength * (weights[row + at] ?? 0);
  }
  return Object.fromEntries(targets.map((target, at) => [target, sums[at] ?? 0]));
}
