import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { GiveUp } from '../../src/errors.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import { runAs, serverAccount } from '../../src/store/embedded/account.ts';
import { readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { inspectProcess } from '../../src/store/embedded/processes.ts';
import { makeTestFolder } from '../disposable-postgres.ts';

jest.setTimeout(60_000);

const program = fileURLToPath(new URL('embedded-program.ts', import.meta.url));

let folder = '';
const programs: ChildProcess[] = [];

/** Made once and copied for each test, because making a database takes longer than most tests. */
let made = '';

beforeAll(async () => {
  made = await makeTestFolder();
  await (await startEmbedded({ folder: made, disposable: true })).stop();
});

afterAll(async () => {
  await rm(made, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = await makeTestFolder();
  await promisify(execFile)('cp', ['-pR', `${made}/.`, folder]);
});

afterEach(async () => {
  for (const child of programs.splice(0)) await end(child, 'SIGKILL');
  const running = await readPostmaster(join(folder, 'postgres'));
  // Whatever a test left running belongs to nobody now: starting takes it over and stopping ends it.
  if (running) await startEmbedded({ folder }).then(({ stop }) => stop());
  await rm(folder, { recursive: true, force: true });
});

/** For tests about the very first start. */
async function emptyFolder(): Promise<void> {
  await rm(folder, { recursive: true });
  folder = await makeTestFolder();
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function startProgram(way: 'wait' | 'drain' | 'leave') {
  const child = spawn(process.execPath, [program, folder, way], { stdio: ['pipe', 'pipe', 'inherit'] });
  programs.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, pid } = JSON.parse(line) as { url: string; pid: number };
    return { child, url, pid };
  }
  throw new Error('The program ended without a database.');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<NodeJS.Signals | number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
  return child.signalCode ?? child.exitCode;
}

async function isGone(pid: number): Promise<void> {
  while (await inspectProcess(pid)) await sleep(10);
}

describe('the server', () => {
  test('listens on the loopback address alone, and asks for its password', async () => {
    const { url, stop } = await startEmbedded({ folder });
    const settings = 'listen_addresses unix_socket_directories fsync log_min_error_statement'.split(' ');
    const rows = await ask<{ name: string; setting: string }>(
      url,
      `SELECT name, setting FROM pg_settings WHERE name IN ('${settings.join("', '")}')`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'on',
      log_min_error_statement: 'panic',
    });
    const wrong = new URL(url);
    wrong.password = 'password';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await stop();
  });

  test('its password is random and closed to others, and nothing is left of making the files', async () => {
    await emptyFolder();
    const { url, stop } = await startEmbedded({ folder });
    await stop();
    await stop();
    const password = await readFile(join(folder, 'password'), 'utf8');
    expect(new URL(url).password).toBe(password);
    expect(password).toMatch(/^[\w-]{32}$/);
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'postgres'))).mode & 0o777).toBe(0o700);
    const kept = (await readdir(folder)).filter((name) => !name.startsWith('postgres-'));
    expect(kept.toSorted()).toEqual(['password', 'postgres', 'postgres.log']);
  });

  test('says what to do when its password is missing, and works again with it', async () => {
    const first = await startEmbedded({ folder });
    await first.stop();
    await rename(join(folder, 'password'), join(folder, 'elsewhere'));
    await expect(startEmbedded({ folder })).rejects.toThrow(GiveUp);
    await expect(startEmbedded({ folder })).rejects.toThrow(join(folder, 'password'));
    await rename(join(folder, 'elsewhere'), join(folder, 'password'));
    const second = await startEmbedded({ folder });
    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  test('says its last words when its files are spoilt', async () => {
    const { stop } = await startEmbedded({ folder });
    await stop();
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '9.4\n');
    await expect(startEmbedded({ folder })).rejects.toThrow(/last words:\n.*incompatible/s);
  });
});

