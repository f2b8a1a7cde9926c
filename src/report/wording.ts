import type { Grade } from '../evidence/claim.ts';
import type { Framework } from '../framework/compile.ts';
import { codeSpan, inert, link } from './escape.ts';
import type { Because, Reference } from './report.ts';

/** Whose word it is, as a mark that also reads well in e-mail. */
export const marks: Readonly<Record<Grade, string>> = { record: '●', peer: '◐', author: '○', inferred: '◇' };

/** "adds a database migration (`db/migrate/…`)": the reason and what shows it. */
export function becauseMarkdown({ reason, quote, place }: Because): string {
  // The title stands right above.
  if (place === 'title') return reason;
  return place === 'path' ? `${reason} (${codeSpan(quote)})` : `${reason} (“${quoted(quote)}”)`;
}

/** The win as a heading: the author's own words, begun like a sentence. */
export function headline(win: string): string {
  const begins = /^\p{Ll}[\p{L}]*(?=[\s,.:]|$)/u.test(win);
  return inert(begins ? `${win.charAt(0).toUpperCase()}${win.slice(1)}` : win);
}

export function referenceLink({ label, url }: Reference): string {
  return link(label, url);
}

export function areaTitle(key: string, { pack }: Framework): string {
  return pack.areas.find((area) => area.key === key)?.title ?? key;
}

const longestQuote = 280;

/** A quote for a reader: one line, without the marks of Markdown, cut at a word where it is long. */
export function quoted(text: string): string {
  const cells = withoutMarks(text.trim());
  if (cells.length <= longestQuote) return inert(cells);
  const cut = cells.slice(0, longestQuote);
  return `${inert(cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)))} …`;
}

/** Links keep their words, pictures go, emphasis and table bars are dropped: only marks go, no word changes. */
function withoutMarks(text: string): string {
  return text
    .replace(/!\[[^\]]{0,200}\]\([^()\s]{0,500}\)/gu, '')
    .replace(/\[([^\]]{1,200})\]\([^()\s]{0,500}\)/gu, '$1')
    .replace(/\*\*([^*]{1,300})\*\*/gu, '$1')
    .replace(/^\||\|$/gu, '')
    .replace(/\s*\|\s*/gu, ' · ');
}
