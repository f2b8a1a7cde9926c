import { looksLikeBenchmark } from './benchmarks.ts';

type Line = { readonly text: string; readonly from: number };
type Mark = (from: number, to: number) => void;

const URL = /\bhttps?:\/\/[^\s)>\]]+/g;
const TAG = /<[a-zA-Z/!][^<>]{0,300}>/g;
const IMAGE = /!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)/g;
/** Each with the sign that all of them have. */
const INLINE = [
  ['://', URL],
  ['![', IMAGE],
  ['<', TAG],
] as const;
const CHECKBOX = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[[ xX]\]/;
const CITED = /^\s*>/;
const PAIRS_OF_A_LOG = /\b[\w.]{1,40}=\S/g;
const LOG =
  /^\s*(?:\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}|\[?\d{2}:\d{2}:\d{2}|\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL)\b|at\s\S{1,200}\()/;
const PLAN = /\b(?:actual time|cost)=\d/;
const OTHERS_RELEASE_NOTES =
  /^(?:#{1,6}\s*)?(?:release notes|changelog)\b[\w ,]{0,40}:?\s*$|<summary>\s*(?:release notes|changelog|commits)/i;
const MAY_BE_RELEASE_NOTES = /release notes|changelog|<summary>/i;
const BUMPS = /^(?:[\w()]{1,20}:\s)?(?:bump|update|upgrade)s?\s\S{1,100}\sfrom\s\S{1,40}\sto\s/im;
/** `- search is fast again (#307)`: one such item may name its issue, several are a list of what others did. */
const CREDITED_ITEM = /^\s{0,8}[-*+]\s.{1,300}\((?:\S{1,80})?#\d{1,9}\)\s*$/;

/** `- ORD-228 faster history`: a release lists its tickets so. */
const TICKET_ITEM = /^\s{0,8}[-*+]\s\[?[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/;

/**
 * The text with everything that is not the writer's own prose or benchmark output blanked out: comments, code,
 * addresses, checklists, citations, logs, a dependency's release notes. Length and line ends stay, so that offsets hold.
 */
export function maskNotProse(text: string): string {
  let marked = false;
  const blank = new Uint8Array(text.length);
  const mark: Mark = (from, to) => {
    marked = true;
    blank.fill(1, from, to);
  };
  markComments(text, mark);
  const lines = linesOf(text);
  markFences(text, lines, mark);
  markReleaseNotes(text, lines, mark);
  markChangelog(lines, mark);
  for (const line of lines) if (isNotProse(line.text)) mark(line.from, line.from + line.text.length);
  for (const [sign, pattern] of INLINE)
    if (text.includes(sign))
      for (const { index, 0: found } of text.matchAll(pattern)) mark(index, index + found.length);
  return marked ? blanked(text, blank) : text;
}

function blanked(text: string, blank: Uint8Array): string {
  let result = '';
  for (let from = 0; from < text.length;) {
    const hidden = blank[from] === 1;
    const change = blank.indexOf(hidden ? 0 : 1, from);
    const to = change === -1 ? text.length : change;
    const run = text.slice(from, to);
    result += hidden ? run.replaceAll(/[^\n]/g, ' ') : run;
    from = to;
  }
  return result;
}

export function linesOf(text: string): readonly Line[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const start = from;
    from += line.length + 1;
    return { text: line, from: start };
  });
}

function markComments(text: string, mark: Mark): void {
  let from = text.indexOf('<!--');
  while (from !== -1) {
    const end = text.indexOf('-->', from);
    mark(from, end === -1 ? text.length : end + 3);
    from = end === -1 ? -1 : text.indexOf('<!--', end);
  }
}

/** Code is no claim; the output of a benchmark, which people paste between fences, is one. */
function markFences(text: string, lines: readonly Line[], mark: Mark): void {
  if (!text.includes('```') && !text.includes('~~~')) return;
  let open: { readonly fence: string; readonly from: number; readonly inside: number } | null = null;
  for (const line of lines) {
    const fence = /^\s{0,12}(?:[-*+]\s)?(`{3,10}|~{3,10})/.exec(line.text)?.[1];
    if (fence === undefined) continue;
    const end = line.from + line.text.length;
    if (open === null) open = { fence, from: line.from, inside: end };
    else if (fence.startsWith(open.fence)) {
      markFence(text, open, line.from, end, mark);
      open = null;
    }
  }
  if (open !== null) mark(open.from, text.length);
}

function markFence(
  text: string,
  open: { from: number; inside: number },
  inside: number,
  end: number,
  mark: Mark,
): void {
  if (!looksLikeBenchmark(text.slice(open.inside, inside))) return mark(open.from, end);
  mark(open.from, open.inside);
  mark(inside, end);
}

/** A bot's pull request carries the release notes of what it bumps: gains of others. */
function markReleaseNotes(text: string, lines: readonly Line[], mark: Mark): void {
  if (!MAY_BE_RELEASE_NOTES.test(text)) return;
  const at = lines.findIndex((line) => OTHERS_RELEASE_NOTES.test(line.text));
  if (at === -1) return;
  const start =
    BUMPS.test(text) || lines.slice(at, at + 4).some((line) => /<details|<summary/i.test(line.text));
  if (start) mark(lines[at]?.from ?? 0, text.length);
}

function markChangelog(lines: readonly Line[], mark: Mark): void {
  for (const pattern of [CREDITED_ITEM, TICKET_ITEM]) {
    const items = lines.filter((line) => pattern.test(line.text));
    if (items.length < 2) continue;
    for (const line of items) mark(line.from, line.from + line.text.length);
  }
}

function isNotProse(line: string): boolean {
  if (line === '') return false;
  if (CHECKBOX.test(line) || CITED.test(line) || LOG.test(line)) return true;
  if (!line.includes('=')) return false;
  return PLAN.test(line) || [...line.slice(0, 600).matchAll(PAIRS_OF_A_LOG)].length >= 4;
}
