import type { Framework } from '../framework/compile.ts';
import type { Claim, Metric, Quote } from './claim.ts';
import type { FileChange } from './facts.ts';
import type { Reading } from './reading.ts';
import { linesOf } from './signals/outline.ts';
import { proseOf } from './signals/prose.ts';

/** Work that succeeds by not being noticed: its kind in the pack, and what shows it. */
export type Unseen = { readonly kind: string; readonly quote: Quote };

type Said = { readonly impact: Claim | null; readonly metrics: readonly Metric[] };

/** A correction of a line or two is no runbook and no guide, wherever it stands. Added and removed. */
const fewestLines = 5;
/** Little work, but explained in so many words, is rarely a correction. */
const explained = 40;

export function unseenOf(reading: Reading, said: Said, framework: Framework): Unseen | null {
  const told = said.impact !== null || said.metrics.length > 0 || proseOf(reading).words >= explained;
  // A new file of three lines may be a whole migration; three lines changed in a runbook are no runbook.
  const files = reading.own.files.filter((file) => isMore([file]) || (told && file.deletions === 0));
  if (!told && !isMore(reading.own.files)) return null;
  for (const { key, words, paths } of framework.unseen) {
    if (words?.test(reading.title.whole) === true)
      return { kind: key, quote: { text: reading.title.words, place: { in: 'title' } } };
    const file = paths === null ? undefined : files.find(({ path }) => paths.test(path));
    if (file !== undefined) return { kind: key, quote: { text: file.path, place: { in: 'path' } } };
  }
  return null;
}

function isMore(files: readonly FileChange[]): boolean {
  const { added, removed } = linesOf(files);
  return added + removed >= fewestLines;
}
