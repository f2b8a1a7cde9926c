import type { PrismaClient } from '../generated/prisma/client.ts';
import type { AccountTable, DirtyAccount } from '../ports/store.ts';
import { idOrNull, isoOf } from './columns.ts';

export function accountTable(prisma: PrismaClient): AccountTable {
  return {
    dirty: (limit) => dirty(prisma, limit),
    markGathered: (account, seen) => markGathered(prisma, account, seen),
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

/** An older reading that ends later changes nothing. */
async function markGathered(prisma: PrismaClient, account: number, seen: string): Promise<void> {
  await prisma.account.updateMany({
    where: { id: account, OR: [{ gatheredAt: null }, { gatheredAt: { lt: seen } }] },
    data: { gatheredAt: seen },
  });
}
