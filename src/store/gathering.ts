import { GiveUp } from '../errors.ts';
import { awaitedBranch } from '../evidence/arrival.ts';
import type { Facts } from '../evidence/facts.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Clock } from '../ports/clock.ts';
import type { ActivityRow, EvidenceRow, Gathering, Saved } from '../ports/store.ts';
import { cleanText, cleanTextOrNull, hashOf, toJsonColumn } from './columns.ts';
import { forgottenLine, gatheringLog, judgedHashOf } from './gathering-log.ts';
import type { Stood } from './gathering-log.ts';
import { writeLog } from './log.ts';

type Transaction = Prisma.TransactionClient;

const limits = { maxWait: 10_000, timeout: 30_000 };

/** All or nothing; two that save the same subject wait for each other. */
export function saveGathering(prisma: PrismaClient, gathering: Gathering, clock: Clock): Promise<Saved> {
  return prisma.$transaction((transaction) => replace(transaction, gathering, clock), limits);
}

async function replace(transaction: Transaction, gathering: Gathering, clock: Clock): Promise<Saved> {
  if (!(await claim(transaction, gathering))) return 'outdated';
  const { accountId } = await transaction.subject.findUniqueOrThrow({ where: { id: gathering.subject } });
  await refuseStrangers(transaction, accountId, gathering.activities);
  const before = await whatStood(transaction, gathering.subject);
  await writeFacts(transaction, gathering);
  await writeUndoing(transaction, accountId, gathering);
  await transaction.activity.deleteMany({ where: { subjectId: gathering.subject } });
  await writeActivities(transaction, accountId, gathering);
  await writeLog(transaction, gatheringLog(Number(accountId), before, gathering), clock);
  return 'saved';
}

async function whatStood(transaction: Transaction, subject: number): Promise<Stood> {
  const of = { where: { subjectId: subject } };
  const facts = await transaction.facts.findUnique({ ...of, select: { hash: true, judgedHash: true } });
  const people = await transaction.activity.findMany({
    ...of,
    distinct: ['personId'],
    select: { personId: true },
  });
  const { hash = null, judgedHash = null } = facts ?? {};
  return { hash, judgedHash, people: people.map(({ personId }) => Number(personId)) };
}

/** Locks the subject and moves its mark; false where a gathering that began later was there first. */
async function claim(transaction: Transaction, { subject, seen, facts }: Gathering): Promise<boolean> {
  const marks = { gatheredAt: seen, happenedAt: happenedAtOf(facts), waitsFor: waitsForOf(facts) };
  if (await moveMark(transaction, subject, marks)) return true;
  if (await transaction.subject.findUnique({ where: { id: subject } })) return false;
  throw new GiveUp(`There is no subject ${subject} to save anything of. Record a delivery of it first.`);
}

type Marks = {
  readonly gatheredAt: string;
  readonly happenedAt: string | null;
  readonly waitsFor: string | null;
};

async function moveMark(transaction: Transaction, subject: number, marks: Marks): Promise<boolean> {
  const { count } = await transaction.subject.updateMany({
    where: { id: subject, OR: [{ gatheredAt: null }, { gatheredAt: { lte: marks.gatheredAt } }] },
    data: marks,
  });
  return count > 0;
}

function happenedAtOf(facts: Facts): string | null {
  return facts.kind === 'change' ? facts.mergedAt : facts.openedAt;
}

function waitsForOf(facts: Facts): string | null {
  return facts.kind === 'change' ? cleanTextOrNull(awaitedBranch(facts)) : null;
}

/** The watches go, too: what became of the work is told of nothing. A forgetting that began earlier changes nothing. */
export async function forgetSubject(
  prisma: PrismaClient,
  subject: number,
  seen: string,
  clock: Clock,
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    if (!(await moveMark(transaction, subject, { gatheredAt: seen, happenedAt: null, waitsFor: null })))
      return;
    const of = { where: { subjectId: subject } };
    const { count } = await transaction.facts.deleteMany(of);
    await transaction.undoing.deleteMany(of);
    await transaction.activity.deleteMany(of);
    await transaction.watch.deleteMany(of);
    if (count === 0) return;
    const row = await transaction.subject.findUniqueOrThrow({ where: { id: subject } });
    const address = {
      account: Number(row.accountId),
      repository: Number(row.repositoryId),
      number: row.number,
    };
    await writeLog(transaction, [forgottenLine(address)], clock);
  }, limits);
}

async function refuseStrangers(
  transaction: Transaction,
  accountId: bigint,
  activities: readonly ActivityRow[],
): Promise<void> {
  const wanted = [...new Set(activities.map(({ person }) => person))];
  const known = await transaction.person.findMany({ where: { accountId, id: { in: wanted } } });
  const ids = new Set(known.map(({ id }) => Number(id)));
  const strangers = wanted.filter((person) => !ids.has(person));
  if (strangers.length === 0) return;
  throw new GiveUp(`No evidence is kept of people who are not on the roster: ${strangers.join(', ')}.`);
}

async function writeFacts(
  transaction: Transaction,
  { subject, facts, activities }: Gathering,
): Promise<void> {
  const clean = toJsonColumn(facts);
  const row = { facts: clean, hash: hashOf(clean), judgedHash: judgedHashOf(activities) };
  await transaction.facts.upsert({
    where: { subjectId: subject },
    create: { subjectId: subject, ...row },
    update: row,
  });
}

/** Only what was merged takes anything back. */
async function writeUndoing(
  transaction: Transaction,
  accountId: bigint,
  { subject, facts, undoes }: Gathering,
): Promise<void> {
  await transaction.undoing.deleteMany({ where: { subjectId: subject } });
  const mergedAt = facts.kind === 'change' ? facts.mergedAt : null;
  if (mergedAt === null || undoes === null) return;
  await transaction.undoing.create({
    data: { subjectId: subject, accountId, mergedAt, undoes: toJsonColumn(undoes) },
  });
}

async function writeActivities(
  transaction: Transaction,
  accountId: bigint,
  gathering: Gathering,
): Promise<void> {
  const { activities, subject } = gathering;
  await transaction.activity.createMany({
    data: activities.map((activity) => ({
      accountId,
      key: cleanText(activity.key),
      subjectId: subject,
      personId: activity.person,
      kind: cleanText(activity.kind),
      happenedAt: activity.happenedAt,
      details: activity.details === null ? Prisma.JsonNull : toJsonColumn(activity.details),
    })),
  });
  await transaction.evidence.createMany({
    data: activities.flatMap((activity) =>
      activity.evidence.map((row) => evidenceOf(accountId, activity, row)),
    ),
  });
}

function evidenceOf(accountId: bigint, activity: ActivityRow, row: EvidenceRow) {
  return {
    accountId,
    key: cleanText(row.key),
    activityKey: cleanText(activity.key),
    personId: activity.person,
    area: cleanText(row.area),
    signals: toJsonColumn(row.signals),
    win: row.win === null ? Prisma.DbNull : toJsonColumn(row.win),
    impact: row.impact === null ? Prisma.DbNull : toJsonColumn(row.impact),
    metrics: toJsonColumn(row.metrics),
    details: row.details === null ? Prisma.JsonNull : toJsonColumn(row.details),
  };
}
