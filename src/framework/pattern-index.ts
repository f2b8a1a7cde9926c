import { openingsOf } from './openings.ts';
import type { Where } from './openings.ts';

/**
 * Patterns arranged by their openings, letter by letter, as a tree: one walk over a text finds for each place the few
 * patterns that may match there. Those whose openings are not known are tried on every text.
 */
export type PatternIndex = {
  readonly patterns: readonly RegExp[];
  /** The same, to be tried at one place alone. */
  readonly sticky: readonly RegExp[];
  /** Which of them have no openings. */
  readonly others: readonly number[];
  /** Node × sign → node, 0 where there is none. The root is node 0. */
  readonly next: Uint16Array;
  /** Node → patterns with an opening that ends there; null where none does, as in most. */
  readonly ends: readonly (readonly number[] | null)[];
};

/** Letters of either case, one sign for digits and the underscore, the space, and 0 for all else. */
const signs = 29;
const space = 28;

/** Further letters of an opening seldom tell patterns apart. */
const longest = 12;

export function indexPatterns(patterns: readonly RegExp[], where: Where): PatternIndex {
  const next: number[] = Array.from({ length: signs }, () => 0);
  const ends: number[][] = [[]];
  const others: number[] = [];
  for (const [at, { source }] of patterns.entries()) {
    const openings = openingsOf(source, where);
    if (openings === null) others.push(at);
    for (const opening of openings ?? []) plant(next, ends, opening.slice(0, longest), at);
  }
  const sticky = patterns.map(({ source, flags }) => new RegExp(source, `${flags}y`));
  return {
    patterns,
    sticky,
    others,
    next: Uint16Array.from(next),
    ends: ends.map((those) => (those.length === 0 ? null : those)),
  };
}

function plant(next: number[], ends: number[][], opening: string, pattern: number): void {
  let node = 0;
  for (let at = 0; at < opening.length; at += 1) {
    const edge = node * signs + signAt(opening, at);
    if (next[edge] === 0) {
      next[edge] = ends.length;
      next.push(...Array.from({ length: signs }, () => 0));
      ends.push([]);
    }
    node = next[edge] ?? 0;
  }
  if (ends[node]?.includes(pattern) === false) ends[node]?.push(pattern);
}

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 65 && code <= 90) return code - 64;
  if (code === 32) return space;
  return (code >= 48 && code <= 57) || code === 95 ? 27 : 0;
}

/** The first match of each pattern, as `exec` finds it; null where there is none. For an index by `word`. */
export function firstMatches(index: PatternIndex, text: string): readonly (RegExpExecArray | null)[] {
  const found: (RegExpExecArray | null)[] = index.patterns.map(() => null);
  for (const pattern of index.others) found[pattern] = index.patterns[pattern]?.exec(text) ?? null;
  // What stands before the first word may belong to a match.
  let from = 0;
  for (let at = 0, inWord = false; at < text.length; at += 1) {
    const sign = signAt(text, at);
    const starts = !inWord;
    inWord = sign !== 0 && sign !== space;
    if (!starts || !inWord) continue;
    if (from < at) tryAt(index, text, at, from, found);
    tryAt(index, text, at, at, found);
    from = text.length;
  }
  return found;
}

/** Places come in rising order, so that a pattern that was found already was found earlier. */
function tryAt(
  { next, ends, sticky }: PatternIndex,
  text: string,
  word: number,
  from: number,
  found: (RegExpExecArray | null)[],
): void {
  for (let at = word, node = 0; at < text.length; at += 1) {
    node = next[node * signs + signAt(text, at)] ?? 0;
    if (node === 0) return;
    const those = ends[node] ?? null;
    if (those === null) continue;
    for (const pattern of those) {
      const here = sticky[pattern];
      if (here === undefined || found[pattern] !== null) continue;
      here.lastIndex = from;
      found[pattern] = here.exec(text);
    }
  }
}

/** The patterns that match somewhere in a text, in rising order. For an index by `anywhere`. */
export function matching(index: PatternIndex, text: string): readonly number[] {
  const { patterns, others } = index;
  const mayMatch = new Uint8Array(patterns.length);
  for (const pattern of others) mayMatch[pattern] = 1;
  for (let at = 0; at < text.length; at += 1) markAt(index, text, at, mayMatch);
  const found: number[] = [];
  for (const [at, pattern] of patterns.entries())
    if (mayMatch[at] === 1 && pattern.test(text)) found.push(at);
  return found;
}

function markAt({ next, ends }: PatternIndex, text: string, start: number, mayMatch: Uint8Array): void {
  for (let at = start, node = 0; at < text.length; at += 1) {
    node = next[node * signs + signAt(text, at)] ?? 0;
    if (node === 0) return;
    const those = ends[node] ?? null;
    if (those !== null) for (const pattern of those) mayMatch[pattern] = 1;
  }
}
