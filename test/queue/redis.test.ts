import { describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

import { openQueue } from '../../src/queue/open.ts';
import { describeQueue, type QueueRig } from '../contracts/queue.ts';
import { fastPace } from './fast-pace.ts';
import { settle, until } from './patience.ts';
import { redisIsHere, startDisposableRedis } from './redis-server.ts';

async function startRedis(): Promise<QueueRig> {
  const redis = await startDisposableRedis();
  return {
    async empty() {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
    },
    open: (onGivenUp) =>
      openQueue({
        databaseUrl: 'postgresql://nobody@127.0.0.1:1/not-used',
        redisUrl: redis.url,
        onGivenUp,
        say: () => undefined,
        pace: fastPace,
      }),
    now: () => new Date(),
    until,
    settle,
    async plant(job, id, data) {
      const queue = new Queue(job, { connection: { url: redis.url } });
      await queue.add(job, data, { jobId: id });
      await queue.close();
    },
    stop: () => redis.stop(),
  };
}

if (redisIsHere()) {
  describeQueue('on Redis', startRedis);
} else {
  process.stderr.write('\nREDIS NOT HERE: queue not tested on Redis. Install redis-server to test it.\n\n');
  // oxlint-disable-next-line jest/no-disabled-tests -- a machine without Redis must say so, not fail
  describe.skip('REDIS NOT HERE: queue not tested on Redis', () => {
    it('keeps the promises of every queue', () => {
      expect(redisIsHere()).toBe(true);
    });
  });
}
