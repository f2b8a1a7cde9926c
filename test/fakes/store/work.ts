import { awaitedBranch } from '../../../src/evidence/arrival.ts';
import type { Facts } from '../../../src/evidence/facts.ts';
import type {
  AwaitedBranch,
  Delivery,
  DeliveryTable,
  Recorded,
  RepositoryStretch,
  Subject,
  SubjectTable,
  TouchedSubject,
} from '../../../src/ports/store.ts';
import { forgottenLine } from '../../../src/store/gathering-log.ts';
import { addLog } from './log.ts';
import { by, digits, time, unheard, clean } from './memory.ts';
import type { Marked, Memory } from './memory.ts';

export function isDirty({ dirtyAt, gatheredAt }: Marked<unknown>): boolean {
  return gatheredAt === null || dirtyAt > gatheredAt;
}

function nextMark(receivedAt: string, marked: Marked<unknown> | undefined): string {
  const least = marked ? Date.parse(marked.dirtyAt) + 1 : 0;
  return new Date(Math.max(Date.parse(receivedAt), least)).toISOString();
}

function mayGather(row: { noticedAt: string | null; installation: number | null } | undefined): boolean {
  return row !== undefined && row.noticedAt !== null && row.installation !== null;
}

/** Those that are dirty. */
export function oldestFirst<Row extends Marked<unknown>>(
  rows: readonly Row[],
  limit: number,
): readonly Row[] {
  return rows
    .filter(isDirty)
    .toSorted(by(({ dirtyAt }) => dirtyAt))
    .slice(0, limit);
}

export function deliveries(memory: Memory): DeliveryTable {
  return { record: async (delivery) => record(memory, delivery) };
}

function record(memory: Memory, delivery: Delivery): Recorded {
  if (delivery.subject && delivery.repository === null) throw new Error('A subject needs its repository.');
  const { id } = clean(delivery);
  if (memory.deliveries.has(id)) return { new: false, subject: null };
  const { account, receivedAt } = delivery;
  memory.deliveries.set(id, { account, receivedAt: time(receivedAt) });
  const known = memory.accounts.get(delivery.account);
  if (!delivery.subject || !known) {
    memory.accounts.set(delivery.account, {
      ...(known ?? unheard(delivery.account)),
      installation: delivery.installation ?? known?.installation ?? null,
      dirtyAt: nextMark(delivery.receivedAt, known),
    });
  }
  return { new: true, subject: delivery.subject && markSubject(memory, delivery, delivery.subject) };
}

type SubjectKey = Pick<Subject, 'account' | 'repository' | 'kind' | 'number'>;

function findSubject(memory: Memory, { account, repository, kind, number }: SubjectKey): Subject | undefined {
  return memory.subjects.filter(
    (row) =>
      row.account === account && row.repository === repository && row.kind === kind && row.number === number,
  )[0];
}

function markSubject(
  memory: Memory,
  delivery: Delivery,
  { kind, number }: NonNullable<Delivery['subject']>,
): number {
  const key = { account: delivery.account, repository: delivery.repository ?? 0, kind, number };
  const known = findSubject(memory, key);
  const id = known?.id ?? memory.subjects.length + 1;
  memory.subjects[id - 1] = {
    ...key,
    id,
    installation: delivery.installation ?? known?.installation ?? null,
    dirtyAt: nextMark(delivery.receivedAt, known),
    gatheredAt: known?.gatheredAt ?? null,
  };
  return id;
}

export function subjects(memory: Memory): SubjectTable {
  return {
    find: async (id) => memory.subjects[id - 1] ?? null,
    dirty: async (limit) =>
      oldestFirst(
        memory.subjects.filter(({ account }) => mayGather(memory.accounts.get(account))),
        limit,
      ),
    touch: async (touched) => touch(memory, touched),
    forget: async (id, seen) => forget(memory, id, time(seen)),
    factsBetween: async (stretch) => factsBetween(memory, stretch),
    waitingFor: async (awaited) => waitingFor(memory, awaited),
    naming: async (account, person) =>
      memory.subjects
        .filter((subject) => subject.account === account)
        .map(({ id }) => id)
        .filter((id) => JSON.stringify(memory.facts.get(id)?.facts ?? null).includes(`"${person}"`)),
    leave: async (id, seen) => leave(memory, id, time(seen)),
    isShrunk: async (id) => memory.facts.get(id)?.facts === null,
    facts: async (id) => factsOf(memory, id),
  };
}

function touch(memory: Memory, { changedAt, ...touched }: TouchedSubject): number {
  const known = findSubject(memory, touched);
  const epoch = new Date(0).toISOString();
  const moved = changedAt === null ? nextMark(epoch, known) : time(changedAt);
  const id = known?.id ?? memory.subjects.length + 1;
  memory.subjects[id - 1] = {
    ...touched,
    id,
    dirtyAt: known && known.dirtyAt > moved ? known.dirtyAt : moved,
    gatheredAt: known?.gatheredAt ?? null,
  };
  return id;
}

function forget(memory: Memory, id: number, seen: string): void {
  const subject = memory.subjects[id - 1];
  if (!subject || (subject.gatheredAt ?? '') > seen) return;
  memory.subjects[id - 1] = { ...subject, gatheredAt: seen };
  if (memory.facts.has(id)) addLog(memory, [forgottenLine(subject)]);
  for (const derived of [memory.facts, memory.undoings, memory.activities]) derived.delete(id);
  for (const [key, watch] of memory.watches) if (watch.subject === id) memory.watches.delete(key);
}

function leave(memory: Memory, id: number, seen: string): void {
  const subject = memory.subjects[id - 1];
  if (!subject || (subject.gatheredAt ?? '') > seen) return;
  memory.subjects[id - 1] = { ...subject, gatheredAt: seen };
}

function factsOf(memory: Memory, id: number): { readonly facts: Facts; readonly hash: string } | null {
  const known = memory.facts.get(id);
  return known?.facts ? { facts: known.facts, hash: known.hash } : null;
}

function waitingFor(memory: Memory, { account, repository, branch }: AwaitedBranch): readonly number[] {
  return memory.subjects
    .filter((subject) => subject.account === account && subject.repository === repository)
    .filter(({ id }) => {
      const facts = memory.facts.get(id)?.facts;
      return facts?.kind === 'change' && awaitedBranch(facts) === branch;
    })
    .map(({ number }) => number)
    .toSorted((one, other) => one - other);
}

function factsBetween(
  memory: Memory,
  { account, repository, from, to }: RepositoryStretch,
): readonly Facts[] {
  const found = memory.subjects.flatMap((subject) => {
    const facts = memory.facts.get(subject.id)?.facts;
    const at = facts?.kind === 'change' ? facts.mergedAt : facts?.openedAt;
    const isHere = subject.account === account && subject.repository === repository;
    return facts && at && isHere ? [{ subject, facts, at: time(at) }] : [];
  });
  return found
    .filter(({ at }) => at >= time(from) && at < time(to))
    .toSorted(by(({ at, subject }) => `${at} ${subject.kind} ${digits(subject.number)}`))
    .map(({ facts }) => facts);
}
