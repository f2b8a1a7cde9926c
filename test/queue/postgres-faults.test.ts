import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { GiveUp } from '../../src/errors.ts';
import { openQueue } from '../../src/queue/open.ts';
import {
  createFreshDatabase,
  type DisposablePostgres,
  startDisposablePostgres,
} from '../disposable-postgres.ts';
import { fastPace } from './fast-pace.ts';
import { describeFaults } from './faults.ts';
import { settle, until } from './patience.ts';

async function execute(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}

const deleteJobs = `DO $$ BEGIN
  IF to_regclass('bullmq.job') IS NOT NULL THEN DELETE FROM bullmq.job; END IF;
END $$`;

describeFaults('Postgres', async () => {
  const postgres = await startDisposablePostgres();
  return {
    url: postgres.url,
    address: (databaseUrl) => ({ databaseUrl }),
    wipe: async () => void (await execute(postgres.url, deleteJobs)),
    stop: () => postgres.stop(),
  };
});

describe('the tables of the queue in Postgres', () => {
  let postgres: DisposablePostgres;
  let lines: string[] = [];

  beforeAll(async () => {
    postgres = await startDisposablePostgres();
  });
  afterAll(() => postgres.stop());

  function open(databaseUrl: string) {
    lines = [];
    return openQueue({
      databaseUrl,
      onGivenUp: () => undefined,
      say: (line) => void lines.push(line),
      pace: fastPace,
    });
  }

  it('are made in a database that has none, beside what is there, by several at once', async () => {
    const url = await createFreshDatabase(postgres.url);
    await execute(url, 'CREATE TABLE job (id integer)');
    const queues = await Promise.all([open(url), open(url), open(url)]);
    await queues[0]?.add('gather', { subject: 7 });
    await Promise.all(queues.map((queue) => queue.close()));
    expect(await execute(url, 'SELECT queue, id FROM bullmq.job')).toEqual([
      { queue: 'gather', id: 'gather/7' },
    ]);
    expect(await execute(url, 'SELECT id FROM public.job')).toEqual([]);
  });

  it('are found even when the address sets a search path of its own', async () => {
    const url = new URL(await createFreshDatabase(postgres.url));
    url.searchParams.set('options', '-c search_path=public -c statement_timeout=20000');
    const queue = await open(url.href);
    const seen: number[] = [];
    queue.consume('gather', async ({ subject }) => void seen.push(subject));
    await queue.add('gather', { subject: 7 });
    await until(() => seen.length === 1, 'the job');
    await queue.close();
    expect(lines).toEqual([]);
  });

  it('are let go of whenever it is closed, be it within moments of starting', async () => {
    const url = await createFreshDatabase(postgres.url);
    // From before its connections are begun until after they stand.
    for (let moment = 0; moment < 40; moment += 1) {
      const queue = await open(url);
      queue.consume('gather', async () => undefined);
      queue.consume('comment', async () => undefined);
      await sleep(moment);
      await queue.close();
    }
    await settle();
    const others = `SELECT application_name FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
    expect(await execute(url, others)).toEqual([]);
  });

  it('are refused when a newer version made them', async () => {
    const url = await createFreshDatabase(postgres.url);
    await (await open(url)).close();
    await execute(url, 'UPDATE bullmq.migration SET min_client_version = 99');
    await expect(open(url)).rejects.toThrow(/newer version of Groundwork/);
    await expect(open(url)).rejects.toThrow(GiveUp);
    expect(lines).toEqual([]);
  });

  it('are not waited for when the password is wrong, or the database is not there', async () => {
    const wrongPassword = new URL(postgres.url);
    wrongPassword.password = 'not-the-password';
    const noDatabase = new URL(postgres.url);
    noDatabase.pathname = '/nowhere';
    await expect(open(wrongPassword.href)).rejects.toThrow(/Check its address, user and rights/);
    await expect(open(noDatabase.href)).rejects.toThrow(/Check its address, user and rights/);
    expect(lines).toEqual([]);
  });

  it('are made again when somebody drops them under a running worker, with few words', async () => {
    const url = await createFreshDatabase(postgres.url);
    const queue = await open(url);
    const seen: number[] = [];
    queue.consume('gather', async ({ subject }) => void seen.push(subject));
    await queue.add('gather', { subject: 1 });
    await until(() => seen.length === 1, 'the first job');
    await execute(url, 'DROP SCHEMA bullmq CASCADE');
    await until(() => lines.some((line) => line.includes('Trying again')), 'the worker to be rebuilt');
    await queue.add('gather', { subject: 2 });
    await until(() => seen.length === 2, 'the second job');
    await queue.close();
    expect(seen).toEqual([1, 2]);
    expect(lines.length).toBeLessThan(20);
  });
});
