import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GiveUp } from '../../errors.ts';
import { messageOf } from '../problem.ts';
import { runAs } from './account.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { ownerName, readPostmaster } from './postmaster.ts';

const mostLogBytes = 5_000_000;

export type Launch = {
  readonly folder: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly disposable: boolean;
};

/** A server that we started and that answers. */
export type Server = {
  readonly child: ChildProcess;
  readonly port: number;
};

/** Null where it ended before it was ready: most often because another start was first, or took the port. */
export async function launch(wanted: Launch): Promise<Server | null> {
  const child = await spawnServer(wanted, await freePort());
  while (child.exitCode === null && child.signalCode === null) {
    const postmaster = await readPostmaster(wanted.data);
    if (postmaster?.pid === child.pid && postmaster?.ready) return { child, port: postmaster.port };
    await sleep(20);
  }
  return null;
}

async function spawnServer(wanted: Launch, port: number): Promise<ChildProcess> {
  const log = await openLog(logFile(wanted.folder));
  try {
    const child = spawn(wanted.binaries.postgres, await optionsOf(wanted, port), {
      ...runAs(wanted.account),
      cwd: '/',
      env: { TZ: 'UTC' },
      stdio: ['ignore', log.fd, log.fd],
      // In a process group of its own, so that Ctrl-C reaches us first and we stop it after our own work.
      detached: true,
    });
    await startOf(child);
    return child;
  } finally {
    await log.close();
  }
}

/** A program that cannot start tells so in an event that would end the process if nobody listened. */
async function startOf(child: ChildProcess): Promise<void> {
  try {
    await once(child, 'spawn');
  } catch (cause) {
    throw new GiveUp(
      `The bundled Postgres cannot be started here (${messageOf(cause)}). It needs a Linux with glibc ` +
        '(not Alpine) or macOS; otherwise set DATABASE_URL to a Postgres server.',
      { cause },
    );
  }
}

async function optionsOf(wanted: Launch, port: number): Promise<string[]> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: await ownerName(process.pid),
    timezone: 'UTC',
    // What people wrote never reaches the log: neither the statement nor the row it failed on.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(wanted.disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', wanted.data, '-p', String(port), ...pairs];
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Added to, because two starts may write at once; begun anew when it has grown long. */
async function openLog(file: string): Promise<FileHandle> {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size > mostLogBytes) await rename(file, `${file}.old`);
  return open(file, 'a', 0o600);
}

function logFile(folder: string): string {
  return join(folder, 'postgres.log');
}

/** The server's last words, for an error message. */
export async function lastWords(folder: string): Promise<string> {
  const log = await readFile(logFile(folder), 'utf8').catch(() => '');
  return log.trim().split('\n').slice(-5).join('\n').slice(-1000);
}
