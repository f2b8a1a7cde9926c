import type { PrismaClient } from '../generated/prisma/client.ts';
import type { PurgedKind, PurgeOrder, PurgeTable } from '../ports/store.ts';

export function purgeTable(prisma: PrismaClient): PurgeTable {
  return {
    old: (kind, order) => statements[kind](prisma, order),
    person: (account, person, known) => purgePerson(prisma, account, person, known),
  };
}

type Statement = (prisma: PrismaClient, order: PurgeOrder) => Promise<number>;

const statements: Readonly<Record<PurgedKind, Statement>> = {
  facts: (prisma, { account, before, limit }) => prisma.$executeRaw`
    WITH old AS (
      SELECT subjects.id FROM facts JOIN subjects ON subjects.id = facts.subject_id
      WHERE account_id = ${account} AND happened_at < ${before}::timestamptz AND facts.facts IS NOT NULL
        AND NOT EXISTS (SELECT FROM watches WHERE subject_id = subjects.id AND settled_at IS NULL)
        AND NOT EXISTS (SELECT FROM activities
                        WHERE subject_id = subjects.id AND activities.happened_at >= ${before}::timestamptz)
      ORDER BY happened_at, subjects.id LIMIT ${limit}
    ), shrunk AS (
      UPDATE facts SET facts = NULL WHERE subject_id IN (SELECT id FROM old)
    )
    UPDATE subjects SET waits_for = NULL WHERE id IN (SELECT id FROM old)`,
  subjects: (prisma, { account, before, limit }) => prisma.$executeRaw`
    DELETE FROM subjects WHERE id IN (
      SELECT id FROM subjects
      WHERE account_id = ${account}
        AND (happened_at < ${before}::timestamptz
             OR happened_at IS NULL AND gathered_at >= dirty_at AND dirty_at < ${before}::timestamptz)
        AND NOT EXISTS (SELECT FROM activities
                        WHERE subject_id = subjects.id AND activities.happened_at >= ${before}::timestamptz)
      ORDER BY happened_at, id LIMIT ${limit})`,
  words: (prisma, { account, before, limit }) => prisma.$executeRaw`
    DELETE FROM overlay WHERE account_id = ${account} AND origin IN (
      SELECT origin FROM overlay
      WHERE account_id = ${account} AND said_at < ${before}::timestamptz AND verb NOT IN ('pause', 'resume')
      ORDER BY said_at, origin LIMIT ${limit})`,
  'held texts': (prisma, { account, before, limit }) => prisma.$executeRaw`
    UPDATE publications SET held_text = NULL, held_because = NULL, held_at = NULL
    WHERE account_id = ${account} AND key IN (
      SELECT key FROM publications WHERE account_id = ${account} AND held_at < ${before}::timestamptz
      ORDER BY held_at, key LIMIT ${limit})`,
  log: (prisma, { account, before, limit }) => prisma.$executeRaw`
    DELETE FROM log WHERE id IN (
      SELECT id FROM log WHERE account_id = ${account} AND at < ${before}::timestamptz ORDER BY id LIMIT ${limit})`,
  deliveries: (prisma, { account, before, limit }) => prisma.$executeRaw`
    DELETE FROM deliveries WHERE id IN (
      SELECT id FROM deliveries WHERE account_id = ${account} AND received_at < ${before}::timestamptz
      ORDER BY received_at, id LIMIT ${limit})`,
  failures: (prisma, { before, limit }) => prisma.$executeRaw`
    DELETE FROM failures WHERE job IN (
      SELECT job FROM failures WHERE at < ${before}::timestamptz ORDER BY at, job LIMIT ${limit})`,
  'model calls': (prisma, { account, before, limit }) => prisma.$executeRaw`
    DELETE FROM model_calls WHERE id IN (
      SELECT id FROM model_calls WHERE account_id = ${account} AND at < ${before}::timestamptz
      ORDER BY id LIMIT ${limit})`,
  'model answers': (prisma, { account, before, limit }) => prisma.$executeRaw`
    DELETE FROM model_answers WHERE account_id = ${account} AND question IN (
      SELECT question FROM model_answers WHERE account_id = ${account} AND at < ${before}::timestamptz
      ORDER BY at, question LIMIT ${limit})`,
};

/** All or nothing. Evidence goes with its activity. */
function purgePerson(prisma: PrismaClient, account: number, person: number, known: boolean): Promise<number> {
  const own = { accountId: account, personId: person };
  return prisma.$transaction(
    async (transaction) => {
      const { count } = await transaction.activity.deleteMany({ where: own });
      await transaction.overlay.deleteMany({
        where: { accountId: account, OR: [{ personId: person }, { saidBy: person }] },
      });
      await transaction.publication.updateMany({
        where: own,
        data: { heldText: null, heldBecause: null, heldAt: null },
      });
      await transaction.rosterSpan.deleteMany({ where: own });
      if (!known) await transaction.person.deleteMany({ where: { accountId: account, id: person } });
      return count;
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}
