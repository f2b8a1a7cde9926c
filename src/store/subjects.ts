import type { PrismaClient } from '../generated/prisma/client.ts';
import type { SubjectModel } from '../generated/prisma/models.ts';
import type { Facts } from '../evidence/facts.ts';
import type { Clock } from '../ports/clock.ts';
import type {
  AwaitedBranch,
  RepositoryStretch,
  Subject,
  SubjectTable,
  TouchedSubject,
} from '../ports/store.ts';
import { cleanText, fromJsonColumn, idOrNull, isoOf, isoOrNull } from './columns.ts';
import { forgetSubject } from './gathering.ts';
import { systemClock } from './log.ts';

type SubjectMarks = Omit<SubjectModel, 'happenedAt' | 'waitsFor'>;

export function subjectTable(prisma: PrismaClient, clock: Clock = systemClock): SubjectTable {
  return {
    find: (id) => find(prisma, id),
    dirty: (limit) => dirty(prisma, limit),
    touch: (subject) => touch(prisma, subject),
    forget: (id, seen) => forgetSubject(prisma, id, seen, clock),
    factsBetween: (stretch) => factsBetween(prisma, stretch),
    waitingFor: (awaited) => waitingFor(prisma, awaited),
    naming: (account, person) => naming(prisma, account, person),
    leave: (id, seen) => leave(prisma, id, seen),
    isShrunk: (id) => isShrunk(prisma, id),
    facts: (id) => facts(prisma, id),
  };
}

async function find(prisma: PrismaClient, id: number): Promise<Subject | null> {
  const row = await prisma.subject.findUnique({ where: { id } });
  return row && subjectOf(row);
}

async function dirty(prisma: PrismaClient, limit: number): Promise<readonly Subject[]> {
  const rows = await prisma.$queryRaw<readonly SubjectMarks[]>`
    SELECT subjects.id, account_id AS "accountId", repository_id AS "repositoryId", kind, number,
           subjects.installation_id AS "installationId", subjects.dirty_at AS "dirtyAt",
           subjects.gathered_at AS "gatheredAt"
    FROM subjects JOIN accounts ON accounts.id = account_id
    WHERE noticed_at IS NOT NULL AND accounts.installation_id IS NOT NULL
      AND (subjects.gathered_at IS NULL OR subjects.dirty_at > subjects.gathered_at)
    ORDER BY subjects.dirty_at, subjects.id
    LIMIT ${limit}`;
  return rows.map(subjectOf);
}

/**
 * Where nobody knows when it changed, the mark grows, so that a gathering that has begun cannot pass for one that saw
 * the change. Otherwise the mark of a webhook that came after the change, and what was gathered since, stands.
 */
async function touch(prisma: PrismaClient, touched: TouchedSubject): Promise<number> {
  const { account, repository, kind, number, installation, changedAt } = touched;
  const [row] = await prisma.$queryRaw<readonly { readonly id: bigint }[]>`
    INSERT INTO subjects (account_id, repository_id, kind, number, installation_id, dirty_at)
    VALUES (${account}, ${repository}, ${kind}, ${number}, ${installation},
            coalesce(${changedAt}::timestamptz, 'epoch'))
    ON CONFLICT (account_id, repository_id, kind, number) DO UPDATE SET
      installation_id = excluded.installation_id,
      dirty_at = greatest(subjects.dirty_at,
                          coalesce(${changedAt}::timestamptz, subjects.dirty_at + interval '1 ms'))
    RETURNING id`;
  if (!row) throw new Error(`The subject ${repository}#${number} was not kept.`);
  return Number(row.id);
}

async function factsBetween(prisma: PrismaClient, stretch: RepositoryStretch): Promise<readonly Facts[]> {
  const { account, repository, from, to } = stretch;
  const rows = await prisma.facts.findMany({
    where: { subject: { accountId: account, repositoryId: repository, happenedAt: { gte: from, lt: to } } },
    orderBy: [
      { subject: { happenedAt: 'asc' } },
      { subject: { kind: 'asc' } },
      { subject: { number: 'asc' } },
    ],
  });
  return rows.flatMap((row) => (row.facts === null ? [] : [fromJsonColumn<Facts>(row.facts)]));
}

async function waitingFor(
  prisma: PrismaClient,
  { account, repository, branch }: AwaitedBranch,
): Promise<readonly number[]> {
  const rows = await prisma.subject.findMany({
    where: { accountId: account, repositoryId: repository, kind: 'change', waitsFor: cleanText(branch) },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  return rows.map(({ number }) => number);
}

/** Every text of the facts is looked at: it is asked seldom. */
async function naming(prisma: PrismaClient, account: number, person: string): Promise<readonly number[]> {
  const quoted = `%"${cleanText(person)}"%`;
  const rows = await prisma.$queryRaw<readonly { readonly id: bigint }[]>`
    SELECT id FROM subjects JOIN facts ON subject_id = id
    WHERE account_id = ${account} AND facts.facts::text LIKE ${quoted}
    ORDER BY id`;
  return rows.map(({ id }) => Number(id));
}

async function leave(prisma: PrismaClient, id: number, seen: string): Promise<void> {
  await prisma.subject.updateMany({
    where: { id, OR: [{ gatheredAt: null }, { gatheredAt: { lte: seen } }] },
    data: { gatheredAt: seen },
  });
}

async function isShrunk(prisma: PrismaClient, id: number): Promise<boolean> {
  const row = await prisma.facts.findUnique({ where: { subjectId: id }, select: { facts: true } });
  return row !== null && row.facts === null;
}

async function facts(prisma: PrismaClient, id: number): Promise<{ facts: Facts; hash: string } | null> {
  const row = await prisma.facts.findUnique({ where: { subjectId: id } });
  return row === null || row.facts === null
    ? null
    : { facts: fromJsonColumn<Facts>(row.facts), hash: row.hash };
}

function subjectOf(row: SubjectMarks): Subject {
  return {
    id: Number(row.id),
    account: Number(row.accountId),
    installation: idOrNull(row.installationId),
    repository: Number(row.repositoryId),
    kind: row.kind === 'issue' ? 'issue' : 'change',
    number: row.number,
    dirtyAt: isoOf(row.dirtyAt),
    gatheredAt: isoOrNull(row.gatheredAt),
  };
}
