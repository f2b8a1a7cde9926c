import { mkdir, rename, rm } from 'node:fs/promises';
import { GiveUp } from '../errors.ts';
import type { Environment } from './environment.ts';
import { firstComplaint, runGit } from './run.ts';

/**
 * Makes a bare repository from a `git fast-import` stream. It appears whole or not at all: it is made beside its
 * place and moved there, so that a cut-off run leaves nothing half.
 * @throws GiveUp with git's own words when the stream cannot be read.
 */
export async function importHistory(folder: string, stream: string, environment: Environment): Promise<void> {
  const beside = `${folder}.${process.pid}.making`;
  await mkdir(beside, { recursive: true });
  try {
    await git(['init', '--quiet', '--bare', '--initial-branch=main', beside], null, environment);
    await git(['-C', beside, 'fast-import', '--quiet', '--done'], stream, environment);
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function git(args: readonly string[], input: string | null, environment: Environment): Promise<void> {
  const { code, complaint } = await runGit(environment, args, input);
  if (code !== 0) throw new GiveUp(`The repository could not be made: ${firstComplaint(complaint)}.`);
}
