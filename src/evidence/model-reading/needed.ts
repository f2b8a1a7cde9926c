import type { Judgement } from '../judge.ts';

/** A told area is sure from here on: on projects never seen, four of five such areas are right. */
const sure = 0.7;
/** Below this for every area, it is surely evidence of none. */
const hardly = 0.2;

/**
 * Whether a model is worth asking about a change. It is not where the signals are sure: the change does not count or is
 * too small to; every area they name is told with high confidence and none is in doubt; or none comes near to any.
 * Everything else is asked about.
 */
export function needsModel({ areas, noise, confidences }: Judgement): boolean {
  if (noise.some(({ erases }) => erases)) return false;
  if (areas.length > 0)
    return areas.some(({ stands, confidence }) => stands === 'asked' || confidence < sure);
  if (noise.some(({ kind }) => kind === 'trivial')) return false;
  return Object.values(confidences).some((confidence) => confidence >= hardly);
}

/** The share, from 0 to 1, of judgements that no model is asked about; 0 where there are none. */
export function shareWithoutModel(judgements: readonly Judgement[]): number {
  const without = judgements.filter((judgement) => !needsModel(judgement));
  return judgements.length === 0 ? 0 : without.length / judgements.length;
}
