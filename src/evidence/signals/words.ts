import type { CompiledWords, Framework } from '../../framework/compile.ts';
import { firstMatches } from '../../framework/pattern-index.ts';
import type { Place, Quote } from '../claim.ts';
import type { Reading } from '../reading.ts';
import { placeInBody, standsUnbroken } from '../reading.ts';
import type { Signal } from '../signal.ts';

/** How far around a find its quote may reach, so that a reader sees the words in their sentence. In UTF-16 units. */
const reach = 110;

export function findWords({ change, title, body, prose }: Reading, { words }: Framework): readonly Signal[] {
  const found = [
    ...findIn('inTitle', withoutRevertedTitle(title.whole), words, () => ({ in: 'title' })),
    ...findIn('inBody', prose, words, placeInBody(body)),
  ];
  return found.flatMap(({ rule, reason, quotes }) => {
    const quote = quotes.find((one) => standsUnbroken(change, one));
    return quote === undefined ? [] : [{ rule, reason, quote }];
  });
}

/** What a revert quotes is the title of the work that it takes back. Blanks keep every other place. */
function withoutRevertedTitle(title: string): string {
  return title.replace(
    /^(\s*revert:?\s*)(["“'].*)$/iu,
    (_, start: string, quoted: string) => start + ' '.repeat(quoted.length),
  );
}

/** A rule's find with what may be quoted for it: its clause, or else its bare words. */
type Find = Omit<Signal, 'quote'> & { readonly quotes: readonly Quote[] };

function findIn(
  where: 'inTitle' | 'inBody',
  text: string,
  { rules, index }: Framework['words'],
  place: (from: number) => Place,
): readonly Find[] {
  const matches = firstMatches(index, text);
  return rules.flatMap((rule, at) => {
    const match = matches[at] ?? null;
    return match === null ? [] : [findOf(rule, where, match, place)];
  });
}

function findOf(
  rule: CompiledWords,
  where: 'inTitle' | 'inBody',
  { 0: words, index, input }: RegExpExecArray,
  place: (from: number) => Place,
): Find {
  const from = Math.min(wordStart(input, index), index);
  const to = wordEnd(input, index + words.length);
  const clause = { text: input.slice(from, to), place: place(from) };
  const bare = { text: words, place: place(index) };
  return { rule: rule[where], reason: rule.reason, quotes: [clause, bare] };
}

/** Where a sentence, a paragraph or a list item ends; a single line break inside prose is only a space. */
const breaks = /[.;!?](?=\s)|\n(?=\s*(?:\n|[-*+•#|>]|\d{1,3}[.)]\s))/gu;

/** The start of the sentence around an offset, or of the words that are near. */
function wordStart(text: string, offset: number): number {
  const lowest = Math.max(0, offset - reach);
  const window = text.slice(lowest, offset);
  const stop = [...window.matchAll(breaks)].at(-1);
  if (stop !== undefined) return skipLead(text, lowest + stop.index + 1);
  if (lowest === 0) return skipLead(text, 0);
  const space = window.search(/\s/u);
  return space < 0 ? offset : lowest + space + 1;
}

function wordEnd(text: string, offset: number): number {
  const highest = Math.min(text.length, offset + reach);
  const window = text.slice(offset, highest);
  const stop = window.search(breaks);
  if (stop >= 0) return offset + stop;
  if (highest === text.length) return trimmedEnd(text, highest);
  const space = window.search(/\s\S*$/u);
  return space < 0 ? offset : trimmedEnd(text, offset + space);
}

/** Past white space and the sign of a list item. */
function skipLead(text: string, offset: number): number {
  const lead = /^\s*(?:[-*+•>#]+\s+|\d{1,3}[.)]\s+)?/u.exec(text.slice(offset, offset + 40));
  return offset + (lead?.[0].length ?? 0);
}

function trimmedEnd(text: string, offset: number): number {
  let to = offset;
  while (to > 0 && /\s/u.test(text.charAt(to - 1))) to -= 1;
  return to;
}
