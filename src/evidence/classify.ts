import type { Framework } from '../framework/compile.ts';
import type { Leaning } from '../framework/vocabulary.ts';
import type { Signal } from './signal.ts';

/** What the signals say of one area. `told`: sure enough to be shown; `asked`: the author is asked instead. */
export type AreaVerdict = {
  readonly area: string;
  /** From 0 to 1. Never shown: it decides only between told, asked and neither. */
  readonly confidence: number;
  readonly stands: 'told' | 'asked';
  /** Those that speak for the area, most telling first. */
  readonly signals: readonly Signal[];
};

/** No change is evidence of more areas than this: past it, a list of areas says nothing. */
export const mostAreas = 3;

/** How sure the weights are of each area of the pack, by its key, from 0 to 1. */
export type Confidences = Readonly<Record<string, number>>;

export function confidencesOf(
  signals: readonly Signal[],
  framework: Framework,
  leaning: Leaning = {},
): Confidences {
  const { areas } = framework.pack;
  return Object.fromEntries(areas.map(({ key }) => [key, confidence(key, signals, framework, leaning)]));
}

/** The areas a change is evidence of, surest first. Empty is a good answer for a chore. */
export function classify(
  signals: readonly Signal[],
  framework: Framework,
  confidences: Confidences = confidencesOf(signals, framework),
): readonly AreaVerdict[] {
  const { pack } = framework;
  return pack.areas
    .map(({ key }) => ({
      area: key,
      confidence: confidences[key] ?? 0,
      threshold: pack.tell[key] ?? 1,
      ask: pack.ask[key] ?? 1,
    }))
    .filter(({ confidence: sure, threshold, ask }) => sure >= Math.min(ask, threshold))
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, mostAreas)
    .map(({ area, confidence: sure, threshold }) => ({
      area,
      confidence: sure,
      stands: sure >= threshold ? 'told' : 'asked',
      signals: telling(area, signals, framework),
    }));
}

/**
 * How sure the learnt weights are that signals and wording speak for a target: an area, or `notable`. From 0 to 1.
 */
export function confidence(
  target: string,
  signals: readonly Signal[],
  framework: Framework,
  leaning: Leaning = {},
): number {
  const targets = framework.targets.get(target) ?? [target];
  return Math.max(...targets.map((one) => alone(one, signals, framework, leaning)));
}

function alone(target: string, signals: readonly Signal[], { weights }: Framework, leaning: Leaning): number {
  const column = weights.get(target);
  const start = (column?.get('always') ?? 0) + (leaning[target] ?? 0);
  const sum = signals.reduce((total, { rule }) => total + (column?.get(rule) ?? 0), start);
  return 1 / (1 + Math.exp(-sum));
}

function most(targets: readonly string[], row: Readonly<Record<string, number>> = {}): number {
  return targets.reduce((highest, target) => Math.max(highest, row[target] ?? 0), -Infinity);
}

/** The signals that speak for a target, most telling first; a reason is given once. */
export function telling(
  target: string,
  signals: readonly Signal[],
  { pack }: Pick<Framework, 'pack'>,
): readonly Signal[] {
  const targets = [target, ...(pack.areas.find(({ key }) => key === target)?.alsoAs ?? [])];
  const weightOf = ({ rule }: Signal) => most(targets, pack.weights[rule]);
  const speaking = signals
    .map((signal) => ({ signal, weight: weightOf(signal) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  const reasons = new Set<string>();
  return speaking
    .map(({ signal }) => signal)
    .filter(({ reason }) => !reasons.has(reason) && reasons.add(reason));
}
