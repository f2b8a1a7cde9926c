import type { PrismaClient } from '../generated/prisma/client.ts';
import type { RepositoryModel } from '../generated/prisma/models.ts';
import type { RepositoryRow, RepositoryTable } from '../ports/store.ts';
import { isoOrNull } from './columns.ts';

export function repositoryTable(prisma: PrismaClient): RepositoryTable {
  return {
    find: (account, id) => find(prisma, { id, accountId: account }),
    findAny: (id) => find(prisma, { id }),
    list: (account) => list(prisma, account),
    markBackfilled: (account, id, to) => markBackfilled(prisma, account, id, to),
  };
}

async function find(
  prisma: PrismaClient,
  where: { readonly id: number; readonly accountId?: number },
): Promise<RepositoryRow | null> {
  const row = await prisma.repository.findUnique({ where });
  return row && repositoryRowOf(row);
}

async function list(prisma: PrismaClient, account: number): Promise<readonly RepositoryRow[]> {
  const rows = await prisma.repository.findMany({ where: { accountId: account }, orderBy: { id: 'asc' } });
  return rows.map(repositoryRowOf);
}

async function markBackfilled(prisma: PrismaClient, account: number, id: number, to: string): Promise<void> {
  await prisma.repository.updateMany({ where: { id, accountId: account }, data: { backfilledTo: to } });
}

function repositoryRowOf(row: RepositoryModel): RepositoryRow {
  return {
    account: Number(row.accountId),
    id: Number(row.id),
    name: row.name,
    visibility: visibilityOf(row.visibility),
    archived: row.archived,
    backfilledTo: isoOrNull(row.backfilledTo),
  };
}

/** The table lets in nothing else; what could not be told would be private. */
function visibilityOf(text: string): RepositoryRow['visibility'] {
  return text === 'public' || text === 'internal' ? text : 'private';
}
