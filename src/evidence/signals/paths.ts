import type { Framework } from '../../framework/compile.ts';
import type { FileChange } from '../facts.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

export type Share = 'some' | 'most' | 'all';

/** Looks at no more files than this: a change of thousands of files is told by its first hundreds. */
const mostFiles = 300;

/** Reads no more than the end of a path, in UTF-16 units; nobody names a file at such length in earnest. */
const longestPath = 500;

export function findPaths({ change, own }: Reading, { paths }: Framework): readonly Signal[] {
  const files = (own.files.length > 0 ? own.files : change.files).slice(0, mostFiles);
  const ends = files.map(({ path }) => path.slice(-longestPath));
  return paths.flatMap(({ key, reason, pattern }) => {
    const matching = files.filter((_, index) => pattern.test(ends[index] ?? ''));
    const first = matching[0];
    if (first === undefined) return [];
    const rule = `path.${key}.${shareOf(matching.length, files.length)}`;
    return [{ rule, reason, quote: { text: first.path, place: { in: 'path' } } }];
  });
}

export function shareOf(part: number, whole: number): Share {
  if (part === whole) return 'all';
  return part * 2 >= whole ? 'most' : 'some';
}

/** The first folders of the paths: how many places of the repository a change touches. */
export function places(files: readonly FileChange[]): ReadonlySet<string> {
  return new Set(files.map(({ path }) => path.split('/').slice(0, 2).join('/')));
}
