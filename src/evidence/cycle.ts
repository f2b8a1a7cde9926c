/** A review period in a time zone: half-open, `[from, to)`. */
export type Cycle = {
  /** First day, ISO 8601: `2026-01-01`. */
  readonly from: string;
  /** The day after the last one: `2026-07-01`. */
  readonly to: string;
  /** IANA name: `Europe/Oslo`. */
  readonly timeZone: string;
};

/** The months before the end of a day, that day included. */
export function monthsUpTo(lastDay: string, months: number, timeZone: string): Cycle {
  const to = Temporal.PlainDate.from(lastDay).add({ days: 1 });
  return { from: to.subtract({ months }).toString(), to: to.toString(), timeZone };
}

/** The first moment of a day in a time zone, as ISO 8601 in UTC. */
export function startOfDay(day: string, timeZone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).startOfDay().toInstant().toString();
}

/** The day on which a moment falls in a time zone. `at` is ISO 8601 in UTC. */
export function dayOf(at: string, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Whether a moment lies in the cycle. */
export function holds({ from, to, timeZone }: Cycle, at: string): boolean {
  const day = dayOf(at, timeZone);
  return from <= day && day < to;
}

/** The months a cycle touches, first to last: `2026-01`, `2026-02`. */
export function monthsOf({ from, to }: Cycle): readonly string[] {
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toPlainYearMonth();
  const months: string[] = [];
  for (
    let month = Temporal.PlainDate.from(from).toPlainYearMonth();
    Temporal.PlainYearMonth.compare(month, last) <= 0;
    month = month.add({ months: 1 })
  )
    months.push(month.toString());
  return months;
}
