import { commitsOf } from './commits.ts';
import type { Commit } from './commits.ts';
import { inventedChanges } from './history.ts';
import type { Identity } from './people.ts';
import type { Tree } from './tree.ts';

/** What the invented repository is, for whoever makes it or shows it. Dates are half-open. */
export const inventedRepository = {
  name: 'harbour-payments',
  defaultBranch: 'main',
  from: '2026-01-01',
  to: '2026-07-01',
  description:
    'An invented payments back end: six engineers, two bots and half a year of work. ' +
    'The titles, descriptions, paths and counts are the story; the files hold numbered lines.',
} as const;

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function signature(role: 'author' | 'committer', person: Identity, at: string): string {
  return `${role} ${person.name} <${person.mail}> ${Date.parse(at) / 1000} ${person.zone}\n`;
}

function parentLines(parents: readonly number[]): string {
  return parents.map((mark, index) => `${index === 0 ? 'from' : 'merge'} :${mark}\n`).join('');
}

/** What differs from the first parent; git recognises moves by itself. */
function fileLines(before: Tree, tree: Tree): string {
  const gone = [...before.keys()].filter((path) => !tree.has(path)).map((path) => `D ${path}\n`);
  const written = [...tree]
    .filter(([path, contents]) => before.get(path) !== contents)
    .map(([path, contents]) => `M 100644 inline ${path}\n${data(contents)}`);
  return [...gone, ...written].join('');
}

function commitLines(commit: Commit): string {
  return [
    `commit refs/heads/${inventedRepository.defaultBranch}\n`,
    `mark :${commit.mark}\n`,
    signature('author', commit.author, commit.at),
    signature('committer', commit.committer, commit.at),
    data(commit.message),
    parentLines(commit.parents),
    fileLines(commit.before, commit.tree),
    '\n',
  ].join('');
}

/**
 * The whole history as one `git fast-import` stream, about 5 MB of text (write it as UTF-8).
 * Import it into an empty bare repository whose default branch is `main`. The same commit ids on each run.
 */
export function inventedHistory(): string {
  return `${commitsOf(inventedChanges).map(commitLines).join('')}done\n`;
}
