import { notable } from '../../framework/load.ts';
import type { Judged } from './judged.ts';

/** One area (or `notable`) of one pull request that the framework and every labeller see differently. */
export type Mistake = {
  readonly judged: Judged;
  readonly target: string;
  readonly kind: 'missed' | 'wrong';
  readonly confidence: number;
};

/** Where all labellers agree and the framework does not, the surest of its errors first. */
export function worstMistakes(judged: readonly Judged[], areas: readonly string[]): readonly Mistake[] {
  return judged
    .flatMap((work) => [...areas, notable].flatMap((target) => mistakeOf(work, target)))
    .toSorted((a, b) => wrongness(b) - wrongness(a));
}

function mistakeOf(judged: Judged, target: string): readonly Mistake[] {
  const says = (said: Judged['said']) => (target === notable ? said.notable : said.areas.includes(target));
  const wanted = judged.labels.filter(says).length;
  const found = says(judged.said);
  const confidence = judged.confidence.get(target) ?? 0;
  if (found && wanted === 0) return [{ judged, target, kind: 'wrong', confidence }];
  if (!found && wanted === judged.labels.length) return [{ judged, target, kind: 'missed', confidence }];
  return [];
}

function wrongness({ kind, confidence }: Mistake): number {
  return kind === 'wrong' ? confidence : 1 - confidence;
}
