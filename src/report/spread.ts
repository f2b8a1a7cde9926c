import { dayOf, monthsOf } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Framework } from '../framework/compile.ts';
import type { Away, Report, Spread } from './report.ts';

/** On which days there could be evidence at all. */
type Kept = { readonly away?: readonly Away[]; readonly keptFrom?: string };

/** How the evidence spread over the cycle: month by area, so that the last weeks do not stand for all of it. */
export function spreadOf(
  evidence: readonly Evidence[],
  { pack }: Framework,
  cycle: Cycle,
  { away = [], keptFrom = cycle.from }: Kept = {},
): Spread {
  const months = monthsOf(cycle);
  const told = evidence
    .filter(({ stands }) => stands === 'told')
    .map(({ area, activity }) => ({ area, day: dayOf(activity.at, cycle.timeZone) }));
  const rows = pack.areas.map(({ key }) => ({
    area: key,
    counts: months.map(
      (month) => told.filter(({ area, day }) => area === key && day.startsWith(month)).length,
    ),
  }));
  const from = keptFrom > cycle.from ? keptFrom : cycle.from;
  const lastQuarter = startOfLastQuarter({ ...cycle, from });
  const late = told.filter(({ day }) => day >= lastQuarter).length;
  const spans = away.flatMap((span) => within(span, cycle));
  return {
    months,
    keptFrom: from > cycle.from ? from : null,
    away: spans,
    awayMonths: months.filter((month) => isMostlyAway(month, spans, cycle)),
    rows,
    lastQuarter: told.length === 0 || isShort(from, cycle) ? null : late / told.length,
  };
}

function within({ from, to }: Away, cycle: Pick<Cycle, 'from' | 'to'>): readonly Away[] {
  const span = { from: from > cycle.from ? from : cycle.from, to: to < cycle.to ? to : cycle.to };
  return span.from < span.to ? [span] : [];
}

/** Of the month's days that lie in the cycle. */
function isMostlyAway(month: string, spans: readonly Away[], cycle: Cycle): boolean {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const days = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }).toString());
  const own = days.filter((day) => cycle.from <= day && day < cycle.to);
  const gone = own.filter((day) => spans.some(({ from, to }) => from <= day && day < to));
  return gone.length > 0 && gone.length * 2 >= own.length;
}

/** Of less than half a cycle the last quarter is too little to say anything of. */
function isShort(from: string, { to, ...cycle }: Cycle): boolean {
  return daysIn({ from, to }) * 2 < daysIn({ from: cycle.from, to });
}

function daysIn({ from, to }: Away): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

function startOfLastQuarter({ from, to }: Cycle): string {
  const days = Math.floor(daysIn({ from, to }) * 0.75);
  return Temporal.PlainDate.from(from).add({ days }).toString();
}

/** A report as it is read at a moment (ISO 8601): of a window that still lasts, its end says nothing yet. */
export function asOf(now: string, report: Report): Report {
  const { cycle, spread } = report;
  const tomorrow = Temporal.PlainDate.from(dayOf(now, cycle.timeZone)).add({ days: 1 }).toString();
  return tomorrow < cycle.to ? { ...report, spread: { ...spread, lastQuarter: null } } : report;
}
