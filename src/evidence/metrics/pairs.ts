import { isBetter, isOutcome, plain } from './outcomes.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { COST, LESS_VERB, MORE_VERB } from './words.ts';

export type Order = 'before first' | 'after first';

const ARROW = /(?:→|⟶|⇒|➜|➡|[-=]{1,2}>)/;
const REVERSED =
  /^[^;]{0,60}\b(?:instead of|rather than|compared (?:to|with)|down from|up from|previously|was|were)\b[^;]{0,25}$/i;
const BEFORE_AFTER = /\b(?:before|old|previously|baseline|prior|without|main(?=:)|master(?=:))\b[^;]{0,70}$/i;
const THEN_AFTER = /\b(?:after|now|new|with|this change|this pr|this branch)\b[^;]{0,60}$/i;
const SHARES_UNIT = /^\s?(?:(?:down\s|up\s)?to\s|→|⇒|[-=]{1,2}>)[^,;]{0,20}$/i;
const UNIT_BEFORE =
  /^(?:\s?(?:→|⇒|[-=]{1,2}>)\s?|,?\s\(?(?:instead of|rather than|down from|was|from)\s|[^;\d]{0,30}\bnow (?:it )?(?:takes|needs|uses|runs in)\s)[~≈]?$/i;
const NO_NOUN = /^(?:[).,;!:]|\s(?:before|on main|on master|previously|for|per|in|with)\b|\s?$)/i;
const DOWN_TO =
  /\b(?:down|drops?|dropped|falls?|fell|reduced|cut|shrinks?|shrank)\sto\s(?:just\s|only\s|about\s|around\s|under\s)?[~≈]?$/i;
const BEFORE_IT = /^[\w\s]{0,20}\(?\b(?:before|previously|on main|on master)\b/i;
const FLAT = /\b(?:flat|steady|constant|level|stable)\sat\s(?:about\s|around\s)?[~≈]?$/i;
const WITH_IT =
  /^\s?\(?(?:with|on|after|in|using)\s(?:this|the)\s(?:new\s)?(?:change|pr|patch|branch|fix|index|cache)\b/i;
/** `Terraform plan in CI: 26 to 4 minutes`: what takes time, a colon, and two values that fall. */
const NAMED_COST = /^(?!.*\d)[^:;.]{3,80}:\s[~≈]?$/;
const FALLS_TO = /^\sto\s(?:just\s|only\s|about\s|around\s)?[~≈]?$/i;
/** Hours of a day are written so, too. */
const HOURS = /\b(?:h|hours?|o'clock|am|pm|days?|weeks?)$/i;

/** Two values of one quantity, the state before and the state after: `p95 1.8 s → 210 ms`, `from 40 to 12 minutes`. */
export function readPair(sentence: string, quantities: readonly Quantity[]): Reading | null {
  for (let at = 1; at < quantities.length; at += 1) {
    const [left, right] = [quantities[at - 1], quantities[at]];
    if (left === undefined || right === undefined) continue;
    const order = comparable(sentence, left, right) ? orderOf(sentence, left, right) : null;
    if (order !== null && isBetter(sentence, left, right, order) && isOutcome(sentence, left, right))
      return reading(sentence, quantities, left, right, order);
  }
  return readFlat(sentence, quantities) ?? readDistantPair(sentence, quantities);
}

/** `connections in use flat at 22, against 22 → 190 elsewhere`: the state before went on growing. */
function readFlat(sentence: string, quantities: readonly Quantity[]): Reading | null {
  const at = quantities.findIndex((one) => FLAT.test(sentence.slice(0, one.from)));
  const [flat, start, end] = quantities.slice(at === -1 ? quantities.length : at, at + 3);
  if (flat === undefined || start === undefined || end === undefined || end.value <= flat.value) return null;
  const against = /^,?\s(?:against|instead of|compared (?:to|with)|while|where)\b[^;]{0,40}$/i;
  const grows = ARROW.test(sentence.slice(start.to, end.from));
  if (!grows || !against.test(sentence.slice(flat.to, start.from))) return null;
  return isOutcome(sentence, flat, end) ? reading(sentence, quantities, flat, end, 'after first') : null;
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

/** Same dimension, or `from 40 to 12 minutes` and `3 s instead of 40`, where the unit is said once. */
function comparable(sentence: string, left: Quantity, right: Quantity): boolean {
  if (left.value === right.value && left.dimension === right.dimension) return false;
  const gap = sentence.slice(left.to, right.from);
  if (left.dimension === right.dimension) return left.dimension !== 'ratio' || /^\sto\s[~≈]?$/.test(gap);
  if (left.dimension === 'count') return SHARES_UNIT.test(gap) && right.dimension !== 'ratio';
  const unitSaidOnce = right.dimension === 'count' && left.dimension !== 'ratio' && UNIT_BEFORE.test(gap);
  return unitSaidOnce && NO_NOUN.test(sentence.slice(right.to));
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
  if (isNamedFall(sentence, left, right)) return 'before first';
  if (/^[^;]{0,20}\b(?:vs\.?|versus)\s[^;]{0,12}$/i.test(gap))
    return WITH_IT.test(tail) ? 'before first' : null;
  if (REVERSED.test(gap)) return 'after first';
  if (DOWN_TO.test(lead) && /^[\w\s]{0,16}\sfrom\s[~≈]?$/i.test(gap)) return 'after first';
  if (/\bagainst\s[~≈]?$/i.test(gap) && BEFORE_IT.test(tail)) return 'after first';
  if (/\bnow\b[^;]{0,6}$/i.test(gap) && BEFORE_IT.test(tail)) return 'after first';
  if (/^\s?\(?before\b/i.test(gap) && /^\s?\(?(?:after|now)\b/i.test(tail)) return 'before first';
  if (
    /\b(?:was|were|took|taking|used to (?:take|be|need|use))\b[^;]{0,30}$/i.test(lead) &&
    /\bnow\b/i.test(gap)
  )
    return 'before first';
  return BEFORE_AFTER.test(lead) && THEN_AFTER.test(gap) ? 'before first' : null;
}

function isNamedFall(sentence: string, left: Quantity, right: Quantity): boolean {
  const lead = sentence.slice(0, left.from);
  const measured = right.dimension === 'time' || right.dimension === 'bytes';
  if (!measured || HOURS.test(right.text) || !FALLS_TO.test(sentence.slice(left.to, right.from)))
    return false;
  return NAMED_COST.test(lead) && COST.test(lead) && plain(right) < plain(left);
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
