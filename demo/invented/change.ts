import type { Identity } from './people.ts';

/** What one change does to one file, counted as `git log --numstat -M` counts it. */
export type FileEdit = {
  readonly kind: 'added' | 'changed' | 'moved' | 'removed' | 'binary';
  readonly path: string;
  /** Where the file lay before it was moved; null for every other kind. */
  readonly from: string | null;
  readonly additions: number;
  readonly deletions: number;
};

/** One commit of a branch that was merged with its commits kept. */
export type BranchCommit = {
  readonly at: string;
  readonly by: Identity;
  readonly title: string;
  readonly files: readonly FileEdit[];
  /** The commit brings main into the branch, and has no work of its own. */
  readonly mergesMain?: true;
};

export type Branch = {
  readonly name: string;
  readonly mergedBy: Identity;
  readonly commits: readonly BranchCommit[];
};

type Told = {
  /** When it reached main, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: Identity;
  readonly with?: readonly Identity[];
  readonly title: string;
  readonly body: string;
};

export type SquashedChange = Told & {
  readonly style: 'squash';
  readonly number: number;
  readonly files: readonly FileEdit[];
};

export type MergedChange = Told & {
  readonly style: 'merge';
  readonly number: number;
  readonly branch: Branch;
};

/** A commit pushed straight to main, so without a pull request and without a number. */
export type PlainChange = Told & {
  readonly style: 'plain';
  readonly number: null;
  readonly files: readonly FileEdit[];
};

/** One change that reached main. */
export type Change = SquashedChange | MergedChange | PlainChange;

export function added(path: string, additions: number): FileEdit {
  return { kind: 'added', path, from: null, additions, deletions: 0 };
}

export function changed(path: string, additions: number, deletions: number): FileEdit {
  return { kind: 'changed', path, from: null, additions, deletions };
}

export function moved(from: string, path: string, additions: number, deletions: number): FileEdit {
  return { kind: 'moved', path, from, additions, deletions };
}

export function removed(path: string, deletions: number): FileEdit {
  return { kind: 'removed', path, from: null, additions: 0, deletions };
}

export function picture(path: string): FileEdit {
  return { kind: 'binary', path, from: null, additions: 0, deletions: 0 };
}

/** Every file that a change touches on its way to main. */
export function filesOf(change: Change): readonly FileEdit[] {
  if (change.style !== 'merge') return change.files;
  return change.branch.commits.flatMap((commit) => commit.files);
}
