import type { Framework } from '../framework/compile.ts';
import { notable } from '../framework/load.ts';
import { classify, confidence } from './classify.ts';
import type { AreaVerdict } from './classify.ts';
import type { Claim, Metric, Quote } from './claim.ts';
import type { ChangeFacts, FileChange } from './facts.ts';
import { noiseOfChange } from './noise.ts';
import type { LeftOut, Noise } from './noise.ts';
import { notableOf } from './notable.ts';
import type { Notable } from './notable.ts';
import { readChange } from './reading.ts';
import type { Reading } from './reading.ts';
import { findSignals } from './signals/find.ts';
import type { Signal } from './signal.ts';
import { impactOf, winOf } from './story.ts';

/** What one change is evidence of, and why. Judges the work; knows nothing of the person. */
export type Judgement = {
  readonly areas: readonly AreaVerdict[];
  readonly signals: readonly Signal[];
  readonly noise: readonly Noise[];
  readonly leftOut: readonly LeftOut[];
  readonly win: Claim;
  readonly impact: Claim | null;
  readonly metrics: readonly Metric[];
  readonly notable: Notable | null;
  /** How sure the weights are that it is notable, from 0 to 1. */
  readonly worth: number;
  /** Set for work that succeeds by not being noticed: its kind in the pack, and what shows it. */
  readonly unseen: { readonly kind: string; readonly quote: Quote } | null;
};

export function judge(change: ChangeFacts, framework: Framework): Judgement {
  const reading = readChange(change);
  const noise = noiseOfChange(change);
  const signals = findSignals(reading, framework);
  const said = { win: winOf(reading), impact: impactOf(reading), metrics: reading.metrics };
  const known = { signals, noise, leftOut: reading.own.leftOut, ...said };
  if (noise.some(({ erases }) => erases))
    return { ...known, areas: [], notable: null, worth: 0, unseen: null };
  const worth = confidence(notable, signals, framework);
  const areas = named(classify(signals, framework), worth);
  const counts = areas.some(({ stands }) => stands === 'told');
  return {
    ...known,
    areas,
    notable: counts ? notableOf(signals, said, framework) : null,
    worth,
    unseen: counts ? unseenOf(reading, framework) : null,
  };
}

/** More likely than not worth citing: such work is not left without an area, or it could not be told of at all. */
const likely = 0.5;

/** Where every area would only be asked, the surest of work that is likely worth citing is told. */
function named(areas: readonly AreaVerdict[], worth: number): readonly AreaVerdict[] {
  const [first, ...others] = areas;
  if (first === undefined || worth < likely || areas.some(({ stands }) => stands === 'told')) return areas;
  return [{ ...first, stands: 'told' }, ...others];
}

function unseenOf(reading: Reading, { unseen }: Framework): Judgement['unseen'] {
  for (const { key, words, paths } of unseen) {
    if (words?.test(reading.title.whole) === true) {
      return { kind: key, quote: { text: reading.title.words, place: { in: 'title' } } };
    }
    const file = paths === null ? undefined : reading.own.files.find(({ path }) => paths.test(path));
    if (file !== undefined) return { kind: key, quote: pathQuote(file) };
  }
  return null;
}

function pathQuote({ path }: FileChange): Quote {
  return { text: path, place: { in: 'path' } };
}
