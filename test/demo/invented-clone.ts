import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Git that knows nothing of the machine's own settings, and sees every path unquoted. */
const environment = {
  PATH: process.env['PATH'],
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  LC_ALL: 'C',
};

/** Runs git in a folder and gives what it wrote; fails with git's own words. */
export function git(folder: string, args: readonly string[], input = ''): string {
  const ended = spawnSync('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    env: environment,
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.status !== 0) throw new Error(`git ${args.join(' ')} failed: ${ended.stderr}`);
  return ended.stdout;
}

/** A bare repository in a temporary folder that holds the imported stream; the caller removes it. */
export function importedFrom(stream: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-invented-'));
  git(folder, ['init', '--quiet', '--bare', '--initial-branch=main']);
  git(folder, ['fast-import', '--quiet', '--done'], stream);
  return folder;
}

/** One line of `git log --numstat --raw -z -M`, joined: the letter, the paths and the counts. */
export type CountedFile = {
  readonly letter: string;
  readonly path: string;
  readonly from: string | null;
  readonly additions: string;
  readonly deletions: string;
};

function lettersOf(fields: readonly string[]): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (let at = 0; at < fields.length && fields[at]?.startsWith(':');) {
    const letter = fields[at]?.split(' ').at(-1)?.slice(0, 1) ?? '';
    const path = fields[at + (letter === 'R' ? 2 : 1)] ?? '';
    letters.set(path, letter);
    at += letter === 'R' ? 3 : 2;
  }
  return letters;
}

/** What git itself says that a commit did to each file, against its first parent. */
export function countedFiles(folder: string, commit: string): readonly CountedFile[] {
  const args = ['diff-tree', '-r', '-M', '-z', '--raw', '--numstat', `${commit}^1`, commit];
  const fields = git(folder, args).split('\0').slice(0, -1);
  const letters = lettersOf(fields);
  const files: CountedFile[] = [];
  for (let at = fields.findIndex((field) => field.includes('\t')); at >= 0 && at < fields.length;) {
    const [additions = '', deletions = '', path = ''] = fields[at]?.split('\t') ?? [];
    const isMove = path === '';
    const here = isMove ? (fields[at + 2] ?? '') : path;
    const from = isMove ? (fields[at + 1] ?? '') : null;
    files.push({ letter: letters.get(here) ?? '?', path: here, from, additions, deletions });
    at += isMove ? 3 : 1;
  }
  return files;
}
