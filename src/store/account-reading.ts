import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { Clock } from '../ports/clock.ts';
import type { AccountReading, Json } from '../ports/store.ts';
import { cleanJson, cleanText, hashOf, jsonText } from './columns.ts';
import { writeLog } from './log.ts';
import type { NewLogRow } from './log.ts';

type Transaction = Prisma.TransactionClient;

/** All or nothing; two readings of one account wait for each other. An older one that ends later changes nothing. */
export async function saveReading(
  prisma: PrismaClient,
  reading: AccountReading,
  clock: Clock,
): Promise<void> {
  await prisma.$transaction(
    async (transaction) => {
      const before = await transaction.account.findUnique({ where: { id: reading.account } });
      if (!(await writeAccount(transaction, reading))) return;
      await writeLog(transaction, ruledLines(before?.rules, reading), clock);
      await writeRepositories(transaction, reading);
      await forgetRepositories(transaction, reading);
    },
    { maxWait: 10_000, timeout: 30_000 },
  );
}

/** Rules that changed, by their hash. */
export function ruledLines(before: unknown, { account, rules }: AccountReading): readonly NewLogRow[] {
  const hash = hashOf(cleanJson(rules));
  if (hash === hashOf(before ?? null)) return [];
  const details: Json = { hash };
  return [{ account, actor: null, did: 'ruled', about: 'rules', person: null, details }];
}

/**
 * Locks the account; false where a reading that began later was there first. Where a delivery came after the reading
 * began, the installation that it may have brought stays.
 */
async function writeAccount(transaction: Transaction, reading: AccountReading): Promise<boolean> {
  const { account, installation, seen } = reading;
  const rules = reading.rules === null ? null : jsonText(reading.rules);
  const written = await transaction.$executeRaw`
    INSERT INTO accounts (id, installation_id, login, rules, owners, dirty_at, gathered_at)
    VALUES (${account}, ${installation}, ${cleanText(reading.login)}, ${rules}::jsonb,
            ${jsonText(reading.owners)}::jsonb, coalesce(${seen}::timestamptz, 'epoch'), ${seen}::timestamptz)
    ON CONFLICT (id) DO UPDATE SET
      installation_id = CASE
        WHEN accounts.dirty_at > coalesce(excluded.gathered_at, accounts.gathered_at, '-infinity')
        THEN coalesce(accounts.installation_id, excluded.installation_id)
        ELSE excluded.installation_id END,
      login = excluded.login,
      rules = excluded.rules,
      owners = excluded.owners,
      gathered_at = coalesce(excluded.gathered_at, accounts.gathered_at)
    WHERE coalesce(accounts.gathered_at <= excluded.gathered_at, true)`;
  return written > 0;
}

/** In the order of their numbers, so that two accounts that name the same ones cannot wait for each other for ever. */
async function writeRepositories(
  transaction: Transaction,
  { account, repositories }: AccountReading,
): Promise<void> {
  const rows = [...new Map(repositories.map((row) => [row.id, row])).values()];
  await transaction.$executeRaw`
    INSERT INTO repositories (id, account_id, name, visibility, archived)
    SELECT id, ${account}, name, visibility, archived
    FROM jsonb_to_recordset(${jsonText(rows)}::jsonb) AS named (id bigint, name text, visibility text, archived boolean)
    ORDER BY id
    ON CONFLICT (id) DO UPDATE SET
      account_id = excluded.account_id,
      name = excluded.name,
      visibility = excluded.visibility,
      archived = excluded.archived,
      -- What is known of it is kept under the account it had.
      backfilled_to = CASE WHEN repositories.account_id = excluded.account_id THEN repositories.backfilled_to END`;
}

async function forgetRepositories(
  transaction: Transaction,
  { account, repositories }: AccountReading,
): Promise<void> {
  const named = jsonText(repositories.map(({ id }) => id));
  await transaction.$executeRaw`
    DELETE FROM repositories
    WHERE account_id = ${account}
      AND id NOT IN (SELECT named::bigint FROM jsonb_array_elements_text(${named}::jsonb) AS named)`;
}
