import type { OwnFramework } from './own-schema.ts';
import { patternOfGlobs, patternOfLabels, patternOfPhrases } from './phrases.ts';
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

export function ownLabels({ labels }: OwnFramework): readonly Rule[] {
  return Object.entries(labels).map(([key, { names, pattern, reason }]) => ({
    key,
    reason,
    pattern: pattern ?? patternOfLabels(names ?? []),
  }));
}

/** Kinds of work that goes unseen: known by the title, by paths, or by both. */
export function ownUnseen({ unseen }: OwnFramework): Pack['unseen'] {
  return Object.entries(unseen).map(([key, { says, phrases, pattern, globs }]) => {
    const words = phrases === undefined ? pattern : patternOfPhrases(phrases);
    const paths = globs === undefined ? undefined : patternOfGlobs(globs);
    return {
      key,
      title: says,
      ...(words === undefined ? {} : { words }),
      ...(paths === undefined ? {} : { paths }),
    };
  });
}

/** Said in the title it counts in full, in a description, or of a part of the files, for less. */
const shares = {
  words: { 'title.': 1, 'body.': 0.5 },
  paths: { '.all': 1, '.most': 0.75, '.some': 0.4 },
} as const;

export function ownRuleWeights({ words, paths, labels }: OwnFramework): Pack['weights'] {
  const ofWords = Object.entries(words).flatMap(([key, { counts }]) =>
    Object.entries(shares.words).map(([place, share]) => [`${place}${key}`, times(counts, share)]),
  );
  const ofPaths = Object.entries(paths).flatMap(([key, { counts }]) =>
    Object.entries(shares.paths).map(([part, share]) => [`path.${key}${part}`, times(counts, share)]),
  );
  const ofLabels = Object.entries(labels).map(([key, { counts }]) => [`label.${key}`, counts]);
  return Object.fromEntries([...ofWords, ...ofPaths, ...ofLabels]);
}

function times(counts: Readonly<Record<string, number>>, share: number): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([area, strength]) => [area, strength * share]));
}
