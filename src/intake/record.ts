import { reasonOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Pacing } from '../ports/pacing.ts';
import type { Queue } from '../ports/queue.ts';
import type { Delivery, Store } from '../ports/store.ts';
import { recognize } from './recognize.ts';

export type IntakeOptions = {
  readonly store: Pick<Store, 'deliveries'>;
  readonly queue: Pick<Queue, 'add'>;
  /** What time it is for the app: when a delivery came in. */
  readonly clock: Clock;
  /** What time it is for the queue, which keeps real time. */
  readonly queueClock: Clock;
  readonly pacing: Pick<Pacing, 'gatherAfter'>;
  /** The app's slug on GitHub; null while it is not known. */
  readonly ownSlug: () => string | null;
  /** Hears what went wrong without being lost. */
  readonly say: (line: string) => void;
};

/** `repeated`: this delivery was kept before. `ignored`: there is nothing in it for us. */
export type Heard = 'recorded' | 'repeated' | 'ignored';

export type Intake = {
  /**
   * Keeps one webhook whose signature fits, as ids, and adds the job that reads what it is about. The job is added on
   * the side: the sweep finds what was kept without one.
   *
   * @throws when it could not be kept; then GitHub must be told that the delivery failed.
   */
  readonly hear: (event: string, id: string, payload: unknown) => Promise<Heard>;
  /** How many were `recorded`, `repeated`, `failed`, or ignored for each reason, since the start. */
  counts(): Readonly<Record<string, number>>;
  /** All jobs that were to be added are in the queue, or known not to be. */
  settled(): Promise<void>;
};

export function createIntake(options: IntakeOptions): Intake {
  const counts = new Map<string, number>();
  const adding = new Set<Promise<void>>();
  const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);

  function add(job: () => Promise<void>): void {
    const added = job()
      .catch((error: unknown) =>
        options.say(`A delivery is kept, but its job waits for the sweep: ${reasonOf(error)}`),
      )
      .finally(() => adding.delete(added));
    adding.add(added);
  }

  async function keep(delivery: Delivery) {
    try {
      return await options.store.deliveries.record(delivery);
    } catch (error) {
      count('failed');
      throw error;
    }
  }

  return {
    async hear(event, id, payload) {
      const receivedAt = options.clock.now().toISOString();
      const recognized = recognize({ event, id, payload, receivedAt }, options.ownSlug());
      if (recognized.kind === 'ignored') {
        count(`ignored: ${recognized.reason}`);
        return 'ignored';
      }
      const { delivery, rulesMayHaveChanged } = recognized;
      const recorded = await keep(delivery);
      count(recorded.new ? 'recorded' : 'repeated');
      if (!recorded.new) return 'repeated';
      if (recorded.subject !== null) add(gathering(options, recorded.subject));
      if (delivery.subject === null || rulesMayHaveChanged) add(reading(options, delivery.account));
      return 'recorded';
    },
    counts: () => Object.fromEntries(counts),
    settled: async () => void (await Promise.all(adding)),
  };
}

function gathering({ queue, queueClock, pacing }: IntakeOptions, subject: number): () => Promise<void> {
  const wait = pacing.gatherAfter;
  const options = wait > 0 ? { at: new Date(queueClock.now().getTime() + wait) } : {};
  return async () => queue.add('gather', { subject }, options);
}

function reading({ queue }: IntakeOptions, account: number): () => Promise<void> {
  return async () => queue.add('organisation', { account });
}
