import { GiveUp } from '../errors.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { PublicationModel } from '../generated/prisma/models.ts';
import type { Holding, Posting, Publication, PublicationIntent, PublicationTable } from '../ports/store.ts';
import { cleanText, idOrNull, isoOrNull } from './columns.ts';

export function publicationTable(prisma: PrismaClient): PublicationTable {
  return {
    ensure: (intent) => ensure(prisma, intent),
    posted: (posting) => posted(prisma, posting),
    hold: (holding) => hold(prisma, holding),
    held: (account) => held(prisma, account),
    heldText: (account, key) => heldText(prisma, account, key),
    find: (account, key) => find(prisma, account, key),
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

async function posted(prisma: PrismaClient, posting: Posting): Promise<void> {
  const { account, key, ...standing } = posting;
  await change(prisma, account, key, { ...standing, heldText: null, heldBecause: null, heldAt: null });
}

async function hold(prisma: PrismaClient, { account, key, reason, text, at }: Holding): Promise<void> {
  const waiting = { heldText: cleanText(text), heldBecause: cleanText(reason), heldAt: at };
  await change(prisma, account, key, waiting);
}

async function change(
  prisma: PrismaClient,
  account: number,
  key: string,
  data: Prisma.PublicationUpdateManyMutationInput,
): Promise<void> {
  const { count } = await prisma.publication.updateMany({
    where: { accountId: account, key: cleanText(key) },
    data,
  });
  if (count === 0)
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
