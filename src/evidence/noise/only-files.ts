import type { FileChange } from '../facts.ts';
import { noiseOfFile } from './files.ts';
import { followsHandwork } from './reasons.ts';
import { restsOnPath, tellsOfEffect, wordsTold } from './sight.ts';
import type { Sight } from './sight.ts';
import type { FileNoise, Noise } from './verdict.ts';

const refreshes =
  /\b(?:re-?generat\w{1,3}|re-?record\w{0,3}|re-?vendor\w{0,3}|refresh|update|upgrade|sync|bump|accept)\b/iu;

/** Whoever moves a copied folder for a reason of their own tells it in more words than this. */
const wordsOfRefresh = 20;

/** A change in which nothing was written by hand: only generated, vendored or lock files. */
export function onlyFilesOf(sight: Sight): Noise | null {
  const { change, own } = sight;
  const first = change.files[0];
  if (first === undefined || own.length > 0) return null;
  const kinds = change.files.map(noiseOfFile).filter((noise) => noise !== null);
  const shown = mostTelling(kinds);
  if (shown === null) return null;
  return {
    kind: kindOf(shown),
    reason: `Nothing in it was written by hand. ${shown.reason}`,
    erases: isCertain(sight, kinds),
    rests: restsOnPath(pathOf(change.files, shown) ?? first.path),
  };
}

/** Told effects speak for a person's hand: a copy that was mended, a library raised to stop a leak. */
function isCertain(sight: Sight, kinds: readonly FileNoise[]): boolean {
  if (!sight.whole || tellsOfEffect(sight)) return false;
  if (refreshes.test(sight.title)) return true;
  return !kinds.some(followsHandwork) && wordsTold(sight) <= wordsOfRefresh;
}

/** Vendored before generated before lock: the one that says most of what happened. */
function mostTelling(kinds: readonly FileNoise[]): FileNoise | null {
  for (const kind of ['vendored', 'generated', 'lock'] as const) {
    const found = kinds.find((noise) => noise.kind === kind);
    if (found !== undefined) return found;
  }
  return null;
}

/** A change of lock files alone is a bump. */
function kindOf(noise: FileNoise): 'generated' | 'vendored' | 'bump' {
  return noise.kind === 'lock' ? 'bump' : noise.kind;
}

function pathOf(files: readonly FileChange[], shown: FileNoise): string | undefined {
  return files.find((file) => noiseOfFile(file) === shown)?.path;
}
