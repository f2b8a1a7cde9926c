import type { Quote } from '../claim.ts';
import { placeInBody, standsUnbroken } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { sentencesOf } from '../sentences.ts';
import type { Sentence } from '../sentences.ts';

/** What an author wrote in sentences of their own: no template, code, table or quotation of somebody else. */
export type Prose = {
  readonly words: number;
  /** The sentences that give a figure with what it counts: `2,400 runs`, `41 s`. Each stands so in the description. */
  readonly figures: readonly Quote[];
};

/** Shorter ones are headings, labels and ticked boxes. In words. */
const shortestSentence = 4;

/** A figure and its unit or noun; numbers of tickets, versions, paths and names are none. */
const figure = /(?<![\w.#/-])\d[\d,.]*\s?(?:%|ms|s|min|h|[KMGT]i?B|[a-z]{3,})(?![\w.]*\.\d)(?!\w)/u;

export function proseOf(reading: Reading): Prose {
  const { change, body } = reading;
  const place = placeInBody(body);
  const own = sentencesOfAuthor(reading)
    .map(({ text, from }) => ({ text, from, words: countWords(text) }))
    .filter(({ words }) => words >= shortestSentence);
  return {
    words: own.reduce((sum, { words }) => sum + words, 0),
    figures: own
      .filter(({ text }) => figure.test(text))
      .map(({ text, from }): Quote => ({ text, place: place(from) }))
      .filter((quote) => standsUnbroken(change, quote)),
  };
}

function sentencesOfAuthor(reading: Reading): readonly Sentence[] {
  return reading.prose.includes('>') ? sentencesOf(withoutQuotations(reading.prose)) : reading.sentences;
}

/** Blanks keep every other place where it was. */
function withoutQuotations(text: string): string {
  return text.replace(/^ {0,3}>.*$/gmu, (line) => ' '.repeat(line.length));
}

function countWords(text: string): number {
  return text.split(/\s+/u).length;
}
