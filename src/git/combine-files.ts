import type { FileRecord } from './record.ts';

type Work = { readonly files: readonly FileRecord[]; readonly filesTotal: number };

/** The files of several commits (oldest first) as one change: lines summed by path, renames followed. */
export function combineFiles(commits: readonly Work[]): {
  readonly kept: readonly FileRecord[];
  readonly total: number;
} {
  const [only] = commits;
  if (commits.length === 1 && only) return { kept: only.files, total: only.filesTotal };
  const files = new Map<string, FileRecord>();
  for (const file of commits.flatMap((commit) => commit.files)) follow(files, file);
  return { kept: [...files.values()], total: files.size + mostUnseen(commits) };
}

/** Files beyond the limit of one commit have no names here: the largest such rest is what is certain. */
function mostUnseen(commits: readonly Work[]): number {
  return commits.reduce((most, commit) => Math.max(most, commit.filesTotal - commit.files.length), 0);
}

function follow(files: Map<string, FileRecord>, file: FileRecord): void {
  const { path, previousPath } = file;
  const before = files.get(previousPath ?? path);
  const there = previousPath === null ? undefined : files.get(path);
  if (previousPath !== null) files.delete(previousPath);
  const parts = [before, there, file].filter((part) => part !== undefined);
  const origin = before?.previousPath ?? there?.previousPath ?? previousPath;
  files.set(path, {
    path,
    previousPath: origin === path ? null : origin,
    additions: sum(parts.map((part) => part.additions)),
    deletions: sum(parts.map((part) => part.deletions)),
    binary: parts.some((part) => part.binary),
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
