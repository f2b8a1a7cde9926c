import { isOwnNote } from './folders.ts';
import { exceptions } from './linguist-exceptions.ts';
import lists from './linguist.json' with { type: 'json' };
import { listedGenerated, listedVendored, lock } from './reasons.ts';
import type { FileNoise } from './verdict.ts';

const fromSlash = /^\((?:\?:)?\^\|\\?\/\)/u;
const kept: ReadonlySet<string> = new Set(exceptions.flatMap(({ patterns }) => patterns));
const generated = lists.generated.filter((pattern) => !kept.has(pattern));
const locks = anyOf(generated.filter(isOfLock));
const written = anyOf(generated.filter((pattern) => !isOfLock(pattern)));
const copied = anyOf(lists.vendored.filter((pattern) => !kept.has(pattern)));

/** What GitHub's own lists say of a path, apart from the exceptions; null where they say nothing. */
export function noiseOfLists(path: string, name: string): FileNoise | null {
  if (locks.test(path)) return lock;
  if (isOwnNote(name)) return null;
  if (copied.test(path)) return listedVendored;
  return written.test(path) ? listedGenerated : null;
}

function isOfLock(pattern: string): boolean {
  return /lock|resolved|shrinkwrap/u.test(pattern);
}

/** One expression for all. What begins at a slash is tried at slashes only: a path has many letters and few of those. */
function anyOf(patterns: readonly string[]): RegExp {
  const named = patterns.filter((pattern) => fromSlash.test(pattern));
  const others = patterns.filter((pattern) => !fromSlash.test(pattern));
  const group = named.map((pattern) => pattern.replace(fromSlash, '')).join('|');
  return new RegExp([`(?:^|/)(?:${group})`, ...others].join('|'));
}
