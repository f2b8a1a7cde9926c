import { cellsOf } from './cells.ts';
import { ARROW } from './order.ts';
import { readPair } from './pairs.ts';
import { readQuantities, type Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { isSetting } from './settings.ts';
import { COST, GOOD } from './words.ts';

/** Which column holds what; -1 where a table has no such column. */
type Columns = {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly named: string;
};

const BEFORE =
  /^\W*(?:[\w/%]{1,20}\s(?=before|old|\(before))?\W?(?:before|old|baseline|base|main|master|previous(?:ly)?|current|without|prior|from)\b/i;
const AFTER =
  /^\W*(?:[\w/%]{1,20}\s(?=after|new|\(after))?\W?(?:after|new|this (?:pr|branch|change)|patched|optimi[sz]ed|with|branch|now|to|pr)\b/i;
const CHANGE =
  /^\W*(?:change|delta|δ|diff(?:erence)?|reduction|improvement|speed-?up|saved|savings?|gain|vs base)\b/i;
const GAIN = /^\W*(?:speed-?up|reduction|savings?|saved)\b/i;
const GAIN_IN = /\b(?:speed-?up|reduction|savings?|saved)\b/i;
const NOT_OUTCOMES =
  /\b(?:settings?|options?|parameters?|config(?:uration)?|variable|env|flag|version|package|dependency|library|expected|status|code|field|coverage|tests?|lines|files|default|estimate[ds]?|target|limits?)\b/i;

const UNIT_IN_HEADER =
  /\((?:ns|µs|us|ms|s|sec|seconds|min|minutes|[kmg]i?b|bytes|ops\/s|req\/s)(?:\/op)?\)|\b(?:ns|ms|ops\/s|[km]i?b)\b/i;
/** Bare numbers beside an endpoint are most often its status codes. */
const ENDPOINT = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b/;
const LARGER_IS_BETTER =
  /\b(?:throughput|(?:requests|rows|events|ops|messages|operations|items)\s?(?:\w{1,12}\s)?(?:\/|per )\s?s(?:ec(?:ond)?)?)/i;
/** Two runs of the same thing differ by so much. */
const NOISE = 0.03;
const LONGEST_CELL = 60;

/** True for the header of a table that compares two states, or that says how much something changed. */
export function compares(header: string): boolean {
  return columnsOf(cellsOf(header)) !== null;
}

function columnsOf(cells: readonly string[]): Columns | null {
  if (cells.some((cell) => NOT_OUTCOMES.test(cell))) return null;
  const columns = {
    before: indexOf(cells, BEFORE),
    after: indexOf(cells, AFTER),
    change: indexOf(cells, CHANGE),
  };
  const compared = (columns.before !== -1 && columns.after !== -1) || columns.change !== -1;
  return compared ? { ...columns, named: cells.join(' ') } : null;
}

function indexOf(cells: readonly string[], pattern: RegExp): number {
  return cells.findIndex((cell) => pattern.test(cell));
}

/** One row of a comparison. Rows of settings and rows that did not get better say nothing. */
export function readRow(row: string, header: string): Reading | null {
  const cells = cellsOf(row);
  const label = cells[0] ?? '';
  if (ENDPOINT.test(label) && !/\d\s?(?:[a-zµ%])/i.test(row)) return null;
  if (NOT_OUTCOMES.test(label) || isSetting(label, '')) return null;
  const columns = columnsOf(namesOf(header, cells));
  if (columns === null) return readGain(row, header, cells) ?? readCell(row, header, cells);
  const change = quantityIn(cells[columns.change]);
  const named = `${label} ${columns.named}`;
  if (columns.before !== -1 && columns.after !== -1) {
    if (cells[columns.change]?.trim() === '~') return null;
    const states = [quantityIn(cells[columns.before]), quantityIn(cells[columns.after])] as const;
    return readStates(row, named, states, change);
  }
  return change === null ? null : readChange(row, named, change);
}

/** A header often leaves out a name for the first column: then its own first cell is a state. */
function namesOf(header: string, row: readonly string[]): readonly string[] {
  const names = cellsOf(header);
  const unnamed = row.length > names.length && BEFORE.test(names[0] ?? '');
  return unnamed ? ['', ...names] : names;
}

/** `| before | 5 min 14 s | 6.9 GB |` above `| after | 4 min 18 s | 5.7 GB |`: one row for each state. */
export function readStateRows(rows: string, header: string): Reading | null {
  const [first = '', second = ''] = rows.split('\n');
  const [before, after] = [cellsOf(first), cellsOf(second)];
  const named = cellsOf(header);
  if (named.slice(1).some((cell) => NOT_OUTCOMES.test(cell))) return null;
  for (let at = 1; at < before.length; at += 1) {
    const states = [quantityIn(before[at]), quantityIn(after[at])] as const;
    const reading = isSetting(named[at] ?? '', '') ? null : readStates(rows, named[at] ?? '', states, null);
    if (reading !== null) return reading;
  }
  return null;
}

/** True where one row holds the state before and the next one the state after. */
export function areStates(first: string, second: string): boolean {
  return BEFORE.test(cellsOf(first)[0] ?? '') && AFTER.test(cellsOf(second)[0] ?? '');
}

function readStates(
  row: string,
  named: string,
  [before, after]: readonly [Quantity | null, Quantity | null],
  change: Quantity | null,
): Reading | null {
  if (before === null || after === null || before.dimension !== after.dimension) return null;
  if (Math.abs(before.value - after.value) <= NOISE * Math.max(before.value, after.value)) return null;
  const more = after.value > before.value;
  if (more !== isMoreBetter(named, after)) return null;
  const told = before.dimension !== 'count' || UNIT_IN_HEADER.test(named) || change?.dimension === 'percent';
  if (!told && !COST.test(named) && !GOOD.test(named)) return null;
  return { from: 0, to: row.length, before, after, change, direction: more ? 'more' : 'less' };
}

function readChange(row: string, named: string, change: Quantity): Reading | null {
  if (change.value === 0 || (!COST.test(named) && !GOOD.test(named))) return null;
  const direction =
    change.sign === 0 ? (GAIN_IN.test(named) ? 'less' : null) : change.sign < 0 ? 'less' : 'more';
  if (direction !== null && (direction === 'more') !== isMoreBetter(named, change)) return null;
  return { from: 0, to: row.length, before: null, after: null, change, direction };
}

/** `| speed-up | 22 % | 35 % |` below the measurements. */
function readGain(row: string, header: string, cells: readonly string[]): Reading | null {
  const label = cells[0] ?? '';
  if (NOT_OUTCOMES.test(header) || !GAIN.test(label)) return null;
  const change = quantityIn(cells[1]);
  if (change?.dimension !== 'percent' && change?.dimension !== 'ratio') return null;
  return { from: 0, to: row.length, before: null, after: null, change, direction: 'less' };
}

/** `| 5k orders | 606 B → 296 B |`: both states in one cell. */
function readCell(row: string, header: string, cells: readonly string[]): Reading | null {
  if (NOT_OUTCOMES.test(header)) return null;
  const at = cells.findIndex((cell) => cell.length <= LONGEST_CELL && ARROW.test(cell));
  if (at === -1) return null;
  const text = `${cells[0] ?? ''}, ${cellsOf(header)[at] ?? ''}: ${cells[at] ?? ''}`;
  const reading = readPair(text, readQuantities(text));
  return reading === null ? null : { ...reading, from: 0, to: row.length };
}

function isMoreBetter(named: string, { dimension }: Quantity): boolean {
  return dimension === 'rate' || GOOD.test(named) || LARGER_IS_BETTER.test(named);
}

/** The one quantity a cell states. */
function quantityIn(cell: string | undefined): Quantity | null {
  if (cell === undefined || cell.length > LONGEST_CELL) return null;
  return readQuantities(cell)[0] ?? null;
}
