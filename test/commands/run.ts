import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export type Ended = {
  readonly code: number | null;
  /** Standard output. */
  readonly given: string;
  /** Standard error. */
  readonly said: string;
};

export type Around = {
  readonly folder?: string;
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
};

/** What a command sees of the machine: where programs are, and no settings of git's. */
const environment = {
  PATH: process.env['PATH'],
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Runs `groundwork <args>` as people do, in a process of its own. */
export function run(args: readonly string[], around: Around = {}): Ended {
  const ended = spawnSync(process.execPath, [program, ...args], {
    cwd: around.folder ?? tmpdir(),
    env: { ...environment, ...around.environment },
    input: around.input ?? '',
    encoding: 'utf8',
  });
  return { code: ended.status, given: ended.stdout, said: ended.stderr };
}

/** Runs it with its output piped into a shell command, whose output is given. */
export function runInto(args: readonly string[], reader: string, folder: string): Ended {
  const script = `"$0" "$@" | ${reader}`;
  const ended = spawnSync('sh', ['-c', script, process.execPath, program, ...args], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
  return { code: ended.status, given: ended.stdout, said: ended.stderr };
}

const folders: string[] = [];

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-command-'));
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
