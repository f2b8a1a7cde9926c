import { readFigures, type Figure } from '../grounding/figures.ts';
import type { Dimension } from '../grounding/units.ts';

/** A figure, or a range of two, as one thing that a sentence states. */
export type Quantity = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly dimension: Dimension;
  readonly sign: -1 | 0 | 1;
};

const NOT_A_RESULT =
  /(?:[±=]|\b[pn]\s?[=<>]|\b(?:line|step|part|phase|issue|port|http|status|code|pr)\s|\b(?:hour|minute|day)s?\sand\s)\s?$/i;

/** `502 errors`, `404s`: an answer's code, not a count. */
const STATUS_CODE = /^[45]\d\d(?:s\b|\s(?:errors?|responses?|status|pages?)\b)/i;

/** The quantities of a text in its order; spread (`± 2%`), samples (`n=8`) and numbered things are left out. */
export function readQuantities(text: string): readonly Quantity[] {
  const figures = readFigures(text).filter((one) => isResult(text, one));
  const quantities: Quantity[] = [];
  for (const figure of figures) {
    const last = quantities.at(-1);
    if (last !== undefined && makesRange(last, figure, text))
      quantities[quantities.length - 1] = joined(last, figure, text);
    else quantities.push(figure);
  }
  return quantities;
}

const PART_OF = /^\s(?:out\s)?of\s(?:the\s|all\s)?$/;

function isResult(text: string, figure: Figure): boolean {
  if (NOT_A_RESULT.test(text.slice(Math.max(0, figure.from - 14), figure.from))) return false;
  return !STATUS_CODE.test(text.slice(figure.from, figure.to + 12));
}

function makesRange(left: Quantity, right: Figure, text: string): boolean {
  const sameKind = left.dimension === right.dimension || left.dimension === 'count';
  const gap = text.slice(left.to, right.from);
  if (left.dimension === 'count' && right.dimension === 'count' && PART_OF.test(gap)) return true;
  return sameKind && /^\s?[–-]\s?$/.test(gap);
}

function joined(left: Quantity, right: Figure, text: string): Quantity {
  // `7 out of 80` is told by its first number, a range by its last.
  const value = PART_OF.test(text.slice(left.to, right.from)) ? left.value : right.value;
  return { ...right, value, text: text.slice(left.from, right.to), from: left.from, sign: 0 };
}
