import type { Evidence, LeftOutChange } from '../src/evidence/evidence.ts';
import { dayOf } from '../src/evidence/cycle.ts';
import type { Cycle } from '../src/evidence/cycle.ts';
import { evidenceOfOne } from '../src/evidence/persons.ts';
import type { PersonsEvidence } from '../src/evidence/persons.ts';
import { toldOf } from '../src/evidence/told.ts';
import { withoutReverted } from '../src/evidence/undo.ts';
import { awaySpans, awayWithin } from '../src/people/away.ts';
import { audienceOf } from '../src/people/audience.ts';
import type { Audience } from '../src/people/audience.ts';
import { nameOfRules } from '../src/people/rules-name.ts';
import { pausesWithin } from '../src/people/pause.ts';
import { isLeftOut } from '../src/people/rules-places.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Before } from '../src/report/beside.ts';
import { compose } from '../src/report/compose.ts';
import type { Material } from '../src/report/compose.ts';
import { spellDay } from '../src/report/dates.ts';
import { outcomeSentence } from '../src/report/deeds.ts';
import type { Report } from '../src/report/report.ts';
import type {
  AccountRow,
  CycleRow,
  OverlayRow,
  PersonalRecord,
  RosterSpan,
  Store,
} from '../src/ports/store.ts';
import { gapsOfFramework } from './framework.ts';
import type { WorkerPorts } from './ports.ts';
import { isPurged } from './limits.ts';
import { accountOfReports, keptReaders, ownersThere } from './reports-account.ts';
import { answeredRecord, leftOutOf, notLedIn, repliesIn, undoingsOf } from './rows.ts';
import { rulesOf } from './stored.ts';

/** Everything that one engineer's texts of one cycle are made from. */
export type PersonsCycle = {
  readonly account: AccountRow;
  readonly rules: Rules;
  readonly row: CycleRow;
  readonly cycle: Cycle;
  /** As they are on the roster now; else their latest days on it within the cycle. */
  readonly engineer: RosterSpan;
  /** By the rules as of today: who was somebody's manager once reads nothing new of them. */
  readonly audience: Audience;
};

/** Null where there is nothing to write: the app was removed, the evidence had its time, or the person was not on the roster or is left out. */
export async function personsCycle(
  { cycle: id, person }: { readonly cycle: number; readonly person: number },
  ports: WorkerPorts,
): Promise<PersonsCycle | null> {
  const { store } = ports;
  const row = await store.cycles.find(id);
  const account = row === null ? null : await store.accounts.find(row.account);
  const rules = rulesOf(account);
  if (row === null || account === null || rules === null || account.installation === null) return null;
  if (await isPurged(row, rules, ports)) return null;
  const spans = (await store.roster.spans(row.account)).filter((span) => span.person === person);
  const within = spans.findLast((span) => overlaps(span, row));
  if (within === undefined || wantsNone(within.login, rules)) return null;
  const engineer = spans.find(({ endsAt }) => endsAt === null) ?? within;
  const audience = await audienceNow(engineer, account, rules, ports);
  return { account, rules, row, cycle: toCycle(row), engineer, audience };
}

/** Who may read what is written about them, as of this day. */
export async function audienceNow(
  { person, login, teams }: RosterSpan,
  account: AccountRow,
  rules: Rules,
  ports: WorkerPorts,
): Promise<Audience> {
  const today = dayOf(ports.clock.now().toISOString(), rules.cycle.timeZone);
  const audience = audienceOf({ id: person, login, teams }, rules, keptReaders(account), today);
  return { ...audience, owners: ownersThere(await accountOfReports(account, rules, ports)) };
}

