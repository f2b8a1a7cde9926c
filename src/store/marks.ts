import type { PrismaClient } from '../generated/prisma/client.ts';
import type { MarkTable } from '../ports/store.ts';
import { cleanText, isoOf } from './columns.ts';

export function markTable(prisma: PrismaClient): MarkTable {
  return { read: (name) => read(prisma, name), write: (name, at) => write(prisma, name, at) };
}

async function read(prisma: PrismaClient, name: string): Promise<string | null> {
  const row = await prisma.mark.findUnique({ where: { name: cleanText(name) } });
  return row && isoOf(row.at);
}

async function write(prisma: PrismaClient, name: string, at: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO marks (name, at) VALUES (${cleanText(name)}, ${at}::timestamptz)
    ON CONFLICT (name) DO UPDATE SET at = greatest(marks.at, excluded.at)`;
}
