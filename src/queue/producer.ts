import type { Addition } from '../ports/queue.ts';
import type { Broker, Sender, SenderJob, Sending } from './broker.ts';
import { jobOptions } from './bullmq-options.ts';
import { jobId, type JobName, readPayload } from './jobs.ts';
import { messageOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import type { Say } from './quiet.ts';

export type Producer = {
  add(additions: readonly Addition[]): Promise<void>;
  close(): Promise<void>;
};

/** One set of connections, in use by as many additions as are on their way. */
type Line = {
  readonly sending: Sending;
  readonly senders: Map<JobName, Sender>;
  users: number;
  retired: boolean;
};

/** Adds jobs. Connections that fail are thrown away, because a queue built during an outage never recovers. */
export function createProducer(broker: Broker, pace: Pace, say: Say): Producer {
  let opening: Promise<Line> | undefined;

  async function attempt(groups: ReadonlyMap<JobName, readonly SenderJob[]>): Promise<void> {
    opening ??= openLine(broker);
    const current = opening;
    try {
      await useLine(await current, groups, say);
    } catch (error) {
      if (opening === current) {
        opening = undefined;
        await current.then(retire, () => undefined);
      }
      throw error;
    }
  }

  return {
    async add(additions) {
      const groups = groupByJob(additions, pace);
      if (groups.size === 0) return;
      // The first addition after an outage meets dead connections; the second meets fresh ones. Adding
      // the same job twice is harmless.
      await attempt(groups)
        .catch(() => attempt(groups))
        .catch((error: unknown) => {
          throw new Error(unreachable(broker, error), { cause: error });
        });
    },
    async close() {
      const last = opening;
      opening = undefined;
      await last?.then(retire, () => undefined);
    },
  };
}

async function openLine(broker: Broker): Promise<Line> {
  await broker.prepare();
  return { sending: broker.send(), senders: new Map(), users: 0, retired: false };
}

async function useLine(
  line: Line,
  groups: ReadonlyMap<JobName, readonly SenderJob[]>,
  say: Say,
): Promise<void> {
  line.users += 1;
  try {
    for (const [job, jobs] of groups) await (await senderOf(line, job, say)).addBulk(jobs);
  } finally {
    line.users -= 1;
    if (line.retired) await closeUnused(line);
  }
}

async function senderOf(line: Line, job: JobName, say: Say): Promise<Sender> {
  const sender = line.senders.get(job) ?? newSender(line, job, say);
  await sender.waitUntilReady();
  return sender;
}

function newSender(line: Line, job: JobName, say: Say): Sender {
  const sender = line.sending.sender(job);
  sender.on('error', (error) => say(`The queue reports: ${messageOf(error)}`));
  line.senders.set(job, sender);
  return sender;
}

async function retire(line: Line): Promise<void> {
  line.retired = true;
  await closeUnused(line);
}

// A pool that is closed under its users leaves them waiting for ever, so the last user closes it.
async function closeUnused(line: Line): Promise<void> {
  if (line.users > 0) return;
  const senders = [...line.senders.values()];
  line.senders.clear();
  await Promise.allSettled(senders.map((sender) => sender.close()));
  await line.sending.close().catch(() => undefined);
}

function groupByJob(additions: readonly Addition[], pace: Pace): ReadonlyMap<JobName, readonly SenderJob[]> {
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

function unreachable(broker: Broker, error: unknown): string {
  return `A job could not be added, because ${broker.name} does not take it: ${messageOf(error)}. Check that it runs and that its address is right; the sweep adds the job again.`;
}
