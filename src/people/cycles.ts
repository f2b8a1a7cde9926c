import type { Cycle } from '../evidence/cycle.ts';
import type { Rules } from './rules.ts';

/** One review cycle, by name, days and moments: half-open either way. */
export type NamedCycle = Cycle & {
  /** `2026-H1`, `2026-Q3` or `2026`. */
  readonly name: string;
  /** The first moment of `from` in the zone. ISO 8601 in UTC, to the millisecond, so that it compares as text. */
  readonly startsAt: string;
  /** The first moment of `to`. */
  readonly endsAt: string;
};

type CycleRules = Rules['cycle'];

const monthsIn = { quarter: 3, 'half-year': 6, year: 12 } as const;
const letters = { quarter: 'Q', 'half-year': 'H', year: '' } as const;

/**
 * The cycle that a moment lies in. A year of reviews that begins in another month than January is called after the
 * calendar year in which it begins: from April on, `2026-H2` is October 2026 to March 2027. `at` is ISO 8601.
 */
export function cycleAt(rules: CycleRules, at: string): NamedCycle {
  const moment = Temporal.Instant.from(at);
  const { year, month } = moment.toZonedDateTimeISO(rules.timeZone);
  const months = year * 12 + (month - 1) - (rules.startsInMonth - 1);
  const number = Math.floor(months / monthsIn[rules.length]);
  const found = numbered(rules, number);
  // Where clocks were put back over midnight, an evening comes twice, the second time in the next cycle.
  return Temporal.Instant.compare(moment, found.endsAt) < 0 ? found : numbered(rules, number + 1);
}

/** When engineers are asked to look through their record of the cycle that a moment lies in. ISO 8601, to the millisecond. */
export function prepareAt(rules: CycleRules, at: string): string {
  const { to } = cycleAt(rules, at);
  const day = Temporal.PlainDate.from(to).subtract({ days: rules.prepareDaysBefore });
  return startOf(day, rules.timeZone);
}

/** Cycles counted through from the year 0. */
function numbered({ length, startsInMonth, timeZone }: CycleRules, number: number): NamedCycle {
  const months = monthsIn[length];
  const inYear = 12 / months;
  const year = Math.floor(number / inYear);
  const part = number - year * inYear + 1;
  const from = Temporal.PlainDate.from({ year, month: startsInMonth, day: 1 }).add({
    months: (part - 1) * months,
  });
  const to = from.add({ months });
  return {
    name: length === 'year' ? `${year}` : `${year}-${letters[length]}${part}`,
    from: from.toString(),
    to: to.toString(),
    timeZone,
    startsAt: startOf(from, timeZone),
    endsAt: startOf(to, timeZone),
  };
}

function startOf(day: Temporal.PlainDate, timeZone: string): string {
  const moment = day.toZonedDateTime({ timeZone }).toInstant();
  return moment.toString({ fractionalSecondDigits: 3 });
}
