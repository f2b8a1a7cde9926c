import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';

const OBJECT_OF_VERB = /^(?:[^.;:\d]|(?<=[a-zA-Z]\d{0,3})\d){0,70}$/;

/** A bracket that says more than the figure: `storage (raw bytes vs 2x`. */
const ASIDE = /\((?!\s?(?:by |over |about |around |roughly |almost |nearly |of )?[~≈+−-]?$)[^)]*$/i;

/** `Index.drop`, `Oracle Free`, `a lower bound`: spelt like a verb of change, but a name or an adjective. */
function isName(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at);
  if (/[\w)][.:_]{1,2}$/.test(before) || /\b(?:an?|the|its|their|our)\s$/i.test(before)) return true;
  return /^[A-Z]/.test(text[at] ?? '') && /\b[A-Za-z][\w-]*\s$/.test(before);
}

export function around(sentence: string, quantity: Quantity): [lead: string, tail: string] {
  return [sentence.slice(0, quantity.from), sentence.slice(quantity.to)];
}

export function changed(
  quantity: Quantity,
  direction: Reading['direction'],
  from = quantity.from,
  to = quantity.to,
): Reading {
  return { from, to, before: null, after: null, change: quantity, direction };
}

/** The last verb of change before a figure, when only its object stands between them. */
export function verbBefore(
  lead: string,
  verb: RegExp,
): { readonly from: number; readonly to: number } | null {
  const start = Math.max(0, lead.length - 100);
  const near = lead.slice(start);
  const verbs = [...near.matchAll(new RegExp(verb.source, 'gi'))];
  const last = verbs.findLast((one) => !isName(near, one.index));
  if (last === undefined) return null;
  const [from, to] = [start + last.index, start + last.index + last[0].length];
  const object = lead.slice(to);
  return OBJECT_OF_VERB.test(object) && !ASIDE.test(object) ? { from, to } : null;
}

/** What the words at a match tell: less of something, though no single figure says how much. */
export function lessOf(match: RegExpExecArray | null): Reading | null {
  if (match === null) return null;
  const to = match.index + match[0].length;
  return { from: match.index, to, before: null, after: null, change: null, direction: 'less' };
}
