import type { Grade, Metric, Quote } from '../evidence/claim.ts';
import type { Note } from '../evidence/overlay.ts';
import type { Framework } from '../framework/compile.ts';
import { codeSpan, inert, link, plainLine } from './escape.ts';
import type { Because, Link, Reference } from './report.ts';
import { shortened } from './shorten.ts';

const longestQuote = 280;
const longestHeadline = 160;
const longestPath = 160;

/** Whose word it is, as a mark that also reads well in e-mail. */
export const marks: Readonly<Record<Grade, string>> = { record: '●', peer: '◐', author: '○', inferred: '◇' };

/** "adds a database migration (`db/migrate/…`)": the reason and what shows it. */
export function becauseMarkdown({ reason, quote, place }: Because): string {
  const said = inert(reason);
  if (quote === null) return said;
  // The title stands right beside.
  if (place === 'title') return `${said}, by its title`;
  const shown = codeSpan(shortened(quote, longestPath));
  if (place === 'path') return `${said} (${shown})`;
  if (place === 'label') return `${said} (label ${shown})`;
  return place === 'issue'
    ? `${said} (label ${shown} of the issue that it closes)`
    : `${said} (“${quoted(quote)}”)`;
}

/** The win as a heading: the author's own words, begun like a sentence. */
export function headline(win: string): string {
  const words = shortened(win, longestHeadline);
  const begins = /^\p{Ll}[\p{L}]*(?=[\s,.:]|$)/u.test(words);
  return inert(begins ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : words);
}

/** A link; without an address the commit's id as code, so that it can be copied. */
export function referenceLink({ label, url }: Reference): string {
  return url === null && /^[0-9a-f]{7,40}$/u.test(label) ? codeSpan(label) : link(label, url);
}

export function areaTitle(key: string, { pack }: Framework): string {
  return pack.areas.find((area) => area.key === key)?.title ?? key;
}

/**
 * A metric as its author states it, with a link to the remark that does, where it is one; of a table row the cells that
 * hold before and after are joined by an arrow.
 */
export function metricMarkdown(metric: Metric): string {
  return `${figuresMarkdown(metric)}${remarkMarkdown(metric.quote)}`;
}

/** Where words stand that are not in the description: ` (comment)`, a link where its address is known. */
function remarkMarkdown({ place }: Quote): string {
  return place.in === 'review' || place.in === 'comment' ? ` (${link(place.in, place.url ?? null)})` : '';
}

function figuresMarkdown({ text, before, after }: Metric): string {
  const cells = text
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
  const isRow =
    text.includes('|') &&
    before !== null &&
    after !== null &&
    cells.includes(before) &&
    cells.includes(after);
  if (isRow) return inert(`“${cells[0] ?? ''}”: ${before} → ${after}`);
  // Of two runs of a benchmark the later one is quoted.
  const earlier = before !== null && !text.includes(before) ? ` (before: ${inert(before)})` : '';
  return `“${quoted(text)}”${earlier}`;
}

/** A quote for a reader: one line, without the marks of Markdown, cut at a word where it is long. */
export function quoted(text: string, most = longestQuote): string {
  const items = text.replace(/\n\s*[-*+•]\s+/gu, ' · ');
  return inert(shortened(withoutMarks(plainLine(items)), most));
}

/** A colleague's word beside some work: who said it, and where. */
export function kudosMarkdown({ text, by, url }: Extract<Note, { readonly kind: 'kudos' }>): string {
  const place = url === null ? '' : ` (${link('comment', url)})`;
  return `${marks.peer} ${inert(by ?? 'A colleague')}: “${quoted(text)}”${place}`;
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

/** Numbers that stand in a text, `#364`, as links where it is known what they name. The text is made inert. */
export function withLinks(text: string, links: readonly Link[]): string {
  const known = new Map(links.map(({ label, url }) => [label, url]));
  return inert(text).replace(/(?<![\w/])#\u200B(\d{1,9})\b/gu, (whole, number: string) => {
    const url = known.get(`#${number}`) ?? null;
    return url === null ? whole : link(`#${number}`, url);
  });
}

/** An area within a sentence: in small letters, but for short forms such as API. */
export function areaInSentence(key: string, framework: Framework): string {
  return areaTitle(key, framework)
    .split(' ')
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
}
