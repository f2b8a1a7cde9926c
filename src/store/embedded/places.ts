import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, realpath, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { GiveUp } from '../../errors.ts';
import type { Account } from './account.ts';

/** Where root keeps what another user must be able to reach. */
export const rootsFolder = '/var/lib/groundwork';

const leastFreeBytes = 1_500_000_000;

/**
 * The folder that holds the database: the one asked for, or, where the server's user cannot reach it
 * (root's home is usually closed), a folder of its own under /var/lib/groundwork.
 */
export async function databaseFolder(wanted: string, account: Account): Promise<string> {
  await mkdir(wanted, { recursive: true });
  const folder = await realpath(wanted);
  if (!account.lent || (await reachableByOthers(folder))) return folder;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return ensureRootsFolder(join(rootsFolder, name));
}

/** Others may pass through every folder above and enter this one. */
export async function reachableByOthers(path: string): Promise<boolean> {
  for (let place = resolve(path); ; place = dirname(place)) {
    const { mode } = await stat(place);
    if ((mode & 0o001) === 0) return false;
    if (place === dirname(place)) return true;
  }
}

/** A folder of root that others can read and nobody else can change. */
export async function ensureRootsFolder(folder: string): Promise<string> {
  for (const place of [rootsFolder, folder]) {
    await mkdir(place, { recursive: true, mode: 0o755 });
    await refuseForeignFolder(place);
    await chmod(place, 0o755);
  }
  return folder;
}

async function refuseForeignFolder(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return;
  throw new GiveUp(
    `${folder} must be a folder that belongs to root and that nobody else can change. Mend it, or remove it.`,
  );
}

/** Says at once that a disk is too full, before Postgres fails in the middle of its work. */
export async function refuseFullDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  refuseLittleSpace(folder, bavail * bsize);
}

export function refuseLittleSpace(folder: string, freeBytes: number): void {
  if (freeBytes >= leastFreeBytes) return;
  const free = (freeBytes / 1e9).toFixed(1);
  throw new GiveUp(
    `Only ${free} GB are free where the database lives (${folder}); it needs at least 1.5 GB. ` +
      'Free some space, choose another data folder, or set DATABASE_URL to a Postgres server.',
  );
}
