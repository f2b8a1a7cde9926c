import { readDates } from './dates.ts';
import { numberWord, NUMBER_WORD } from './number-words.ts';
import { COUNT, multipleOf, unitOf, type Dimension, type Unit } from './units.ts';

/** A quantity as a text writes it. */
export type Figure = {
  /** As written, with its unit: `1.8 s`, `$40`, `-34.15%`. */
  readonly text: string;
  /** Offsets in UTF-16 code units, half-open. */
  readonly from: number;
  readonly to: number;
  /** In the base unit of the dimension: seconds, bytes, percent, months, one. */
  readonly value: number;
  /** One in the last place written, in the base unit: 0.1 for `1.8 s`. */
  readonly step: number;
  readonly unit: string;
  readonly dimension: Dimension;
  /** True after `about`, `~`, `nearly` and the like. */
  readonly approximate: boolean;
  /** -1 after a minus sign, +1 after a plus sign, otherwise 0. */
  readonly sign: -1 | 0 | 1;
  /** What it is counted in, after `/` or `per`: `op`, `pod`; null where nothing is said. */
  readonly per: string | null;
};

type Span = { readonly from: number; readonly to: number };
type Counted = { readonly unit: Unit; readonly multiple: number; readonly to: number };
type Amount = { readonly value: number; readonly step: number; readonly unit: Unit; readonly to: number };

const SPACES = ' \\u00a0\\u2009\\u202f';
const GROUPED = `\\d{1,3}(?:[,'’${SPACES}]\\d{3})+(?!\\d)(?:\\.\\d+)?`;
const ALL_GROUPED = new RegExp(`^${GROUPED}$`, 'u');
const GROUP_SIGNS = new RegExp(`[,'’${SPACES}]`, 'gu');
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_#@.])(?<!\\p{N}[,:/])(?<!\\p{L}-)(?:${GROUPED}|\\d+(?:[.,]\\d+)?)`,
  'gu',
);
const DURATION =
  /(?:(\d{1,6})\s?(?:hours?|hrs?|h)\s?(?:and\s)?)?(?:(\d{1,6})\s?(?:minutes?|mins?|m)\s?(?:and\s)?)?(?:(\d{1,6}(?:\.\d{1,9})?)\s?(?:seconds?|secs?|s))?(?!\w)/y;
const UNIT = new RegExp(
  `[${SPACES}\\n-]?(req/s|ops/s|requests/s|msg/s|per cent|percentage points|[%×]|[€£$¥](?![\\p{L}\\p{N}_({])|[A-Za-zµμ]{1,12}(?![\\p{L}\\p{N}_]))`,
  'uy',
);
const PER =
  /(?:\s?\/\s?|\s(?:per|an|each|every)\s|\sa\s(?=second|minute|hour|day|week|month|year))([A-Za-z]{1,20})/y;
const HEDGED =
  /(?:[~≈]|\b(?:about|around|roughly|nearly|almost|approximately|approx\.?|some|close to)\s)\s?$/i;
/** `$40`, `€ 40`, `EUR 40`, `US$40`. */
const MONEY_BEFORE =
  /(?:[$€£¥₹]|[€£¥₹][ \u00a0]|\b(USD|EUR|GBP|CHF|JPY|SEK|NOK|DKK|PLN|CAD|AUD|INR)[ \u00a0]?)$/u;
const LONGEST_NUMBER = 30;

/** All quantities a text writes, in its order. Dates, versions, clock times, addresses and identifiers are none. */
export function readFigures(text: string): readonly Figure[] {
  const dates = readDates(text);
  const digits = [...text.matchAll(NUMBER)].map((match) => figureOfDigits(text, match));
  const words = [...text.matchAll(NUMBER_WORD)].map((match) => figureOfWord(text, match));
  const figures = [...digits, ...words].filter((figure) => figure !== null);
  return withoutNested(outside(figures, dates, text.length));
}

function outside(figures: readonly Figure[], spans: readonly Span[], length: number): readonly Figure[] {
  if (spans.length === 0) return figures;
  const taken = new Uint8Array(length);
  for (const span of spans) taken.fill(1, span.from, span.to);
  return figures.filter((figure) => taken[figure.from] !== 1 && taken[figure.to - 1] !== 1);
}

function withoutNested(figures: readonly Figure[]): readonly Figure[] {
  const kept: Figure[] = [];
  let end = -1;
  for (const figure of figures.toSorted((left, right) => left.from - right.from)) {
    if (figure.from < end) continue;
    kept.push(figure);
    end = figure.to;
  }
  return kept;
}

function figureOfDigits(text: string, match: RegExpExecArray): Figure | null {
  if (match[0].length > LONGEST_NUMBER) return null;
  const amount = durationAt(text, match.index) ?? amountAt(text, match);
  return amount === null ? null : figureAt(text, match.index, amount);
}

