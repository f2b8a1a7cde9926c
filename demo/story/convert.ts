import { filesOf } from '../invented/change.ts';
import type { Change, FileEdit, MergedChange, SquashedChange } from '../invented/change.ts';
import type { Identity } from '../invented/people.ts';
import type { StoryFile, StoryPull } from './story.ts';
import { earlier, moved } from './working-hours.ts';

export type NumberedChange = SquashedChange | MergedChange;

const logins: ReadonlyMap<string, string> = new Map([
  ['Adaeze Okafor', 'adaeze'],
  ['adaeze', 'adaeze'],
  ['Tomás Ferreira', 'tomas'],
  ['Priya Raman', 'priya'],
  ['Jun Watanabe', 'jun'],
  ['Ingrid Solberg', 'ingrid'],
  ['Noor Haddad', 'noor'],
]);

/** Bots and the coding agent are called on GitHub what they are called in git. */
function loginOf(person: Identity): string {
  return logins.get(person.name) ?? person.name;
}

export function isNumbered(change: Change): change is NumberedChange {
  return change.number !== null;
}

const statuses = {
  added: 'added',
  changed: 'modified',
  moved: 'renamed',
  removed: 'removed',
  binary: 'added',
} as const;

function fileOf({ kind, path, from, additions, deletions }: FileEdit): StoryFile {
  const file = { path, status: statuses[kind], additions, deletions };
  return from === null ? file : { ...file, from };
}

/** One entry for each path, as a pull request shows what its commits do together. */
function together(files: readonly StoryFile[]): readonly StoryFile[] {
  const byPath = new Map<string, StoryFile>();
  for (const file of files) {
    const before = byPath.get(file.path) ?? { ...file, additions: 0, deletions: 0 };
    const additions = before.additions + file.additions;
    byPath.set(file.path, { ...before, additions, deletions: before.deletions + file.deletions });
  }
  return [...byPath.values()];
}

function sizeOf(files: readonly StoryFile[]): number {
  return files.reduce((sum, file) => sum + file.additions + file.deletions, 0);
}

/** How long such a change waits: from three hours for a few lines to three days for a large one. In minutes. */
function waitOf(size: number): number {
  if (size <= 30) return 180;
  if (size <= 200) return 1400;
  return size <= 600 ? 2810 : 4230;
}

type Times = { readonly opened: string; readonly merged: string };

/** A bot's change reached main when a person found the time; the invented history only knows when the bot made it. */
function timesOf(change: NumberedChange, by: string): Times {
  const first = change.style === 'merge' ? change.branch.commits.at(-1)?.at : undefined;
  if (first !== undefined) return { opened: moved(first, 20), merged: change.at };
  if (by.startsWith('dependabot')) return { opened: change.at, merged: moved(change.at, 290) };
  if (by.endsWith('[bot]')) return { opened: change.at, merged: moved(change.at, 40) };
  const wait = waitOf(sizeOf(filesOf(change).map(fileOf)));
  return { opened: earlier(by, change.at, wait), merged: change.at };
}

function commitsOf(change: NumberedChange): readonly string[] {
  return change.style === 'merge' ? change.branch.commits.map(({ title }) => title) : [change.title];
}

function coAuthorsOf(change: NumberedChange, by: string): readonly string[] {
  const onBranch = change.style === 'merge' ? change.branch.commits.map((commit) => commit.by) : [];
  const names = [...(change.with ?? []), ...onBranch].map(loginOf);
  return [...new Set(names)].filter((login) => login !== by);
}

/** A change of the invented repository as the pull request that it came from, without its conversation. */
export function pullOf(change: NumberedChange, repository: string): StoryPull {
  const by = loginOf(change.by);
  const { opened, merged } = timesOf(change, by);
  const coAuthors = coAuthorsOf(change, by);
  return {
    handle: `payments-${change.number}`,
    repository,
    number: change.number,
    by,
    at: opened,
    title: change.title,
    body: change.body,
    files: together(filesOf(change).map(fileOf)),
    commits: commitsOf(change),
    ...(coAuthors.length === 0 ? {} : { with: coAuthors }),
    merged: { at: merged, by: change.style === 'merge' ? loginOf(change.branch.mergedBy) : by },
  };
}
