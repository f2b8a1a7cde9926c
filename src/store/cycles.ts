import type { PrismaClient } from '../generated/prisma/client.ts';
import type { CycleModel } from '../generated/prisma/models.ts';
import type { CycleRow, CycleTable, CycleTerms } from '../ports/store.ts';
import { cleanText, isoOf, isoOrNull } from './columns.ts';

export function cycleTable(prisma: PrismaClient): CycleTable {
  return {
    ensure: (cycle) => ensure(prisma, cycle),
    find: (id) => find(prisma, id),
    list: (account) => list(prisma, account),
    due: (now) => due(prisma, now),
    close: (id, at) => close(prisma, id, at),
  };
}

async function ensure(prisma: PrismaClient, cycle: CycleTerms): Promise<CycleRow> {
  const key = { accountId: cycle.account, name: cleanText(cycle.name) };
  const terms = { startsAt: cycle.startsAt, endsAt: cycle.endsAt, timeZone: cleanText(cycle.timeZone) };
  await prisma.cycle.createMany({ data: { ...key, ...terms }, skipDuplicates: true });
  await prisma.cycle.updateMany({ where: { ...key, closedAt: null }, data: terms });
  return cycleRowOf(await prisma.cycle.findUniqueOrThrow({ where: { accountId_name: key } }));
}

async function find(prisma: PrismaClient, id: number): Promise<CycleRow | null> {
  const row = await prisma.cycle.findUnique({ where: { id } });
  return row && cycleRowOf(row);
}

async function list(prisma: PrismaClient, account: number): Promise<readonly CycleRow[]> {
  const rows = await prisma.cycle.findMany({
    where: { accountId: account },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(cycleRowOf);
}

async function due(prisma: PrismaClient, now: string): Promise<readonly CycleRow[]> {
  const rows = await prisma.cycle.findMany({
    where: { closedAt: null, endsAt: { lte: now } },
    orderBy: [{ endsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(cycleRowOf);
}

async function close(prisma: PrismaClient, id: number, at: string): Promise<void> {
  await prisma.cycle.updateMany({ where: { id, closedAt: null }, data: { closedAt: at } });
}

function cycleRowOf(row: CycleModel): CycleRow {
  return {
    id: Number(row.id),
    account: Number(row.accountId),
    name: row.name,
    startsAt: isoOf(row.startsAt),
    endsAt: isoOf(row.endsAt),
    timeZone: row.timeZone,
    closedAt: isoOrNull(row.closedAt),
  };
}
