import type { ReadSource } from './reading.ts';
import type { Finding } from './support.ts';
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
