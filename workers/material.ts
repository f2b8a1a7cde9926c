import type { Evidence, LeftOutChange } from '../src/evidence/evidence.ts';
import { dayOf } from '../src/evidence/cycle.ts';
import type { Cycle } from '../src/evidence/cycle.ts';
import { withoutReverted } from '../src/evidence/undo.ts';
import { audienceOf } from '../src/people/audience.ts';
import type { Audience } from '../src/people/audience.ts';
import type { Organisation } from '../src/people/organisation.ts';
import type { Rules } from '../src/people/rules.ts';
import { compose } from '../src/report/compose.ts';
import { outcomeSentence } from '../src/report/deeds.ts';
import type { Report } from '../src/report/report.ts';
import type { AccountRow, CycleRow, RosterSpan } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';
import { fromRecord, undoingsOf } from './rows.ts';

/** Everything that one engineer's texts of one cycle are made from. */
export type PersonsCycle = {
  readonly account: AccountRow;
  readonly rules: Rules;
  readonly row: CycleRow;
  readonly cycle: Cycle;
  /** Their latest days on the roster within the cycle. */
  readonly engineer: RosterSpan;
  readonly audience: Audience;
};

/** Null where there is nothing to write: the app was removed, or the person was never on the roster in that cycle. */
export async function personsCycle(
  { cycle: id, person }: { readonly cycle: number; readonly person: number },
  { store }: WorkerPorts,
): Promise<PersonsCycle | null> {
  const row = await store.cycles.find(id);
  const account = row === null ? null : await store.accounts.find(row.account);
  const rules = (account?.rules ?? null) as Rules | null;
  if (row === null || account === null || rules === null || account.installation === null) return null;
  const spans = (await store.roster.spans(row.account)).filter((span) => span.person === person);
  const engineer = spans.findLast((span) => overlaps(span, row));
  if (engineer === undefined) return null;
  const cycle = toCycle(row);
  const readers = account.owners as unknown as Pick<Organisation, 'owners' | 'members'>;
  const { login, teams } = engineer;
  const lastDay = Temporal.PlainDate.from(cycle.to).subtract({ days: 1 }).toString();
  const audience = audienceOf({ id: person, login, teams }, rules, readers, lastDay);
  return { account, rules, row, cycle, engineer, audience };
}

export function overlaps(
  { startsAt, endsAt }: RosterSpan,
  row: Pick<CycleRow, 'startsAt' | 'endsAt'>,
): boolean {
  return startsAt < row.endsAt && (endsAt === null || row.startsAt < endsAt);
}

function toCycle({ startsAt, endsAt, timeZone }: CycleRow): Cycle {
  return { from: dayOf(startsAt, timeZone), to: dayOf(endsAt, timeZone), timeZone };
}

/** One engineer's evidence of one cycle, composed. Reads nothing from GitHub. */
export async function reportOf(
  about: PersonsCycle,
  { store, framework, reader }: WorkerPorts,
): Promise<Report> {
  const { account, row, cycle, engineer, audience } = about;
  const record = await store.evidence.ofPerson({
    account: account.account,
    person: engineer.person,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
  });
  const { evidence, reverted } = withoutReverted(fromRecord(record), undoingsOf(record));
  const [standing, takenBack] = byOutcome(evidence);
  const origin = {
    kind: 'github' as const,
    organisation: account.login ?? '',
    audience,
    framework: `${framework.pack.name} ${framework.pack.version}`,
    model: reader.name,
    gaps: [],
  };
  return compose(
    { engineer: engineer.login, cycle, origin, evidence: standing, leftOut: [...reverted, ...takenBack] },
    framework,
  );
}

/** What a watch found reverted was taken back, also where the revert itself names it in another way. */
function byOutcome(
  evidence: readonly Evidence[],
): readonly [standing: readonly Evidence[], takenBack: readonly LeftOutChange[]] {
  const isReverted = ({ outcome }: Evidence) => outcome.some(({ kind }) => kind === 'reverted');
  const takenBack = evidence.filter((item) => item.primary && isReverted(item));
  return [
    evidence.filter((item) => !isReverted(item)),
    takenBack.map(({ subject, activity, outcome }) => ({
      subject,
      people: [activity.person.key],
      kind: 'reverted',
      reason: outcomeSentence(outcome.filter(({ kind }) => kind === 'reverted')) ?? 'It was reverted.',
    })),
  ];
}
