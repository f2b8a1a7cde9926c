import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

import type { Broker, Sending, TakeJob, Taking } from './broker.ts';
import type { JobName } from './jobs.ts';
import type { Pace } from './pace.ts';
import { streams, workerOptions } from './bullmq-options.ts';

/** Answers that no waiting will change: a password is missing or wrong, or a right is. */
const refusals = /^(?:NOAUTH|WRONGPASS|NOPERM|ERR (?:invalid password|AUTH|Client sent AUTH))/;

/** Jobs kept in Redis. */
export function redisBroker(redisUrl: string, pace: Pace): Broker {
  return {
    name: 'Redis',
    prepare: () => prepare(redisUrl, pace),
    mayPass: (error) => !refusals.test(String((error as { readonly message?: unknown }).message)),
    send: () => send(redisUrl, pace),
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
    client.disconnect();
  }
}

function send(redisUrl: string, pace: Pace): Sending {
  const connection = { url: redisUrl, ...sendingOptions(pace) };
  return {
    sender: (job) => new Queue(job, { connection, streams }),
    close: () => Promise.resolve(),
  };
}

function take(redisUrl: string, pace: Pace, job: JobName, takeJob: TakeJob, concurrency: number): Taking {
  const connection = { url: redisUrl, connectTimeout: pace.connectWithin, maxRetriesPerRequest: null };
  const taker = new Worker(job, takeJob, { ...workerOptions(pace, concurrency), connection });
  return { taker, close: () => Promise.resolve() };
}

// Who adds a job waits for the answer, so a command fails at once instead of waiting for a connection.
function sendingOptions(pace: Pace) {
  return {
    connectTimeout: pace.connectWithin,
    commandTimeout: pace.answerWithin,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
  };
}
