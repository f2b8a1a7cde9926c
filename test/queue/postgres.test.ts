import { createPostgresBackend, withBackend } from 'bullmq';
import { Client } from 'pg';

import { openQueue } from '../../src/queue/open.ts';
import { describeQueue, type QueueRig } from '../contracts/queue.ts';
import { startDisposablePostgres } from '../disposable-postgres.ts';
import { fastPace } from './fast-pace.ts';
import { settle, until } from './patience.ts';

// All but the ledger that says which migrations were run.
const emptyEveryTable = `DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'migration'
  LOOP EXECUTE format('DELETE FROM bullmq.%I', name); END LOOP;
END $$`;

async function startPostgres(): Promise<QueueRig> {
  const postgres = await startDisposablePostgres();
  const { Queue } = withBackend(createPostgresBackend);
  return {
    empty: () => execute(postgres.url, emptyEveryTable),
    open: (onGivenUp) =>
      openQueue({ databaseUrl: postgres.url, onGivenUp, say: () => undefined, pace: fastPace }),
    now: () => new Date(),
    until,
    settle,
    async plant(job, id, data) {
      const queue = new Queue(job, { connection: postgres.url });
      await queue.add(job, data, { jobId: id });
      await queue.close();
    },
    stop: () => postgres.stop(),
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

describeQueue('on Postgres', startPostgres);
