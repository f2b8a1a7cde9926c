import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { RosterSpanModel } from '../generated/prisma/models.ts';
import type { Clock } from '../ports/clock.ts';
import type { RosterSpan, RosterTable } from '../ports/store.ts';
import { cleanText, isoOf, isoOrNull, jsonText } from './columns.ts';
import { systemClock, writeLog } from './log.ts';
import { changesOfRoster, rosterLog } from './roster-changes.ts';
import type { Engineer, KnownSpan, RosterChanges } from './roster-changes.ts';

type Transaction = Prisma.TransactionClient;

export function rosterTable(prisma: PrismaClient, clock: Clock = systemClock): RosterTable {
  return {
    replace: (account, engineers, at) => replace(prisma, account, engineers, { at, clock }),
    spans: (account) => spans(prisma, account),
  };
}

/** All or nothing; two that replace the same roster wait for each other. */
async function replace(
  prisma: PrismaClient,
  account: number,
  engineers: readonly Engineer[],
  { at, clock }: { readonly at: string; readonly clock: Clock },
): Promise<void> {
  await prisma.$transaction(
    async (transaction) => {
      await lockRoster(transaction, account);
      await rememberAll(transaction, account, engineers);
      const latest = await latestSpans(transaction, account);
      const clean = engineers.map((engineer) => ({ ...engineer, teams: engineer.teams.map(cleanText) }));
      const changes = changesOfRoster(latest, clean, isoOf(new Date(at)));
      await write(transaction, account, changes);
      await writeLog(transaction, rosterLog(account, changes), clock);
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}

/** By a number of the account's own, because a roster that is empty has no row to lock. */
async function lockRoster(transaction: Transaction, account: number): Promise<void> {
  await transaction.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('roster of ' || ${account}::bigint, 0))`;
}

async function rememberAll(
  transaction: Transaction,
  account: number,
  engineers: readonly Engineer[],
): Promise<void> {
  const people = [...new Map(engineers.map(({ id, login }) => [id, { id, login }])).values()];
  await transaction.$executeRaw`
    INSERT INTO people (account_id, id, login)
    SELECT ${account}, id, login FROM jsonb_to_recordset(${jsonText(people)}::jsonb) AS named (id bigint, login text)
    ORDER BY id
    ON CONFLICT (account_id, id) DO UPDATE SET login = excluded.login WHERE people.login <> excluded.login`;
}

/** The last span of everybody who was ever an engineer here. */
async function latestSpans(transaction: Transaction, account: number): Promise<readonly KnownSpan[]> {
  const rows = await transaction.rosterSpan.findMany({
    where: { accountId: account },
    distinct: ['personId'],
    orderBy: [{ personId: 'asc' }, { startsAt: 'desc' }],
  });
  return rows.map((row) => ({
    person: Number(row.personId),
    teams: row.teams,
    startsAt: isoOf(row.startsAt),
    endsAt: isoOrNull(row.endsAt),
  }));
}

async function write(transaction: Transaction, account: number, changes: RosterChanges): Promise<void> {
  const lasting = (people: readonly number[]) => ({
    accountId: account,
    endsAt: null,
    personId: { in: [...people] },
  });
  await transaction.rosterSpan.deleteMany({ where: lasting(changes.remove) });
  await transaction.rosterSpan.updateMany({
    where: lasting(changes.end),
    data: { endsAt: changes.at },
  });
  await transaction.rosterSpan.createMany({
    data: changes.begin.map(({ person, teams, startsAt }) => ({
      accountId: account,
      personId: person,
      teams: [...teams],
      startsAt,
    })),
  });
}

async function spans(prisma: PrismaClient, account: number): Promise<readonly RosterSpan[]> {
  const rows = await prisma.rosterSpan.findMany({
    where: { accountId: account },
    include: { person: { select: { login: true } } },
    orderBy: [{ personId: 'asc' }, { startsAt: 'asc' }],
  });
  return rows.map((row) => rosterSpanOf(row, row.person.login));
}

function rosterSpanOf(row: RosterSpanModel, login: string): RosterSpan {
  return {
    account: Number(row.accountId),
    person: Number(row.personId),
    login,
    teams: row.teams,
    startsAt: isoOf(row.startsAt),
    endsAt: isoOrNull(row.endsAt),
  };
}
