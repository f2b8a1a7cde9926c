/** Words of a change and where they stand; `strength` is above 0 and at most 1. */
export type Term = { readonly place: string; readonly words: string; readonly strength: number };

/** A term as vocabularies are written: `title latency`, `pair rate limit`. */
export function keyOf({ place, words }: Pick<Term, 'place' | 'words'>): string {
  return `${place} ${words}`;
}

/** Target → how far the wording leans to it (above 0) or away from it. */
export type Leaning = Readonly<Record<string, number>>;

/** Words with their weights, ready for judging many changes: each row has one weight for each target, in order. */
export type Vocabulary = {
  readonly targets: readonly string[];
  /** Place → words → weights: looked up thousands of times for each change, so without putting keys together. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Float64Array>>;
};

export function compileVocabulary(words: Readonly<Record<string, Leaning>>): Vocabulary {
  const targets = [...new Set(Object.values(words).flatMap((row) => Object.keys(row)))].toSorted();
  const rows = new Map<string, Map<string, Float64Array>>();
  for (const [key, row] of Object.entries(words)) {
    const [place = '', ...rest] = key.split(' ');
    const weights = Float64Array.from(targets, (target) => row[target] ?? 0);
    rows.set(place, (rows.get(place) ?? new Map<string, Float64Array>()).set(rest.join(' '), weights));
  }
  return { targets, rows };
}

/** Place → whether the vocabulary has words that stand there. */
export function isIn({ rows }: Vocabulary): (place: string) => (words: string) => boolean {
  return (place) => {
    const row = rows.get(place);
    return (words) => row?.has(words) === true;
  };
}

/** What all known words of a change say together for each target. Unknown words say nothing. */
export function leaningOf(terms: readonly Term[], { targets, rows }: Vocabulary): Leaning {
  const sums = new Float64Array(targets.length);
  for (const { place, words, strength } of terms) {
    const row = rows.get(place)?.get(words);
    if (row === undefined) continue;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + strength * (row[at] ?? 0);
  }
  return Object.fromEntries(targets.map((target, at) => [target, sums[at] ?? 0]));
}
