import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Erasure, ErasureTable } from '../ports/store.ts';
import { isoOf, isoOrNull } from './columns.ts';

export function erasureTable(prisma: PrismaClient): ErasureTable {
  return {
    begin: (account, person, at) => begin(prisma, account, person, at),
    done: (account, person, at) => done(prisma, account, person, at),
    list: (account) => list(prisma, account),
  };
}

async function begin(prisma: PrismaClient, accountId: number, personId: number, at: string): Promise<void> {
  await prisma.erasure.createMany({ data: { accountId, personId, askedAt: at }, skipDuplicates: true });
}

async function done(prisma: PrismaClient, accountId: number, personId: number, at: string): Promise<void> {
  await prisma.erasure.updateMany({ where: { accountId, personId, doneAt: null }, data: { doneAt: at } });
}

async function list(prisma: PrismaClient, account: number): Promise<readonly Erasure[]> {
  const rows = await prisma.erasure.findMany({
    where: { accountId: account },
    orderBy: { personId: 'asc' },
  });
  return rows.map(({ accountId, personId, askedAt, doneAt }) => ({
    account: Number(accountId),
    person: Number(personId),
    askedAt: isoOf(askedAt),
    doneAt: isoOrNull(doneAt),
  }));
}
