import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** Milliseconds. */
const patience = 60_000;
const pause = 5;

/** Looks again and again until it is so. @throws when it never is. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const last = performance.now() + patience;
  while (!(await isSo())) {
    if (performance.now() > last) throw new Error(`${what} within ${patience / 1000} seconds.`);
    await sleep(pause);
  }
}

/**
 * Waits until no job is left that is to run now, and nothing is left to read. The queue knows, whichever instance took
 * up the work. Done is what is done twice in a row: between two jobs there is a moment in which there is none.
 */
export async function untilIdle(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  let quiet = 0;
  try {
    await until('Not all work was done', async () => {
      const { rows } = await client.query<{ readonly left: number }>(workLeft);
      quiet = rows[0]?.left === 0 ? quiet + 1 : 0;
      return quiet > 1;
    });
  } finally {
    await client.end();
  }
}

const workLeft = `
  SELECT (SELECT count(*) FROM bullmq.job
          WHERE state <> 'delayed' OR process_at_ms <= extract(epoch FROM clock_timestamp()) * 1000)::int
       + (SELECT count(*) FROM accounts WHERE gathered_at IS NULL OR gathered_at < dirty_at)::int
       + (SELECT count(*) FROM subjects JOIN accounts ON accounts.id = account_id
          WHERE noticed_at IS NOT NULL
            AND (subjects.gathered_at IS NULL OR subjects.gathered_at < subjects.dirty_at))::int AS left`;
