import { setInterval as every } from 'node:timers/promises';

import type { TakeJob } from './broker.ts';
import { messageOf } from './outcome.ts';
import type { Pace } from './pace.ts';

export type Watch = {
  /** The work itself, counted. */
  readonly takeJob: TakeJob;
  /** Counts an error of the worker; true when it was one too many. */
  reported(error: Error): boolean;
  /** Whether a job is being worked on right now. */
  busy(): boolean;
  /** Resolves when the worker should be put down in peace, rejects when it is broken. */
  readonly ended: Promise<void>;
  stop(): void;
};

/** One outage may break each connection of a worker once. More than that, and it does not come back by itself. */
const errorsAllowed = 6;
const errorPeriod = 60_000;

/**
 * Watches one worker from outside, because a worker can be dead and still say that it is running. One
 * that reports error after error is broken. One that has started nothing for long may be idle or
 * dead; both are replaced, which costs an idle one nothing.
 */
export function watchWorker(takeJob: TakeJob, pace: Pace, signal: AbortSignal): Watch {
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  const over = new AbortController();
  const counts = { started: 0, running: 0 };
  const tooMany = errorBudget();

  if (signal.aborted) resolve();
  signal.addEventListener('abort', () => resolve(), { signal: over.signal });
  untilIdle(counts, pace.replaceIdle, over.signal).then(resolve, () => undefined);

  return {
    takeJob: counted(takeJob, counts),
    ended,
    reported(error) {
      if (!tooMany()) return false;
      reject(new Error(`the worker reports nothing but errors, the last one: ${messageOf(error)}`));
      return true;
    },
    busy: () => counts.running > 0,
    stop: () => over.abort(),
  };
}

type Counts = { started: number; running: number };

function counted(takeJob: TakeJob, counts: Counts): TakeJob {
  return async (job, token) => {
    counts.started += 1;
    counts.running += 1;
    try {
      await takeJob(job, token);
    } finally {
      counts.running -= 1;
    }
  };
}

async function untilIdle(counts: Counts, period: number, signal: AbortSignal): Promise<void> {
  let startedBefore = -1;
  for await (const _ of every(period, undefined, { signal })) {
    if (counts.running === 0 && counts.started === startedBefore) return;
    startedBefore = counts.started;
  }
}

function errorBudget(): () => boolean {
  let periodStart = performance.now();
  let errors = 0;
  return () => {
    const now = performance.now();
    if (now - periodStart > errorPeriod) {
      periodStart = now;
      errors = 0;
    }
    errors += 1;
    return errors > errorsAllowed;
  };
}
