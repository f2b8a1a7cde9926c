import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../src/store/embedded.ts';
import { serverAccount } from '../src/store/embedded/account.ts';
import { readPostmaster, servesFolder } from '../src/store/embedded/postmaster.ts';
import { inspectProcess } from '../src/store/embedded/processes.ts';
import { stopServer } from '../src/store/embedded/stop.ts';

export type DisposablePostgres = {
  /** `postgresql://…` of an empty database; the role may create others. */
  readonly url: string;
  /** Ends the server and removes its files. */
  readonly stop: () => Promise<void>;
};

const prefix = 'groundwork-test-';

/** A server of the test's own, on a free loopback port, whatever DATABASE_URL says. Needs about a second. */
export async function startDisposablePostgres(): Promise<DisposablePostgres> {
  const folder = await makeTestFolder();
  const postgres = await startEmbedded({ folder, disposable: true });
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, stop };
}

/** An empty folder for a database; where the test is killed, a later one removes it. */
export async function makeTestFolder(): Promise<string> {
  await removeLeftovers();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  // The server's own user must be able to pass through; the files inside stay closed.
  await chmod(folder, 0o711);
  return folder;
}

/** A new, empty database on the server behind `url`, for one suite. Returns its address. */
export async function createFreshDatabase(url: string): Promise<string> {
  const name = `suite_${randomBytes(8).toString('hex')}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** A test run that was killed could not tidy up; the next one does it. The folder's name says whose it was. */
async function removeLeftovers(): Promise<void> {
  const names = await readdir(tmpdir());
  await Promise.all(names.map(removeIfLeftOver));
}

async function removeIfLeftOver(name: string): Promise<void> {
  const owner = /^groundwork-test-(\d{1,10})-/.exec(name);
  if (!owner || (await inspectProcess(Number(owner[1])))) return;
  const folder = join(tmpdir(), name);
  try {
    await endLeftOverServer(join(folder, 'postgres'));
    await rm(folder, { recursive: true, force: true });
  } catch {
    // It belongs to another user, or another test run is removing it.
  }
}

async function endLeftOverServer(data: string): Promise<void> {
  const postmaster = await readPostmaster(data);
  const ours = postmaster && (await servesFolder(postmaster.pid, data, await serverAccount()));
  if (ours) await stopServer(postmaster.pid);
}
