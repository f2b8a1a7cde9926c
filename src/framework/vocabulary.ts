/** One word of a change and where it stands, as `title latency`; `strength` is above 0 and at most 1. */
export type Term = { readonly key: string; readonly strength: number };

/** Target → how far the wording leans to it (above 0) or away from it. */
export type Leaning = Readonly<Record<string, number>>;

/** Words with their weights, ready for judging many changes: each row has one weight for each target, in order. */
export type Vocabulary = {
  readonly targets: readonly string[];
  readonly rows: ReadonlyMap<string, Float64Array>;
};

export function compileVocabulary(words: Readonly<Record<string, Leaning>>): Vocabulary {
  const targets = [...new Set(Object.values(words).flatMap((row) => Object.keys(row)))].toSorted();
  const rows = Object.entries(words).map(([word, row]): [string, Float64Array] => [
    word,
    Float64Array.from(targets, (target) => row[target] ?? 0),
  ]);
  return { targets, rows: new Map(rows) };
}

/** What all known words of a change say together for each target. Unknown words say nothing. */
export function leaningOf(terms: readonly Term[], { targets, rows }: Vocabulary): Leaning {
  const sums = new Float64Array(targets.length);
  for (const { key, strength } of terms) {
    const row = rows.get(key);
    if (row === undefined) continue;
    for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + strength * (row[at] ?? 0);
  }
  return Object.fromEntries(targets.map((target, at) => [target, sums[at] ?? 0]));
}
