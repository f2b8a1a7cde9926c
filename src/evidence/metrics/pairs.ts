import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { COST, GOOD, isSetting, LESS_VERB, MEASURED, MORE_VERB } from './words.ts';

export type Order = 'before first' | 'after first';

const ARROW = /(?:→|⇒|➜|➡|[-=]{1,2}>)/;
const REVERSED =
  /^[^;]{0,60}\b(?:instead of|rather than|compared (?:to|with)|down from|up from|previously|was|were)\b[^;]{0,25}$/i;
const BEFORE_AFTER = /\b(?:before|old|previously|baseline|prior|without|main(?=:)|master(?=:))\b[^;]{0,70}$/i;
const THEN_AFTER = /\b(?:after|now|new|with|this change|this pr|this branch)\b[^;]{0,60}$/i;
const WITH_IT =
  /^\s?\(?(?:with|on|after|in|using)\s(?:this|the)\s(?:new\s)?(?:change|pr|patch|branch|fix|index|cache)\b/i;
/** Both states by name: `before … after`, `old … new`, `main … this branch`. */
const LABELLED =
  /\b(?:before\b[\s\S]{0,120}\b(?:after|now|with)|old:[\s\S]{0,120}\bnew|(?:main|master|baseline):[\s\S]{0,120}\b(?:this|branch|new|pr))\b/i;
const UNIT_IN_LABEL =
  /\(\s?(?:ns|µs|us|ms|s|sec|seconds|min|minutes|[kmg]i?b|bytes|%|ops\/s|req\/s)\s?\)[\s:*]{0,4}$/i;
const COUNTED =
  /\b(?:quer(?:y|ies)|requests?|calls?|round[- ]?trips?|allocations?|allocs(?:\/op)?|reads|writes|lookups|scans|copies|syscalls|errors|failures|alerts|warnings|tasks|dependencies|jobs|rows|log lines|duplicates|instructions|retries|crashes|round trips|hops|steps|clicks|series|cardinality|keys|spans|transactions|statements|locks|messages)\b/i;

/** Two values of one quantity, the state before and the state after: `p95 1.8 s → 210 ms`, `from 40 to 12 minutes`. */
export function readPair(sentence: string, quantities: readonly Quantity[]): Reading | null {
  for (let at = 1; at < quantities.length; at += 1) {
    const [left, right] = [quantities[at - 1], quantities[at]];
    if (left === undefined || right === undefined) continue;
    const order = comparable(sentence, left, right) ? orderOf(sentence, left, right) : null;
    if (order !== null && isBetter(sentence, left, right, order) && isOutcome(sentence, left, right))
      return reading(sentence, quantities, left, right, order);
  }
  return readDistantPair(sentence, quantities);
}

/** `Before this change … 14 s. After it … 4 s.` with other figures between them. */
function readDistantPair(sentence: string, quantities: readonly Quantity[]): Reading | null {
  const [left] = quantities;
  if (left === undefined || !BEFORE_AFTER.test(sentence.slice(0, left.from))) return null;
  const others = quantities.filter((one) => one.dimension === left.dimension && one.from > left.to);
  const right = others.find((one) => THEN_AFTER.test(sentence.slice(left.to, one.from)));
  if (right === undefined || !comparable(sentence, left, right) || !isOutcome(sentence, left, right))
    return null;
  return reading(sentence, quantities, left, right, 'before first');
}

/** Same dimension, or `from 40 to 12 minutes`, where the unit is said once. */
function comparable(sentence: string, left: Quantity, right: Quantity): boolean {
  if (left.value === right.value && left.dimension === right.dimension) return false;
  const gap = sentence.slice(left.to, right.from);
  if (left.dimension === right.dimension) return left.dimension !== 'ratio' || /^\sto\s[~≈]?$/.test(gap);
  const sharesUnit = /^\s?(?:(?:down\s|up\s)?to\s|→|⇒|[-=]{1,2}>)[^,;]{0,20}$/i.test(gap);
  return sharesUnit && left.dimension === 'count' && right.dimension !== 'ratio';
}

/** Which of two neighbouring values was before, by the words around and between them; null where nothing tells. */
export function orderOf(sentence: string, left: Quantity, right: Quantity): Order | null {
  const lead = sentence.slice(0, left.from);
  const gap = withoutRate(sentence.slice(left.to, right.from));
  const tail = withoutRate(sentence.slice(right.to));
  if (gap.length <= 60 && ARROW.test(gap)) return 'before first';
  if (/\bfrom\b[^,;]{0,40}$/i.test(lead) && /^[^;]{0,50}\bto\b[^,;]{0,25}$/i.test(gap)) return 'before first';
  if (/^\s(?:down\s)?to\s(?:just\s|only\s|about\s|around\s)?[~≈]?$/i.test(gap) && LESS_VERB.test(lead))
    return 'before first';
  if (/^[^;]{0,20}\b(?:vs\.?|versus)\s[^;]{0,12}$/i.test(gap))
    return WITH_IT.test(tail) ? 'before first' : null;
  if (REVERSED.test(gap)) return 'after first';
  if (/^\s?\(?before\b/i.test(gap) && /^\s?\(?(?:after|now)\b/i.test(tail)) return 'before first';
  if (
    /\b(?:was|were|took|taking|used to (?:take|be|need|use))\b[^;]{0,30}$/i.test(lead) &&
    /\bnow\b/i.test(gap)
  )
    return 'before first';
  return BEFORE_AFTER.test(lead) && THEN_AFTER.test(gap) ? 'before first' : null;
}

/** What costs more than before is no outcome to tell, unless it is a gain (throughput) or benchmark output. */
function isBetter(sentence: string, left: Quantity, right: Quantity, order: Order): boolean {
  const [before, after] = order === 'before first' ? [left, right] : [right, left];
  if (before.dimension !== after.dimension || after.value < before.value) return true;
  return GOOD.test(sentence) || /^\s?(?:\/s\b|\/sec|per second|\(\s?[-+−]\d)/.test(sentence.slice(right.to));
}

/** A pair is an outcome when the words name a cost or a gain and do not name a setting. */
function isOutcome(sentence: string, left: Quantity, right: Quantity): boolean {
  const [lead, tail] = [sentence.slice(0, left.from), sentence.slice(right.to)];
  if (/^\s?\(\s?[-+−]\d{1,4}(?:\.\d{1,4})?\s?%/.test(tail)) return true;
  if (isSetting(lead, tail) || isSetting(lead, sentence.slice(left.to))) return false;
  const near = `${lead.slice(-90)} ${sentence.slice(left.to, right.from)} ${tail.slice(0, 40)}`;
  if (right.dimension === 'count') return isCountedOutcome(lead, near, left, right);
  if (right.dimension !== 'percent' && LABELLED.test(near)) return true;
  return (
    COST.test(near) ||
    GOOD.test(near) ||
    (right.dimension !== 'percent' && (LESS_VERB.test(near) || MEASURED.test(near)))
  );
}

/** Bare numbers need a thing that is worth having less of, or a unit in the label: `latency (ms): 350 -> 90`. */
function isCountedOutcome(lead: string, near: string, left: Quantity, right: Quantity): boolean {
  if (UNIT_IN_LABEL.test(lead)) return COST.test(lead) || GOOD.test(lead);
  const told = COUNTED.test(near) && (LESS_VERB.test(near) || /\bfrom\b|→|->/.test(near));
  return told && right.value < left.value;
}

function withoutRate(text: string): string {
  return text.replace(/^\s?\/\s?\w{1,12}/, '');
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

function plain(quantity: Quantity): number {
  return Number(/\d+(?:\.\d+)?/.exec(quantity.text.replaceAll(',', ''))?.[0] ?? 0);
}
