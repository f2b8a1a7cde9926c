import type { Cycle } from '../evidence/cycle.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-03-03` → `3 March 2026`. */
export function spellDay(day: string): string {
  const { year, month, day: number } = Temporal.PlainDate.from(day);
  return `${number} ${months[month - 1]} ${year}`;
}

/** `2026-03` → `Mar`. */
export function shortMonth(month: string): string {
  return (months[Temporal.PlainYearMonth.from(month).month - 1] ?? '').slice(0, 3);
}

/** A cycle as people say it, its last day included: `1 January – 30 June 2026`. */
export function spellCycle({ from, to }: Cycle): string {
  return spellSpan(from, Temporal.PlainDate.from(to).subtract({ days: 1 }).toString());
}

/** From the first day to the last: `1 January – 30 June 2026`, or one day. */
export function spellSpan(from: string, to: string): string {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (first.equals(last)) return spellDay(from);
  const start = first.year === last.year ? spellDay(from).replace(/ \d+$/u, '') : spellDay(from);
  return `${start} – ${spellDay(to)}`;
}
