import { filesOf } from './change.ts';
import type { Change, FileEdit } from './change.ts';
import { standingPaths } from './texts.ts';
import { firstContents } from './tree.ts';
import type { Tree } from './tree.ts';

/** Lines that every file keeps however much is deleted, so that a move is still seen as a move. */
const spareLines = 60;

/** Before the half year begins: what the story's first change finds. */
export const baselineAt = '2025-12-29T10:00:00Z';

function pathBefore(edit: FileEdit): string {
  return edit.from ?? edit.path;
}

function findsItThere(path: string, edit: FileEdit): boolean {
  return edit.kind !== 'added' && edit.kind !== 'binary' && pathBefore(edit) === path;
}

/** Paths that the story changes, moves or removes without having added them first. */
function pathsNeeded(edits: readonly FileEdit[]): readonly string[] {
  const first = new Map<string, FileEdit>();
  for (const edit of edits) {
    if (!first.has(pathBefore(edit))) first.set(pathBefore(edit), edit);
    if (!first.has(edit.path)) first.set(edit.path, edit);
  }
  return [...first].filter(([path, edit]) => findsItThere(path, edit)).map(([path]) => path);
}

function total(edits: readonly FileEdit[], key: 'additions' | 'deletions'): number {
  return edits.reduce((sum, edit) => sum + edit[key], 0);
}

/** How long a file must be at first, so that every later count comes out as stated. */
function linesNeeded(path: string, edits: readonly FileEdit[]): number {
  const own = edits.filter((edit) => pathBefore(edit) === path);
  const last = own.findIndex((edit) => edit.kind === 'removed');
  if (last === -1) return spareLines + total(own, 'deletions');
  const until = own.slice(0, last + 1);
  return total(until, 'deletions') - total(until, 'additions');
}

/** The repository as it was before the half year. */
export function baselineTree(changes: readonly Change[]): Tree {
  const edits = changes.flatMap(filesOf);
  const paths = [...standingPaths, ...pathsNeeded(edits)];
  return new Map(paths.map((path) => [path, firstContents(path, baselineAt, linesNeeded(path, edits))]));
}
