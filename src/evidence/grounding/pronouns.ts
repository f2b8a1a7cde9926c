import type { Contradiction } from './support.ts';

type Span = { readonly from: number; readonly to: number };

/** Nobody's pronoun is known, and nobody speaks in a report but the person it is about. */
const PRONOUN =
  /\b(?:she|he|her|hers|him|his|herself|himself|themself|we|us|our|ours|ourselves|you|your|yours|yourself)\b/gi;

/** Pronouns, outside the spans of quotes, that say of somebody what no source can bear out. */
export function findPronouns(text: string, spared: readonly Span[]): readonly Contradiction[] {
  return [...text.matchAll(PRONOUN)]
    .filter((match) => match[0] !== 'US')
    .filter((match) => !spared.some(({ from, to }) => match.index >= from && match.index < to))
    .map((match) => ({
      kind: 'person',
      text: match[0],
      reason: 'Who this is, is not said: a person is called by name.',
      key: null,
    }));
}
