import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Account } from './account.ts';
import { inspectProcess } from './processes.ts';

/** What a server wrote about itself into its data folder. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
};

/** Null where there is no such file, or it is not written whole yet. */
export async function readPostmaster(data: string): Promise<Postmaster | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  return parsePostmaster(text);
}

/** `postmaster.pid` by line: 1 pid, 2 data folder, 3 start, 4 port, 5 socket, 6 address, 7 memory key, 8 status. */
export function parsePostmaster(text: string): Postmaster | null {
  const lines = text.split('\n').map((line) => line.trim());
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, port: Number.isSafeInteger(port) ? port : 0, ready: lines[7] === 'ready' };
}

/** A process has the id; is it really a Postgres on this data folder, run by the user who runs ours? */
export async function servesFolder(pid: number, data: string, account: Account): Promise<boolean> {
  const found = await inspectProcess(pid);
  if (!found || found.uid !== account.uid) return false;
  const [program = '', ...options] = found.command;
  return basename(program) === 'postgres' && options[options.indexOf('-D') + 1] === data;
}

/** The name a server carries, so that whoever finds it can tell whether the process that started it still lives. */
export async function ownerName(pid: number): Promise<string> {
  const found = await inspectProcess(pid);
  return `groundwork-${pid}-${found?.born ?? ''}`;
}

/** The Node process that started the server on `data` still runs. */
export async function ownerLives(data: string): Promise<boolean> {
  const options = await readFile(join(data, 'postmaster.opts'), 'utf8').catch(() => '');
  const owner = /groundwork-(\d{1,10})-\w+/.exec(options);
  return owner !== null && owner[0] === (await ownerName(Number(owner[1])));
}
