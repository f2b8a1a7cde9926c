import type { BegunCycle } from './cycles.ts';
import type { Span } from './roster.ts';
import type { Rules } from './rules.ts';

/** Up to when what is kept has had its time. ISO 8601 in UTC; null while nothing has. */
export type Limits = {
  /** Of work that was done before, facts go and the evidence with its quotes stays. */
  readonly facts: string | null;
  /** Of work that was done before, evidence goes, too. */
  readonly evidence: string | null;
  /** Log, deliveries, failures, calls and answers of a model. */
  readonly log: string;
  /** Who left the roster before. */
  readonly leavers: string;
};

/**
 * Facts are kept whole for the open cycle and some days after it, the evidence of a cycle until some more have ended, and
 * never shorter than its facts. Before the first cycle has ended nothing goes. `cycles` by their beginning.
 */
export function limitsOf(
  { factsDays, evidenceCycles, logMonths, leaversDays }: Rules['retention'],
  cycles: readonly BegunCycle[],
  now: string,
): Limits {
  const facts = startOfFirst(cycles.filter(({ endsAt }) => now < plus(endsAt, { days: factsDays })));
  const ended = cycles.filter(({ endsAt }) => endsAt <= now);
  const evidence = ended.length < evidenceCycles ? null : (ended.at(-evidenceCycles)?.startsAt ?? null);
  return {
    facts,
    evidence: facts !== null && evidence !== null && facts < evidence ? facts : evidence,
    log: plus(now, { months: -logMonths }),
    leavers: plus(now, { days: -leaversDays }),
  };
}

/** The earliest of those that are still whole; where none is, nobody knows what is open now, and all stays. */
function startOfFirst(cycles: readonly BegunCycle[]): string | null {
  return cycles.map(({ startsAt }) => startsAt).toSorted()[0] ?? null;
}

/** Who was on the roster once, and on no day since the limit. Each once, by number. */
export function leaversOf(spans: readonly Span[], { leavers }: Pick<Limits, 'leavers'>): readonly number[] {
  const stays = new Set(
    spans.filter(({ endsAt }) => endsAt === null || endsAt >= leavers).map(({ person }) => person),
  );
  const all = new Set(spans.map(({ person }) => person));
  return [...all].filter((person) => !stays.has(person)).toSorted((one, other) => one - other);
}

function plus(at: string, duration: { readonly days?: number; readonly months?: number }): string {
  const moved = Temporal.Instant.from(at).toZonedDateTimeISO('UTC').add(duration).toInstant();
  return moved.toString({ fractionalSecondDigits: 3 });
}
