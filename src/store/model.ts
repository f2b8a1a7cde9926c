import { Prisma } from '../generated/prisma/client.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { ModelAnswerRow, ModelCallRow, ModelTable, ModelUse } from '../ports/store.ts';
import { cleanText, fromJsonColumn, isoOf, toJsonColumn } from './columns.ts';

export function modelTable(prisma: PrismaClient): ModelTable {
  return {
    answer: (account, question) => answer(prisma, account, question),
    keep: (account, question, row, at) => keep(prisma, account, question, row, at),
    record: (call) => record(prisma, call),
    use: (account, from) => use(prisma, account, from),
    lastCall: (account) => lastCall(prisma, account),
    wait: (subject, dueAt) => wait(prisma, subject, dueAt),
    stopWaiting: (subject) => stopWaiting(prisma, subject),
    takeDue: (asked) => takeDue(prisma, asked),
    waiting: (account) => prisma.modelWait.count({ where: { subject: { accountId: account } } }),
  };
}

async function answer(
  prisma: PrismaClient,
  accountId: number,
  question: string,
): Promise<ModelAnswerRow | null> {
  const row = await prisma.modelAnswer.findUnique({
    where: { accountId_question: { accountId, question } },
  });
  return row === null ? null : { spans: fromJsonColumn<ModelAnswerRow['spans']>(row.spans) };
}

/** Two workers may have asked the same question at the same time. */
async function keep(
  prisma: PrismaClient,
  accountId: number,
  question: string,
  { spans }: ModelAnswerRow,
  at: string,
): Promise<void> {
  const row = { accountId, question, spans: spans === null ? Prisma.DbNull : toJsonColumn(spans), at };
  await prisma.modelAnswer.createMany({ data: [row], skipDuplicates: true });
}

async function record(prisma: PrismaClient, { account, model, ...call }: ModelCallRow): Promise<void> {
  await prisma.modelCall.create({ data: { ...call, accountId: account, model: cleanText(model) } });
}

async function use(prisma: PrismaClient, accountId: number, from: string): Promise<ModelUse> {
  const where = { accountId, at: { gte: from } };
  const groups = await prisma.modelCall.groupBy({
    by: ['outcome'],
    where,
    _count: true,
    _sum: { tokensIn: true, tokensOut: true, cost: true },
  });
  const sum = (of: (group: (typeof groups)[number]) => number) =>
    groups.reduce((total, group) => total + of(group), 0);
  return {
    calls: sum(({ _count }) => _count),
    answered: sum(({ outcome, _count }) => (outcome === 'answered' ? _count : 0)),
    tokens: sum(({ _sum }) => (_sum.tokensIn ?? 0) + (_sum.tokensOut ?? 0)),
    cost: sum(({ _sum }) => Number(_sum.cost ?? 0)),
  };
}

async function lastCall(prisma: PrismaClient, accountId: number): Promise<ModelCallRow | null> {
  const row = await prisma.modelCall.findFirst({
    where: { accountId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  if (row === null) return null;
  const { question, model, tokensIn, tokensOut, estimated, dropped } = row;
  return {
    account: Number(row.accountId),
    question,
    model,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this room writes it, from the same type
    outcome: row.outcome as ModelCallRow['outcome'],
    tokensIn,
    tokensOut,
    estimated,
    cost: row.cost === null ? null : Number(row.cost),
    dropped,
    at: isoOf(row.at),
  };
}

async function wait(prisma: PrismaClient, subjectId: number, dueAt: string): Promise<void> {
  await prisma.modelWait.createMany({ data: [{ subjectId, dueAt }], skipDuplicates: true });
}

async function stopWaiting(prisma: PrismaClient, subjectId: number): Promise<void> {
  await prisma.modelWait.deleteMany({ where: { subjectId } });
}

type Due = Parameters<ModelTable['takeDue']>[0];

/** In one transaction, and without waiting for rows that another process takes at the same moment. */
async function takeDue(prisma: PrismaClient, { now, nextAt, most, limit }: Due): Promise<readonly number[]> {
  const [, rows] = await prisma.$transaction([
    prisma.modelWait.deleteMany({ where: { dueAt: { lte: now }, tries: { gte: most } } }),
    prisma.$queryRaw<{ subject_id: bigint; due_at: Date }[]>`
      WITH due AS (
        SELECT subject_id, due_at FROM model_waits WHERE due_at <= ${now}::timestamptz
        ORDER BY due_at, subject_id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      UPDATE model_waits SET due_at = ${nextAt}::timestamptz, tries = tries + 1
      FROM due WHERE model_waits.subject_id = due.subject_id
      RETURNING due.subject_id, due.due_at`,
  ]);
  return rows
    .toSorted(
      (one, other) => Number(one.due_at) - Number(other.due_at) || Number(one.subject_id - other.subject_id),
    )
    .map((row) => Number(row.subject_id));
}