describe('a folder that others cannot enter', () => {
  test('is used as it is by its owner; root, who lends the server to another user, gets one in /var/lib', async () => {
    await emptyFolder();
    await chmod(folder, 0o700);
    const isRoot = process.getuid?.() === 0;
    const first = await startEmbedded({ folder });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const second = await startEmbedded({ folder });
    expect(await ask(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await second.stop();
    expect(second.folder).toMatch(isRoot ? /^\/var\/lib\/groundwork\/[0-9a-f]{16}$/ : /groundwork-test-/);
    if (isRoot) await rm(second.folder, { recursive: true });
  });
});

describe('hard ends', () => {
  test('kill -9 of the server loses no committed row', async () => {
    const first = await startEmbedded({ folder });
    await ask(first.url, 'CREATE TABLE kept AS SELECT generate_series(1, 500) AS number');
    process.kill(first.pid, 'SIGKILL');
    const second = await startEmbedded({ folder });
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 500 }]);
    await second.stop();
  });

  test('kill -9 of the program leaves a server, which the next start takes over with every row', async () => {
    const { child, url, pid } = await startProgram('wait');
    await ask(url, 'CREATE TABLE kept AS SELECT generate_series(1, 500) AS number');
    await end(child, 'SIGKILL');
    expect(await inspectProcess(pid)).not.toBeNull();
    const next = await startEmbedded({ folder });
    expect(await inspectProcess(pid)).toBeNull();
    expect(await ask(next.url, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 500 }]);
    await next.stop();
    expect(await inspectProcess(next.pid)).toBeNull();
  });

  test('two starts that find what was left behind end up with one server', async () => {
    const left = await startProgram('wait');
    await end(left.child, 'SIGKILL');
    const [one, other] = await Promise.all([startProgram('wait'), startProgram('wait')]);
    expect(one.pid).toBe(other.pid);
    expect(one.pid).not.toBe(left.pid);
  });

  test.each<[string, () => Promise<number>]>([
    ['of a process that is gone', async () => 2 ** 22 + 1],
    ['of a living program that is no server', anotherProgram],
  ])('a lock file %s does not keep it from starting', async (_, strangersPid) => {
    const first = await startEmbedded({ folder });
    const lock = join(folder, 'postgres', 'postmaster.pid');
    const text = await readFile(lock, 'utf8');
    await first.stop();
    await writeFile(lock, text.replace(/^\d+/, String(await strangersPid())));
    await giveToServer(lock);
    const second = await startEmbedded({ folder });
    expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.stop();
  });
});

/** Postgres takes the id of a living process of its own user for that of another server. */
async function anotherProgram(): Promise<number> {
  const child = spawn('/bin/sleep', ['60'], runAs(await serverAccount()));
  programs.push(child);
  await once(child, 'spawn');
  return child.pid ?? 0;
}

async function giveToServer(file: string): Promise<void> {
  const { uid, gid } = await serverAccount();
  await chown(file, uid, gid);
  await chmod(file, 0o600);
}

describe('several programs on one folder', () => {
  test('two first starts at once make one database and share its server; the one that started it ends it', async () => {
    await emptyFolder();
    const both = await Promise.all([startProgram('wait'), startProgram('wait')]);
    expect(both[0].pid).toBe(both[1].pid);
    const owner = await ownerOf(both[0].url);
    const [starter, guest] = both[0].child.pid === owner ? both : both.toReversed();
    await end(guest!.child, 'SIGTERM');
    expect(await ask(starter!.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await end(starter!.child, 'SIGTERM');
    expect(await inspectProcess(starter!.pid)).toBeNull();
  });
});

async function ownerOf(url: string): Promise<number> {
  const [row] = await ask<{ cluster_name: string }>(url, 'SHOW cluster_name');
  return Number(/^groundwork-(\d+)-/.exec(row?.cluster_name ?? '')?.[1]);
}

describe('ordinary ends', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s ends program and server cleanly',
    async (signal) => {
      const { child, pid } = await startProgram('wait');
      expect(await end(child, signal)).toBe(signal);
      expect(await inspectProcess(pid)).toBeNull();
      expect(await readFile(join(folder, 'postgres.log'), 'utf8')).toContain('database system is shut down');
    },
  );

  test('a program that listens to SIGTERM finishes its work on the database first', async () => {
    const { child, pid } = await startProgram('drain');
    expect(await end(child, 'SIGTERM')).toBe(0);
    expect(await inspectProcess(pid)).toBeNull();
    const next = await startEmbedded({ folder });
    expect(await ask(next.url, 'SELECT one FROM drained')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  test('a program that simply ends takes its server along', async () => {
    const { child, pid } = await startProgram('leave');
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
    await isGone(pid);
  });
});
