import type { GivenUp, Queue } from '../ports/queue.ts';
import type { Broker } from './broker.ts';
import { keepConsuming } from './consumer.ts';
import { defaultPace, type Pace } from './pace.ts';
import { untilReady } from './patience.ts';
import { postgresBroker } from './postgres.ts';
import { processor, type Told } from './process.ts';
import { createProducer, type Producer } from './producer.ts';
import { quieten, type Say } from './quiet.ts';
import { redisBroker } from './redis.ts';

export type QueueOptions = {
  /** The Postgres that carries the jobs, unless a Redis does. */
  readonly databaseUrl: string;
  /** With one, jobs are carried by this Redis, and Postgres is left alone. */
  readonly redisUrl?: string | undefined;
  /**
   * Hears of every job that will not be tried again. When it fails, the job comes back later and it
   * is told again, so it may hear of the same job twice.
   */
  readonly onGivenUp: (givenUp: GivenUp) => void | Promise<void>;
  /** Hears one line for each failed attempt and each trouble with the connection, never a flood. */
  readonly say: Say;
  readonly pace?: Partial<Pace>;
  /** Stops waiting for a database that does not answer. */
  readonly signal?: AbortSignal;
};

/**
 * Opens the queue. Waits until the database answers, for as long as that takes, because a queue built
 * before never works.
 *
 * @throws GiveUp when waiting cannot help, with what to change; Error when the signal came first.
 */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const pace = { ...defaultPace, ...options.pace };
  const say = quieten(options.say, { lines: 15, period: 60_000, now: () => performance.now() });
  const broker = chooseBroker(options, pace);
  const signal = options.signal ?? new AbortController().signal;
  await untilReady(broker, pace.reconnect, say, signal);
  if (signal.aborted) throw new Error(`Stopped before ${broker.name} answered; nothing was started.`);
  return joinQueue(broker, pace, { onGivenUp: options.onGivenUp, say });
}

function chooseBroker(options: QueueOptions, pace: Pace): Broker {
  return options.redisUrl === undefined
    ? postgresBroker(options.databaseUrl, pace)
    : redisBroker(options.redisUrl, pace);
}

function joinQueue(broker: Broker, pace: Pace, told: Told): Queue {
  const producer = createProducer(broker, pace, told.say);
  const closing = new AbortController();
  const consumers: Promise<void>[] = [];
  let closed: Promise<void> | undefined;

  return {
    add: (job, payload, options) => producer.add([{ job, payload, at: options?.at }]),
    addMany: (additions) => producer.add(additions),
    consume(job, handler, options) {
      if (closing.signal.aborted) throw new Error(`Job "${job}" came too late: the queue is closed.`);
      const takeJob = processor(job, handler, pace, told);
      const consumption = { job, takeJob, concurrency: options?.concurrency ?? pace.concurrency };
      consumers.push(keepConsuming(broker, consumption, pace, told, closing.signal));
    },
    close: () => (closed ??= drain(closing, consumers, producer)),
  };
}

// Running jobs may add others until they are done, so the producer closes last.
async function drain(closing: AbortController, consumers: readonly Promise<void>[], producer: Producer) {
  closing.abort();
  await Promise.all(consumers);
  await producer.close();
}
