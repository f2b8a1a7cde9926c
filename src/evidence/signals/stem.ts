const endings = ['ations', 'ation', 'ings', 'ing', 'ies', 'ed', 'es', 's'] as const;
/** Of the endings: most words end otherwise. */
const lastLetters = 'sngd';

/** No stem is shorter: "does" and "doing" have none. In UTF-16 units. */
const shortest = 4;

/**
 * A word without its usual ending, so that "caches", "cached" and "caching" are one. Cruder than a stemmer of the
 * language, and several times as fast: the vocabulary is learnt over the same stems, so only sameness matters.
 */
export function stemOf(word: string): string {
  if (!lastLetters.includes(word.at(-1) ?? '')) return word;
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortest);
  return ending === undefined ? word : word.slice(0, -ending.length);
}
