import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

import type { Broker, TakeJob, Taking } from './broker.ts';
import type { JobName } from './jobs.ts';
import { messageOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import { streams, workerOptions } from './bullmq-options.ts';

/** Answers that no waiting will change: a password is missing or wrong, or a right is. */
const refusals = /^(?:NOAUTH|WRONGPASS|NOPERM|ERR (?:invalid password|AUTH|Client sent AUTH))/;

/** Milliseconds. How long a connection may take to say goodbye before it is cut. */
const disconnectTimeout = 250;

/** Jobs kept in Redis. */
export function redisBroker(redisUrl: string, pace: Pace): Broker {
  return {
    name: 'Redis',
    prepare: () => prepare(redisUrl, pace),
    mayPass: (error) => !refusals.test(messageOf(error)),
    sender: (job) => new Queue(job, { connection: { url: redisUrl, ...sendingOptions(pace) }, streams }),
    take: (job, takeJob, concurrency) => take(redisUrl, pace, job, takeJob, concurrency),
  };
}

async function prepare(redisUrl: string, pace: Pace): Promise<void> {
  const client = new Redis(redisUrl, {
    ...sendingOptions(pace),
    lazyConnect: true,
    retryStrategy: () => null,
  });
  const problems: Error[] = [];
  client.on('error', (problem: Error) => problems.push(problem));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    // "Connection is closed" tells nobody why; the reason came as an event.
    throw problems[0] ?? error;
  } finally {
    // Ending what has ended already would leave a timer behind.
    if (client.status !== 'end') client.disconnect();
  }
}

function take(redisUrl: string, pace: Pace, job: JobName, takeJob: TakeJob, concurrency: number): Taking {
  let abandoned = false;
  const connection = {
    url: redisUrl,
    connectTimeout: pace.connectWithin,
    disconnectTimeout,
    maxRetriesPerRequest: null,
    // A client that nobody wants any more would otherwise try to connect for ever.
    retryStrategy: () => (abandoned ? null : pace.reconnect),
  };
  const taker = new Worker(job, takeJob, { ...workerOptions(pace, concurrency), connection });
  return {
    taker,
    abandon() {
      abandoned = true;
      void taker.disconnect().catch(() => undefined);
    },
  };
}

// Who adds a job waits for the answer, so a command fails at once instead of waiting for a connection; the
// producer replaces connections that failed.
function sendingOptions(pace: Pace) {
  return {
    connectTimeout: pace.connectWithin,
    disconnectTimeout,
    commandTimeout: pace.answerWithin,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  };
}
