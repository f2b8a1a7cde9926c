import { whatStands } from '../evidence/said.ts';
import type { Said } from '../evidence/said.ts';

/** From the first day to the last one, both away: ISO 8601 days. Why is never asked, and never kept. */
export type AwaySpan = { readonly from: string; readonly to: string };

/** When a person was away, by their own word: by time, and those that touch or overlap as one. */
export function awaySpans(said: readonly Said[]): readonly AwaySpan[] {
  const spans = whatStands(said)
    .filter(({ verb, person, saidBy }) => verb === 'away' && person === saidBy)
    .flatMap(({ words }) => (isSpan(words) ? [{ from: words.from, to: words.to }] : []))
    .toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
  const joined: AwaySpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last === undefined || nextDay(last.to) < span.from) joined.push(span);
    else if (last.to < span.to) joined[joined.length - 1] = { from: last.from, to: span.to };
  }
  return joined;
}

/** What of them falls into a cycle, half-open like the cycle itself: `to` is the first day back. */
export function awayWithin(
  spans: readonly AwaySpan[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly AwaySpan[] {
  return spans
    .map((span) => ({ from: span.from, to: nextDay(span.to) }))
    .filter((span) => span.from < to && span.to > from)
    .map((span) => ({
      from: span.from < from ? from : span.from,
      to: span.to > to ? to : span.to,
    }));
}

/** `2026-05-04 2026-05-29` as days, or what is wrong with it in a sentence. */
export function readAway(words: string): AwaySpan | { readonly problem: string } {
  const [from = '', to = '', ...more] = words.split(/\s+/u);
  const [first, last] = [dayOf(from), dayOf(to)];
  if (more.length > 0 && first !== null && last !== null)
    return { problem: 'Two days are enough: no reason is asked, and none is kept.' };
  if (first === null || last === null)
    return {
      problem:
        'It wants the first and the last day, such as `/groundwork away 2026-05-04 2026-05-29`, and nothing else.',
    };
  if (first > last) return { problem: 'The first day comes before the last one.' };
  return { from: first, to: last };
}

function dayOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

function isSpan(words: unknown): words is AwaySpan {
  return (
    typeof words === 'object' &&
    words !== null &&
    'from' in words &&
    'to' in words &&
    typeof words.from === 'string' &&
    typeof words.to === 'string'
  );
}

function nextDay(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
