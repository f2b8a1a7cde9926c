import { Prisma } from '../generated/prisma/client.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Json, Watch, WatchTable } from '../ports/store.ts';
import { isoOf, toJsonColumn } from './columns.ts';

export function watchTable(prisma: PrismaClient): WatchTable {
  return {
    ensure: (watch) => ensure(prisma, watch),
    due: (now, limit) => due(prisma, now, limit),
    settle: (watch, outcome, at) => settle(prisma, watch, outcome, at),
  };
}

async function ensure(prisma: PrismaClient, { subject, days, dueAt }: Watch): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO watches (subject_id, days, due_at) VALUES (${subject}, ${days}, ${dueAt}::timestamptz)
    ON CONFLICT (subject_id, days) DO UPDATE SET due_at = excluded.due_at WHERE watches.settled_at IS NULL`;
}

async function due(prisma: PrismaClient, now: string, limit: number): Promise<readonly Watch[]> {
  const rows = await prisma.watch.findMany({
    where: { settledAt: null, dueAt: { lte: now } },
    orderBy: [{ dueAt: 'asc' }, { subjectId: 'asc' }, { days: 'asc' }],
    take: limit,
  });
  return rows.map((row) => ({
    subject: Number(row.subjectId),
    days: row.days === 90 ? 90 : 30,
    dueAt: isoOf(row.dueAt),
  }));
}

/** A watch that went with its subject's facts in the meantime stays gone. */
async function settle(
  prisma: PrismaClient,
  { subject, days }: Pick<Watch, 'subject' | 'days'>,
  outcome: Json,
  at: string,
): Promise<void> {
  await prisma.watch.updateMany({
    where: { subjectId: subject, days },
    data: { outcome: outcome === null ? Prisma.JsonNull : toJsonColumn(outcome), settledAt: at },
  });
}
