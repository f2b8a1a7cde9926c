import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Failure, FailureTable } from '../ports/store.ts';
import { cleanText, isoOf } from './columns.ts';

export function failureTable(prisma: PrismaClient): FailureTable {
  return {
    record: (failure) => record(prisma, failure),
    clear: (job) => clear(prisma, job),
    list: (limit) => list(prisma, limit),
  };
}

async function record(prisma: PrismaClient, failure: Failure): Promise<void> {
  const job = cleanText(failure.job);
  const told = { reason: cleanText(failure.reason), at: failure.at };
  await prisma.failure.upsert({ where: { job }, create: { job, ...told }, update: told });
}

async function clear(prisma: PrismaClient, job: string): Promise<void> {
  await prisma.failure.deleteMany({ where: { job: cleanText(job) } });
}

async function list(prisma: PrismaClient, limit: number): Promise<readonly Failure[]> {
  const rows = await prisma.failure.findMany({ orderBy: [{ at: 'desc' }, { job: 'asc' }], take: limit });
  return rows.map(({ job, reason, at }) => ({ job, reason, at: isoOf(at) }));
}
