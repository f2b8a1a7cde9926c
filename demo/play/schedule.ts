import type { Act } from './acts.ts';

/** A stretch of acts that are played in one go, and the moment to which the application's clock then moves. */
export type Day = { readonly acts: readonly Act[]; readonly ends: string };

const day = 24 * 60 * 60 * 1000;
const longestSilence = 7 * day;

/**
 * Acts by day, in order, until `end`: with a moment a week wherever nothing happens for longer, so that nothing that time
 * brings comes very late. Days are those of UTC, which does not matter: only that there are not too many.
 */
export function daysOf(acts: readonly Act[], end: string): readonly Day[] {
  const byDay = [...Map.groupBy(acts, ({ at }) => new Date(at).toISOString().slice(0, 10)).values()];
  const days = byDay.map((played) => ({ acts: played, ends: played.at(-1)?.at ?? end }));
  const moments = [...days, { acts: [], ends: end }];
  return moments.flatMap((one, index) => [...silence(moments[index - 1]?.ends ?? one.ends, startOf(one)), one]);
}

function startOf({ acts, ends }: Day): string {
  return acts[0]?.at ?? ends;
}

/** Moments on the way from one to the other. */
function silence(from: string, to: string): readonly Day[] {
  const [start, stop] = [Date.parse(from), Date.parse(to)];
  const count = Math.max(0, Math.ceil((stop - start) / longestSilence) - 1);
  return Array.from({ length: count }, (_, index) => ({
    acts: [],
    ends: new Date(start + (index + 1) * longestSilence).toISOString(),
  }));
}
