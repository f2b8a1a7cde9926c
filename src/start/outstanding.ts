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

/** Knows when all work is done: the demo moves time only then. */
export function countOutstanding(queue: Queue, now: () => number): Outstanding {
  const open = new Set<string>();
  // A job that waits for its time is not added a second time, so adding it makes nothing to do.
  const waiting = new Set<string>();
  const note = <Name extends JobName>(job: Name, payload: Payload<Name>, at?: Date) => {
    const id = jobId(job, payload);
    if (!waiting.has(id) && (at === undefined || at.getTime() <= now())) open.add(id);
  };
  return {
    count: () => open.size,
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
            open.add(id);
            try {
              await handler(payload);
              open.delete(id);
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
