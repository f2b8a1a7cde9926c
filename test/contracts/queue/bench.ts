import type { GivenUp, Queue } from '../../../src/ports/queue.ts';
import type { JobName } from '../../../src/queue/jobs.ts';

/** How often a queue under this contract must try a job before it gives it up. */
export const contractAttempts = 3;

/** One kind of queue, set up for its tests. */
export type QueueRig = {
  /** Forgets every job. Called before each test. */
  empty(): Promise<void>;
  /** Opens the queue once more, as another process would. */
  open(onGivenUp: (givenUp: GivenUp) => void | Promise<void>): Promise<Queue>;
  /** The clock that the queue goes by. */
  now(): Date;
  /** Lets time pass until the condition holds; fails after long patience, naming what was waited for. */
  until(condition: () => boolean, what: string): Promise<void>;
  /** Lets so much time pass that anything about to happen would have happened. */
  settle(): Promise<void>;
  /** Leaves a job as another version of the app might have left it. */
  plant(job: JobName, id: string, data: unknown): Promise<void>;
  stop(): Promise<void>;
};

/** What one test works with: the rig, the queues it opened, and what they gave up. */
export type Bench = {
  readonly rig: QueueRig;
  /** Opens a queue that is closed after the test. Without an argument, `givenUp` keeps what it tells. */
  open(onGivenUp?: (givenUp: GivenUp) => void): Promise<Queue>;
  givenUp(): readonly GivenUp[];
  /** A moment on the queue's clock, so many milliseconds from now. */
  later(milliseconds: number): Date;
  start(): Promise<void>;
  begin(): Promise<void>;
  end(): Promise<void>;
  stop(): Promise<void>;
};

/** The rig is set up by `start`, so that a run that picks other tests starts no server. */
export function createBench(setUp: () => Promise<QueueRig>): Bench {
  let rig: QueueRig | undefined;
  let opened: Queue[] = [];
  let notices: GivenUp[] = [];

  function current(): QueueRig {
    if (rig === undefined) throw new Error('Start the bench before it is used.');
    return rig;
  }

  return {
    get rig() {
      return current();
    },
    async start() {
      rig = await setUp();
    },
    stop: () => current().stop(),
    async open(onGivenUp = (notice) => void notices.push(notice)) {
      const queue = await current().open(onGivenUp);
      opened.push(queue);
      return queue;
    },
    givenUp: () => notices,
    later: (milliseconds) => new Date(current().now().getTime() + milliseconds),
    async begin() {
      opened = [];
      notices = [];
      await current().empty();
    },
    async end() {
      await Promise.all(opened.map((queue) => queue.close()));
    },
  };
}
