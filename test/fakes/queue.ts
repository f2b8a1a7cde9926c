import type { Addition, ConsumeOptions, GivenUp, Handler, Queue } from '../../src/ports/queue.ts';
import { jobId, type JobName, type Payload, readPayload } from '../../src/queue/jobs.ts';
import { outcomeOf } from '../../src/queue/outcome.ts';

export type QueueFakeOptions = {
  readonly clock: { now(): Date };
  readonly attempts: number;
  /** Milliseconds on the clock before the second attempt. */
  readonly backoff: number;
};

export type QueueFake = {
  /** Another process, as it were: all of them share the jobs. */
  open(onGivenUp: (givenUp: GivenUp) => void | Promise<void>): Queue;
  /** Starts whatever is due now. Call it when the clock has moved. */
  wake(): void;
  /** Puts something in as another version of the app might have left it. */
  plant(job: JobName, id: string, data: unknown): void;
};

type Entry = {
  readonly job: JobName;
  readonly id: string;
  readonly data: unknown;
  due: number;
  attemptsMade: number;
  running: boolean;
};

type Consumer = {
  readonly job: JobName;
  readonly concurrency: number;
  readonly run: (entry: Entry) => Promise<void>;
  readonly running: Set<Promise<void>>;
  closed: boolean;
};

type Member = { readonly consumers: Consumer[]; closed: boolean };

/** A queue in memory. It keeps the same promises as the real one, on a clock that a test moves. */
export function createQueueFake(options: QueueFakeOptions): QueueFake {
  const entries = new Map<string, Entry>();
  const consumers = new Set<Consumer>();
  const now = () => options.clock.now().getTime();

  function put(job: JobName, id: string, data: unknown, due: number): void {
    const entry = { job, id, data: JSON.parse(JSON.stringify(data)), due, attemptsMade: 0, running: false };
    if (!entries.has(id)) entries.set(id, entry);
    queueMicrotask(wake);
  }

  function wake(): void {
    for (const entry of entries.values()) {
      const consumer = entry.running || entry.due > now() ? undefined : freeConsumer(consumers, entry.job);
      if (consumer !== undefined) begin(consumer, entry);
    }
  }

  function begin(consumer: Consumer, entry: Entry): void {
    entry.running = true;
    const work = consumer.run(entry).finally(() => {
      entry.running = false;
      consumer.running.delete(work);
      queueMicrotask(wake);
    });
    consumer.running.add(work);
  }

  async function settle<Name extends JobName>(
    name: Name,
    handler: Handler<Name>,
    entry: Entry,
    onGivenUp: (givenUp: GivenUp) => void | Promise<void>,
  ): Promise<void> {
    const reading = readPayload(name, entry.data);
    if (!reading.fits) return endBadly(entry, null, reading.reason, onGivenUp);
    try {
      await handler(reading.payload);
      entries.delete(entry.id);
    } catch (error) {
      const attempt = { number: entry.attemptsMade + 1, of: options.attempts };
      const outcome = outcomeOf(error, attempt, new Date(now() + 1));
      if (outcome.kind === 'later') entry.due = outcome.at.getTime();
      if (outcome.kind === 'again') postpone(entry, (entry.attemptsMade += 1));
      if (outcome.kind === 'given up') {
        const known = readPayload<JobName>(name, entry.data);
        await endBadly(entry, known.fits ? known.payload : null, outcome.reason, onGivenUp);
      }
    }
    return undefined;
  }

  async function endBadly(
    entry: Entry,
    payload: Payload<JobName> | null,
    reason: string,
    onGivenUp: (givenUp: GivenUp) => void | Promise<void>,
  ): Promise<void> {
    try {
      await onGivenUp({ job: entry.job, id: entry.id, payload, reason });
      entries.delete(entry.id);
    } catch {
      postpone(entry, 1);
    }
  }

  function postpone(entry: Entry, attemptsMade: number): void {
    entry.due = now() + options.backoff * 2 ** (attemptsMade - 1);
  }

  function add(member: Member, additions: readonly Untrusted[]): void {
    if (member.closed) throw new Error('A job came too late: the queue is closed.');
    for (const { job, payload, id, at } of additions.map(checked))
      put(job, id, payload, at?.getTime() ?? now());
  }

  function join(onGivenUp: (givenUp: GivenUp) => void | Promise<void>): Queue {
    const member: Member = { consumers: [], closed: false };
    let closing: Promise<void> | undefined;
    return {
      add: async (job, payload, when) => add(member, [{ job, payload, at: when?.at }]),
      addMany: async (additions: readonly Addition[]) => add(member, additions),
      consume(job, handler, how?: ConsumeOptions) {
        if (closing !== undefined) throw new Error(`Job "${job}" came too late: the queue is closed.`);
        const run = (entry: Entry) => settle(job, handler, entry, onGivenUp);
        const consumer = {
          job,
          run,
          concurrency: how?.concurrency ?? 4,
          running: new Set<never>(),
          closed: false,
        };
        member.consumers.push(consumer);
        consumers.add(consumer);
        queueMicrotask(wake);
      },
      close: () => (closing ??= leave(member, consumers)),
    };
  }

  return { open: join, wake, plant: (job, id, data) => put(job, id, data, now()) };
}

type Untrusted = { readonly job: JobName; readonly payload: unknown; readonly at?: Date | undefined };

function checked({ job, payload, at }: Untrusted) {
  const reading = readPayload(job, payload);
  if (!reading.fits) throw new Error(reading.reason);
  if (at !== undefined && Number.isNaN(at.getTime()))
    throw new Error(`Job "${job}" cannot wait for no date.`);
  return { job, payload: reading.payload, id: jobId(job, reading.payload), at };
}

function freeConsumer(consumers: ReadonlySet<Consumer>, job: JobName): Consumer | undefined {
  return [...consumers].find(
    (consumer) => consumer.job === job && !consumer.closed && consumer.running.size < consumer.concurrency,
  );
}

async function leave(member: Member, consumers: Set<Consumer>): Promise<void> {
  for (const consumer of member.consumers) {
    consumer.closed = true;
    consumers.delete(consumer);
  }
  await Promise.all(member.consumers.flatMap((consumer) => [...consumer.running]));
  member.closed = true;
}
