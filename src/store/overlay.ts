import { Prisma } from '../generated/prisma/client.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { OverlayModel } from '../generated/prisma/models.ts';
import type { Clock } from '../ports/clock.ts';
import type { OverlayRow, OverlayTable } from '../ports/store.ts';
import { cleanText, cleanTextOrNull, fromJsonColumn, isoOf, toJsonColumn } from './columns.ts';
import { systemClock, writeLog } from './log.ts';
import type { NewLogRow } from './log.ts';

export function overlayTable(prisma: PrismaClient, clock: Clock = systemClock): OverlayTable {
  return {
    add: (account, row) => add(prisma, account, row, clock),
    ofPerson: (account, person) => overlayOf(prisma, account, person),
    concerning: (account, person) => concerning(prisma, account, person),
  };
}

/** All that was ever said of one person. */
export async function overlayOf(
  prisma: PrismaClient,
  accountId: number,
  personId: number,
): Promise<readonly OverlayRow[]> {
  const rows = await prisma.overlay.findMany({
    where: { accountId, personId },
    orderBy: [{ saidAt: 'asc' }, { origin: 'asc' }],
  });
  return rows.map(overlayRowOf);
}

async function add(prisma: PrismaClient, account: number, row: OverlayRow, clock: Clock): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const isNew = await insert(transaction, account, row);
    if (isNew) await writeLog(transaction, [heard(account, row)], clock);
    return isNew;
  });
}

async function concerning(
  prisma: PrismaClient,
  accountId: number,
  person: number,
): Promise<readonly OverlayRow[]> {
  const rows = await prisma.overlay.findMany({
    where: { accountId, OR: [{ personId: person }, { saidBy: person }] },
    orderBy: [{ saidAt: 'asc' }, { origin: 'asc' }],
  });
  return rows.map(overlayRowOf);
}

/** Who said what kind of thing about whose work; the words themselves are in the overlay alone. */
export function heard(account: number, { origin, person, saidBy, about, verb }: OverlayRow): NewLogRow {
  return { account, actor: saidBy, did: 'heard', about: about ?? origin, person, details: { verb } };
}

async function insert(
  transaction: Prisma.TransactionClient,
  account: number,
  row: OverlayRow,
): Promise<boolean> {
  const { count } = await transaction.overlay.createMany({
    data: {
      accountId: account,
      origin: cleanText(row.origin),
      personId: row.person,
      saidBy: row.saidBy,
      about: cleanTextOrNull(row.about),
      verb: cleanText(row.verb),
      words: row.words === null ? Prisma.JsonNull : toJsonColumn(row.words),
      saidAt: row.saidAt,
    },
    skipDuplicates: true,
  });
  return count === 1;
}

function overlayRowOf(row: OverlayModel): OverlayRow {
  return {
    origin: row.origin,
    person: Number(row.personId),
    saidBy: Number(row.saidBy),
    about: row.about,
    verb: row.verb,
    words: fromJsonColumn(row.words),
    saidAt: isoOf(row.saidAt),
  };
}
