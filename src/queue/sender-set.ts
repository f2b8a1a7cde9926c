import type { Broker, Sender, SenderJob } from './broker.ts';
import type { JobName } from './jobs.ts';
import { messageOf } from './outcome.ts';
import { endsWithin } from './patience.ts';
import type { Say } from './quiet.ts';

/** Jobs to add, each under the queue of its name. */
export type SenderJobs = ReadonlyMap<JobName, SenderJob[]>;

/** Connections for adding jobs, one for each name that is needed, thrown away together. */
export type SenderSet = {
  send(jobs: SenderJobs): Promise<void>;
  /** Closes the connections once nobody uses them any more. Never rejects. */
  retire(): Promise<void>;
};

/** Waits at most `closeWithin` milliseconds for connections to close. */
export function createSenderSet(broker: Broker, closeWithin: number, say: Say): SenderSet {
  const senders = new Map<JobName, Sender>();
  let users = 0;
  let retired = false;

  function senderOf(job: JobName): Sender {
    const known = senders.get(job);
    if (known !== undefined) return known;
    const sender = broker.sender(job);
    sender.on('error', (error) => say(`The queue of job "${job}" reports: ${messageOf(error)}`));
    senders.set(job, sender);
    return sender;
  }

  // A pool that is closed under its users leaves them waiting for ever, so the last user closes it.
  async function closeUnused(): Promise<void> {
    if (!retired || users > 0) return;
    const unused = [...senders.values()];
    senders.clear();
    await endsWithin(Promise.allSettled(unused.map((sender) => sender.close())), closeWithin);
  }

  return {
    async send(jobs) {
      users += 1;
      try {
        for (const [job, list] of jobs) await addAll(senderOf(job), list);
      } finally {
        users -= 1;
        void closeUnused();
      }
    },
    async retire() {
      retired = true;
      await closeUnused();
    },
  };
}

async function addAll(sender: Sender, jobs: SenderJob[]): Promise<void> {
  await sender.waitUntilReady();
  await sender.addBulk(jobs);
}
