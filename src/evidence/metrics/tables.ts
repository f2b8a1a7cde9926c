import { readQuantities, type Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { COST, GOOD, isSetting } from './words.ts';

type Cell = { readonly text: string; readonly from: number };
/** Which column holds what; -1 where a table has no such column. */
export type Columns = {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly named: string;
};

const BEFORE =
  /^\W*(?:\w{1,14}\s(?=before|old|\(before))?\W?(?:before|old|baseline|base|main|master|previous(?:ly)?|current|without|prior|from)\b/i;
const AFTER =
  /^\W*(?:\w{1,14}\s(?=after|new|\(after))?\W?(?:after|new|this (?:pr|branch|change)|patched|optimi[sz]ed|with|branch|now|to)\b/i;
const CHANGE =
  /^\W*(?:change|delta|δ|diff(?:erence)?|reduction|improvement|speed-?up|saved|savings?|gain|vs base)\b/i;
const NOT_OUTCOMES =
  /\b(?:settings?|options?|parameters?|config(?:uration)?|variable|env|flag|version|package|dependency|library|expected|status|code|input|type|field|coverage|tests?|lines|files|default|estimate[ds]?|target)\b/i;

const UNIT_IN_HEADER =
  /\((?:ns|µs|us|ms|s|sec|seconds|min|minutes|[kmg]i?b|bytes|ops\/s|req\/s)\)|\b(?:ns|ms|ops\/s|[km]i?b)\b/i;
/** Bare numbers beside an endpoint are most often its status codes. */
const ENDPOINT = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b/;

/** The columns of a comparison, read from a table's header row; null where the table compares nothing. */
export function readColumns(header: string): Columns | null {
  const cells = cellsOf(header).map((cell) => cell.text);
  if (cells.some((cell) => NOT_OUTCOMES.test(cell))) return null;
  const columns = {
    before: indexOf(cells, BEFORE),
    after: indexOf(cells, AFTER),
    change: indexOf(cells, CHANGE),
  };
  const compares = (columns.before !== -1 && columns.after !== -1) || columns.change !== -1;
  return compares ? { ...columns, named: cells.join(' ') } : null;
}

function indexOf(cells: readonly string[], pattern: RegExp): number {
  return cells.findIndex((cell) => pattern.test(cell));
}

/** One row of a comparison. Rows of settings and rows that did not change say nothing. */
export function readRow(row: string, columns: Columns): Reading | null {
  const cells = cellsOf(row);
  const label = cells[0]?.text ?? '';
  if (ENDPOINT.test(label) && !/\d\s?(?:[a-zµ%])/i.test(row)) return null;
  if (NOT_OUTCOMES.test(label) || isSetting(label, '')) return null;
  const [before, after, change] = [columns.before, columns.after, columns.change].map((at) =>
    only(cells[at]),
  );
  const named = `${label} ${columns.named}`;
  if (before && after && before.dimension === after.dimension && before.value !== after.value) {
    const told =
      before.dimension !== 'count' ||
      UNIT_IN_HEADER.test(columns.named) ||
      COST.test(named) ||
      GOOD.test(named) ||
      change?.dimension === 'percent';
    return told
      ? readingOf(row, before, after, change ?? null, after.value < before.value ? 'less' : 'more')
      : null;
  }
  if (!change || change.value === 0 || columns.before !== -1) return null;
  return COST.test(named) || GOOD.test(named) ? readingOf(row, null, null, change, signOf(change)) : null;
}

function readingOf(
  row: string,
  before: Quantity | null,
  after: Quantity | null,
  change: Quantity | null,
  direction: Reading['direction'],
): Reading {
  return { from: 0, to: row.length, before, after, change, direction };
}

function signOf(change: Quantity): Reading['direction'] {
  return change.sign === 0 ? null : change.sign < 0 ? 'less' : 'more';
}

/** The one quantity a cell states. */
function only(cell: Cell | undefined): Quantity | null {
  if (cell === undefined || cell.text.length > 60) return null;
  return readQuantities(cell.text)[0] ?? null;
}

function cellsOf(row: string): readonly Cell[] {
  const inner = row.trim().replace(/^\|/, '').replace(/\|$/, '');
  let from = 0;
  return inner
    .split('|')
    .slice(0, 20)
    .map((text) => {
      const cell = { text: text.trim(), from };
      from += text.length + 1;
      return cell;
    });
}
