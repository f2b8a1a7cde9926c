import type { StoryFile } from './story.ts';

/*
 * Short ways to write down what a pull request does to a file: lines added, lines taken.
 */

export function created(path: string, additions: number): StoryFile {
  return { path, status: 'added', additions, deletions: 0 };
}

export function changed(path: string, additions: number, deletions: number): StoryFile {
  return { path, status: 'modified', additions, deletions };
}

export function removed(path: string, deletions: number): StoryFile {
  return { path, status: 'removed', additions: 0, deletions };
}

export function renamed(from: string, path: string, additions: number, deletions: number): StoryFile {
  return { path, from, status: 'renamed', additions, deletions };
}
