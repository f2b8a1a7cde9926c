import type { PrismaClient } from '../generated/prisma/client.ts';
import type { AccountModel } from '../generated/prisma/models.ts';
import type { Clock } from '../ports/clock.ts';
import type { AccountRow, AccountTable, DirtyAccount } from '../ports/store.ts';
import { saveReading } from './account-reading.ts';
import { fromJsonColumn, idOrNull, isoOf, isoOrNull } from './columns.ts';
import { systemClock, writeLog } from './log.ts';
import type { NewLogRow } from './log.ts';

export function accountTable(prisma: PrismaClient, clock: Clock = systemClock): AccountTable {
  return {
    dirty: (limit) => dirty(prisma, limit),
    find: (account) => find(prisma, account),
    list: () => list(prisma),
    save: (reading) => saveReading(prisma, reading, clock),
    noticed: (account, at) => noticed(prisma, account, at, clock),
    removed: (account, seen) => removed(prisma, account, seen),
  };
}

async function dirty(prisma: PrismaClient, limit: number): Promise<readonly DirtyAccount[]> {
  const rows = await prisma.account.findMany({
    where: { OR: [{ gatheredAt: null }, { dirtyAt: { gt: prisma.account.fields.gatheredAt } }] },
    orderBy: [{ dirtyAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map((row) => ({
    account: Number(row.id),
    installation: idOrNull(row.installationId),
    dirtyAt: isoOf(row.dirtyAt),
  }));
}

async function find(prisma: PrismaClient, account: number): Promise<AccountRow | null> {
  const row = await prisma.account.findUnique({ where: { id: account } });
  return row && accountRowOf(row);
}

async function list(prisma: PrismaClient): Promise<readonly AccountRow[]> {
  const rows = await prisma.account.findMany({
    where: { installationId: { not: null } },
    orderBy: { id: 'asc' },
  });
  return rows.map(accountRowOf);
}

async function noticed(prisma: PrismaClient, account: number, at: string, clock: Clock): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const where = { id: account, noticedAt: null };
    const { count } = await transaction.account.updateMany({ where, data: { noticedAt: at } });
    if (count > 0) await writeLog(transaction, [noticedLine(account)], clock);
  });
}

export function noticedLine(account: number): NewLogRow {
  return { account, actor: null, did: 'noticed', about: 'notice', person: null, details: {} };
}

/**
 * Where a delivery came in the meantime, the account is read again, with the installation it has by then: it may be a
 * new one.
 */
async function removed(prisma: PrismaClient, account: number, seen: string): Promise<void> {
  await prisma.$executeRaw`
    UPDATE accounts SET
      gathered_at = ${seen}::timestamptz,
      installation_id = CASE WHEN dirty_at > ${seen}::timestamptz THEN installation_id END
    WHERE id = ${account} AND (gathered_at IS NULL OR gathered_at <= ${seen}::timestamptz)`;
}

/** As the queries have it. */
function isDirty({ dirtyAt, gatheredAt }: AccountModel): boolean {
  return gatheredAt === null || dirtyAt > gatheredAt;
}

function accountRowOf(row: AccountModel): AccountRow {
  return {
    account: Number(row.id),
    dirtyAt: isDirty(row) ? isoOf(row.dirtyAt) : null,
    installation: idOrNull(row.installationId),
    login: row.login,
    noticedAt: isoOrNull(row.noticedAt),
    rules: fromJsonColumn(row.rules),
    owners: fromJsonColumn(row.owners),
  };
}
