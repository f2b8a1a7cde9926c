import type { Broker, SenderJob } from './broker.ts';
import { jobOptions } from './bullmq-options.ts';
import { jobId, type JobName, readPayload } from './jobs.ts';
import { messageOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import type { Say } from './quiet.ts';
import { createSenderSet, type SenderJobs, type SenderSet } from './sender-set.ts';

/** What is asked for; the payload is only believed once it has been read. */
export type Addition = {
  readonly job: JobName;
  readonly payload: unknown;
  readonly at?: Date | undefined;
};

export type Producer = {
  add(additions: readonly Addition[]): Promise<void>;
  close(): Promise<void>;
};

/** Adds jobs. Connections that fail are thrown away, because a queue built during an outage never recovers. */
export function createProducer(broker: Broker, pace: Pace, say: Say): Producer {
  let connecting: Promise<SenderSet> | undefined;
  let closed = false;

  async function connect(): Promise<SenderSet> {
    await broker.prepare();
    return createSenderSet(broker, pace.connectWithin, say);
  }

  async function attempt(jobs: SenderJobs): Promise<void> {
    if (closed) throw new Error('A job came too late: the queue is closed. The sweep adds it again.');
    const current = (connecting ??= connect());
    try {
      await (await current).send(jobs);
    } catch (error) {
      if (connecting === current) connecting = undefined;
      void retire(current);
      throw error;
    }
  }

  return {
    async add(additions) {
      const jobs = groupByName(additions, pace);
      if (jobs.size === 0) return;
      // The first attempt after an outage meets dead connections; the second meets fresh ones. Adding
      // the same job twice is harmless.
      await attempt(jobs).catch(() => attempt(jobs).catch((error: unknown) => refuse(broker, error)));
    },
    async close() {
      closed = true;
      await retire(connecting);
    },
  };
}

async function retire(connecting: Promise<SenderSet> | undefined): Promise<void> {
  await connecting?.then(
    (senders) => senders.retire(),
    () => undefined,
  );
}

function groupByName(additions: readonly Addition[], pace: Pace): SenderJobs {
  const jobs = additions.map((addition) => senderJob(addition, pace));
  return Map.groupBy(jobs, (job) => job.name);
}

function senderJob(addition: Addition, pace: Pace): SenderJob & { readonly name: JobName } {
  const { job, at } = addition;
  if (at !== undefined && !Number.isFinite(at.getTime())) {
    throw new Error(`Job "${job}" cannot wait for a date that is no date.`);
  }
  const reading = readPayload(job, addition.payload);
  if (!reading.fits) throw new Error(`${reading.reason} Put ids in it, and nothing else.`);
  return { name: job, data: reading.payload, opts: jobOptions(pace, jobId(job, reading.payload), at) };
}

function refuse(broker: Broker, error: unknown): never {
  const reason = messageOf(error);
  const advice = `Check that ${broker.name} runs and that its address is right; the sweep adds the job again.`;
  throw new Error(`A job could not be added (${reason}). ${advice}`, { cause: error });
}