/** `3m12s`, `1h 20m`: several parts that make one quantity. */
function durationAt(text: string, from: number): Amount | null {
  DURATION.lastIndex = from;
  const match = DURATION.exec(text);
  const given = match?.slice(1).filter((part) => part !== undefined) ?? [];
  if (match === null || given.length < 2) return null;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const decimals = match[3]?.split('.')[1]?.length ?? 0;
  const step = match[3] === undefined ? 60 : 10 ** -decimals;
  return {
    value: hours * 3600 + minutes * 60 + seconds,
    step,
    unit: { name: 's', dimension: 'time', factor: 1 },
    to: from + match[0].replace(/\s?(?:and\s)?$/, '').length,
  };
}

function amountAt(text: string, match: RegExpExecArray): Amount | null {
  const end = match.index + match[0].length;
  if (/^(?:[.:,/]\d|[_@]|-\p{L}[\p{L}\d]*\d|-\d+-\d)/u.test(text.slice(end, end + 24))) return null;
  const { number, step } = readNumber(match[0]);
  const money = unitOf(moneyBefore(text, match.index).trim());
  const after = unitAt(text, end);
  if (after === null) return null;
  const unit = money ?? after.unit;
  const factor = unit.factor * after.multiple;
  return {
    value: number * factor,
    step: step * factor,
    unit,
    to: money !== null && after.unit !== COUNT ? end : after.to,
  };
}

/** The unit that follows at `from`; null where letters stick to the digits and are no unit, as in `2fa`. */
function unitAt(text: string, from: number): Counted | null {
  UNIT.lastIndex = from;
  const match = UNIT.exec(text);
  const word = match?.[1] ?? '';
  const to = from + (match?.[0].length ?? 0);
  const attached = match !== null && match[0] === word;
  const unit = unitOf(normalUnit(word));
  const multiple = multipleOf(word);
  if (multiple !== null && (attached || word.length > 2) && !(word === 'B' && !attached))
    return withMoney(text, { unit: COUNT, multiple, to });
  if (unit !== null && (attached || !['n', 'd', 'X', 'Ki', 'Mi', 'Gi', 'Ti'].includes(word)))
    return { unit, multiple: 1, to };
  if (attached || (match === null && /[\p{L}\p{N}_]/u.test(text[from] ?? ' '))) return null;
  return { unit: COUNT, multiple: 1, to: from };
}

/** `3 million euros`, `1.2k €`. */
function withMoney(text: string, amount: Counted): Counted {
  UNIT.lastIndex = amount.to;
  const match = UNIT.exec(text);
  const unit = unitOf(match?.[1] ?? '');
  return match === null || unit?.dimension !== 'money'
    ? amount
    : { ...amount, unit, to: amount.to + match[0].length };
}

/** The sign or the code of a currency that stands before a number; empty where there is none. */
function moneyBefore(text: string, from: number): string {
  return MONEY_BEFORE.exec(text.slice(Math.max(0, from - 4), from))?.[0] ?? '';
}

function normalUnit(word: string): string {
  if (word === 'per cent') return '%';
  return word === 'percentage points' ? 'pp' : word;
}

function readNumber(written: string): { number: number; step: number } {
  const plain = ALL_GROUPED.test(written) ? written.replaceAll(GROUP_SIGNS, '') : written.replace(',', '.');
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { number: Number(plain), step: 10 ** -decimals };
}

function figureOfWord(text: string, match: RegExpExecArray): Figure {
  const word = numberWord(match[0]);
  const end = match.index + match[0].length;
  const after = word.unit === null ? unitAt(text, end) : null;
  const unit = word.unit ?? after?.unit ?? COUNT;
  const step = unit.dimension === 'ratio' ? 0.2 : unit.factor;
  return figureAt(text, match.index, { value: word.value * unit.factor, step, unit, to: after?.to ?? end });
}

function figureAt(text: string, numberFrom: number, amount: Amount): Figure {
  const money = moneyBefore(text, numberFrom).length;
  const mark = text[numberFrom - money - 1] ?? ' ';
  const sign = '-−–'.includes(mark) ? -1 : mark === '+' ? 1 : 0;
  const startsWord = sign === 0 || /[\s([|:,]|^$/u.test(text[numberFrom - money - 2] ?? '');
  const from = numberFrom - money - (sign !== 0 && startsWord ? 1 : 0);
  return {
    text: text.slice(from, amount.to),
    from,
    to: amount.to,
    value: amount.value,
    step: amount.step,
    unit: amount.unit.name,
    dimension: amount.unit.dimension,
    approximate: HEDGED.test(text.slice(Math.max(0, from - 16), from)),
    sign: startsWord ? sign : 0,
    per: perAt(text, amount.to),
  };
}

function perAt(text: string, from: number): string | null {
  PER.lastIndex = from;
  const word = PER.exec(text)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return unitOf(word)?.name ?? word.replace(/s$/, '');
}
