import type { PrismaClient } from '../generated/prisma/client.ts';
import type { PeopleTable, PersonRow } from '../ports/store.ts';
import { cleanText } from './columns.ts';

export function peopleTable(prisma: PrismaClient): PeopleTable {
  return {
    remember: (person) => remember(prisma, person),
    find: (account, id) => find(prisma, account, id),
  };
}

async function remember(prisma: PrismaClient, person: PersonRow): Promise<void> {
  const [key, login] = [{ accountId: person.account, id: person.id }, cleanText(person.login)];
  await prisma.person.upsert({ where: { accountId_id: key }, create: { ...key, login }, update: { login } });
}

async function find(prisma: PrismaClient, account: number, id: number): Promise<PersonRow | null> {
  const row = await prisma.person.findUnique({ where: { accountId_id: { accountId: account, id } } });
  return row && { account, id, login: row.login };
}
