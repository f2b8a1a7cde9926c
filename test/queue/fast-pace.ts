import type { Pace } from '../../src/queue/pace.ts';

/** Short pauses, so that tests are quick; long locks, so that a slow machine loses no job. */
export const fastPace = {
  attempts: 3,
  backoff: 20,
  shortestWait: 10,
  lock: 10_000,
  orphanCheck: 5_000,
  idleLook: 200,
  reconnect: 30,
  connectWithin: 3_000,
  answerWithin: 3_000,
  grace: 10_000,
} as const satisfies Partial<Pace>;
