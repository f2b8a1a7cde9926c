import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';

const OBJECT_OF_VERB = /^(?:[^.;:\d]|(?<=[a-zA-Z]\d{0,3})\d){0,70}$/;

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
  const last = [...lead.slice(start).matchAll(new RegExp(verb.source, 'gi'))].at(-1);
  if (last === undefined) return null;
  const [from, to] = [start + last.index, start + last.index + last[0].length];
  return OBJECT_OF_VERB.test(lead.slice(to)) ? { from, to } : null;
}
