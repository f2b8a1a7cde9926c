import { readDistantPair, readFlat } from './apart.ts';
import { comparable } from './comparable.ts';
import { orderOf, type Around, type Order } from './order.ts';
import { isBetter, isOutcome, plain } from './outcomes.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { MORE_VERB } from './words.ts';

/** A value may stand between the two: `153 ms (4x) to 70 ms (1.8x)`, `12 ms / 1.7 MB to 10 µs / 2 kB`. */
const FURTHEST = 3;
const ASIDE =
  /^\s?\([^()]{0,60}\)|^\s?[a-z ]{0,16}\([^()]{0,40}\)|^(?:\/\w{1,6})?\s?[/&]\s?\d[\d.,]*\s?(?:[a-zµ%]{1,5}\b(?:\/s)?)?/i;

/** Two values of one quantity, the state before and the state after: `p95 1.8 s → 210 ms`, `from 40 to 12 minutes`. */
export function readPair(sentence: string, quantities: readonly Quantity[]): Reading | null {
  for (const [at, left] of quantities.entries())
    for (const [skipped, right] of quantities.slice(at + 1, at + 1 + FURTHEST).entries()) {
      const around = aroundBoth(sentence, left, right, skipped === 0);
      const order = around === null ? null : orderBetween(sentence, around, left, right);
      if (order !== null) return reading(sentence, quantities, left, right, order);
    }
  const apart = readFlat(sentence, quantities) ?? readDistantPair(sentence, quantities);
  return apart === null ? null : reading(sentence, quantities, apart.left, apart.right, apart.order);
}

function orderBetween(sentence: string, around: Around, left: Quantity, right: Quantity): Order | null {
  if (!comparable(around, left, right)) return null;
  const order = orderOf(around, left, right);
  if (order === null || !isBetter(sentence, left, right, order)) return null;
  return isOutcome(around, left, right) ? order : null;
}

/** Null where another value stands between the two that is no aside. */
function aroundBoth(sentence: string, left: Quantity, right: Quantity, adjacent: boolean): Around | null {
  const gap = sentence.slice(left.to, right.from);
  const around = { lead: sentence.slice(0, left.from), gap, tail: sentence.slice(right.to) };
  if (adjacent) return around;
  const rest = gap.replace(ASIDE, '');
  return /\d/.test(rest) ? null : { ...around, gap: rest };
}

function reading(
  sentence: string,
  quantities: readonly Quantity[],
  left: Quantity,
  right: Quantity,
  order: Order,
): Reading {
  const [before, after] = order === 'before first' ? [left, right] : [right, left];
  const lead = sentence.slice(Math.max(0, left.from - 90), left.from);
  const change = quantities.find(
    (one) => one.from >= right.to && one.from - right.to < 24 && isChange(one, sentence),
  );
  return {
    from: startOf(lead, left),
    to: (change ?? right).to,
    before,
    after,
    change: change ?? null,
    direction: directionOf(before, after, lead),
  };
}

function isChange(quantity: Quantity, sentence: string): boolean {
  const relative = quantity.dimension === 'percent' || quantity.dimension === 'ratio';
  return (
    relative &&
    (quantity.sign !== 0 ||
      /^\s(?:faster|less|fewer|lower|smaller|reduction|improvement)/i.test(sentence.slice(quantity.to)))
  );
}

function startOf(lead: string, left: Quantity): number {
  const word = /\b(?:from|before|was|were)\b[^;]{0,40}$/i.exec(lead);
  return word === null ? left.from : left.from - (lead.length - word.index);
}

/** With a shared unit (`from 40 to 12 minutes`) the numbers themselves are compared. */
function directionOf(before: Quantity, after: Quantity, lead: string): Reading['direction'] {
  const [left, right] =
    before.dimension === after.dimension ? [before.value, after.value] : [plain(before), plain(after)];
  if (left === right) return MORE_VERB.test(lead) ? 'more' : null;
  return right < left ? 'less' : 'more';
}
