import type { PrismaClient } from '../generated/prisma/client.ts';
import type { SubjectModel } from '../generated/prisma/models.ts';
import type { Facts } from '../evidence/facts.ts';
import type { Subject, SubjectTable } from '../ports/store.ts';
import { fromJsonColumn, idOrNull, isoOf, isoOrNull } from './columns.ts';

export function subjectTable(prisma: PrismaClient): SubjectTable {
  return {
    find: (id) => find(prisma, id),
    dirty: (limit) => dirty(prisma, limit),
    facts: (id) => facts(prisma, id),
  };
}

async function find(prisma: PrismaClient, id: number): Promise<Subject | null> {
  const row = await prisma.subject.findUnique({ where: { id } });
  return row && subjectOf(row);
}

async function dirty(prisma: PrismaClient, limit: number): Promise<readonly Subject[]> {
  const rows = await prisma.subject.findMany({
    where: { OR: [{ gatheredAt: null }, { dirtyAt: { gt: prisma.subject.fields.gatheredAt } }] },
    orderBy: [{ dirtyAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(subjectOf);
}

async function facts(prisma: PrismaClient, id: number): Promise<{ facts: Facts; hash: string } | null> {
  const row = await prisma.facts.findUnique({ where: { subjectId: id } });
  return row && { facts: fromJsonColumn<Facts>(row.facts), hash: row.hash };
}

function subjectOf(row: SubjectModel): Subject {
  return {
    id: Number(row.id),
    account: Number(row.accountId),
    installation: idOrNull(row.installationId),
    repository: Number(row.repositoryId),
    kind: row.kind === 'issue' ? 'issue' : 'change',
    number: row.number,
    dirtyAt: isoOf(row.dirtyAt),
    gatheredAt: isoOrNull(row.gatheredAt),
  };
}
