import type { PartChecks, PartState } from '../web/readiness.ts';

/** Milliseconds; the relay sweeps every few seconds. */
const longestSilence = 60_000;

export type Pulse = { beat(): void; readonly check: () => PartState };

/** Shows that workers work: the relay sweep goes through the queue like all other work, and ends. */
export function createPulse(now: () => number): Pulse {
  let last = now();
  return {
    beat: () => void (last = now()),
    check() {
      const seconds = Math.round((now() - last) / 1000);
      return { works: now() - last < longestSilence, says: `last sweep ${seconds} s ago` };
    },
  };
}

/** What must work for the app to do its job. */
export function partChecks(store: { ping(): Promise<void> }, pulse: Pulse | null): PartChecks {
  const database = () => store.ping().then(() => ({ works: true, says: 'answers' }));
  return pulse === null ? { database } : { database, workers: () => Promise.resolve(pulse.check()) };
}
