import type { Evidence } from '../evidence/evidence.ts';
import { poornessOf } from '../evidence/judge/reasons.ts';
import type { Signal } from '../evidence/signal.ts';
import { plainLine } from './escape.ts';
import type { Because } from './report.ts';

/** Fewer words show hardly what they belong to: `p95 7 min`. */
const fewestWords = 4;

/** Places that GitHub keeps and nobody words: the paths of a change, and labels. */
const onRecord: ReadonlySet<string> = new Set(['path', 'label', 'issue']);

/** How well a reason shows: by words or a path of its own, by words that stand above, or hardly. */
type Ranked = { readonly because: Because; readonly rank: 0 | 1 | 2 };

/**
 * Why a piece counts: what says most, and beside the author's words something that the record shows. `shown` are the
 * words that a reader has before them already.
 */
export function becauseOf(evidence: Evidence, shown: readonly string[]): readonly Because[] {
  const { outline, signals } = evidence;
  if (outline !== null && outline.takesBack !== null) return [takenBack(outline.takesBack.label, evidence)];
  const ranked = signals.map((signal) => rank(signal, shown, evidence)).toSorted((a, b) => a.rank - b.rank);
  const [first, ...others] = ranked;
  if (first === undefined) return [];
  // The same words twice show no more than once, and a poor reason beside a good one only weakens it.
  const rest = others.filter((one) => one.rank === 0 && one.because.quote !== first.because.quote);
  const second = rest.find((one) => isRecord(one) !== isRecord(first)) ?? rest[0];
  return second === undefined ? [first.because] : [first.because, second.because];
}

/** In a row of a list one reason is enough, unless only the title shows it. */
export function becauseInShort(evidence: Evidence, shown: readonly string[]): readonly Because[] {
  const [first, second] = becauseOf(evidence, shown);
  if (first === undefined) return [];
  return first.place === 'title' && second !== undefined ? [first, second] : [first];
}

function rank(signal: Signal, shown: readonly string[], evidence: Pick<Evidence, 'metrics'>): Ranked {
  const because = toBecause(signal, evidence);
  const { quote, reason, place } = because;
  if (restsOnOutline(signal)) return { because: { ...because, quote: null }, rank: 1 };
  if (place === 'title' || quote === null || onRecord.has(place)) return { because, rank: 0 };
  if (shown.some((text) => overlaps(text, quote))) return { because: { ...because, quote: null }, rank: 1 };
  if (quote.split(/\s+/u).length < fewestWords) return { because, rank: 1 };
  const poorness = poornessOf(quote);
  if (poorness === null) return { because, rank: 0 };
  if (poorness === 'before') return { because: { ...because, reason: 'tells how it was before' }, rank: 2 };
  if (poorness === 'hope')
    return { because: { ...because, reason: `${reason}, as its author hopes` }, rank: 2 };
  return { because: { ...because, quote: null }, rank: 2 };
}

/** A shape of the whole change has the title only as a place to stand; a figure is read in it. */
function restsOnOutline({ rule, quote }: Signal): boolean {
  const figure = rule === 'shape.states-a-metric' || rule === 'shape.before-and-after';
  return rule.startsWith('shape.') && !figure && quote.place.in === 'title';
}

function toBecause({ reason, quote }: Signal, { metrics }: Pick<Evidence, 'metrics'>): Because {
  const place = quote.place.in;
  const said = metrics.find((metric) => metric.text === quote.text && metric.quote.place.in === place);
  const grade = onRecord.has(place) ? 'record' : (said?.grade ?? 'author');
  return { reason, quote: quote.text, place, grade };
}

function overlaps(text: string, quote: string): boolean {
  const [one, other] = [plainLine(text), plainLine(quote)];
  return one.includes(other) || other.includes(one);
}

function isRecord({ because }: Ranked): boolean {
  return onRecord.has(because.place);
}

/** Of a step back, the state before is the very reason. */
function takenBack(label: string | null, evidence: Pick<Evidence, 'signals' | 'metrics'>): Because {
  const told = evidence.signals
    .map((signal) => toBecause(signal, evidence))
    .find(({ place }) => place === 'body');
  const reason = `takes back ${label ?? 'an earlier change'}`;
  return told === undefined ? { reason, quote: null, place: 'title', grade: 'author' } : { ...told, reason };
}
