/** A span of the body, half-open, in UTF-16 units. */
export type Piece = { readonly from: number; readonly to: number };

/** One line without the comments in it. A line that was nothing but a comment is not there at all. */
export type Line = {
  readonly pieces: readonly Piece[];
  /** What a reader sees of it, without the break; a space stands where a comment was. */
  readonly seen: string;
  /** Whether it belongs to a block of code, its fences included. */
  readonly fenced: boolean;
};

type Fence = { readonly mark: string; readonly length: number };

/** The lines of a body. HTML comments are taken out, except in code; one that never ends is plain text. */
export function readLines(body: string): readonly Line[] {
  const lines: Line[] = [];
  const comments = commentsOf(body);
  let fence: Fence | null = null;
  let from = 0;
  while (from < body.length) {
    const { pieces, next } = fence === null ? visiblePieces(body, from, comments) : wholeLine(body, from);
    from = next;
    if (pieces.length === 0) continue;
    const seen = seenOf(body, pieces);
    const mark = fenceOf(seen);
    const fenced = fence !== null || mark !== null;
    if (fence === null) fence = mark;
    else if (closes(fence, mark, seen)) fence = null;
    lines.push({ pieces, seen, fenced });
  }
  return lines;
}

export function isBlank(line: Line | undefined): boolean {
  return line !== undefined && line.seen.trim() === '';
}

type Read = { readonly pieces: readonly Piece[]; readonly next: number };

function wholeLine(body: string, from: number): Read {
  const next = afterLine(body, from);
  return { pieces: [{ from, to: next }], next };
}

/** Finds the next comment at or after a place, its end exclusive. Asked in rising order, it reads the body once. */
type Comments = (from: number) => Piece | null;

function commentsOf(body: string): Comments {
  const lastClose = body.lastIndexOf('-->');
  let open = -1;
  return (from) => {
    if (open < from && open < body.length) open = orEnd(body, body.indexOf('<!--', from));
    if (open + 2 > lastClose) return null;
    const end = body.indexOf('-->', open + 2) + 3;
    return { from: open, to: machineTextEnd(body, open, end) };
  };
}

const machineText =
  /^<!--\s*(?:(\w*(?:SUMMARY|BUGBOT)\w*)|This is an (auto-generated comment:[^<>]{1,80}?))\s*-->$/iu;

/** Review programs put summaries of their own between two comments: text that no author wrote. */
function machineTextEnd(body: string, from: number, to: number): number {
  const [, name, kind] = machineText.exec(body.slice(from, Math.min(to, from + 200))) ?? [];
  const close =
    name === undefined ? (kind === undefined ? null : `<!-- end of ${kind} -->`) : `<!-- /${name} -->`;
  const end = close === null ? -1 : body.indexOf(close, to);
  return close === null || end < 0 ? to : end + close.length;
}

/** The pieces of one line outside comments, its break included. A comment may swallow breaks. */
function visiblePieces(body: string, start: number, comments: Comments): Read {
  const pieces: Piece[] = [];
  let from = start;
  let next = afterLine(body, from);
  for (let found = comments(from); found !== null && found.from < next; found = comments(from)) {
    if (found.from > from) pieces.push({ from, to: found.from });
    from = found.to;
    if (from >= next) next = afterLine(body, from);
  }
  if (next > from) pieces.push({ from, to: next });
  return { pieces: from > start && isOnlySpace(body, pieces) ? [] : pieces, next };
}

function isOnlySpace(body: string, pieces: readonly Piece[]): boolean {
  return pieces.every((piece) => body.slice(piece.from, piece.to).trim() === '');
}

function afterLine(body: string, from: number): number {
  const end = body.indexOf('\n', from);
  return end < 0 ? body.length : end + 1;
}

function orEnd(body: string, index: number): number {
  return index < 0 ? body.length : index;
}

function seenOf(body: string, pieces: readonly Piece[]): string {
  const [first] = pieces;
  const seen =
    pieces.length === 1 && first !== undefined
      ? body.slice(first.from, first.to)
      : pieces.map((piece) => body.slice(piece.from, piece.to)).join(' ');
  return seen.endsWith('\n') ? seen.slice(0, seen.endsWith('\r\n') ? -2 : -1) : seen;
}

function fenceOf(seen: string): Fence | null {
  const found = /^ {0,3}(`{3,}|~{3,})/u.exec(seen.slice(0, 200));
  const marks = found?.[1];
  if (found === null || marks === undefined) return null;
  const mark = marks.slice(0, 1);
  if (mark === '`' && seen.indexOf('`', found[0].length) >= 0) return null;
  return { mark, length: marks.length };
}

function closes(open: Fence, mark: Fence | null, seen: string): boolean {
  if (mark === null || mark.mark !== open.mark || mark.length < open.length) return false;
  return seen.trim().replaceAll(open.mark, '') === '';
}
