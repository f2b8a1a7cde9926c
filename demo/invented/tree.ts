import type { FileEdit } from './change.ts';
import { textByPath } from './texts.ts';

/** The files of one commit: path to contents. */
export type Tree = ReadonlyMap<string, string>;

const commentMarks: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['css', ['/* ', ' */']],
  ['csv', ['', '']],
  ['go', ['// ', '']],
  ['json', ['"', '",']],
  ['md', ['', '']],
  ['sql', ['-- ', '']],
  ['ts', ['// ', '']],
]);

/** A line that no other line of the repository equals, so that git counts exactly what was stated. */
function numberedLine(path: string, at: string, number: number): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const [open, close] = commentMarks.get(extension) ?? ['# ', ''];
  return `${open}Line ${number} of ${path}, written at ${at}${close}\n`;
}

function numberedLines(path: string, at: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => numberedLine(path, at, index + 1));
}

/** The contents of a file when it first appears. */
export function firstContents(path: string, at: string, count: number): string {
  return textByPath.get(path) ?? numberedLines(path, at, count).join('');
}

/** Takes `deletions` lines out of the middle and puts `additions` new ones in their place. */
function revised(contents: string, edit: FileEdit, at: string): string {
  const lines = contents.split('\n').slice(0, -1);
  const start = Math.max(0, Math.floor((lines.length - edit.deletions) / 2));
  const kept = lines.map((line) => `${line}\n`);
  return kept.toSpliced(start, edit.deletions, ...numberedLines(edit.path, at, edit.additions)).join('');
}

function contentsAfter(tree: Tree, edit: FileEdit, at: string): string {
  switch (edit.kind) {
    case 'added':
      return firstContents(edit.path, at, edit.additions);
    case 'binary':
      return `\u0000picture of ${edit.path}\u0000`;
    default:
      return revised(tree.get(edit.from ?? edit.path) ?? '', edit, at);
  }
}

function withEdit(tree: Tree, edit: FileEdit, at: string): Tree {
  const next = new Map(tree);
  next.delete(edit.from ?? edit.path);
  if (edit.kind !== 'removed') next.set(edit.path, contentsAfter(tree, edit, at));
  return next;
}

/** The tree after all edits of a commit made `at` that time. */
export function withEdits(tree: Tree, edits: readonly FileEdit[], at: string): Tree {
  return edits.reduce((before, edit) => withEdit(before, edit, at), tree);
}
