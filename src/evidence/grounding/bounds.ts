import type { Figure } from './figures.ts';

/** What a text makes of a figure: the value itself, more than it, less than it, or short of it. */
export type Bound = 'exactly' | 'over' | 'under' | 'nearly';

const OVER =
  /(?:\b(?:more than|over|above|at least|upwards of|exceed(?:s|ed|ing)?|no (?:less|fewer) than|not (?:less|fewer) than|a minimum of|beyond|well past)\s(?:an?\s)?|(?<![-=])[>≥]=?\s?)$/i;
const UNDER =
  /(?:\b(?:less than|fewer than|under|below|at most|(?<!\b(?:climb\w{0,3}|r[io]se\w?|grew|grow\w?|go\w{0,2}|went)\s)up to|no more than|not more than|as little as|as few as|a maximum of)\s(?:an?\s)?|[<≤]=?\s?)$/i;
const NEARLY = /\b(?:nearly|almost|close to|just under|just short of|not quite)\s$/i;

export function boundOf(text: string, figure: Figure): Bound {
  const lead = text.slice(Math.max(0, figure.from - 40), figure.from);
  const tail = text.slice(figure.to, figure.to + 16);
  if (NEARLY.test(lead)) return 'nearly';
  if (OVER.test(lead) || /^(?:\+|\s(?:or|and) (?:more|above|over)\b)/i.test(tail)) return 'over';
  return UNDER.test(lead) || /^\s(?:or|and) (?:less|fewer|under|below)\b/i.test(tail) ? 'under' : 'exactly';
}

/**
 * True when a figure with this bound is a fair word for an exact value: `more than 90 %` for 92.7, never for 90 or
 * for 150. A fifth to a quarter is as far as a bound may be from what it tells of.
 */
export function bears(bound: Bound, { value, step, approximate }: Figure, exact: number): boolean {
  if (bound === 'over') return exact > value && exact <= value * 1.25;
  if (bound === 'under') return exact < value && exact >= value * 0.8;
  const near = approximate ? Math.max(step / 2, Math.abs(exact) * 0.05) : step / 2;
  return Math.abs(value - exact) <= near * (1 + 1e-9) && (bound !== 'nearly' || exact <= value);
}
