import { comparable } from './comparable.ts';
import { ARROW, type Order } from './order.ts';
import { isBetter, isOutcome } from './outcomes.ts';
import type { Quantity } from './quantities.ts';

/** Two values that do not stand next to each other. */
export type Apart = { readonly left: Quantity; readonly right: Quantity; readonly order: Order };

const FLAT = /\b(?:flat|steady|constant|level|stable)\sat\s(?:about\s|around\s)?[~≈]?$/i;
const AGAINST = /^,?\s(?:against|instead of|compared (?:to|with)|while|where)\b[^;]{0,40}$/i;
const BEFORE = /\b(?:before|old|previously|baseline|prior|without|main(?=:)|master(?=:))\b[^;]{0,70}$/i;
const THEN_AFTER = /\b(?:after|now|new|with|this change|this pr|this branch)\b[^;]{0,60}$/i;
/** `9 connections after 48 h, was 180`: the former value comes last, behind a comma of its own. */
const IT_WAS =
  /[,(–—]\s?\(?(?:it |which |that |there )?(?:was|were|used to be|down from|before(?: it was)?:?|previously)\s(?:about\s|around\s|over\s)?[~≈]?$/i;
const NEAREST = 100;

/** `connections in use flat at 22, against 22 → 190 elsewhere`: the state before went on growing. */
export function readFlat(sentence: string, quantities: readonly Quantity[]): Apart | null {
  const at = quantities.findIndex((one) => FLAT.test(sentence.slice(0, one.from)));
  const [flat, start, end] = quantities.slice(at === -1 ? quantities.length : at, at + 3);
  if (flat === undefined || start === undefined || end === undefined || end.value <= flat.value) return null;
  const grows = ARROW.test(sentence.slice(start.to, end.from));
  if (!grows || !AGAINST.test(sentence.slice(flat.to, start.from))) return null;
  return isOutcome(aroundOf(sentence, flat, end), flat, end)
    ? { left: flat, right: end, order: 'after first' }
    : null;
}

/** `Before this change … 14 s. After it … 4 s.` with other figures between them. */
export function readDistantPair(sentence: string, quantities: readonly Quantity[]): Apart | null {
  const [left] = quantities;
  if (left === undefined) return null;
  if (!BEFORE.test(sentence.slice(0, left.from))) return readFormer(sentence, quantities);
  const others = quantities.filter((one) => one.dimension === left.dimension && one.from > left.to);
  const right = others.find((one) => THEN_AFTER.test(sentence.slice(left.to, one.from)));
  return right === undefined ? null : told(sentence, left, right, 'before first');
}

function readFormer(sentence: string, quantities: readonly Quantity[]): Apart | null {
  const right = quantities.find((one, at) => at > 1 && IT_WAS.test(sentence.slice(0, one.from)));
  if (right === undefined) return null;
  const left = quantities.find(
    (one) => one.to < right.from && right.from - one.to < NEAREST && one.dimension === right.dimension,
  );
  return left === undefined || left.value >= right.value ? null : told(sentence, left, right, 'after first');
}

function told(sentence: string, left: Quantity, right: Quantity, order: Order): Apart | null {
  const around = aroundOf(sentence, left, right);
  if (!comparable(around, left, right) || !isOutcome(around, left, right)) return null;
  return isBetter(sentence, left, right, order) ? { left, right, order } : null;
}

function aroundOf(sentence: string, left: Quantity, right: Quantity) {
  const gap = sentence.slice(left.to, right.from);
  return { lead: sentence.slice(0, left.from), gap, tail: sentence.slice(right.to) };
}
