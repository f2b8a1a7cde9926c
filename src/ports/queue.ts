import type { AnyJob, JobName, Payload } from '../queue/jobs.ts';

/** One job to add. Without `at` it may run at once, else not before `at`. */
export type Addition = AnyJob & { readonly at?: Date };

export type AddOptions = {
  /** Not before this moment. */
  readonly at?: Date;
};

export type ConsumeOptions = {
  /** How many jobs this consumer works on at the same time. */
  readonly concurrency?: number;
};

/** Does one job. It may be called again for a job it has already done, so its effects must be ensured, not repeated. */
export type Handler<Name extends JobName> = (payload: Payload<Name>) => Promise<void>;

/** A job that will not be tried again. `payload` is null when what was stored did not fit the job. */
export type GivenUp = {
  readonly job: JobName;
  readonly id: string;
  readonly payload: Payload<JobName> | null;
  /** A sentence a person can act on. It may quote an error, so escape it where it is shown. */
  readonly reason: string;
};

/**
 * Brings work to whoever consumes it, at least once and in no promised order. It may lose everything
 * at any moment: the tables know what is to be done, and the sweep adds it again.
 */
export type Queue = {
  /**
   * Adds one job. The same job (same name, same payload) that is still waiting, delayed or running is
   * not added a second time; one that was finished or given up is.
   *
   * @throws Error when the payload does not fit, the queue cannot be reached, or it was closed.
   */
  add<Name extends JobName>(job: Name, payload: Payload<Name>, options?: AddOptions): Promise<void>;

  /** Adds many jobs in few round trips, as `add` would one by one. */
  addMany(additions: readonly Addition[]): Promise<void>;

  /**
   * Hands every job of this name to the handler. When the handler throws `RetryLater`, the job runs
   * again at that time and no attempt is used up; `GiveUp` ends it; anything else is tried again with
   * growing pauses, then given up. Returns at once and keeps working through outages until `close`.
   */
  consume<Name extends JobName>(job: Name, handler: Handler<Name>, options?: ConsumeOptions): void;

  /**
   * Takes no new job and waits for the running ones, up to the grace period. A job that takes longer
   * is not lost: it runs again elsewhere.
   */
  close(): Promise<void>;
};
