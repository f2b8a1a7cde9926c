/** How fast the queue tries, waits and stops waiting. Times are in milliseconds. */
export type Pace = {
  /** How often a job is tried when its handler fails for an unknown reason. */
  readonly attempts: number;
  /** The pause before the second attempt; it doubles with each further one. */
  readonly backoff: number;
  /** The shortest pause after `RetryLater`, so that a moment already past cannot make a busy loop. */
  readonly shortestWait: number;
  /** Jobs one consumer works on at the same time. */
  readonly concurrency: number;
  /** A job whose worker has been silent for this long is taken to be orphaned. */
  readonly lock: number;
  /** How often orphaned jobs are looked for. */
  readonly orphanCheck: number;
  /** How often one job may be orphaned. High: a deployment that kills workers is not the job's fault. */
  readonly maxOrphaned: number;
  /** How long an idle worker waits for a signal before it looks by itself. */
  readonly idleLook: number;
  /** The pause before the database is asked again whether it answers, or a broken worker is rebuilt. */
  readonly reconnect: number;
  /** How long one attempt to connect may take. */
  readonly connectWithin: number;
  /** How long one command may take. */
  readonly answerWithin: number;
  /** A worker that has started nothing for this long is replaced, whether it is idle or dead. */
  readonly replaceIdle: number;
  /** How long `close` waits for running jobs. */
  readonly grace: number;
};

export const defaultPace: Pace = {
  attempts: 5,
  backoff: 15_000,
  shortestWait: 1_000,
  concurrency: 4,
  lock: 30_000,
  orphanCheck: 15_000,
  maxOrphaned: 20,
  idleLook: 5_000,
  reconnect: 2_000,
  connectWithin: 5_000,
  answerWithin: 15_000,
  replaceIdle: 120_000,
  grace: 20_000,
};
