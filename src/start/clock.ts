import type { Clock } from '../ports/clock.ts';

export const realClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved; real time until then. */
export type MovableClock = Clock & { move(to: Date): void };

export function createMovableClock(): MovableClock {
  let moved: Date | null = null;
  return {
    now: () => moved ?? new Date(),
    move(to) {
      moved = to;
    },
  };
}
