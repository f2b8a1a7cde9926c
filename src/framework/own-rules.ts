import type { OwnFramework } from './own-schema.ts';
import { patternOfGlobs, patternOfPhrases } from './phrases.ts';
import type { Pack, Rule } from './schema.ts';

/** An organisation's own rules, as those of a pack. */

export function ownWords({ words }: OwnFramework): readonly Rule[] {
  return Object.entries(words).map(([key, { phrases, pattern, reason }]) => ({
    key,
    reason,
    pattern: pattern ?? patternOfPhrases(phrases ?? []),
  }));
}

export function ownPaths({ paths }: OwnFramework): readonly Rule[] {
  return Object.entries(paths).map(([key, { globs, pattern, reason }]) => ({
    key,
    reason,
    pattern: pattern ?? patternOfGlobs(globs ?? []),
  }));
}

/** Said in the title it counts in full, in a description, or of a part of the files, for less. */
const shares = {
  words: { 'title.': 1, 'body.': 0.5 },
  paths: { '.all': 1, '.most': 0.75, '.some': 0.4 },
} as const;

export function ownRuleWeights({ words, paths }: OwnFramework): Pack['weights'] {
  const ofWords = Object.entries(words).flatMap(([key, { counts }]) =>
    Object.entries(shares.words).map(([place, share]) => [`${place}${key}`, times(counts, share)]),
  );
  const ofPaths = Object.entries(paths).flatMap(([key, { counts }]) =>
    Object.entries(shares.paths).map(([part, share]) => [`path.${key}${part}`, times(counts, share)]),
  );
  return Object.fromEntries([...ofWords, ...ofPaths]);
}

function times(counts: Readonly<Record<string, number>>, share: number): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([area, strength]) => [area, strength * share]));
}
