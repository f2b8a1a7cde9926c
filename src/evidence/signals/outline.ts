import type { FileChange } from '../facts.ts';

const testPath = /(^|\/)(tests?|__tests__|spec)\/|[._-](test|spec)s?\.[a-z]+$|_test\.[a-z]+$/iu;

const documentPath = /\.(?:md|mdx|rst|adoc)$/iu;

/** Notes that go with every change, and whose words are told elsewhere. */
const notePath =
  /(?:^|\/)(?:changelogs?|changes|history|news|release[-_]?notes)[^/]*(?:\/|$)|(?:^|\/)\.?changesets?\//iu;

export function testsOf(files: readonly FileChange[]): readonly FileChange[] {
  return files.filter(({ path }) => testPath.test(path));
}

/** What is written to be read by people, longest first; notes of a release are not. */
export function documentsOf(files: readonly FileChange[]): readonly FileChange[] {
  return files
    .filter(({ path }) => documentPath.test(path) && !notePath.test(path))
    .toSorted((a, b) => b.additions - a.additions);
}

/** Lines added and removed, together. */
export function sizeOf(files: readonly FileChange[]): number {
  const { added, removed } = linesOf(files);
  return added + removed;
}

/** How many lines were added and removed in all. */
export function linesOf(files: readonly FileChange[]): { readonly added: number; readonly removed: number } {
  return {
    added: files.reduce((sum, file) => sum + file.additions, 0),
    removed: files.reduce((sum, file) => sum + file.deletions, 0),
  };
}
