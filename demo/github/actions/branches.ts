import type { Branch, ChangedFile, Commit, Repository, State } from '../state.ts';
import { branchAt } from './find.ts';
import { nextSha } from './ids.ts';
import { invalid } from './refusal.ts';

export function branchOff(repository: Repository, name: string, from: string): Branch {
  const origin = repository.branches.get(from);
  if (origin === undefined) throw invalid('PullRequest', 'base', `${from} does not exist`);
  const branch = { head: origin.head, files: new Map(origin.files), own: new Set<string>(), commits: [] };
  repository.branches.set(name, branch);
  return branch;
}

/** Adds a commit to a branch and moves its head there. */
export function commitOn(state: State, branch: Branch, commit: Omit<Commit, 'sha'>): Commit {
  const made = { sha: nextSha(state), ...commit };
  branch.commits.push(made);
  branch.head = made.sha;
  return made;
}

/** What the known contents of `head` change against `base`. Lines are counted, not matched up. */
export function changesOf(repository: Repository, base: string, head: string): ChangedFile[] {
  const before = branchAt(repository, base).files;
  const branch = branchAt(repository, head);
  return [...branch.own]
    .toSorted()
    .filter((path) => before.get(path) !== branch.files.get(path))
    .map((path) => changeOf(path, before.get(path), branch.files.get(path)));
}

/** Carries what `head` wrote over to `base`. */
export function mergeInto(repository: Repository, base: string, head: string): void {
  const target = branchAt(repository, base);
  const source = repository.branches.get(head);
  for (const path of source?.own ?? []) {
    const text = source?.files.get(path);
    if (text === undefined) target.files.delete(path);
    else target.files.set(path, text);
    target.own.add(path);
  }
  source?.own.clear();
}

function changeOf(path: string, before: string | undefined, after: string | undefined): ChangedFile {
  const old = linesOf(before);
  const fresh = linesOf(after);
  const status = before === undefined ? 'added' : after === undefined ? 'removed' : 'modified';
  return {
    path,
    previousPath: null,
    status,
    additions: without(fresh, old).length,
    deletions: without(old, fresh).length,
  };
}

function linesOf(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** The lines of `lines` that are left when each line of `others` has taken away one like it. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
