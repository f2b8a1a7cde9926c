import { Client } from 'pg';
import { startEmbedded } from '../../src/store/embedded.ts';

/*
 * A program with a database of its own, for tests that end it in all the ways programs end:
 *   node embedded-program.ts <folder> wait | drain | leave
 * It tells on its standard output where the database is, as one line of JSON.
 */
const [folder = '', way = 'wait'] = process.argv.slice(2);
const postgres = await startEmbedded({ folder });
process.stdout.write(`${JSON.stringify({ url: postgres.url, pid: postgres.pid })}\n`);

if (way === 'wait') process.stdin.resume();
if (way === 'drain') {
  process.stdin.resume();
  process.once('SIGTERM', () => void drain());
}

/** The work that was begun is finished before the database is let go. */
async function drain(): Promise<void> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query('CREATE TABLE drained AS SELECT 1 AS one');
  await client.end();
  await postgres.stop();
  process.exit(0);
}
