import { isCutLine } from './template/boilerplate.ts';
import { isBlank, readLines } from './template/lines.ts';
import type { Line, Piece } from './template/lines.ts';

/** A span of the cleaned text and where it stands in the body; offsets in UTF-16 units, half-open. */
export type KeptSpan = {
  readonly from: number;
  readonly to: number;
  /** Where `from` stands in the original body. The span is verbatim there. */
  readonly origin: number;
};

export type Cleaned = {
  readonly text: string;
  /** How many characters of the body were cut. */
  readonly cut: number;
  /** Sorted, without overlaps. Between two of them stands at most one space, where a comment was cut out of a line. */
  readonly kept: readonly KeptSpan[];
  /** The place in the original body of a place in `text`. */
  readonly origin: (from: number) => number;
};

/**
 * What the author wrote of a body: comments, headings, checklists, trailers and other words of a template are cut.
 * Code in fences is kept as it is. Reads every character a fixed number of times.
 */
export function withoutTemplate(body: string): Cleaned {
  const lines = withoutEndBreak(withoutSpareBlanks(keptLines(readLines(body))), body);
  const kept: KeptSpan[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const line of lines) {
    line.pieces.forEach((piece, index) => {
      if (index > 0) {
        parts.push(' ');
        length += 1;
      }
      const size = piece.to - piece.from;
      append(kept, { from: length, to: length + size, origin: piece.from });
      parts.push(body.slice(piece.from, piece.to));
      length += size;
    });
  }
  const keptLength = kept.reduce((sum, span) => sum + span.to - span.from, 0);
  return { text: parts.join(''), cut: body.length - keptLength, kept, origin: originIn(kept) };
}

function keptLines(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  let itemDepth: number | null = null;
  let inAlert = false;
  for (const line of lines) {
    const verdict = isCutLine(line, { itemDepth, inAlert });
    ({ itemDepth, inAlert } = verdict);
    if (!verdict.cut) kept.push(line);
  }
  return kept;
}

/** One empty line between paragraphs, none at either end. Code keeps its own. */
function withoutSpareBlanks(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  for (const line of lines) {
    const last = kept.at(-1);
    const spare = isBlank(line) && !line.fenced && (last === undefined || (isBlank(last) && !last.fenced));
    if (!spare) kept.push(line);
  }
  while (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  return kept;
}

function withoutEndBreak(lines: readonly Line[], body: string): readonly Line[] {
  const last = lines.at(-1);
  const end = last?.pieces.at(-1);
  if (last === undefined || end === undefined || body[end.to - 1] !== '\n') return lines;
  const size = body[end.to - 2] === '\r' ? 2 : 1;
  const shorter: Piece = { from: end.from, to: Math.max(end.from, end.to - size) };
  const pieces =
    shorter.to > shorter.from ? [...last.pieces.slice(0, -1), shorter] : last.pieces.slice(0, -1);
  return [...lines.slice(0, -1), { ...last, pieces }];
}

/** Neighbours in the body become one span, so that an untouched body is one span. */
function append(kept: KeptSpan[], span: KeptSpan): void {
  const last = kept.at(-1);
  const joins =
    last !== undefined && last.to === span.from && last.origin + last.to - last.from === span.origin;
  if (joins) kept[kept.length - 1] = { ...last, to: span.to };
  else kept.push(span);
}

function originIn(kept: readonly KeptSpan[]): (from: number) => number {
  return (from) => {
    let low = 0;
    let high = kept.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kept[middle]?.to ?? 0) > from) high = middle;
      else low = middle + 1;
    }
    const span = kept[low];
    return span === undefined
      ? 0
      : span.origin + Math.min(Math.max(from - span.from, 0), span.to - span.from);
  };
}
