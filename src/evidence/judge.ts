import type { Framework } from '../framework/compile.ts';
import { notable } from '../framework/load.ts';
import { leaningOf } from '../framework/vocabulary.ts';
import { classify, confidence } from './classify.ts';
import type { AreaVerdict } from './classify.ts';
import type { Claim, Metric } from './claim.ts';
import type { ChangeFacts } from './facts.ts';
import { outlineOf } from './judge-outline.ts';
import type { Outline } from './judge-outline.ts';
import { withReasons } from './judge-reasons.ts';
import { unseenOf } from './judge-unseen.ts';
import type { Unseen } from './judge-unseen.ts';
import { noiseOfChange } from './noise.ts';
import type { Noise } from './noise.ts';
import { notableOf } from './notable.ts';
import type { Notable } from './notable.ts';
import { readChange } from './reading.ts';
import type { Reading } from './reading.ts';
import { findSignals } from './signals/find.ts';
import { linesOf } from './signals/outline.ts';
import { proseOf } from './signals/prose.ts';
import { termsOf } from './signals/terms.ts';
import type { Signal } from './signal.ts';
import { impactOf, winOf } from './story.ts';

/** What one change is evidence of, and why. Judges the work; knows nothing of the person. */
export type Judgement = {
  readonly areas: readonly AreaVerdict[];
  readonly signals: readonly Signal[];
  readonly noise: readonly Noise[];
  readonly outline: Outline;
  readonly win: Claim;
  readonly impact: Claim | null;
  readonly metrics: readonly Metric[];
  readonly notable: Notable | null;
  /** How sure the weights are that it is notable, from 0 to 1. */
  readonly worth: number;
  readonly unseen: Unseen | null;
};

export function judge(change: ChangeFacts, framework: Framework): Judgement {
  const reading = readChange(change);
  const noise = noiseOfChange(change);
  const signals = withReasons(findSignals(reading, framework), reading, framework);
  const said = { win: winOf(reading), impact: impactOf(reading), metrics: reading.metrics };
  const outline = outlineOf(reading.own.files, noise, reading.own.leftOut);
  const known = { signals, noise, outline, ...said };
  if (noise.some(({ erases }) => erases))
    return { ...known, areas: [], notable: null, worth: 0, unseen: null };
  const leaning = leaningOf(termsOf(reading), framework.vocabulary);
  const worth = confidence(notable, signals, framework, leaning);
  const areas = isSpeck(known, reading) ? [] : named(classify(signals, framework, leaning), worth);
  const counts = areas.some(({ stands }) => stands === 'told');
  return {
    ...known,
    areas,
    notable: counts ? notableOf(signals, said, framework, leaning) : null,
    worth,
    unseen: counts ? unseenOf(reading, said, framework) : null,
  };
}

/** In words: "It said teh outbox" explains no decision. */
const explained = 12;

/**
 * A correction of a document that is noted as small, and of which its author says nothing more, is evidence of nothing,
 * whatever page it stands on. A new page corrects nothing, and one letter of code may be a fix.
 */
function isSpeck(
  { noise, outline, impact, metrics }: Pick<Judgement, 'noise' | 'outline' | 'impact' | 'metrics'>,
  reading: Reading,
): boolean {
  const corrects = outline.documents && linesOf(reading.own.files).removed > 0;
  const small = corrects && noise.some(({ kind }) => kind === 'trivial');
  return small && impact === null && metrics.length === 0 && proseOf(reading).words < explained;
}

/** More likely than not worth citing: such work is not left without an area, or it could not be told of at all. */
const likely = 0.5;

/** Where every area would only be asked, the surest of work that is likely worth citing is told. */
function named(areas: readonly AreaVerdict[], worth: number): readonly AreaVerdict[] {
  const [first, ...others] = areas;
  if (first === undefined || worth < likely || areas.some(({ stands }) => stands === 'told')) return areas;
  return [{ ...first, stands: 'told' }, ...others];
}
