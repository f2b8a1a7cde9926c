import { GiveUp } from '../../../src/errors.ts';
import type {
  EvidenceTable,
  Gathering,
  Json,
  OverlayRow,
  PersonalRecord,
  PersonInCycle,
  Saved,
} from '../../../src/ports/store.ts';
import { hashOf } from '../../../src/store/columns.ts';
import { gatheringLog, judgedHashOf } from '../../../src/store/gathering-log.ts';
import type { Stood } from '../../../src/store/gathering-log.ts';
import { addLog } from './log.ts';
import { by, clean, digits, time } from './memory.ts';
import type { Memory } from './memory.ts';

export function evidence(memory: Memory): EvidenceTable {
  return {
    save: async (gathering) => save(memory, gathering),
    ofPerson: async (asked) => ofPerson(memory, asked),
  };
}

function save(memory: Memory, gathering: Gathering): Saved {
  const subject = memory.subjects[gathering.subject - 1];
  if (!subject) throw new GiveUp(`There is no subject ${gathering.subject}.`);
  const seen = time(gathering.seen);
  if (subject.gatheredAt !== null && subject.gatheredAt > seen) return 'outdated';
  const strangers = gathering.activities.filter(
    ({ person }) => !memory.people.has(`${subject.account}/${person}`),
  );
  if (strangers.length > 0) throw new GiveUp('Somebody is not among the people.');
  refuseTakenKeys(memory, gathering, subject.account);
  memory.subjects[subject.id - 1] = { ...subject, gatheredAt: seen };
  addLog(memory, gatheringLog(subject.account, stood(memory, subject.id), gathering));
  const facts = clean(gathering.facts);
  const judgedHash = judgedHashOf(gathering.activities);
  const at = facts.kind === 'change' ? facts.mergedAt : facts.openedAt;
  const happenedAt = at === null ? null : time(at);
  memory.facts.set(subject.id, { facts, hash: hashOf(facts), judgedHash, happenedAt });
  memory.activities.set(subject.id, clean(gathering.activities));
  saveUndoing(memory, gathering);
  return 'saved';
}

function stood(memory: Memory, subject: number): Stood {
  const { hash = null, judgedHash = null } = memory.facts.get(subject) ?? {};
  const people = (memory.activities.get(subject) ?? []).map(({ person }) => person);
  return { hash, judgedHash, people: [...new Set(people)] };
}

function saveUndoing(memory: Memory, { subject, facts, undoes }: Gathering): void {
  memory.undoings.delete(subject);
  if (undoes === null || facts.kind !== 'change' || facts.mergedAt === null) return;
  memory.undoings.set(subject, { mergedAt: time(facts.mergedAt), undoes: clean(undoes) });
}

function refuseTakenKeys(memory: Memory, { subject, activities }: Gathering, account: number): void {
  const others = [...memory.activities].filter(
    ([id]) => id !== subject && memory.subjects[id - 1]?.account === account,
  );
  const rows = [...others.flatMap(([, taken]) => taken), ...activities];
  for (const keys of [
    rows.map(({ key }) => key),
    rows.flatMap((row) => row.evidence.map(({ key }) => key)),
  ]) {
    if (new Set(keys).size < keys.length) throw new Error('A key was given twice.');
  }
}

function ofPerson(memory: Memory, { account, person, startsAt, endsAt }: PersonInCycle): PersonalRecord {
  const inCycle = (at: string) => time(at) >= time(startsAt) && time(at) < time(endsAt);
  const activities = [...memory.activities]
    .filter(([id]) => memory.subjects[id - 1]?.account === account)
    .flatMap(([id, rows]) => rows.map((row) => ({ ...row, outcome: outcomeOf(memory, id) })))
    .filter((row) => row.person === person && inCycle(row.happenedAt))
    .map(({ outcome, ...row }) => ({
      ...row,
      happenedAt: time(row.happenedAt),
      evidence: row.evidence.map((item) => ({ ...item, outcome })).toSorted(by(({ key }) => key)),
    }))
    .toSorted(by(({ happenedAt, key }) => `${happenedAt} ${key}`));
  const overlay = overlayOf(memory, account, person);
  return { activities, overlay, undoings: undoingsSince(memory, account, startsAt) };
}

/** All that was ever said of one person. */
export function overlayOf({ overlay }: Memory, account: number, person: number): readonly OverlayRow[] {
  return [...overlay.values()]
    .filter((said) => said.account === account && said.row.person === person)
    .map(({ row }) => row)
    .toSorted(by(({ saidAt, origin }) => `${saidAt} ${origin}`));
}

function outcomeOf({ watches }: Memory, subject: number): Json {
  const settled = [...watches.values()]
    .filter((watch) => watch.subject === subject && watch.settled !== null)
    .toSorted((one, other) => one.days - other.days);
  return settled.length > 0 ? settled.map((watch) => watch.settled?.outcome ?? null) : null;
}

function undoingsSince(memory: Memory, account: number, startsAt: string): readonly Json[] {
  return [...memory.undoings]
    .map(([id, undoing]) => ({ ...undoing, subject: memory.subjects[id - 1] }))
    .filter(({ subject, mergedAt }) => subject?.account === account && mergedAt >= time(startsAt))
    .toSorted(by(({ subject }) => `${digits(subject?.repository ?? 0)} ${digits(subject?.number ?? 0)}`))
    .map(({ undoes }) => undoes);
}
