import type { Framework } from '../../framework/compile.ts';
import { notable } from '../../framework/load.ts';
import type { Leaning, Term } from '../../framework/vocabulary.ts';
import { classify, confidence, confidencesOf } from '../classify.ts';
import type { AreaVerdict, Confidences } from '../classify.ts';
import type { Claim, Metric } from '../claim.ts';
import type { Outline } from './outline.ts';
import { withReasons } from './reasons.ts';
import type { Noise } from '../noise.ts';
import type { Reading } from '../reading.ts';
import { linesOf, sizeOf } from '../signals/outline.ts';
import { proseOf } from '../signals/prose.ts';
import { wordingSignal } from '../signals/wording.ts';
import type { Signal } from '../signal.ts';

/** What is known of a change when its areas are weighed. */
export type Weighed = {
  readonly reading: Reading;
  readonly signals: readonly Signal[];
  readonly terms: readonly Term[];
  readonly leaning: Leaning;
  readonly noise: readonly Noise[];
  readonly outline: Outline;
  readonly impact: Claim | null;
  readonly metrics: readonly Metric[];
};

export type AreasFound = {
  readonly areas: readonly AreaVerdict[];
  readonly worth: number;
  readonly confidences: Confidences;
};

/** The areas of a change, each with the reasons that may be shown, and how sure the weights are of everything. */
export function areasOf(known: Weighed, framework: Framework): AreasFound {
  const { reading, signals, terms, leaning } = known;
  const worth = confidence(notable, signals, framework, leaning);
  const confidences = confidencesOf(signals, framework, leaning);
  const found = isSpeck(known) ? [] : classify(signals, framework, confidences);
  const counted = isSliver(reading) ? found.filter(({ stands }) => stands === 'told') : named(found, worth);
  return {
    areas: counted.map((area) =>
      withBestQuotes(withReason(area, terms, reading, framework), reading, framework),
    ),
    worth,
    confidences,
  };
}

/** In words: "It said teh outbox" explains no decision. */
const explained = 12;

/**
 * A correction of a document that is noted as small, and of which its author says nothing more, is evidence of nothing,
 * whatever page it stands on. A new page corrects nothing, and one letter of code may be a fix.
 */
function isSpeck({ reading, noise, outline, impact, metrics }: Weighed): boolean {
  const corrects = outline.documents && linesOf(reading.own.files).removed > 0;
  const small = corrects && noise.some(({ kind }) => kind === 'trivial');
  return small && impact === null && metrics.length === 0 && proseOf(reading).words < explained;
}

/** Nothing is told without its reason: where no rule speaks for an area, its wording does. */
function withReason(
  area: AreaVerdict,
  terms: readonly Term[],
  reading: Reading,
  framework: Framework,
): AreaVerdict {
  if (area.signals.length > 0) return area;
  const signal = wordingSignal(area.area, terms, reading, framework);
  return signal === null ? area : { ...area, signals: [signal] };
}

/** Of the signals of one area, so many may ever be shown. */
const mostReasons = 6;

/** Only what may be shown is given its best sentence. */
function withBestQuotes(area: AreaVerdict, reading: Reading, framework: Framework): AreaVerdict {
  return { ...area, signals: withReasons(area.signals.slice(0, mostReasons), reading, framework) };
}

/** A line or two are not worth a question to their author; only what is plain without asking counts. */
function isSliver({ own: { files } }: Reading): boolean {
  return files.length === 1 && sizeOf(files) <= 3;
}

/** More likely than not worth citing: such work is not left without an area, or it could not be told of at all. */
const likely = 0.5;

/** Where every area would only be asked, the surest of work that is likely worth citing is told. */
function named(areas: readonly AreaVerdict[], worth: number): readonly AreaVerdict[] {
  const [first, ...others] = areas;
  if (first === undefined || worth < likely || areas.some(({ stands }) => stands === 'told')) return areas;
  return [{ ...first, stands: 'told' }, ...others];
}
