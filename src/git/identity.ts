import type { Environment } from './environment.ts';
import { runGit } from './run.ts';

/** The address that git would sign a commit with in this folder (`user.email`); null where none is set. */
export async function configuredAddress(folder: string, environment: Environment): Promise<string | null> {
  const { code, output } = await runGit(environment, ['-C', folder, 'config', '--get', 'user.email']);
  const address = output.trim();
  return code === 0 && address !== '' ? address : null;
}
