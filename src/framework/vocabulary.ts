/** One word of a change and where it stands, as `title latency`; `strength` is above 0 and at most 1. */
export type Term = { readonly key: string; readonly strength: number };

/** Target → how far the wording leans to it (above 0) or away from it. */
export type Leaning = Readonly<Record<string, number>>;

export type Vocabulary = ReadonlyMap<string, Leaning>;

/** What all known words of a change say together for each target. Unknown words say nothing. */
export function leaningOf(terms: readonly Term[], vocabulary: Vocabulary): Leaning {
  const sums: Record<string, number> = {};
  for (const { key, strength } of terms) {
    const known = vocabulary.get(key);
    if (known === undefined) continue;
    for (const target in known) sums[target] = (sums[target] ?? 0) + strength * (known[target] ?? 0);
  }
  return sums;
}
