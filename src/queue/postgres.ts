import {
  assertSchemaCompatibility,
  createPostgresBackend,
  runMigrations,
  SchemaMigrationRequiredError,
  withBackend,
} from 'bullmq';
import { Client } from 'pg';

import type { Broker } from './broker.ts';
import { messageOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import { endsWithin } from './patience.ts';
import { streams, workerOptions } from './bullmq-options.ts';

const { Queue, Worker } = withBackend(createPostgresBackend);

const schema = 'bullmq';

/** What Postgres numbers its errors with; `EPIPE` is as long, and comes from the network. */
const sqlState = /^(?:[0-9][0-9A-Z]|F0|HV|P0|XX)[0-9A-Z]{3}$/;

/** SQLSTATE classes that pass: connection lost, out of resources, not in the right state, shut down or starting. */
const passingStates: ReadonlySet<string> = new Set(['08', '40', '53', '55', '57']);

/** Jobs kept in the schema `bullmq` of a Postgres database, beside our own tables. */
export function postgresBroker(databaseUrl: string, pace: Pace): Broker {
  const shared = { ...connectionOptions(databaseUrl, pace), schema };
  return {
    name: 'Postgres',
    prepare: () => prepare(databaseUrl, pace),
    mayPass,
    sender: (job) => new Queue(job, { connection: { ...shared, max: 2 }, streams }),
    take(job, takeJob, concurrency) {
      // Its pool is for its queries; one more connection listens for new jobs.
      const connection = { ...shared, max: Math.min(concurrency, 4) + 1 };
      const taker = new Worker(job, takeJob, { ...workerOptions(pace, concurrency), connection });
      return { taker, abandon: () => void taker.disconnect().catch(() => undefined) };
    },
  };
}

// A worker on a schema that was never migrated spins, so nothing else touches the database before this.
async function prepare(databaseUrl: string, pace: Pace): Promise<void> {
  const client = new Client({
    ...connectionOptions(databaseUrl, pace),
    query_timeout: pace.answerWithin * 4,
  });
  // Without a listener a connection that breaks between two statements would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await migrate(client);
  } finally {
    await endsWithin(client.end(), pace.connectWithin);
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

function connectionOptions(databaseUrl: string, pace: Pace) {
  const { connectionString, options } = address(databaseUrl);
  return {
    connectionString,
    ...(options === null ? {} : { options }),
    connectionTimeoutMillis: pace.connectWithin,
    query_timeout: pace.answerWithin,
    application_name: 'groundwork-queue',
    keepAlive: true,
    // BullMQ asks each new pool for its version on a connection that nobody listens to: were it cut just then, the
    // process would end.
    onConnect: (client: { on(event: 'error', hear: () => void): unknown }) =>
      void client.on('error', () => undefined),
  };
}

// BullMQ sets the search path beside the address, but options inside an address would win over it.
function address(databaseUrl: string): {
  readonly connectionString: string;
  readonly options: string | null;
} {
  if (!URL.canParse(databaseUrl)) return { connectionString: databaseUrl, options: null };
  const url = new URL(databaseUrl);
  const options = url.searchParams.get('options');
  url.searchParams.delete('options');
  return { connectionString: url.href, options };
}

function mayPass(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return /timeout|terminated/i.test(messageOf(error));
  // What is no SQLSTATE comes from the network, which may come back.
  return !sqlState.test(code) || passingStates.has(code.slice(0, 2));
}

function codeOf(error: unknown): string | undefined {
  return Error.isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