/** Whom the rules leave out, nothing more is written about, whatever is kept of earlier days. */
export function wantsNone(login: string, { engineers }: Rules): boolean {
  return engineers.leaveOut.some((one) => one.toLowerCase() === login.toLowerCase());
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

/** One engineer's evidence of one cycle, composed. `gaps` are sentences on what may be missing. Reads nothing from GitHub. */
export async function reportOf(
  about: PersonsCycle,
  ports: WorkerPorts,
  gaps: readonly string[] = [],
): Promise<Report> {
  return compose(await materialOf(about, ports, gaps), ports.framework);
}

/** What that report is made of: what is kept of them, as they answered it. */
export async function materialOf(
  about: PersonsCycle,
  { store, framework, mark, reader }: WorkerPorts,
  gaps: readonly string[] = [],
): Promise<Material> {
  const { account, row, cycle, engineer, audience, rules } = about;
  const record = await store.evidence.ofPerson({
    account: account.account,
    person: engineer.person,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
  });
  const origin = {
    kind: 'github' as const,
    organisation: account.login ?? '',
    audience,
    framework: `${framework.pack.name} ${framework.pack.version}`,
    rules: nameOfRules(rules),
    model: reader.name,
    gaps: [
      ...pausedDays(await store.overlay.ofPerson(account.account, engineer.person), row),
      ...gaps,
      ...gapsOfFramework(record, mark),
    ],
  };
  const before = await cycleBefore(about, store);
  const keptFrom = await keptSince(about, store);
  const said = { keptFrom, notLed: notLedIn(record), replies: repliesIn(record, row.name) };
  // Of what somebody hid, the kudos are hidden too.
  const shown = new Set(
    record.activities.filter(({ evidence }) => evidence.length > 0).map(({ key }) => key),
  );
  const told = toldOf(record.overlay, shown);
  const away = awayWithin(awaySpans(record.overlay), cycle);
  return {
    engineer: engineer.login,
    cycle,
    origin,
    before,
    told,
    away,
    ...said,
    ...standing(record, rules),
  };
}

/** Before they were on the roster, nothing of them was kept. */
async function keptSince(
  { row, cycle, engineer }: PersonsCycle,
  { roster }: Pick<Store, 'roster'>,
): Promise<string> {
  const spans = (await roster.spans(row.account)).filter(({ person }) => person === engineer.person);
  const since = spans.find((span) => overlaps(span, row))?.startsAt ?? row.startsAt;
  return since <= row.startsAt ? cycle.from : dayOf(since, cycle.timeZone);
}

/** The same engineer's cycle before this one; null where none is kept. */
async function cycleBefore(
  { row, engineer, rules }: PersonsCycle,
  { cycles, evidence }: Pick<Store, 'cycles' | 'evidence'>,
): Promise<Before | null> {
  const earlier = (await cycles.list(row.account)).findLast(({ endsAt }) => endsAt <= row.startsAt);
  if (earlier === undefined) return null;
  const { account, startsAt, endsAt } = earlier;
  const record = await evidence.ofPerson({ account, person: engineer.person, startsAt, endsAt });
  return { cycle: toCycle(earlier), evidence: standing(record, rules).evidence };
}

/** From when to when they paused, and no more. */
function pausedDays(said: readonly OverlayRow[], row: CycleRow): readonly string[] {
  const day = (at: string) => spellDay(dayOf(at, row.timeZone));
  return pausesWithin(said, row).map(({ from, to }) =>
    to === null ? `Paused from ${day(from)} on.` : `Paused from ${day(from)} to ${day(to)}.`,
  );
}

type Standing = { readonly evidence: PersonsEvidence; readonly leftOut: readonly LeftOutChange[] };

/** What was taken back takes the credit of its authors with it. A review of it, and a part in an incident, stay. */
function standing(record: PersonalRecord, rules: Rules): Standing {
  const isRead = ({ subject }: Pick<Evidence, 'subject'>) => !isLeftOut(subject.repository, rules);
  const answered = answeredRecord(record);
  const all = answered.evidence.filter(isRead);
  const changes = all.filter(({ activity }) => activity.kind === 'change');
  const { evidence, reverted } = withoutReverted(changes, undoingsOf(record));
  const takenBack = evidence.filter(isReverted);
  const stays = new Set(evidence.filter((item) => !isReverted(item)));
  return {
    evidence: evidenceOfOne(all.filter((item) => item.activity.kind !== 'change' || stays.has(item))),
    leftOut: [
      ...leftOutOf(record).filter(isRead),
      ...answered.leftOut.filter(isRead),
      ...reverted,
      ...takenBack.filter(({ primary }) => primary).map(toLeftOut),
    ],
  };
}

/** What a watch found reverted was taken back, also where the revert itself names it in another way. */
function isReverted({ outcome }: Evidence): boolean {
  return outcome.some(({ kind }) => kind === 'reverted');
}

function toLeftOut({ subject, activity, outcome }: Evidence): LeftOutChange {
  const reverts = outcome.filter(({ kind }) => kind === 'reverted');
  const reason = outcomeSentence(reverts) ?? 'It was reverted.';
  return { subject, people: [activity.person.key], kind: 'reverted', reason };
}
