import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Clone, NotAClone, OpenOptions } from '../ports/history.ts';
import { commitSeconds, isoFromSeconds } from './commit-date.ts';
import { gitPrefix } from './environment.ts';
import type { Environment } from './environment.ts';
import { alongside, noBranch, noCommit, refusal, tooOld, versionProblem } from './refusal.ts';
import { parseRemote } from './remote.ts';
import { runGit } from './run.ts';

/** One question to git about a folder: its answer without the last newline, or null when it has none. */
type Ask = (...args: readonly string[]) => Promise<string | null>;

export async function openClone(
  environment: Environment,
  path: string,
  options: OpenOptions,
): Promise<Clone | NotAClone> {
  const problem = (await folderProblem(path)) ?? (await gitProblem(environment)) ?? null;
  if (problem) return problem;
  const ask: Ask = (...args) => askGit(environment, path, args);
  const found = await runGit(environment, [...gitPrefix(path), 'rev-parse', '--is-bare-repository']);
  if (found.code !== 0) return refusal(path, found.complaint);
  return describe(ask, path, options);
}

async function folderProblem(path: string): Promise<NotAClone | null> {
  const there = await stat(path).catch(() => null);
  if (there === null) return alongside('no-such-folder', `There is no folder ${path}: check the path.`);
  if (there.isDirectory()) return null;
  return alongside('not-a-folder', `${path} is a file: give the folder of a git clone.`);
}

async function gitProblem(environment: Environment): Promise<NotAClone | null> {
  try {
    const { output } = await runGit(environment, ['--version']);
    return versionProblem(output) ? tooOld(output) : null;
  } catch {
    return alongside(
      'git-missing',
      'Git is not installed, or not on the PATH: install git 2.30 or newer and try again.',
    );
  }
}

async function describe(ask: Ask, path: string, options: OpenOptions): Promise<Clone | NotAClone> {
  const branch = await chooseBranch(ask, options.branch);
  if (branch === null) {
    return options.branch === null ? noCommit(path) : noBranch(path, options.branch);
  }
  const top = (await ask('rev-parse', '--show-toplevel')) ?? (await ask('rev-parse', '--absolute-git-dir'));
  const folder = top ?? resolve(path);
  const address = await ask('config', '--get', 'remote.origin.url');
  const remote = address === null ? null : parseRemote(address);
  return {
    kind: 'clone',
    path: folder,
    name: remote?.name ?? folderName(folder),
    webUrl: remote?.webUrl ?? null,
    branch: branch.name,
    tip: branch.tip,
    newestAt: await newestDate(ask, branch.tip, options.now),
    shallow: (await ask('rev-parse', '--is-shallow-repository')) === 'true',
    countsLines: !(await isPartial(ask)),
  };
}

type Branch = { readonly name: string | null; readonly tip: string };

async function chooseBranch(ask: Ask, wanted: string | null): Promise<Branch | null> {
  if (wanted !== null) return givenBranch(ask, wanted);
  const remote = await ask('symbolic-ref', '-q', 'refs/remotes/origin/HEAD');
  const remoteTip = remote === null ? null : await commitAt(ask, remote);
  if (remote !== null && remoteTip !== null) return { name: branchName(remote), tip: remoteTip };
  const head = await ask('symbolic-ref', '-q', 'HEAD');
  const tip = await commitAt(ask, 'HEAD');
  return tip === null ? null : { name: head === null ? null : branchName(head), tip };
}

async function givenBranch(ask: Ask, wanted: string): Promise<Branch | null> {
  for (const reference of [`refs/heads/${wanted}`, `refs/remotes/origin/${wanted}`, wanted]) {
    const tip = await commitAt(ask, reference);
    if (tip !== null) return { name: branchName(wanted), tip };
  }
  return null;
}

function commitAt(ask: Ask, reference: string): Promise<string | null> {
  return ask('rev-parse', '--verify', '-q', '--end-of-options', `${reference}^{commit}`);
}

function branchName(reference: string): string {
  return reference.replace(/^refs\/(?:heads|remotes\/origin)\/|^origin\//, '');
}

function folderName(folder: string): string {
  const name = basename(folder);
  const outer = name === '.git' ? basename(resolve(folder, '..')) : name.replace(/\.git$/, '');
  return outer === '' ? 'clone' : outer;
}

/** Looks at the newest commits only: work lands in order, but for a wrong clock now and then. */
async function newestDate(ask: Ask, tip: string, now: string | null): Promise<string> {
  const dates = await ask('log', '--first-parent', '--max-count=64', '--no-notes', '--format=%ct', tip, '--');
  const all = (dates ?? '').split('\n').map(commitSeconds);
  const limit = now === null ? Number.POSITIVE_INFINITY : Temporal.Instant.from(now).epochMilliseconds / 1000;
  const sound = all.filter((date) => date <= limit);
  return isoFromSeconds(sound.length === 0 ? Math.min(...all) : Math.max(...sound));
}

async function isPartial(ask: Ask): Promise<boolean> {
  const settings = await ask(
    'config',
    '--get-regexp',
    String.raw`^(extensions\.partialclone|remote\..*\.(promisor|partialclonefilter))$`,
  );
  return settings !== null;
}

async function askGit(
  environment: Environment,
  folder: string,
  args: readonly string[],
): Promise<string | null> {
  const { code, output } = await runGit(environment, [...gitPrefix(folder), ...args]);
  return code === 0 ? output.replace(/\n$/, '') : null;
}
