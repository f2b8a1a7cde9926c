import { GiveUp } from '../errors.ts';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { PublicationModel } from '../generated/prisma/models.ts';
import type { Posting, Publication, PublicationIntent, PublicationTable } from '../ports/store.ts';
import { cleanText, idOrNull, isoOrNull } from './columns.ts';

export function publicationTable(prisma: PrismaClient): PublicationTable {
  return {
    ensure: (intent) => ensure(prisma, intent),
    posted: (posting) => posted(prisma, posting),
  };
}

async function ensure(prisma: PrismaClient, intent: PublicationIntent): Promise<Publication> {
  const key = { accountId: intent.account, key: cleanText(intent.key) };
  const about = { personId: intent.person, repositoryId: intent.repository, number: intent.number };
  await prisma.publication.createMany({
    data: { ...key, kind: cleanText(intent.kind), ...about },
    skipDuplicates: true,
  });
  return publicationOf(await prisma.publication.findUniqueOrThrow({ where: { accountId_key: key } }));
}

async function posted(prisma: PrismaClient, posting: Posting): Promise<void> {
  const { account, key, ...standing } = posting;
  const { count } = await prisma.publication.updateMany({
    where: { accountId: account, key: cleanText(key) },
    data: standing,
  });
  if (count === 0)
    throw new GiveUp(`Nothing was to be published as ${key}. Ensure the publication before posting it.`);
}

function publicationOf(row: PublicationModel): Publication {
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
  };
}
