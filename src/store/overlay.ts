import { Prisma } from '../generated/prisma/client.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { OverlayModel } from '../generated/prisma/models.ts';
import type { OverlayRow, OverlayTable } from '../ports/store.ts';
import { cleanText, cleanTextOrNull, fromJsonColumn, isoOf, toJsonColumn } from './columns.ts';

export function overlayTable(prisma: PrismaClient): OverlayTable {
  return {
    add: (account, row) => add(prisma, account, row),
    ofPerson: (account, person) => overlayOf(prisma, account, person),
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

async function add(prisma: PrismaClient, account: number, row: OverlayRow): Promise<boolean> {
  const { count } = await prisma.overlay.createMany({
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
