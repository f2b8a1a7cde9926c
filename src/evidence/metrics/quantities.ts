import { readFigures, type Figure } from '../grounding/figures.ts';
import { unitOf, type Dimension } from '../grounding/units.ts';

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
  /(?:[±=]|\b[pn]\s?[=<>]|\b(?:line|step|part|phase|issue|port|http|status|code|pr)\s|\b(?:hour|minute|day)s?\sand\s|(?<![\w)])[:#])\s?$/i;
/** `load = 2.0 s (was 5.1 s)`: a result, though it is written as a value. */
const WAS_ANOTHER = /^\s?\((?:was|down from|before)\b/i;

/** `502 errors`, `404s`: an answer's code, not a count. */
const STATUS_CODE =
  /^[45]\d\d(?:s\b|(?:\s(?:and|or)\s[45]\d\d|\/[45]\d\d)?\s(?:errors?|responses?|status|pages?)\b|(?:\s(?:and|or)\s|,\s)[45]\d\d\b)/i;

/** The quantities of a text in its order; spread (`± 2%`), samples (`n=8`) and numbered things are left out. */
export function readQuantities(text: string): readonly Quantity[] {
  const digits = readFigures(text).filter((one) => isResult(text, one));
  const words = readSpansOfTime(text);
  const figures: readonly Quantity[] =
    words.length === 0 ? digits : [...digits, ...words].toSorted((left, right) => left.from - right.from);
  const quantities: Quantity[] = [];
  for (const figure of figures) {
    const last = quantities.at(-1);
    if (last !== undefined && makesRange(last, figure, text))
      quantities[quantities.length - 1] = joined(last, figure, text);
    else quantities.push(figure);
  }
  return withoutSpread(text, quantities);
}

const A_SPAN =
  /(?<=\b(?:than|under|below|from|over|almost|nearly|to|about|just|only)\s)an?\s(second|minute|hour|day)\b(?!\s(?:ago|later)\b|-)/gi;
const PART_OF = /^\s(?:out\s)?of\s(?:the\s|all\s)?$/;

function isResult(text: string, figure: Figure): boolean {
  const tail = text.slice(figure.to, figure.to + 30);
  const lead = text.slice(Math.max(0, figure.from - 14), figure.from);
  if (NOT_A_RESULT.test(lead) && !(/\s=\s$/.test(lead) && WAS_ANOTHER.test(tail))) return false;
  if (/^\sconfidence\b/i.test(tail)) return false;
  if (/^(?:doubled|tripled|quadrupled|halved)$/i.test(figure.text) && /\b(?:an?|the)\s$/i.test(lead))
    return false;
  return !STATUS_CODE.test(text.slice(figure.from, figure.to + 12));
}

/** `to less than a second`: mostly `a` is an article, but not between these words. */
function readSpansOfTime(text: string): readonly Quantity[] {
  return [...text.matchAll(A_SPAN)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
    value: unitOf(match[1] ?? '')?.factor ?? 1,
    dimension: 'time',
    sign: 0,
  }));
}

/** `[2.92 ms, 2.93 ms, 2.95 ms]`: lower bound, estimate, upper bound; the estimate is the result. */
function withoutSpread(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const spread = new Set<Quantity>();
  for (const [at, low] of quantities.entries()) {
    const [middle, high] = quantities.slice(at + 1, at + 3);
    if (middle === undefined || high === undefined || text[low.from - 1] !== '[' || text[high.to] !== ']')
      continue;
    const gaps = [text.slice(low.to, middle.from), text.slice(middle.to, high.from)];
    const same = [low, middle, high].every((one) => one.sign === 0 && one.dimension === low.dimension);
    if (same && gaps.every((gap) => /^,?\s$/.test(gap))) spread.add(low).add(high);
  }
  return spread.size === 0 ? quantities : quantities.filter((one) => !spread.has(one));
}

function makesRange(left: Quantity, right: Quantity, text: string): boolean {
  const sameKind = left.dimension === right.dimension || left.dimension === 'count';
  const gap = text.slice(left.to, right.from);
  if (left.dimension === 'count' && right.dimension === 'count' && PART_OF.test(gap)) return true;
  if (left.dimension === 'percent' && gap === ' and ' && /\bbetween\s$/i.test(text.slice(0, left.from)))
    return right.dimension === 'percent';
  return sameKind && /^\s?[–-]\s?$/.test(gap);
}

function joined(left: Quantity, right: Quantity, text: string): Quantity {
  // `7 out of 80` is told by its first number, a range by its last.
  const value = PART_OF.test(text.slice(left.to, right.from)) ? left.value : right.value;
  return { ...right, value, text: text.slice(left.from, right.to), from: left.from, sign: 0 };
}
