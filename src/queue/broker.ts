import type { Job, JobsOptions } from 'bullmq';

import type { JobName } from './jobs.ts';

/** The few things this room asks of a BullMQ queue, whichever database carries it. */
export type Sender = {
  addBulk(jobs: SenderJob[]): Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
};

export type SenderJob = { readonly name: string; readonly data: unknown; readonly opts: JobsOptions };

/** The few things this room asks of a BullMQ worker. */
export type Taker = {
  waitUntilReady(): Promise<void>;
  run(): Promise<void>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
};

export type TakeJob = (job: Job, token?: string) => Promise<void>;

/** A worker that was built but not started. */
export type Taking = {
  readonly taker: Taker;
  /** Lets go of its connections at once, whatever it is doing, when closing it takes too long. */
  abandon(): void;
};

/** Where the jobs are kept: Postgres or Redis. */
export type Broker = {
  /** What to call it in a log line. */
  readonly name: string;
  /** Tries once whether it answers and is ready for jobs, and makes it ready if it can. */
  prepare(): Promise<void>;
  /** True when the same attempt may succeed by waiting; false when somebody has to change something. */
  mayPass(error: unknown): boolean;
  /** Connects for adding jobs of this name. Must only be called while the broker answers. */
  sender(job: JobName): Sender;
  /** Connects for working on jobs of this name, without starting. Must only be called while the broker answers. */
  take(job: JobName, takeJob: TakeJob, concurrency: number): Taking;
};
