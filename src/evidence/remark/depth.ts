import type { Reception } from './answer.ts';
import { receptionOf } from './answer.ts';
import { readWords } from './kind.ts';
import type { RemarkKind, RemarkWords } from './kind.ts';
import type { Remark } from '../remark.ts';

/** A remark as it was read: what it is, what came of it, and how much it shows. */
export type Read = {
  readonly remark: Remark;
  readonly kind: RemarkKind;
  readonly reception: Reception;
  /** 0 where it made no difference that can be shown. */
  readonly depth: number;
};

const manyWords = 25;
/** A remark of this length after which the lines changed, and which was answered, mattered whatever its words are. */
const enoughWords = 15;
/** Where nothing is seen to come of it, a remark explains itself or it shows nothing. */
const explained = 12;
/** From this depth on a remark made a difference that can be shown. */
const deepEnough = 2.5;
/** The same where the lines stayed and nobody took it up: then its words must show more than a question. */
const deepAlone = 3;

/** How much a remark shows. Judges words and what came of them, never tone. */
export function readRemark(remark: Remark): Read {
  const words = readWords(remark.body);
  const reception = receptionOf(remark);
  const depth = isLost(words.kind, reception) ? 0 : depthOf(words, reception, remark);
  return { remark, kind: words.kind, reception, depth };
}

/** Small by its own word, agreement, taken back, or answered by why it does not apply while the lines stayed. */
function isLost(kind: RemarkKind, { withdrawn, refused, changed }: Reception): boolean {
  return kind === 'nit' || kind === 'approval' || withdrawn || (refused && !changed);
}

function depthOf({ weight, words }: RemarkWords, reception: Reception, remark: Remark): number {
  const { changed, settled, acknowledged, answered } = reception;
  const came = changed || acknowledged !== null;
  const inThread = remark.thread !== null;
  const inWords = acknowledged !== null ? 1.5 : answered && inThread ? 1 : 0;
  // Resolving takes up what a remark says; it gives no meaning to one that says nothing by itself.
  if (weight === 0 && !(changed && inWords > 0 && words >= enoughWords)) return 0;
  const takenUp = Math.max(inWords, settled ? 1 : 0);
  // Why somebody approves changes nothing, until it is taken up.
  if (!came && (remark.approves || (takenUp === 0 && words < explained))) return 0;
  const depth = weight + (changed ? 1.5 : 0) + takenUp + (words >= manyWords ? 0.5 : 0);
  return depth < (came ? deepEnough : deepAlone) ? 0 : depth;
}
