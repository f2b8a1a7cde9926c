import type { CreditContext } from '../src/evidence/credit.ts';
import { numberOf } from '../src/people/number.ts';
import type { Rules } from '../src/people/rules.ts';
import type { RosterSpan } from '../src/ports/store.ts';

/** What judging needs to know of the organisation: its incident labels, and who is in which teams. */
export function contextOf({
  rules,
  roster,
}: {
  readonly rules: Rules;
  readonly roster: readonly RosterSpan[];
}): Omit<CreditContext, 'reading'> {
  return {
    incidentLabels: rules.incidents.labels,
    teamsOf: (key, at) => teamsAt(roster, numberOf(key), at),
  };
}

function teamsAt(roster: readonly RosterSpan[], person: number | null, at: string): readonly string[] {
  const spans = roster.filter((span) => span.person === person);
  const then = spans.find(({ startsAt, endsAt }) => startsAt <= at && (endsAt === null || at < endsAt));
  return (then ?? spans.at(-1))?.teams ?? [];
}
