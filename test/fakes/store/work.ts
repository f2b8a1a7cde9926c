import type {
  AccountTable,
  Delivery,
  DeliveryTable,
  Recorded,
  SubjectTable,
} from '../../../src/ports/store.ts';
import { by, clean, time } from './memory.ts';
import type { Marked, Memory } from './memory.ts';

function isDirty({ dirtyAt, gatheredAt }: Marked<unknown>): boolean {
  return gatheredAt === null || dirtyAt > gatheredAt;
}

function nextMark(receivedAt: string, marked: Marked<unknown> | undefined): string {
  const least = marked ? Date.parse(marked.dirtyAt) + 1 : 0;
  return new Date(Math.max(Date.parse(receivedAt), least)).toISOString();
}

function oldestFirst<Row extends Marked<unknown>>(rows: readonly Row[], limit: number): readonly Row[] {
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
  memory.deliveries.add(id);
  if (delivery.subject) return { new: true, subject: markSubject(memory, delivery, delivery.subject) };
  const known = memory.accounts.get(delivery.account);
  memory.accounts.set(delivery.account, {
    account: delivery.account,
    installation: delivery.installation ?? known?.installation ?? null,
    dirtyAt: nextMark(delivery.receivedAt, known),
    gatheredAt: known?.gatheredAt ?? null,
  });
  return { new: true, subject: null };
}

function markSubject(
  memory: Memory,
  delivery: Delivery,
  { kind, number }: NonNullable<Delivery['subject']>,
): number {
  const key = { account: delivery.account, repository: delivery.repository ?? 0, kind, number };
  const found = memory.subjects.findIndex((row) =>
    Object.entries(key).every(([name, value]) => Reflect.get(row, name) === value),
  );
  const known = memory.subjects[found];
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

export function accounts({ accounts: rows }: Memory): AccountTable {
  return {
    dirty: async (limit) =>
      oldestFirst([...rows.values()], limit).map(({ account, installation, dirtyAt }) => ({
        account,
        installation,
        dirtyAt,
      })),
    markGathered: async (account, seen) => {
      const row = rows.get(account);
      if (row && (row.gatheredAt ?? '') < time(seen)) rows.set(account, { ...row, gatheredAt: time(seen) });
    },
  };
}

export function subjects(memory: Memory): SubjectTable {
  return {
    find: async (id) => memory.subjects[id - 1] ?? null,
    dirty: async (limit) => oldestFirst(memory.subjects, limit),
    facts: async (id) => memory.facts.get(id) ?? null,
  };
}
