import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { LogEntryModel } from '../generated/prisma/models.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deed, Json, LogRow, LogTable } from '../ports/store.ts';
import { cleanText, fromJsonColumn, idOrNull, isoOf, toJsonColumn } from './columns.ts';

/** Where rows are added: the database, or a transaction on it. */
type Place = Pick<Prisma.TransactionClient, 'logEntry'>;

export type NewLogRow = Omit<LogRow, 'at'>;

const deeds: Readonly<Record<Deed, true>> = {
  noticed: true,
  ruled: true,
  joined: true,
  moved: true,
  left: true,
  gathered: true,
  judged: true,
  forgotten: true,
  heard: true,
  posted: true,
  held: true,
  purged: true,
  erased: true,
};

export const systemClock: Clock = { now: () => new Date() };

export function logTable(prisma: PrismaClient, clock: Clock = systemClock): LogTable {
  return {
    add: (row) => writeLog(prisma, [row], clock),
    ofPerson: (account, person) =>
      find(prisma, { accountId: account, OR: [{ personId: person }, { actorId: person }] }),
    about: (account, key) => find(prisma, { accountId: account, about: cleanText(key) }),
  };
}

/** In one statement, however many. */
export async function writeLog(place: Place, rows: readonly NewLogRow[], clock: Clock): Promise<void> {
  if (rows.length === 0) return;
  const at = clock.now();
  await place.logEntry.createMany({
    data: rows.map((row) => ({
      accountId: row.account,
      at,
      actorId: row.actor,
      did: row.did,
      about: cleanText(row.about),
      personId: row.person,
      details: toJsonColumn(row.details ?? {}),
    })),
  });
}

async function find(prisma: PrismaClient, where: Prisma.LogEntryWhereInput): Promise<readonly LogRow[]> {
  const rows = await prisma.logEntry.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(rowOf);
}

function rowOf(row: LogEntryModel): LogRow {
  return {
    account: Number(row.accountId),
    at: isoOf(row.at),
    actor: idOrNull(row.actorId),
    did: deedOf(row.did),
    about: row.about,
    person: idOrNull(row.personId),
    details: fromJsonColumn<Json>(row.details),
  };
}

function deedOf(did: string): Deed {
  if (isDeed(did)) return did;
  throw new Error('The log holds a word that this version does not know.');
}

function isDeed(did: string): did is Deed {
  return Object.hasOwn(deeds, did);
}
