import { hasOwnFigure } from './figures.ts';
import type { Line } from './lines.ts';
import { isNotice, isQuestion, isTrailer } from './wording.ts';

/** What the lines before mean for this one. */
export type Surroundings = {
  /** The indentation of the checklist item that was cut just before, or null. */
  readonly itemDepth: number | null;
  /** Inside an alert (`> [!NOTE]`), which is the author's own word and no quotation. */
  readonly inAlert: boolean;
};

export type Verdict = Surroundings & { readonly cut: boolean };

/** Words of a template are short; what is longer than this a person wrote. In UTF-16 units. */
const longestLine = 600;

const item = /^(?:[-*+]|\d{1,4}[.)])\s+\[([ xX✓✔]?)\](?:\s|$)/u;
const heading = /^ {0,3}#{1,6}(?:\s|$)/u;
const rule = /^(?:-{3,}|\*{3,}|_{3,}|={3,})$/u;
const boldAlone = /^(?:\*\*[^*]{1,80}\*\*|__[^_]{1,80}__)\s*[:?]?$/u;
const emptyAnswer =
  /^(?:[-*+]\s*)?(?:[_*]{0,2})(?:n\/a|na|none|no|yes|nope|tbd|todo|not applicable|nothing|same as above|\.{3}|-+)(?:[_*]{0,2})[.!]?$/iu;
const emptyItem = /^(?:[-*+]|\d{1,3}[.)])$/u;
const alert = /^>\s*\[!(?:note|tip|important|warning|caution)\]/iu;

/** Whether a line is template rather than the author's own word, and what that means for the next one. */
export function isCutLine(line: Line, around: Surroundings): Verdict {
  const text = line.seen.trim();
  if (line.fenced) return { cut: false, itemDepth: null, inAlert: false };
  const indent = line.seen.length - line.seen.trimStart().length;
  if (text.startsWith('>')) return ofQuotation(text, around.inAlert);
  const marked = text.length > longestLine ? null : item.exec(text);
  if (marked !== null) return ofItem(text, marked, indent);
  if (continues(text, indent, around.itemDepth)) return { ...around, cut: true, inAlert: false };
  return {
    cut: text.length <= longestLine && isTemplateLine(line.seen, text),
    itemDepth: null,
    inAlert: false,
  };
}

/** Unticked items are promises, ticked ones vows. Only a ticked item with a figure of its own is a statement. */
function ofItem(text: string, marked: RegExpExecArray, indent: number): Verdict {
  const ticked = marked[1] !== '' && marked[1] !== ' ';
  const kept = ticked && hasOwnFigure(text.slice(marked[0].length));
  return { cut: !kept, itemDepth: kept ? null : indent, inAlert: false };
}

/** Quotations are others' words. ">99 %" is a figure, and an alert is the author's own. */
function ofQuotation(text: string, inAlert: boolean): Verdict {
  const own = inAlert || alert.test(text);
  return { cut: !own && !/^>=?\s?\d/u.test(text), itemDepth: null, inAlert: own };
}

/**
 * A wrapped checklist item goes on in lines that are indented deeper than its mark, or not at all where an editor
 * broke it in mid-sentence. A line that begins a sentence is the author's own.
 */
function continues(text: string, indent: number, itemDepth: number | null): boolean {
  if (itemDepth === null || text === '' || /^(?:[-*+]|\d{1,4}[.)])\s|^[#>|]/u.test(text)) return false;
  return indent > itemDepth || inMidSentence.test(text);
}

/** A small letter, a sign of code or a link; or the end of a link that the line before has begun. */
const inMidSentence = /^(?:[\p{Ll}`[(]|[^[\]]{1,40}\]\()/u;

function isTemplateLine(seen: string, text: string): boolean {
  if (text === '') return false;
  if (heading.test(seen)) return !hasOwnFigure(text);
  if (isRule(text) || emptyItem.test(text) || emptyAnswer.test(text)) return true;
  if (boldAlone.test(text)) return !hasOwnFigure(text);
  return isPicture(text) || isQuestion(text) || isTrailer(text) || isNotice(text);
}

function isRule(text: string): boolean {
  return /^[-*_=]/.test(text) && rule.test(text.replaceAll(' ', ''));
}

const pictureParts = [
  /^!\[[^\]]{0,300}\]\([^)]{0,500}\)/u,
  /^\[!\[[^\]]{0,300}\]\([^)]{0,500}\)\]\([^)]{0,500}\)/u,
  /^<\/?(?:img|br|hr|picture|source|p|div|center|a)\b[^>]{0,500}>/iu,
  /^\s+/u,
];

/** Nothing but pictures, badges and tags that lay them out. */
function isPicture(text: string): boolean {
  if (!/^[![<]/.test(text)) return false;
  let rest = text;
  while (rest !== '') {
    const size = sizeOfPart(rest);
    if (size === 0) return false;
    rest = rest.slice(size);
  }
  return true;
}

function sizeOfPart(text: string): number {
  return Math.max(...pictureParts.map((part) => part.exec(text)?.[0].length ?? 0));
}
