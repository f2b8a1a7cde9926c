import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { GiveUp } from '../errors.ts';
import { messageOf } from './problem.ts';

export type Migration = {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, in hex: the same that Prisma keeps. */
  readonly checksum: string;
};

type Applied = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
};

/** The number under which Prisma itself locks a database while it migrates. */
const prismasLock = 72707369;

const ourMigrations = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/**
 * Brings the database to this version's tables, in the way `prisma migrate deploy` would, without its command line.
 * Each migration is applied whole or not at all; of several that start together one applies and the others wait.
 * @returns the names of what was applied now.
 * @throws GiveUp where a migration fails, was edited after it was applied, or belongs to a newer version.
 */
export async function deploy(url: string, folder = ourMigrations): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that breaks also rejects the query in hand; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '60s'`);
    await client.query(`SELECT pg_advisory_lock(${prismasLock})`);
    return await applyMissing(client, migrations);
  } finally {
    await client.end();
  }
}

export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.toSorted().map((name) => readMigration(folder, name)));
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

async function applyMissing(client: Client, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(ledger);
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  refuseOtherHistory(rows, migrations);
  const done = new Set(rows.map((row) => row.migration_name));
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

function refuseOtherHistory(rows: readonly Applied[], migrations: readonly Migration[]): void {
  for (const row of rows) {
    const { migration_name: name, checksum, finished_at: finishedAt } = row;
    const known = migrations.find((migration) => migration.name === name);
    if (!known) {
      throw new GiveUp(
        `The database was migrated by a newer version of Groundwork (${name} is not known here). ` +
          'Start that version, or restore a backup made before it.',
      );
    }
    if (!finishedAt) {
      throw new GiveUp(
        `Migration ${name} was begun elsewhere and never finished. Mend it with prisma migrate resolve.`,
      );
    }
    if (known.checksum !== checksum) {
      throw new GiveUp(
        `Migration ${name} was edited after it was applied. Put the file back as it was, and write a new migration.`,
      );
    }
  }
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw new GiveUp(`Migration ${migration.name} failed and was undone: ${messageOf(cause)}`, { cause });
  }
}

/** Prisma's own table, as Prisma makes it. */
const ledger = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
