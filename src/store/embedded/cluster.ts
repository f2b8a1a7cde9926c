import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GiveUp } from '../../errors.ts';
import { codeOf, messageOf, standardErrorOf } from '../problem.ts';
import { runAs } from './account.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

const run = promisify(execFile);

/** The database's files, made and ready for a server. */
export type Cluster = {
  readonly data: string;
  readonly password: string;
};

/** The one role of the embedded server. */
export const role = 'groundwork';

/**
 * Makes the database's files once. Two starts at once may both make them; the first to finish gives them
 * their name and the other throws its own away, so what has the name is always whole.
 */
export async function ensureCluster(
  folder: string,
  binaries: Binaries,
  account: Account,
  disposable: boolean,
): Promise<Cluster> {
  const data = join(folder, 'postgres');
  const exists = await stat(join(data, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
  const password = await ensurePassword(folder, exists);
  if (!exists) await initialize({ folder, data, password, binaries, account, disposable });
  return { data, password };
}

/** Random, made once, kept where only we can read it. The link gives it its name only when it is whole. */
async function ensurePassword(folder: string, databaseExists: boolean): Promise<string> {
  const file = join(folder, 'password');
  if (databaseExists) return readPassword(file);
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
  await link(draft, file).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readPassword(file);
}

async function readPassword(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new GiveUp(
      `The database's password cannot be read from ${file}. Put the file back or make it readable.`,
      {
        cause,
      },
    );
  }
}

type Initialization = {
  readonly folder: string;
  readonly data: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly account: Account;
  readonly disposable: boolean;
};

async function initialize(wanted: Initialization): Promise<void> {
  const draft = join(wanted.folder, `postgres.${randomBytes(8).toString('hex')}`);
  await mkdir(draft, { mode: 0o700 });
  try {
    await giveTo(draft, wanted.account);
    await runInitdb(join(draft, 'files'), join(draft, 'password'), wanted);
    await rename(join(draft, 'files'), wanted.data).catch(refuseUnlessTaken);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function runInitdb(files: string, passwordFile: string, wanted: Initialization): Promise<void> {
  await writeFile(passwordFile, wanted.password, { mode: 0o600, flag: 'wx' });
  await giveTo(passwordFile, wanted.account);
  const account = ['-U', role, '--pwfile', passwordFile, '--auth=scram-sha-256'];
  const language = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const options = ['-D', files, ...account, ...language, ...(wanted.disposable ? ['--no-sync'] : [])];
  try {
    await run(wanted.binaries.initdb, options, { ...runAs(wanted.account), cwd: '/', env: {} });
  } catch (cause) {
    throw new GiveUp(
      `The database could not be made in ${wanted.folder}: ${(standardErrorOf(cause) || messageOf(cause)).slice(-500)}`,
      { cause },
    );
  }
}

async function giveTo(path: string, account: Account): Promise<void> {
  if (account.lent) await chown(path, account.uid, account.gid);
  await chmod(path, (await stat(path)).isDirectory() ? 0o700 : 0o600);
}

function refuseUnlessTaken(error: unknown): void {
  if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
}
