import type { Grade } from '../evidence/claim.ts';
import type { Framework } from '../framework/compile.ts';
import { codeSpan, inert, link } from './escape.ts';
import type { Because, Reference } from './report.ts';

/** Whose word it is, as a mark that also reads well in e-mail. */
export const marks: Readonly<Record<Grade, string>> = { record: '●', peer: '◐', author: '○', inferred: '◇' };

/** "adds a database migration (`db/migrate/…`)": the reason and what shows it. */
export function becauseMarkdown({ reason, quote, isPath }: Because): string {
  return isPath ? `${reason} (${codeSpan(quote)})` : `${reason} (“${quoted(quote)}”)`;
}

export function referenceLink({ label, url }: Reference): string {
  return link(label, url);
}

export function areaTitle(key: string, { pack }: Framework): string {
  return pack.areas.find((area) => area.key === key)?.title ?? key;
}

const longestQuote = 280;

/** A quote for a reader: one line, the cells of a table row set apart, cut at a word where it is long. */
export function quoted(text: string): string {
  const cells = text
    .trim()
    .replace(/^\||\|$/gu, '')
    .replace(/\s*\|\s*/gu, ' · ');
  if (cells.length <= longestQuote) return inert(cells);
  const cut = cells.slice(0, longestQuote);
  return `${inert(cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)))} …`;
}
