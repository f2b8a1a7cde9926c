import {
  assertSchemaCompatibility,
  createPostgresBackend,
  runMigrations,
  SchemaMigrationRequiredError,
  withBackend,
} from 'bullmq';
import { Client, Pool } from 'pg';

import type { Broker, Sending, TakeJob, Taking } from './broker.ts';
import { jobNames, type JobName } from './jobs.ts';
import type { Pace } from './pace.ts';
import { streams, workerOptions } from './bullmq-options.ts';

const { Queue, Worker } = withBackend(createPostgresBackend);

const schema = 'bullmq';

/** SQLSTATE classes that pass: connection lost, out of resources, not in the right state, shut down or starting. */
const passingStates: ReadonlySet<string> = new Set(['08', '40', '53', '55', '57']);

/** Jobs kept in the schema `bullmq` of a Postgres database, beside our own tables. */
export function postgresBroker(databaseUrl: string, pace: Pace): Broker {
  return {
    name: 'Postgres',
    prepare: () => prepare(databaseUrl, pace),
    mayPass,
    send: () => send(databaseUrl, pace),
    take: (job, takeJob, concurrency) => take(databaseUrl, pace, job, takeJob, concurrency),
  };
}

// A worker on a schema that was never migrated spins, so nothing else touches the database before this.
async function prepare(databaseUrl: string, pace: Pace): Promise<void> {
  const client = new Client({ ...connection(databaseUrl, pace), query_timeout: pace.answerWithin * 4 });
  // Without a listener a connection that breaks between two statements would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await migrate(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function migrate(client: Client): Promise<void> {
  try {
    await assertSchemaCompatibility(client, schema);
  } catch (error) {
    if (!(error instanceof SchemaMigrationRequiredError)) throw error;
    await runMigrations(client, schema);
  }
}

function send(databaseUrl: string, pace: Pace): Sending {
  const pool = openPool(databaseUrl, pace, 4);
  return {
    sender: (job) => new Queue(job, { connection: pool, streams }),
    close: () => pool.end(),
  };
}

function take(databaseUrl: string, pace: Pace, job: JobName, takeJob: TakeJob, concurrency: number): Taking {
  // One connection listens for new jobs for as long as the worker lives; the others are for its queries.
  const pool = openPool(databaseUrl, pace, 2 + Math.min(concurrency, 4));
  const taker = new Worker(job, takeJob, { ...workerOptions(pace, concurrency), connection: pool });
  return { taker, close: () => pool.end() };
}

function openPool(databaseUrl: string, pace: Pace, max: number): Pool {
  const pool = new Pool({ ...connection(databaseUrl, pace), max, keepAlive: true });
  // Each queue of a pool listens for its errors.
  pool.setMaxListeners(jobNames.length + 5);
  return pool;
}

function connection(databaseUrl: string, pace: Pace) {
  return {
    ...address(databaseUrl),
    connectionTimeoutMillis: pace.connectWithin,
    query_timeout: pace.answerWithin,
    application_name: 'groundwork-queue',
  };
}

// Options inside an address win over options beside it, so ours go inside when the address can be read.
function address(databaseUrl: string): { connectionString: string; options?: string } {
  const options = `-c search_path=${schema}`;
  if (!URL.canParse(databaseUrl)) return { connectionString: databaseUrl, options };
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', given === null ? options : `${given} ${options}`);
  return { connectionString: url.href };
}

function mayPass(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return passingStates.has(code.slice(0, 2));
  if (typeof code === 'string') return true;
  return /timeout|terminated/i.test(String(message));
}
