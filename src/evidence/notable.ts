import type { Framework } from '../framework/compile.ts';
import { notable } from '../framework/load.ts';
import type { Leaning } from '../framework/vocabulary.ts';
import { confidence, telling } from './classify.ts';
import type { Claim, Metric } from './claim.ts';
import type { Signal } from './signal.ts';

/** Worth citing as an example, with the reason in one plain sentence. `strength` orders work, never people. */
export type Notable = { readonly reason: string; readonly strength: number };

/** Would a fair manager cite this one? Precision first: praise for a trivial change costs trust. */
export function notableOf(
  signals: readonly Signal[],
  said: { readonly impact: Claim | null; readonly metrics: readonly Metric[] },
  framework: Framework,
  leaning: Leaning = {},
): Notable | null {
  const sure = confidence(notable, signals, framework, leaning);
  if (sure < framework.pack.notable) return null;
  const reasons = contentFirst(telling(notable, signals, framework))
    .slice(0, 2)
    .map(({ reason }) => reason);
  if (reasons.length === 0) return null;
  const strength = sure + (said.metrics.length > 0 ? 0.3 : 0) + (said.impact === null ? 0 : 0.1);
  return { reason: `It ${reasons.join(' and ')}.`, strength };
}

/** Its outline alone praises nobody: length and files are told only where nothing else speaks. */
const outlines: ReadonlySet<string> = new Set([
  'shape.long-description',
  'shape.own-words',
  'shape.many-own-words',
  'shape.gives-figures',
  'shape.new-files',
  'shape.many-files',
  'shape.many-places',
  'shape.mostly-removes',
]);

function contentFirst(signals: readonly Signal[]): readonly Signal[] {
  const content = signals.filter(({ rule }) => !outlines.has(rule));
  return content.length > 0 ? content : signals;
}
