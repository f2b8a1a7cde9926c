import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { GiveUp } from '../errors.ts';
import { serverAccount } from './embedded/account.ts';
import { usableBinaries } from './embedded/binaries.ts';
import { ensureCluster, role } from './embedded/cluster.ts';
import type { Cluster } from './embedded/cluster.ts';
import { databaseFolder, refuseFullDisk } from './embedded/places.ts';
import { ownerLives, readPostmaster, servesFolder } from './embedded/postmaster.ts';
import { inspectProcess } from './embedded/processes.ts';
import { lastWords, launch } from './embedded/server.ts';
import type { Launch, Server } from './embedded/server.ts';
import { stopServer, stopWithProcess } from './embedded/stop.ts';

export type EmbeddedSettings = {
  /** Where the database is kept; made where it does not exist. */
  readonly folder: string;
  /** For tests: nothing is written through to the disk, so a power cut may spoil it. */
  readonly disposable?: boolean;
};

export type EmbeddedPostgres = {
  /** `postgresql://…` with the password; on 127.0.0.1 only. */
  readonly url: string;
  /** The server's process id. */
  readonly pid: number;
  /** Where the files really are: as asked for, or under /var/lib/groundwork for a root with a closed home. */
  readonly folder: string;
  /** Ends the server where this process started it; leaves it alone where another one did. May be called twice. */
  readonly stop: () => Promise<void>;
};

const mostTries = 10;

/** About ten seconds in which a server looks ready but lets nobody in. */
const mostRefusals = 400;

/**
 * A Postgres of our own on `folder`. A server that another living process of ours runs there is shared; one that
 * was left behind by a killed process is ended first and started anew, so that no row is lost and nothing lingers.
 * @throws GiveUp with what to do: disk nearly full, programs missing or not startable, files not readable.
 */
export async function startEmbedded(settings: EmbeddedSettings): Promise<EmbeddedPostgres> {
  const account = await serverAccount();
  const folder = await databaseFolder(settings.folder, account);
  await refuseFullDisk(folder);
  const disposable = settings.disposable ?? false;
  const binaries = await usableBinaries(account, folder);
  const cluster = await ensureCluster(folder, binaries, account, disposable);
  return joinOrLaunch(cluster, { folder, data: cluster.data, binaries, account, disposable });
}

/** Postgres's own lock file decides who is first when two start at once; the other one comes round and shares. */
async function joinOrLaunch(cluster: Cluster, wanted: Launch): Promise<EmbeddedPostgres> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const shared = await shareLivingServer(cluster, wanted);
    if (shared) return shared;
    const server = await launch(wanted);
    if (server) return owned(server, cluster, wanted.folder);
    await sleep(50 * tries);
  }
  throw new GiveUp(
    `The database in ${wanted.folder} does not start. Its last words:\n${await lastWords(wanted.folder)}`,
  );
}

/** Null when the way is free for a server of our own: nothing runs there, or what was left behind has been ended. */
async function shareLivingServer(cluster: Cluster, wanted: Launch): Promise<EmbeddedPostgres | null> {
  for (let refusals = 0; refusals < mostRefusals; await sleep(20)) {
    const postmaster = await readPostmaster(wanted.data);
    if (!postmaster) return null;
    const { pid, port } = postmaster;
    if (!(await servesFolder(pid, wanted.data, wanted.account))) return removeStaleLock(wanted.data, pid);
    if (!(await ownerLives(wanted.data))) return stopServer(pid).then(() => null);
    const url = urlOf(port, cluster);
    if (postmaster.ready && (await answers(url))) {
      return { url, pid, folder: wanted.folder, stop: () => Promise.resolve() };
    }
    refusals += Number(postmaster.ready);
  }
  throw new GiveUp(
    `Another program's database runs in ${wanted.folder} and does not let us in. ` +
      'End that program, or check that the password file there is the one it was made with.',
  );
}

/**
 * Postgres itself clears the lock of a process that is gone. But where the system has given the id to another
 * program meanwhile (usual in containers), it would refuse to start for ever.
 */
async function removeStaleLock(data: string, pid: number): Promise<null> {
  const strangerHasIt = (await inspectProcess(pid)) !== null;
  const unchanged = (await readPostmaster(data))?.pid === pid;
  if (strangerHasIt && unchanged) await unlink(join(data, 'postmaster.pid')).catch(() => undefined);
  return null;
}

function owned(server: Server, cluster: Cluster, folder: string): EmbeddedPostgres {
  const pid = server.child.pid!;
  server.child.unref();
  const letGo = stopWithProcess(pid);
  const stop = async () => {
    await stopServer(pid);
    letGo();
  };
  return { url: urlOf(server.port, cluster), pid, folder, stop };
}

/** A server that is just ending still looks ready for a moment. */
async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function urlOf(port: number, { password }: Cluster): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`;
}
