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

const NOT_A_RESULT = /(?:[±=]|\b[pn]\s?[=<>]|\b(?:line|step|part|phase|issue|port|http|status|code|pr)\s)\s?$/i;

/** The quantities of a text in its order; spread (`± 2%`), samples (`n=8`) and numbered things are left out. */
export function readQuantities(text: string): readonly Quantity[] {
  const figures = readFigures(text).filter((one) => !NOT_A_RESULT.test(text.slice(Math.max(0, one.from - 10), one.from)));
  const quantities: Quantity[] = [];
  for (const figure of figures) {
    const last = quantities.at(-1);
    if (last !== undefined && makesRange(last, figure, text)) quantities[quantities.length - 1] = joined(last, figure, text);
    else quantities.push(figure);
  }
  return quantities;
}

function makesRange(left: Quantity, right: Figure, text: string): boolean {
  const sameKind = left.dimension === right.dimension || left.dimension === 'count';
  return sameKind && /^\s?[–-]\s?$/.test(text.slice(left.to, right.from));
}

function joined(left: Quantity, right: Figure, text: string): Quantity {
  return { ...right, text: text.slice(left.from, right.to), from: left.from, sign: 0 };
}
