import { orderOf } from '../metrics/order.ts';
import type { Quantity } from '../metrics/quantities.ts';

/** Two values of one quantity, and which of them was before. */
export type Change = {
  readonly before: Quantity;
  readonly after: Quantity;
  readonly from: number;
  readonly to: number;
};
export type Direction = 'less' | 'more';

const LESS =
  /\b(?:reduc\w{0,6}|cut(?:s|ting)?|drop\w{0,4}|shr[aiu]nk\w{0,3}|sav(?:e|es|ed|ing|ings)|lower\w{0,3}|decreas\w{0,3}|trim\w{0,4}|slash\w{0,3}|shav\w{0,3}|fall(?:s|en|ing)?|fell|speed(?:s|ing)?[- ]?up\w{0,1}|sped up|shorten\w{0,3}|down|fewer|less|faster|quicker|smaller|cheaper|shorter|lighter|eliminat\w{0,3}|remov\w{0,3}|delet\w{0,3}|halv\w{0,3}|freed?|reclaim\w{0,3}|avoid\w{0,3})\b/gi;
const MORE =
  /\b(?:increas\w{0,3}|rais(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow(?:s|n|ing)?|grew|climb\w{0,3}|up|more|higher|slower|slow(?:ed|s|ing)|larger|bigger|longer|heavier|dearer|worse|add(?:s|ed|ing)?|doubl\w{0,3}|gain\w{0,3})\b/gi;
const ADVERB =
  '(?:to\\s)?(?:only\\s|just\\s|about\\s|around\\s|roughly\\s|nearly\\s|almost\\s|over\\s|some\\s)?[~≈]?$';
const BY = new RegExp(`(?:\\bby\\s|\\bof\\s|^\\s?|\\bto\\s)${ADVERB}`, 'i');

/** Every stated change of a text, in its order. Cells of one row stand before and after in that order. */
export function readChanges(text: string, quantities: readonly Quantity[]): readonly Change[] {
  const changes: Change[] = [];
  for (let at = 1; at < quantities.length; at += 1) {
    const [left, right] = [quantities[at - 1], quantities[at]];
    if (left === undefined || right === undefined || right.from - left.to > 120) continue;
    const change = changeOf(text, left, right);
    if (change !== null) changes.push(change);
  }
  return changes;
}

function changeOf(text: string, left: Quantity, right: Quantity): Change | null {
  const gap = text.slice(left.to, right.from);
  const lead = text.slice(Math.max(0, left.from - 100), left.from);
  const around = { lead, gap, tail: text.slice(right.to, right.to + 60) };
  const inRow =
    left.dimension === right.dimension && /^\s{0,3}(?:\|\s{0,12}|±\s?\d[\d.]{0,6}%\s{1,12})$/.test(gap);
  const order = inRow ? 'before first' : orderOf(around, left, right);
  if (order === null) return null;
  const [before, after] = order === 'before first' ? [left, right] : [right, left];
  return { ...withSharedUnit(before, after), from: left.from, to: right.to };
}

/** In `from 40 to 12 minutes` the unit is said once and meant twice. */
function withSharedUnit(before: Quantity, after: Quantity): { before: Quantity; after: Quantity } {
  if (before.dimension === after.dimension) return { before, after };
  if (before.dimension === 'count') return { before: inUnitOf(before, after), after };
  return after.dimension === 'count' ? { before, after: inUnitOf(after, before) } : { before, after };
}

function inUnitOf(bare: Quantity, full: Quantity): Quantity {
  const written = Number(/\d+(?:\.\d+)?/.exec(full.text.replaceAll(/[,  ]/g, ''))?.[0] ?? 1);
  const factor = written === 0 ? 1 : full.value / written;
  return { ...bare, value: bare.value * factor, dimension: full.dimension };
}

export function directionOf(change: Change): Direction | null {
  if (change.before.dimension !== change.after.dimension || change.before.value === change.after.value)
    return null;
  return change.after.value < change.before.value ? 'less' : 'more';
}

/** The direction a sentence gives to a figure by the words that govern it: `cut by 65 %`, `65 % fewer`, `fell to`. */
export function claimedDirection(
  text: string,
  figure: { readonly from: number; readonly to: number; readonly sign: number },
): Direction | null {
  const tail = text.slice(figure.to, figure.to + 40);
  const follows =
    /^(?:\s?\/\s?\w{1,12}|\sper\s\w{1,14})?\s(?:of\s)?(?:\w{1,12}\s){0,1}/.exec(tail)?.[0] ?? '';
  const after = wordsOf(tail.slice(0, follows.length + 10)).find((word) => word.at <= follows.length);
  if (
    after !== undefined &&
    /^(?:fewer|less|faster|quicker|smaller|cheaper|shorter|lighter|lower|reduc|decreas|drop|sav|speed|more|higher|slower|slow(?:ed|s|ing)|larger|bigger|longer|heavier|increas|gain|worse)/i.test(
      after.text,
    )
  )
    return after.direction;
  const lead = text.slice(Math.max(0, figure.from - 90), figure.from);
  const verb = wordsOf(lead).at(-1);
  if (verb === undefined) return figure.sign === 0 ? null : figure.sign < 0 ? 'less' : 'more';
  const between = lead.slice(verb.at + verb.text.length);
  return BY.test(between) && !/[,;.:](?=\s)/.test(between) ? verb.direction : null;
}

const TURNED = /\b(?:is|are|was|were|go|goes|went|come|came|been)\s(?:\w{2,10}ly\s)?(?:up|down)\b/i;

/** The directions that a text without figures tells of: `is slower now`, `went up`; `wrote it up` tells of none. */
export function plainDirections(text: string): readonly Direction[] {
  return wordsOf(text)
    .filter((word) => !/^(?:up|down)$/i.test(word.text) || TURNED.test(text))
    .map((word) => word.direction);
}

/** The direction a source gives to what stands at a span: the nearest word of change in its clause, or its sign. */
export function statedDirection(clause: string, from: number, to: number, sign: number): Direction | null {
  const nearest = wordsOf(clause).toSorted(
    (left, right) => distance(left.at, from, to) - distance(right.at, from, to),
  )[0];
  if (nearest !== undefined) return nearest.direction;
  return sign === 0 ? null : sign < 0 ? 'less' : 'more';
}

function distance(at: number, from: number, to: number): number {
  return at < from ? from - at : at - to;
}

function wordsOf(text: string): { text: string; at: number; direction: Direction }[] {
  const less = [...text.matchAll(LESS)].map((match) => ({
    text: match[0],
    at: match.index,
    direction: 'less' as const,
  }));
  const more = [...text.matchAll(MORE)].map((match) => ({
    text: match[0],
    at: match.index,
    direction: 'more' as const,
  }));
  return [...less, ...more].toSorted((left, right) => left.at - right.at);
}
