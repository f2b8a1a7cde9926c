import { GiveUp, RetryLater } from '../errors.ts';
import type { Queue } from '../ports/queue.ts';
import { jobId } from '../queue/jobs.ts';
import type { JobName, Payload } from '../queue/jobs.ts';

export type Outstanding = {
  /** The queue, counted. */
  readonly queue: Queue;
  /** Jobs of this process that are to run now and have not run. Those for later do not count. */
  count(): number;
  /** It will not run any more. */
  forget(id: string): void;
};

/** Milliseconds in which a job that has ended may still lie in the queue, and swallow the same one added again. */
const ending = 500;

/** Knows when all work is done: the demo moves time only then. */
export function countOutstanding(queue: Queue, now: () => number): Outstanding {
  const open = new Set<string>();
  // A job that waits for its time is not added a second time, so adding it makes nothing to do.
  const waiting = new Set<string>();
  // When jobs ended; and until when those are counted that may have been swallowed by one that had just ended.
  const [ended, doubtful] = [moments(now), moments(now)];
  const note = <Name extends JobName>(job: Name, payload: Payload<Name>, at?: Date) => {
    const id = jobId(job, payload);
    if (waiting.has(id) || (at !== undefined && at.getTime() > now())) return;
    // A sweep is asked for again wherever it is missed.
    if (job !== 'sweep' && !open.has(id) && ended.has(id)) doubtful.add(id);
    else open.add(id);
  };
  return {
    count: () => open.size + doubtful.count(),
    forget: (id) => void open.delete(id),
    queue: {
      add(job, payload, options) {
        note(job, payload, options?.at);
        return queue.add(job, payload, options);
      },
      addMany(additions) {
        for (const { job, payload, at } of additions) note(job, payload, at);
        return queue.addMany(additions);
      },
      consume(job, handler, options) {
        queue.consume(
          job,
          async (payload) => {
            const id = jobId(job, payload);
            waiting.delete(id);
            doubtful.delete(id);
            open.add(id);
            try {
              await handler(payload);
              open.delete(id);
              ended.add(id);
            } catch (error) {
              if (error instanceof RetryLater) waiting.add(id);
              if (error instanceof RetryLater || error instanceof GiveUp) open.delete(id);
              throw error;
            }
          },
          options,
        );
      },
      close: () => queue.close(),
    },
  };
}

/** Ids that are forgotten a moment after they were added. */
function moments(now: () => number) {
  const known = new Map<string, number>();
  const forget = () => {
    for (const [id, at] of known) if (now() - at >= ending) known.delete(id);
  };
  return {
    add: (id: string) => void known.set(id, now()),
    delete: (id: string) => known.delete(id),
    has(id: string): boolean {
      forget();
      return known.has(id);
    },
    count(): number {
      forget();
      return known.size;
    },
  };
}
