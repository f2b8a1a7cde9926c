import { DENIES_VERB, negationsOf } from './denials.ts';
import type { ReadSource } from './reading.ts';
import { looksAhead } from './statements.ts';
import type { Contradiction, Finding } from './support.ts';
import { sentencesOf } from './wording.ts';
import { occurs } from './words-look-up.ts';

/** Words a text puts between quotation marks. */
export type QuotedWords = { readonly text: string; readonly from: number; readonly to: number };

const QUOTED =
  /“([^“”\n]{1,600})”|"([^"\n]{1,600})"|«([^«»\n]{1,600})»|(?<![\p{L}\p{N}])‘([^‘’\n]{2,600})’/gu;
const LEFT_OUT = /\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*/;

export function readQuoted(text: string): readonly QuotedWords[] {
  return [...text.matchAll(QUOTED)].map((match) => ({
    text: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** A quote of one or two words may hide a claim of the sentence itself, and is read as part of it. */
export function longQuotes(quotes: readonly QuotedWords[]): readonly QuotedWords[] {
  return quotes.filter(({ text }) => text.trim().split(/\s+/).length > 2);
}

/** A quote must stand in one source, word for word; `…` may leave words out, not change their order. */
export function lookUpQuotes(
  quotes: readonly QuotedWords[],
  sources: readonly ReadSource[],
): readonly Finding[] {
  return quotes.map((quote) => {
    const [source] = sourcesOfQuote(quote, sources);
    if (source === undefined) {
      return {
        kind: 'quote',
        text: quote.text,
        from: quote.from,
        support: { state: 'unsupported', reason: 'No source says this word for word.' },
      };
    }
    const { key, grade, who = null } = source.source;
    return {
      kind: 'quote',
      text: quote.text,
      from: quote.from,
      support: { state: 'found', key, grade, who },
    };
  });
}

export function sourcesOfQuote(quote: QuotedWords, sources: readonly ReadSource[]): readonly ReadSource[] {
  const parts = plain(quote.text)
    .split(LEFT_OUT)
    .map(withoutEndMark)
    .filter((part) => part !== '');
  return sources.filter((source) => parts.length > 0 && standsIn(plain(source.text), parts));
}

function standsIn(text: string, parts: readonly string[]): boolean {
  let rest = text;
  for (const part of parts) {
    if (!occurs(rest, part, true)) return false;
    rest = rest.slice(rest.replaceAll(/\s+/g, ' ').indexOf(part) + 1);
  }
  return true;
}

/** Words cut out of a denial or a hope say the opposite of it: `we do not think “the change is safe”`. */
export function compareQuotes(
  quotes: readonly QuotedWords[],
  sources: readonly ReadSource[],
): readonly Contradiction[] {
  return quotes.flatMap((quote) => {
    const said = sourcesOfQuote(quote, sources);
    const [first] = said;
    if (first === undefined || !said.every((source) => isCutShort(quote, plain(source.text)))) return [];
    const reason = 'The source denies this or only hopes for it, in words that were left out.';
    return [{ kind: 'negation' as const, text: quote.text, reason, key: first.source.key }];
  });
}

function isCutShort(quote: QuotedWords, text: string): boolean {
  const opening = withoutEndMark(plain(quote.text).split(LEFT_OUT)[0] ?? '');
  const at = text.indexOf(opening);
  const lead = sentencesOf(text.slice(Math.max(0, at - 120), Math.max(0, at))).at(-1)?.text ?? '';
  const isWhole = /(?:^|[.!?;]\s*)$/.test(text.slice(0, Math.max(0, at)));
  return !isWhole && (looksAhead(lead) || negationsOf(lead).some((one) => DENIES_VERB.test(one.text)));
}

/** A full stop or comma that the quoting sentence put inside the marks. */
function withoutEndMark(part: string): string {
  return part.replace(/[.,;]$/, '').trim();
}

function plain(text: string): string {
  return text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”«»]/g, '"')
    .replaceAll(/\s+/g, ' ');
}
