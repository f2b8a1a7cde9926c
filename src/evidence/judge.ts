import type { Framework } from '../framework/compile.ts';
import { isIn, leaningOf } from '../framework/vocabulary.ts';
import type { AreaVerdict, Confidences } from './classify.ts';
import type { Claim, Metric } from './claim.ts';
import type { ChangeFacts } from './facts.ts';
import { areasOf } from './judge/areas.ts';
import { outlineOf } from './judge/outline.ts';
import type { Outline } from './judge/outline.ts';
import { unseenOf } from './judge/unseen.ts';
import type { Unseen } from './judge/unseen.ts';
import { noiseOfChange } from './noise.ts';
import type { Noise } from './noise.ts';
import { notableOf } from './notable.ts';
import type { Notable } from './notable.ts';
import { readChange } from './reading.ts';
import { findSignals } from './signals/find.ts';
import { termsOf } from './signals/terms.ts';
import type { Signal } from './signal.ts';
import { impactOf, winOf } from './story.ts';

/** What one change is evidence of, and why. Judges the work; knows nothing of the person. */
export type Judgement = {
  readonly areas: readonly AreaVerdict[];
  /** Empty where noise erases the change. */
  readonly confidences: Confidences;
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
  const noise = noiseOfChange(change, reading.own);
  const said = { win: winOf(reading), impact: impactOf(reading), metrics: reading.metrics };
  const known = { noise, outline: outlineOf(reading.own.files, noise, reading.own.leftOut), ...said };
  if (noise.some(({ erases }) => erases)) return { ...known, ...nothing };
  const signals = findSignals(reading, framework);
  const terms = termsOf(reading, isIn(framework.vocabulary));
  const leaning = leaningOf(terms, framework.vocabulary);
  const { areas, worth, confidences } = areasOf({ reading, signals, terms, leaning, ...known }, framework);
  const counts = areas.some(({ stands }) => stands === 'told');
  return {
    ...known,
    signals,
    areas,
    worth,
    confidences,
    notable: counts ? notableOf(signals, said, framework, leaning) : null,
    unseen: counts ? unseenOf(reading, said, framework) : null,
  };
}

/** What noise erases is evidence of nothing. */
const nothing = { signals: [], areas: [], worth: 0, confidences: {}, notable: null, unseen: null } as const;
