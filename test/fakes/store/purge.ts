import type { PurgedKind, PurgeOrder, PurgeTable, Subject } from '../../../src/ports/store.ts';
import { by, digits, time } from './memory.ts';
import type { Memory } from './memory.ts';

export function purge(memory: Memory): PurgeTable {
  return {
    old: async (kind, order) => old[kind](memory, { ...order, before: time(order.before) }),
    person: async (account, person, known) => purgePerson(memory, account, person, known),
  };
}

type Old = (memory: Memory, order: PurgeOrder) => number;

const old: Readonly<Record<PurgedKind, Old>> = {
  facts: (memory, { account, before, limit }) => {
    const watched = new Set(
      [...memory.watches.values()].filter(({ settled }) => settled === null).map(({ subject }) => subject),
    );
    const due = subjectsBefore(memory, account, before).filter(
      ({ id }) => memory.facts.get(id)?.facts && !watched.has(id),
    );
    for (const { id } of due.slice(0, limit)) {
      const known = memory.facts.get(id);
      if (known) memory.facts.set(id, { ...known, facts: null });
    }
    return Math.min(due.length, limit);
  },
  subjects: (memory, { account, before, limit }) => {
    const unkept = memory.subjects.filter(
      (subject) =>
        subject.account === account &&
        !memory.facts.has(subject.id) &&
        (subject.gatheredAt ?? '') >= subject.dirtyAt &&
        subject.dirtyAt < before,
    );
    const due = [...subjectsBefore(memory, account, before), ...unkept].slice(0, limit);
    for (const { id } of due) dropSubject(memory, id);
    return due.length;
  },
  words: ({ overlay }, { account, before, limit }) =>
    drop(
      overlay,
      [...overlay]
        .filter(([, said]) => said.account === account && said.row.saidAt < before)
        .filter(([, { row }]) => row.verb !== 'pause' && row.verb !== 'resume')
        .toSorted(by(([, { row }]) => `${row.saidAt} ${row.origin}`)),
      limit,
    ),
  'held texts': ({ publications, heldTexts }, { account, before, limit }) => {
    const due = [...publications]
      .filter(([, row]) => row.account === account && row.heldAt !== null && row.heldAt < before)
      .toSorted(by(([, { heldAt, key }]) => `${heldAt} ${key}`))
      .slice(0, limit);
    for (const [name, row] of due) {
      publications.set(name, { ...row, heldBecause: null, heldAt: null });
      heldTexts.delete(name);
    }
    return due.length;
  },
  log: ({ log }, { account, before, limit }) =>
    dropRows(log, (row) => row.account === account && row.at < before, limit),
  deliveries: ({ deliveries }, { account, before, limit }) =>
    drop(
      deliveries,
      [...deliveries].filter(([, row]) => row.account === account && row.receivedAt < before),
      limit,
    ),
  failures: ({ failures }, { before, limit }) =>
    drop(
      failures,
      [...failures].filter(([, { at }]) => at < before),
      limit,
    ),
  'model calls': ({ modelCalls }, { account, before, limit }) =>
    dropRows(modelCalls, (row) => row.account === account && row.at < before, limit),
  'model answers': ({ modelAnswers }, { account, before, limit }) =>
    drop(
      modelAnswers,
      [...modelAnswers].filter(([key, { at }]) => key.startsWith(`${account}/`) && at < before),
      limit,
    ),
};

/** Those that happened before, with nothing that anybody did since. */
function subjectsBefore(memory: Memory, account: number, before: string): readonly Subject[] {
  return memory.subjects
    .filter((subject) => subject.account === account)
    .filter(({ id }) => {
      const at = memory.facts.get(id)?.happenedAt ?? null;
      const since = (memory.activities.get(id) ?? []).some(({ happenedAt }) => time(happenedAt) >= before);
      return at !== null && at < before && !since;
    })
    .toSorted(by(({ id }) => `${memory.facts.get(id)?.happenedAt} ${digits(id)}`));
}

function dropSubject(memory: Memory, id: number): void {
  Reflect.deleteProperty(memory.subjects, id - 1);
  for (const derived of [memory.facts, memory.undoings, memory.activities, memory.modelWaits])
    derived.delete(id);
  for (const [key, watch] of memory.watches) if (watch.subject === id) memory.watches.delete(key);
}

function drop<Key>(
  rows: Map<Key, unknown>,
  due: readonly (readonly [Key, unknown])[],
  limit: number,
): number {
  const gone = due.slice(0, limit);
  for (const [key] of gone) rows.delete(key);
  return gone.length;
}

function dropRows<Row>(rows: Row[], isDue: (row: Row) => boolean, limit: number): number {
  const gone = new Set(rows.filter(isDue).slice(0, limit));
  const kept = rows.filter((row) => !gone.has(row));
  rows.splice(0, rows.length, ...kept);
  return gone.size;
}

function purgePerson(memory: Memory, account: number, person: number, known: boolean): number {
  let count = 0;
  for (const { id } of memory.subjects.filter((subject) => subject.account === account)) {
    const all = memory.activities.get(id) ?? [];
    const others = all.filter((activity) => activity.person !== person);
    count += all.length - others.length;
    if (memory.activities.has(id)) memory.activities.set(id, others);
  }
  for (const [key, { account: of, row }] of memory.overlay)
    if (of === account && (row.person === person || row.saidBy === person)) memory.overlay.delete(key);
  for (const [name, row] of memory.publications) {
    if (row.account !== account || row.person !== person) continue;
    memory.publications.set(name, { ...row, heldBecause: null, heldAt: null });
    memory.heldTexts.delete(name);
  }
  dropRows(memory.roster, (span) => span.account === account && span.person === person, Infinity);
  if (!known) memory.people.delete(`${account}/${person}`);
  return count;
}
