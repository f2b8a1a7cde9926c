import { readQuoted } from './quotes.ts';
import type { Source, Finding } from './support.ts';

/** Who speaks in a text or is spoken of: the engineer whose evidence it is. */
export type Voice = {
  /** As sources name them in `who`. */
  readonly engineer: string;
  /** How they wish to be spoken of beside `they`: nobody's is guessed. */
  readonly pronoun?: 'she' | 'he';
};

/** A sentence in which every word for the engineer is their name, and the way back to what was written. */
export type Voiced = {
  readonly text: string;
  /** It says `we`: then only work that others had a part in bears it out. */
  readonly isShared: boolean;
  readonly written: (finding: Finding) => Finding;
};

type Swap = { readonly from: number; readonly words: string; readonly name: string };

const FORMS: readonly (readonly [pattern: RegExp, form: (name: string) => string])[] = [
  [/\bI(?:['’]ve)\b/g, (name) => `${name} has`],
  [/\bI\b(?!\/|-|['’])/g, (name) => name],
  [/\b(?:me|myself)\b/gi, (name) => name],
  [/\b(?:my|mine)\b/gi, (name) => `${name}’s`],
  [/\bthey(?:['’]ve)\b/gi, (name) => `${name} has`],
  [/\bthey\b(?!['’])/gi, (name) => name],
  [/(?:^|(?<=[.!?]\s))their\b/gi, (name) => `${name}’s`],
];
const GENDERED: Readonly<Record<'she' | 'he', typeof FORMS>> = {
  she: [
    [/\bshe\b(?!['’])/gi, (name) => name],
    [/\b(?:her(?=\s\p{L})|hers)\b/giu, (name) => `${name}’s`],
  ],
  he: [
    [/\bhe\b(?!['’])/gi, (name) => name],
    [/\bhis\b/gi, (name) => `${name}’s`],
  ],
};
const SHARED: typeof FORMS = [
  [/\bwe\b(?!['’])/gi, (name) => name],
  [/\bour\b/gi, (name) => `${name}’s`],
];

/** `I moved …`, `my index`, `they moved …`, `we moved …`: read as what they say of the engineer. Quotes stay as they are. */
export function inVoice(sentence: string, voice: Voice | null): Voiced {
  const quotes = voice === null ? [] : readQuoted(sentence);
  const swapsBy = (forms: typeof FORMS) =>
    forms.flatMap(([pattern, form]) =>
      [...sentence.matchAll(pattern)]
        .filter((match) => !quotes.some(({ from, to }) => match.index >= from && match.index < to))
        .map((match) => ({ from: match.index, words: match[0], name: form(voice?.engineer ?? '') })),
    );
  if (voice === null) return { text: sentence, isShared: false, written: (finding) => finding };
  const shared = swapsBy(SHARED);
  const gendered = voice.pronoun === undefined ? [] : swapsBy(GENDERED[voice.pronoun]);
  const swaps = [...swapsBy(FORMS), ...gendered, ...shared].toSorted((left, right) => left.from - right.from);
  return {
    text: swapped(sentence, swaps),
    isShared: shared.length > 0,
    written: (finding) => asWritten(finding, swaps),
  };
}

function swapped(sentence: string, swaps: readonly Swap[]): string {
  let [text, at] = ['', 0];
  for (const { from, words, name } of swaps) {
    text += `${sentence.slice(at, from)}${name}`;
    at = from + words.length;
  }
  return text + sentence.slice(at);
}

/** The finding where it stands in the sentence as written; a name that was put in is the word it was put in for. */
function asWritten(finding: Finding, swaps: readonly Swap[]): Finding {
  let shift = 0;
  for (const { from, words, name } of swaps) {
    const start = from + shift;
    if (finding.from < start) break;
    if (finding.from < start + name.length) return { ...finding, text: words, from };
    shift += name.length - words.length;
  }
  return { ...finding, from: finding.from - shift };
}

/** Work that others had a part in. */
export function isSharedWork({ shared = [] }: Source): boolean {
  return shared.length > 0;
}
