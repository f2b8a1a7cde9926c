import type { Framework, Share } from '../../framework/compile.ts';
import { matching } from '../../framework/pattern-index.ts';
import type { PatternIndex } from '../../framework/pattern-index.ts';
import type { FileChange } from '../facts.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

/** Looks at no more files than this: a change of thousands of files is told by its first hundreds. */
const mostFiles = 300;

/** Reads no more than the end of a path, in UTF-16 units; nobody names a file at such length in earnest. */
const longestPath = 500;

export function findPaths({ change, own }: Reading, { paths }: Framework): readonly Signal[] {
  const files = (own.files.length > 0 ? own.files : change.files).slice(0, mostFiles);
  const found = filesByRule(files, paths.index);
  return paths.rules.flatMap((rule, at): readonly Signal[] => {
    const holding = found.get(at);
    const first = holding?.[0];
    if (holding === undefined || first === undefined) return [];
    const share = shareOf(holding.length, files.length);
    return [{ rule: rule[share], reason: rule.reason, quote: { text: first.path, place: { in: 'path' } } }];
  });
}

/** For each rule that holds for any, by its place: the files that it holds for. */
export function filesByRule(
  files: readonly FileChange[],
  index: PatternIndex,
): ReadonlyMap<number, readonly FileChange[]> {
  const found = new Map<number, FileChange[]>();
  for (const file of files)
    for (const rule of matching(index, file.path.slice(-longestPath))) {
      const holding = found.get(rule);
      if (holding === undefined) found.set(rule, [file]);
      else holding.push(file);
    }
  return found;
}

export function shareOf(part: number, whole: number): Share {
  if (part === whole) return 'all';
  return part * 2 >= whole ? 'most' : 'some';
}

/** The first folders of the paths: how many places of the repository a change touches. */
export function places(files: readonly FileChange[]): ReadonlySet<string> {
  return new Set(files.map(({ path }) => path.split('/').slice(0, 2).join('/')));
}
