import { GiveUp } from '../errors.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { PublicationModel } from '../generated/prisma/models.ts';
import type { Clock } from '../ports/clock.ts';
import type { Holding, Posting, Publication, PublicationIntent, PublicationTable } from '../ports/store.ts';
import { cleanText, idOrNull, isoOrNull } from './columns.ts';
import { systemClock, writeLog } from './log.ts';
import type { NewLogRow } from './log.ts';

export function publicationTable(prisma: PrismaClient, clock: Clock = systemClock): PublicationTable {
  return {
    ensure: (intent) => ensure(prisma, intent),
    posted: (posting) => posted(prisma, posting, clock),
    hold: (holding) => hold(prisma, holding, clock),
    held: (account) => held(prisma, account),
    heldText: (account, key) => heldText(prisma, account, key),
    find: (account, key) => find(prisma, account, key),
    ofPerson: (account, person) => ofPerson(prisma, account, person),
  };
}

async function ensure(prisma: PrismaClient, intent: PublicationIntent): Promise<Publication> {
  const key = { accountId: intent.account, key: cleanText(intent.key) };
  const about = { personId: intent.person, repositoryId: intent.repository, number: intent.number };
  await prisma.publication.createMany({
    data: { ...key, kind: cleanText(intent.kind), ...about },
    skipDuplicates: true,
  });
  const where = { accountId_key: key };
  return publicationOf(await prisma.publication.findUniqueOrThrow({ where, omit: { heldText: true } }));
}

async function posted(prisma: PrismaClient, posting: Posting, clock: Clock): Promise<void> {
  const { account, key, repository, ...standing } = posting;
  await prisma.$transaction(async (transaction) => {
    const before = await lookUp(transaction, account, key);
    const place = repository === undefined ? {} : { repositoryId: repository };
    const data = { ...standing, ...place, heldText: null, heldBecause: null, heldAt: null };
    await transaction.publication.update({ where: keyOf(account, key), data });
    const isNew = before.contentHash !== posting.contentHash || before.heldBecause !== null;
    if (isNew) await writeLog(transaction, [postedLine(before, posting)], clock);
  });
}

async function hold(prisma: PrismaClient, holding: Holding, clock: Clock): Promise<void> {
  const { account, key, reason, text, at } = holding;
  await prisma.$transaction(async (transaction) => {
    const before = await lookUp(transaction, account, key);
    const data = { heldText: cleanText(text), heldBecause: cleanText(reason), heldAt: at };
    await transaction.publication.update({ where: keyOf(account, key), data });
    if (before.heldBecause === null) await writeLog(transaction, [heldLine(before)], clock);
  });
}

/** The text as it stands is named by its hash, which its marker on GitHub holds too. */
export function postedLine({ account, key, person }: Publication, { contentHash }: Posting): NewLogRow {
  return { account, actor: null, did: 'posted', about: key, person, details: { hash: contentHash } };
}

/** Told once, however often the text changes while it waits. */
export function heldLine({ account, key, person }: Publication): NewLogRow {
  return { account, actor: null, did: 'held', about: key, person, details: {} };
}

async function lookUp(
  transaction: Prisma.TransactionClient,
  account: number,
  key: string,
): Promise<Publication> {
  const row = await transaction.publication.findUnique({
    where: keyOf(account, key),
    omit: { heldText: true },
  });
  if (row !== null) return publicationOf(row);
  throw new GiveUp(
    `Nothing was to be published as ${key}. Ensure the publication before posting or holding it.`,
  );
}

async function held(prisma: PrismaClient, account: number): Promise<readonly Publication[]> {
  const rows = await prisma.publication.findMany({
    where: { accountId: account, heldAt: { not: null } },
    omit: { heldText: true },
    orderBy: [{ heldAt: 'asc' }, { key: 'asc' }],
  });
  return rows.map(publicationOf);
}

async function heldText(prisma: PrismaClient, account: number, key: string): Promise<string | null> {
  const row = await prisma.publication.findUnique({ where: keyOf(account, key), select: { heldText: true } });
  return row?.heldText ?? null;
}

async function find(prisma: PrismaClient, account: number, key: string): Promise<Publication | null> {
  const row = await prisma.publication.findUnique({ where: keyOf(account, key), omit: { heldText: true } });
  return row && publicationOf(row);
}

async function ofPerson(
  prisma: PrismaClient,
  accountId: number,
  personId: number,
): Promise<readonly Publication[]> {
  const where = { accountId, personId };
  const rows = await prisma.publication.findMany({
    where,
    omit: { heldText: true },
    orderBy: { key: 'asc' },
  });
  return rows.map(publicationOf);
}

function keyOf(account: number, key: string) {
  return { accountId_key: { accountId: account, key: cleanText(key) } };
}

function publicationOf(row: Omit<PublicationModel, 'heldText'>): Publication {
  return {
    account: Number(row.accountId),
    key: row.key,
    kind: row.kind,
    person: idOrNull(row.personId),
    repository: Number(row.repositoryId),
    number: row.number,
    githubId: idOrNull(row.githubId),
    contentHash: row.contentHash,
    postedAt: isoOrNull(row.postedAt),
    heldBecause: row.heldBecause,
    heldAt: isoOrNull(row.heldAt),
  };
}
