import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { drift } from '../../prisma/drift.ts';
import { GiveUp } from '../../src/errors.ts';
import { deploy, readMigrations } from '../../src/store/deploy.ts';
import { createFreshDatabase, startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';

const ours = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

let postgres: DisposablePostgres;
let url: string;
let folder: string;

beforeAll(async () => {
  postgres = await startDisposablePostgres();
}, 60_000);

afterAll(async () => {
  await postgres?.stop();
});

beforeEach(async () => {
  url = await createFreshDatabase(postgres.url);
  folder = await mkdtemp(join(tmpdir(), 'groundwork-migrations-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
}

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function tables(): Promise<unknown[]> {
  const rows = await ask(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  return rows.map(({ tablename }) => tablename).filter((name) => name !== '_prisma_migrations');
}

test('our migrations make exactly the tables of schema.prisma', async () => {
  await deploy(url);
  expect(await drift(url)).toBe('-- This is an empty migration.');
});

test('a column that the schema does not know is told', async () => {
  await deploy(url);
  await ask('ALTER TABLE people ADD COLUMN nickname TEXT');
  expect(await drift(url)).toContain('DROP COLUMN "nickname"');
});

test('what was applied is not applied again, and what is new comes in the order of its name', async () => {
  await addMigration('2_second', 'ALTER TABLE first ADD COLUMN later TEXT');
  await addMigration('1_first', 'CREATE TABLE first (id INT)');
  expect(await deploy(url, folder)).toEqual(['1_first', '2_second']);
  expect(await deploy(url, folder)).toEqual([]);
  await addMigration('3_third', 'CREATE TABLE third (id INT)');
  expect(await deploy(url, folder)).toEqual(['3_third']);
});

test('the ledger is as Prisma keeps it', async () => {
  await deploy(url);
  const rows = await ask(
    'SELECT migration_name, checksum, applied_steps_count, finished_at FROM _prisma_migrations',
  );
  const ledger = (await readMigrations(ours)).map(({ name, checksum }) => ({
    migration_name: name,
    checksum,
    applied_steps_count: 1,
    finished_at: expect.any(Date) as unknown,
  }));
  expect(rows).toEqual(ledger);
});

test('of three that start together, one applies and the others find it done', async () => {
  await addMigration('1_first', 'SELECT pg_sleep(0.2); CREATE TABLE first (id INT)');
  const applied = await Promise.all([deploy(url, folder), deploy(url, folder), deploy(url, folder)]);
  expect(applied.toSorted((one, other) => one.length - other.length)).toEqual([[], [], ['1_first']]);
});

test('a migration that fails leaves nothing behind and can be mended', async () => {
  await addMigration('1_first', 'CREATE TABLE first (id INT)');
  await addMigration('2_second', 'CREATE TABLE second (id INT); SELECT * FROM no_such_table');
  await expect(deploy(url, folder)).rejects.toThrow(GiveUp);
  await expect(deploy(url, folder)).rejects.toThrow(/2_second failed and was undone: .*no_such_table/);
  expect(await tables()).toEqual(['first']);
  await addMigration('2_second', 'CREATE TABLE second (id INT)');
  expect(await deploy(url, folder)).toEqual(['2_second']);
});

test('tables and ledger cannot differ: what the ledger cannot hold is undone', async () => {
  await addMigration('1_first', 'CREATE TABLE first (id INT)');
  await deploy(url, folder);
  await addMigration(
    '2_second',
    'CREATE TABLE second (id INT); ALTER TABLE _prisma_migrations RENAME TO elsewhere',
  );
  await expect(deploy(url, folder)).rejects.toThrow(/2_second failed and was undone/);
  expect(await tables()).toEqual(['first']);
});

test('a migration that was edited after it was applied is refused by name', async () => {
  await addMigration('1_first', 'CREATE TABLE first (id INT)');
  await deploy(url, folder);
  await addMigration('1_first', 'CREATE TABLE first (id BIGINT)');
  await expect(deploy(url, folder)).rejects.toThrow(/1_first was edited after it was applied/);
});

test('a database of a newer version is left alone', async () => {
  await cp(ours, folder, { recursive: true });
  await addMigration('99990101000000_future', 'CREATE TABLE future (id INT)');
  await deploy(url, folder);
  await expect(deploy(url)).rejects.toThrow(/newer version of Groundwork \(99990101000000_future/);
});

test('a migration that Prisma began and did not finish is told, not tried again', async () => {
  await deploy(url);
  await ask('UPDATE _prisma_migrations SET finished_at = NULL');
  await expect(deploy(url)).rejects.toThrow(/never finished/);
});

test('what was kept by an earlier version stays, and is gathered again for what it lacks', async () => {
  const earlier = '20261123000000_tables';
  await cp(join(ours, earlier), join(folder, earlier), { recursive: true });
  await deploy(url, folder);
  await ask(`
    INSERT INTO accounts VALUES (1, 48211, '2026-03-02', '2026-03-02');
    INSERT INTO people VALUES (1, 2, 'ada');
    INSERT INTO subjects VALUES (3, 1, 1296269, 'change', 412, 48211, '2026-03-02', '2026-03-02');
    INSERT INTO activities VALUES (1, 'merged', 3, 2, 'merged', '2026-03-01', '{}');
    INSERT INTO evidence VALUES (1, 'merged/area', 'merged', 2, 'area', '[]', NULL, NULL, '[]', '"held"');
    INSERT INTO publications VALUES (1, 'comment:412', 'comment', NULL, 1296269, 412, NULL, NULL, NULL)`);
  await deploy(url);
  expect(await ask('SELECT installation_id, noticed_at, rules, owners FROM accounts')).toEqual([
    { installation_id: '48211', noticed_at: null, rules: null, owners: [] },
  ]);
  expect(await ask('SELECT dirty_at > gathered_at AS clean, happened_at FROM subjects')).toEqual([
    { clean: null, happened_at: null },
  ]);
  expect(await ask('SELECT key, details FROM evidence')).toEqual([{ key: 'merged/area', details: null }]);
  expect(await drift(url)).toBe('-- This is an empty migration.');
});

test('a held text comes with its reason and its time, and a span of the roster ends after it begins', async () => {
  await deploy(url);
  await ask(`INSERT INTO people VALUES (1, 2, 'ada');
             INSERT INTO publications VALUES (1, 'report:2', 'report', 2, 3, NULL, NULL, NULL, NULL)`);
  await expect(ask(`UPDATE publications SET held_text = 'Text'`)).rejects.toThrow(/publications_held_whole/);
  const span = (from: string, to: string) =>
    ask(`INSERT INTO roster VALUES (1, 2, '${from}', '${to}', '{}')`);
  await expect(span('2026-03-02', '2026-03-02')).rejects.toThrow(/roster_in_order/);
  await span('2026-03-02', '2026-03-03');
});

test('what people said cannot be rewritten, only added to', async () => {
  await deploy(url);
  await ask(`INSERT INTO overlay VALUES (1, 'comment:1:1', 2, 2, NULL, 'note', '{}', now())`);
  await expect(ask(`UPDATE overlay SET words = '{"changed": true}'`)).rejects.toThrow(/never changed/);
  expect(await ask('DELETE FROM overlay RETURNING origin')).toEqual([{ origin: 'comment:1:1' }]);
});
