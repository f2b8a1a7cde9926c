import { dayOf } from '../evidence/cycle.ts';
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

/** One that has begun, as it was begun and is kept. */
export type BegunCycle = Pick<NamedCycle, 'name' | 'startsAt' | 'endsAt' | 'timeZone'>;

/**
 * The cycle of a moment where others were begun before, perhaps by other rules: one that runs ends as it was planned
 * when it began, and the next begins where the last one ended, so that each day belongs to one. A name is used once.
 */
export function cycleAfter(rules: CycleRules, begun: readonly BegunCycle[], at: string): BegunCycle {
  const planned = cycleAt(rules, at);
  const { timeZone, endsAt } = planned;
  // A new time zone alone moves the hours, not the days.
  if (begun.some((one) => isSame(one, planned)))
    return { name: planned.name, startsAt: planned.startsAt, endsAt, timeZone };
  const running = begun.findLast((one) => one.startsAt <= at && at < one.endsAt);
  if (running !== undefined) return running;
  const last = begun.map((one) => one.endsAt).reduce((one, other) => (one < other ? other : one), '');
  const isLater = last !== '' && planned.from < dayOf(last, timeZone);
  const startsAt = isLater ? last : planned.startsAt;
  const isTaken = isLater || begun.some(({ name }) => name === planned.name);
  const name = isTaken ? `${planned.name}-from-${dayOf(startsAt, timeZone)}` : planned.name;
  return { name, startsAt, endsAt, timeZone };
}

function isSame({ name, startsAt, endsAt, timeZone }: BegunCycle, planned: NamedCycle): boolean {
  if (name !== planned.name) return false;
  return dayOf(startsAt, timeZone) === planned.from && dayOf(endsAt, timeZone) === planned.to;
}

/** When engineers are asked to look through their record of a cycle. ISO 8601, to the millisecond. */
export function prepareAt(
  { prepareDaysBefore }: Pick<CycleRules, 'prepareDaysBefore'>,
  { endsAt, timeZone }: Pick<BegunCycle, 'endsAt' | 'timeZone'>,
): string {
  const last = Temporal.PlainDate.from(dayOf(endsAt, timeZone));
  return startOf(last.subtract({ days: prepareDaysBefore }), timeZone);
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
