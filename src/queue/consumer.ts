import type { Broker, TakeJob, Taking } from './broker.ts';
import type { JobName } from './jobs.ts';
import { messageOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import { endsWithin, pause, untilReady } from './patience.ts';
import type { Told } from './process.ts';
import { tellOrphaned } from './process.ts';
import { watchWorker } from './watch-worker.ts';

export type Consumption = {
  readonly job: JobName;
  readonly takeJob: TakeJob;
  readonly concurrency: number;
};

/**
 * Keeps one worker going until the signal: waits for the database, builds the worker, and builds it
 * anew whenever it breaks. Ends when the last worker has put down its jobs, or the grace period is over.
 */
export async function keepConsuming(
  broker: Broker,
  consumption: Consumption,
  pace: Pace,
  told: Told,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await untilReady(broker, pace.reconnect, told.say, signal);
      if (!signal.aborted) await consumeOnce(broker, consumption, pace, told, signal);
    } catch (error) {
      told.say(`Job "${consumption.job}" is not being worked on: ${messageOf(error)}. Trying again.`);
      await pause(pace.reconnect, signal);
    }
  }
}

/** One life of a worker. Resolves when it was stopped or has been idle for long, rejects when it broke. */
async function consumeOnce(
  broker: Broker,
  consumption: Consumption,
  pace: Pace,
  told: Told,
  signal: AbortSignal,
): Promise<void> {
  const { job, takeJob, concurrency } = consumption;
  const watch = watchWorker(takeJob, pace, signal);
  const taking = broker.take(job, watch.takeJob, concurrency);
  taking.taker.on('failed', tellOrphaned(job, told));
  taking.taker.on('error', (error) => {
    told.say(`The worker of job "${job}" reports: ${messageOf(error)}`);
    // A broken worker can report without ever letting anything else run, so it is stopped right here.
    if (watch.reported(error)) void taking.taker.close();
  });
  try {
    await Promise.race([start(taking, pace), watch.ended]);
  } finally {
    watch.stop();
    await putDown(taking, pace);
  }
}

async function start(taking: Taking, pace: Pace): Promise<void> {
  const ready = taking.taker.waitUntilReady();
  if (!(await endsWithin(ready, pace.connectWithin))) throw new Error('the worker did not become ready');
  await ready;
  await taking.taker.run();
  throw new Error('the worker stopped by itself');
}

async function putDown(taking: Taking, pace: Pace): Promise<void> {
  const closed = await endsWithin(taking.taker.close(), pace.grace);
  // Its jobs are left to finish or not; their locks lapse, and they run again elsewhere.
  if (!closed) await endsWithin(taking.taker.disconnect(), pace.connectWithin);
  await endsWithin(taking.close(), pace.connectWithin);
}
