import type { CompiledUnseen, Framework, Indexed } from '../../framework/compile.ts';
import { firstMatches } from '../../framework/pattern-index.ts';
import type { Claim, Metric, Quote } from '../claim.ts';
import type { FileChange } from '../facts.ts';
import type { Reading } from '../reading.ts';
import { sizeOf, testsOf } from '../signals/outline.ts';
import { filesByRule } from '../signals/paths.ts';
import { proseOf } from '../signals/prose.ts';

/** Work that succeeds by not being noticed: its kind in the pack, and what shows it. */
export type Unseen = { readonly kind: string; readonly quote: Quote };

type Said = { readonly impact: Claim | null; readonly metrics: readonly Metric[] };

/** A correction of a line or two is no runbook and no guide, wherever it stands. Added and removed. */
const fewestLines = 5;
/** Little work, but explained in so many words, is rarely a correction. */
const explained = 40;
/** A path speaks for a change that is at least so much about it: a feature with its table is a feature. */
const leastShare = 0.25;

/**
 * Looks for each kind on purpose: first in what the author calls the work, then in where it was done. Words come
 * first, because a change that bounds a wait and notes it in a runbook is about the wait.
 */
export function unseenOf(reading: Reading, said: Said, framework: Framework): Unseen | null {
  const titled = inTitle(reading, framework.unseen.words);
  const shown = inPaths(reading, framework.unseen.paths);
  // Most changes show none of it, and are not read any further.
  if (titled === null && shown.length === 0) return null;
  const { files } = reading.own;
  const told = said.impact !== null || said.metrics.length > 0 || proseOf(reading).words >= explained;
  if (!told && !isMore(files)) return null;
  if (titled !== null && (told || !isSettings(files))) return titled;
  return shown.map((one) => byPath(one, files, told)).find((one) => one !== null) ?? null;
}

function inTitle({ title }: Reading, { rules, index }: Indexed<CompiledUnseen>): Unseen | null {
  const matches = firstMatches(index, title.whole);
  const kind = rules.find((_, at) => matches[at] !== null);
  return kind === undefined ? null : { kind: kind.key, quote: { text: title.words, place: { in: 'title' } } };
}

type Shown = { readonly kind: string; readonly files: readonly FileChange[] };

function inPaths({ own }: Reading, { rules, index }: Indexed<CompiledUnseen>): readonly Shown[] {
  const written = own.files.filter(({ additions, deletions }) => additions >= deletions);
  const found = filesByRule(written, index);
  return rules.flatMap(({ key }, at): readonly Shown[] => {
    const files = found.get(at);
    return files === undefined ? [] : [{ kind: key, files }];
  });
}

function byPath({ kind, files }: Shown, all: readonly FileChange[], told: boolean): Unseen | null {
  // A new file of three lines may be a whole migration; three lines changed in a runbook are no runbook.
  const counts = files.filter((file) => isMore([file]) || (told && file.deletions === 0));
  const [first] = counts.toSorted((a, b) => b.additions - a.additions);
  if (first === undefined || !isAbout(counts, all)) return null;
  return { kind, quote: { text: first.path, place: { in: 'path' } } };
}

/** Tests go with every change, so that they do not make it less about what it is. */
function isAbout(shown: readonly FileChange[], all: readonly FileChange[]): boolean {
  const tests = new Set(testsOf(all));
  return sizeOf(shown) >= leastShare * sizeOf(all.filter((file) => !tests.has(file) || shown.includes(file)));
}

const settings = /\.(?:ya?ml|json|toml|ini|env|conf|cfg|properties|tfvars)$/iu;

/** A value that was set, of which nothing is said, is a value. */
function isSettings(files: readonly FileChange[]): boolean {
  return files.length > 0 && files.every(({ path }) => settings.test(path));
}

function isMore(files: readonly FileChange[]): boolean {
  return sizeOf(files) >= fewestLines;
}
