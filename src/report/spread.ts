import { dayOf, monthsOf } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Framework } from '../framework/compile.ts';
import type { Report, Spread } from './report.ts';

/** How the evidence spread over the cycle: month by area, so that the last weeks do not stand for all of it. */
export function spreadOf(evidence: readonly Evidence[], { pack }: Framework, cycle: Cycle): Spread {
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
  const lastQuarter = startOfLastQuarter(cycle);
  const late = told.filter(({ day }) => day >= lastQuarter).length;
  return { months, rows, lastQuarter: told.length === 0 ? null : late / told.length };
}

function startOfLastQuarter({ from, to }: Cycle): string {
  const first = Temporal.PlainDate.from(from);
  const days = first.until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
  return first.add({ days: Math.floor(days * 0.75) }).toString();
}

/** A report as it is read at a moment (ISO 8601): of a window that still lasts, its end says nothing yet. */
export function asOf(now: string, report: Report): Report {
  const { cycle, spread } = report;
  const tomorrow = Temporal.PlainDate.from(dayOf(now, cycle.timeZone)).add({ days: 1 }).toString();
  return tomorrow < cycle.to ? { ...report, spread: { ...spread, lastQuarter: null } } : report;
}
