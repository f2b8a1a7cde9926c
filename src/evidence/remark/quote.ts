import type { Quote } from '../claim.ts';
import { weightOf } from './kind.ts';
import type { Remark } from '../remark.ts';
import { ownSentences, wordsOf } from './text.ts';
import type { Sentence } from '../sentences.ts';

const longestQuote = 280;
/** A sentence of fewer words, alone, leaves a reader guessing. */
const standsAlone = 15;
const fewestSaid = 6;

/** The sentence of a remark that says most, with its neighbour where it is short: a span of it, word for word. */
export function saidBest({ body, place, key }: Pick<Remark, 'body' | 'place' | 'key'>): Quote {
  const sentences = ownSentences(body);
  const ranked = sentences.toSorted((a, b) => tells(b.text) - tells(a.text) || a.from - b.from);
  const best = ranked.find(({ text }) => text.length <= longestQuote);
  const said = best === undefined ? cut(ranked[0] ?? { text: body, from: 0 }) : spanOf(best, sentences, body);
  return { text: said.text, place: { in: place, key, from: said.from } };
}

/** An address shows how, but its sentence tells nothing to somebody who does not follow it. */
function tells(sentence: string): number {
  const pointsAway = /https?:\/\//u.test(sentence) ? 2 : 0;
  return weightOf(sentence) - pointsAway - (wordsOf(sentence) < fewestSaid ? 1 : 0);
}

/** Of a sentence that is longer than any quote: its beginning, up to the end of a clause or else of a word. */
function cut({ text, from }: Sentence): Sentence {
  const start = text.slice(0, longestQuote);
  const clause = /^[\s\S]*[^\s,;:—–](?=[,;:—–]\s|\s[—–]\s)/u.exec(start)?.[0] ?? '';
  const words = /^[\s\S]*\S(?=\s)/u.exec(start)?.[0] ?? '';
  const whole = clause.length * 2 > longestQuote ? clause : words;
  return { text: whole === '' ? start : whole, from };
}

/** A sentence; a short one with what follows in its paragraph, or else what stands before, as long as that is short. */
export function spanOf(best: Sentence, sentences: readonly Sentence[], body: string): Sentence {
  if (wordsOf(best.text) >= standsAlone) return best;
  const at = sentences.indexOf(best);
  const [before, after] = [sentences[at - 1], sentences[at + 1]];
  const spans = [joined(best, after, body), joined(before, best, body)];
  return spans.find((span) => span !== null) ?? best;
}

/** Two neighbours as one span; null across paragraphs, past the longest quote, and where the other one points away. */
function joined(first: Sentence | undefined, second: Sentence | undefined, body: string): Sentence | null {
  if (first === undefined || second === undefined) return null;
  const text = body.slice(first.from, second.from + second.text.length);
  const between = body.slice(first.from + first.text.length, second.from);
  const fits = text.length <= longestQuote && /^[^\S\n]*(?:\n[^\S\n]*(?:[-*+•][^\S\n]+)?)?$/u.test(between);
  return fits && !/https?:\/\/|```/u.test(text) ? { text, from: first.from } : null;
}
