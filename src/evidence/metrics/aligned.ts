import { cellsOf } from './cells.ts';
import { compares } from './tables.ts';

type Line = { readonly text: string; readonly from: number };

/** A header without figures, its columns set apart by spaces: `      before    after`. */
const HEADER = /^[^\d|│]*\b(?:before|old|main|master|base(?:line)?)\b[^\d|│]*(?:\s{2,}|\t)[^\d|│]+$/i;

/** A text that holds a table whose columns are set apart by spaces alone. */
export function holdsAlignedTable(text: string): boolean {
  return text.split('\n').some(isHeader);
}

/** Where the header of an aligned table stands among the lines; -1 where there is none. */
export function headerAt(lines: readonly Line[]): number {
  return lines.findIndex((line, at) => isHeader(line.text) && isRow(lines[at + 1]?.text ?? ''));
}

function isHeader(line: string): boolean {
  return line.length < 200 && HEADER.test(line) && compares(line);
}

function isRow(line: string): boolean {
  return cellsOf(line).filter((cell) => /\d/.test(cell)).length >= 2;
}
