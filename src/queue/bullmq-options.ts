import type { JobsOptions } from 'bullmq';

import type { Pace } from './pace.ts';

/** BullMQ records what happens to every job for listeners. We have none, so little is kept. */
export const streams = { events: { maxLen: 100 } } as const;

/** The part of a worker's options that is the same on every database. It is started by hand, once it is ready. */
export function workerOptions(pace: Pace, concurrency: number) {
  return {
    autorun: false,
    concurrency,
    lockDuration: pace.lock,
    stalledInterval: pace.orphanCheck,
    maxStalledCount: pace.maxOrphaned,
    drainDelay: pace.idleLook / 1000,
    runRetryDelay: pace.reconnect,
  };
}

/**
 * A job leaves the queue when it ends, well or badly: a job left there would keep the same work from
 * ever being added again. What went wrong is told to the app, which keeps it with the row.
 */
export function jobOptions(pace: Pace, id: string, at: Date | undefined): JobsOptions {
  return {
    jobId: id,
    // A lost connection can use up an attempt on its own account; ours are counted by us.
    attempts: pace.attempts + 5,
    backoff: { type: 'exponential', delay: pace.backoff },
    delay: at === undefined ? 0 : Math.max(0, at.getTime() - Date.now()),
    removeOnComplete: true,
    removeOnFail: true,
    stackTraceLimit: 0,
  };
}
