import { whatStands } from '../evidence/said.ts';
import type { Said } from '../evidence/said.ts';

/** While nothing new of somebody is kept, by their own word: half-open, ISO 8601 in UTC; `to` is null while it lasts. */
export type Pause = { readonly from: string; readonly to: string | null };

/** What of a person's overlay says that they paused and went on, by time. Only they can say it. */
export function pausesOf(rows: readonly Said[]): readonly Pause[] {
  const own = whatStands(rows)
    .filter(({ verb, person, saidBy }) => (verb === 'pause' || verb === 'resume') && person === saidBy)
    .toSorted((one, other) => Date.parse(one.saidAt) - Date.parse(other.saidAt));
  const pauses: Pause[] = [];
  for (const { verb, saidAt } of own) {
    const last = pauses.at(-1);
    const lasts = last !== undefined && last.to === null;
    if (verb === 'pause' && !lasts) pauses.push({ from: saidAt, to: null });
    if (verb === 'resume' && lasts) pauses[pauses.length - 1] = { from: last.from, to: saidAt };
  }
  return pauses;
}

/** Whether something done at that moment (ISO 8601 in UTC) was done during a pause. */
export function isPaused(rows: readonly Said[], at: string): boolean {
  const moment = Date.parse(at);
  return pausesOf(rows).some(
    ({ from, to }) => Date.parse(from) <= moment && (to === null || moment < Date.parse(to)),
  );
}

/** The pauses that touch a stretch of time. */
export function pausesWithin(
  rows: readonly Said[],
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
): readonly Pause[] {
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
  return pausesOf(rows).filter(
    ({ from, to }) => Date.parse(from) < end && (to === null || Date.parse(to) > start),
  );
}
