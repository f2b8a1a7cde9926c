import { fenceAfter } from './fence.ts';

/** What the next line stands in, as the lines that opened it. */
type Around = {
  readonly fence: string | null;
  readonly fenceLine: string;
  readonly details: readonly string[];
  /** The two lines at the head of a table; none outside. */
  readonly table: readonly string[];
  readonly previous: string;
};

const outside: Around = { fence: null, fenceLine: '', details: [], table: [], previous: '' };
const delimiterRow = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/u;

/**
 * Lines in pieces of at most `limit` UTF-16 units, each with its code, table and `<details>` opened before it and closed
 * after it. Only a line of more than half the limit is cut itself, never within a character.
 */
export function cutLines(lines: readonly string[], limit: number): readonly (readonly string[])[] {
  const pieces: (readonly string[])[] = [];
  let around = outside;
  let piece: string[] = [];
  let opened = 0;
  let size = 0;
  for (const line of lines.flatMap((one) => chunks(one, Math.floor(limit / 2)))) {
    const next = after(around, line);
    if (size + line.length + sizeOf(closers(next, limit)) > limit && piece.length > opened) {
      pieces.push([...piece, ...closers(around, limit)]);
      piece = [...openers(around, line, limit)];
      opened = piece.length;
      size = sizeOf(piece);
    }
    piece.push(line);
    size += line.length + 1;
    around = next;
  }
  return [...pieces, piece];
}

/** How many more `<details>` a line opens than it closes. */
export function deeper(line: string): number {
  if (!/^\s*(?:>\s*)*<\/?details\b/iu.test(line)) return 0;
  const tags = [...line.matchAll(/<(\/?)details\b[^>]*>/giu)];
  return tags.reduce((sum, [, slash]) => sum + (slash === '' ? 1 : -1), 0);
}

function after(around: Around, line: string): Around {
  const fence = fenceAfter(around.fence, line);
  if (fence !== null || around.fence !== null)
    return { ...around, fence, fenceLine: around.fence === null ? line : around.fenceLine, table: [] };
  return {
    ...outside,
    details: detailsAfter(around.details, line),
    table: tableAfter(around, line),
    previous: line,
  };
}

function detailsAfter(details: readonly string[], line: string): readonly string[] {
  const more = deeper(line);
  if (more < 0) return details.slice(0, more);
  return Array.from({ length: more }).reduce<readonly string[]>(
    (all, _, index) => [...all, index === 0 ? line : '<details>'],
    details,
  );
}

function tableAfter({ table, previous }: Around, line: string): readonly string[] {
  if (!line.includes('|')) return [];
  if (table.length > 0) return table;
  return delimiterRow.test(line) && previous.includes('|') ? [previous, line] : [];
}

/** What must stand before the next line so that it means the same at the top of a piece. */
function openers(
  { details, fence, fenceLine, table }: Around,
  line: string,
  limit: number,
): readonly string[] {
  const inside = fence === null ? (line.includes('|') ? table : []) : [fenceLine];
  return withinReason([...details.flatMap((opening) => [opening, '']), ...inside], limit);
}

function closers({ details, fence }: Around, limit: number): readonly string[] {
  return withinReason(
    [...(fence === null ? [] : [fence]), ...details.flatMap(() => ['', '</details>'])],
    limit,
  );
}

/** Nobody writes so many of them by hand; then the text itself is what matters. */
function withinReason(lines: readonly string[], limit: number): readonly string[] {
  return sizeOf(lines) > limit / 4 ? [] : lines;
}

function sizeOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

function chunks(line: string, most: number): readonly string[] {
  if (line.length <= most) return [line];
  const pieces: string[] = [];
  for (let rest = line; rest !== '';) {
    const cut = rest.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
    pieces.push(cut);
    rest = rest.slice(cut.length);
  }
  return pieces;
}
