import { GiveUp } from '../errors.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { ActivityRow, EvidenceRow, Gathering, Saved } from '../ports/store.ts';
import { cleanText, hashOf, toJsonColumn } from './columns.ts';

type Transaction = Prisma.TransactionClient;

/** All or nothing; two that save the same subject wait for each other. */
export function saveGathering(prisma: PrismaClient, gathering: Gathering): Promise<Saved> {
  return prisma.$transaction((transaction) => replace(transaction, gathering), {
    maxWait: 10_000,
    timeout: 30_000,
  });
}

async function replace(transaction: Transaction, gathering: Gathering): Promise<Saved> {
  if (!(await claim(transaction, gathering))) return 'outdated';
  const { accountId } = await transaction.subject.findUniqueOrThrow({ where: { id: gathering.subject } });
  await refuseStrangers(transaction, accountId, gathering.activities);
  await writeFacts(transaction, gathering);
  await transaction.activity.deleteMany({ where: { subjectId: gathering.subject } });
  await writeActivities(transaction, accountId, gathering);
  return 'saved';
}

/** Locks the subject and moves its mark; false where a gathering that began later was there first. */
async function claim(transaction: Transaction, { subject, seen }: Gathering): Promise<boolean> {
  const { count } = await transaction.subject.updateMany({
    where: { id: subject, OR: [{ gatheredAt: null }, { gatheredAt: { lte: seen } }] },
    data: { gatheredAt: seen },
  });
  if (count > 0) return true;
  if (await transaction.subject.findUnique({ where: { id: subject } })) return false;
  throw new GiveUp(`There is no subject ${subject} to save anything of. Record a delivery of it first.`);
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

async function writeFacts(transaction: Transaction, { subject, facts }: Gathering): Promise<void> {
  const clean = toJsonColumn(facts);
  const row = { facts: clean, hash: hashOf(clean) };
  await transaction.facts.upsert({
    where: { subjectId: subject },
    create: { subjectId: subject, ...row },
    update: row,
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
    outcome: row.outcome === null ? Prisma.DbNull : toJsonColumn(row.outcome),
  };
}
