import { RetryLater } from '../errors.ts';
import type { Pacing } from '../ports/pacing.ts';

export type Budget = { readonly perMinute: number; readonly perHour: number };

/**
 * GitHub allows 80 new comments, issues and pull requests a minute and 500 an hour, web interface included: half of
 * the first and most of the second leave room for people and other apps.
 */
export const budget: Budget = { perMinute: 40, perHour: 400 };

/** Deliveries of one subject come in bursts; so long after the last one it is read once for all of them. */
const gatherAfter = 3_000;

const minute = 60_000;
const hour = 60 * minute;

/** A budget for each account, by the real time of this process. */
export function createPacing(now: () => number, { perMinute, perHour } = budget): Pacing {
  const written = new Map<number, readonly number[]>();
  return {
    gatherAfter,
    beforeWriting(account) {
      const at = now();
      const recent = (written.get(account) ?? []).filter((time) => time > at - hour);
      const free = Math.max(freeAt(recent, perHour, hour), freeAt(recent, perMinute, minute));
      if (free > at)
        throw new RetryLater(new Date(free), 'The budget for new comments and issues is used up for now.');
      written.set(account, [...recent, at]);
    },
  };
}

/** When the oldest of the last `most` leaves the window, so that there is room again. */
function freeAt(times: readonly number[], most: number, span: number): number {
  const oldest = times.at(-most);
  return times.length < most || oldest === undefined ? 0 : oldest + span;
}

/** Nothing to wait for: only with a GitHub on this machine. */
export const unpaced: Pacing = { gatherAfter: 0, beforeWriting: () => undefined };
