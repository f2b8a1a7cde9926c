import type { Broker, TakeJob, Taker, Taking } from './broker.ts';
import type { JobName } from './jobs.ts';
import { messageOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import { endsWithin, pause, untilReady } from './patience.ts';
import { tellOrphaned, type Told } from './process.ts';
import { type Watch, watchWorker } from './watch-worker.ts';

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
  const watch = watchWorker(consumption.takeJob, pace, signal);
  try {
    const taking = broker.take(consumption.job, watch.takeJob, consumption.concurrency);
    listen(taking.taker, consumption.job, watch, told);
    await liveOnce(taking, watch, pace);
  } finally {
    watch.stop();
  }
}

async function liveOnce(taking: Taking, watch: Watch, pace: Pace): Promise<void> {
  try {
    await Promise.race([start(taking.taker, pace), watch.ended]);
  } finally {
    await putDown(taking, watch, pace);
  }
}

function listen(taker: Taker, job: JobName, watch: Watch, told: Told): void {
  taker.on('failed', tellOrphaned(job, told));
  taker.on('error', (error) => {
    told.say(`The worker of job "${job}" reports: ${messageOf(error)}`);
    // A broken worker can report without ever letting anything else run, so it is stopped right here.
    if (watch.reported(error)) void taker.close();
  });
}

async function start(taker: Taker, pace: Pace): Promise<void> {
  const ready = taker.waitUntilReady();
  if (!(await endsWithin(ready, pace.connectWithin))) throw new Error('the worker did not become ready');
  await ready;
  await taker.run();
  throw new Error('the worker stopped by itself');
}

async function putDown(taking: Taking, watch: Watch, pace: Pace): Promise<void> {
  // BullMQ opens its listening connection even where it was closed before: it is let up first.
  await endsWithin(taking.taker.waitUntilReady(), pace.connectWithin);
  const closing = taking.taker.close();
  const brief = Math.min(pace.connectWithin, pace.grace);
  if (await endsWithin(closing, brief)) return;
  // Only work is worth waiting for; closing without any hangs on a connection that is gone.
  if (watch.busy() && (await endsWithin(closing, pace.grace - brief))) return;
  // What still runs may finish or not; its lock lapses, and it runs again elsewhere.
  taking.abandon();
}
