import { createPostgresBackend, withBackend } from 'bullmq';
import { Client } from 'pg';
import { jobNames } from '../../src/queue/jobs.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a test asks of the app's database behind its back. */
export async function ask(url: string, sql: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function count(url: string, what: string): Promise<number> {
  const [row] = await ask(url, `SELECT count(*)::int AS count FROM ${what}`);
  return Number(row?.['count']);
}

/** Every row of every table, those of the queue too, as text, with all that `dumpTables` leaves out. */
export async function everyRow(url: string): Promise<readonly string[]> {
  const tables = await ask(
    url,
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await ask(url, `SELECT to_jsonb(one)::text AS row FROM ${String(name)} AS one`);
    rows.push(...found.map(({ row }) => `${String(name)} ${String(row)}`));
  }
  return rows;
}

/** As if the queue's data were lost. */
export async function wipeQueue(url: string): Promise<void> {
  await ask(url, 'TRUNCATE bullmq.job CASCADE');
}

const { Queue } = withBackend(createPostgresBackend);

/** What waits for its time need not wait any longer. */
export async function hurry(url: string): Promise<void> {
  for (const name of jobNames) {
    const queue = new Queue(name, { connection: { connectionString: url, schema: 'bullmq', max: 1 } });
    await queue.promoteJobs();
    await queue.close();
  }
}
