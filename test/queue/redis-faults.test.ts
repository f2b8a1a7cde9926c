import { describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';

import { describeFaults } from './faults.ts';
import { redisIsHere, startDisposableRedis } from './redis-server.ts';

async function startRedis() {
  const redis = await startDisposableRedis();
  return {
    url: redis.url,
    address: (redisUrl: string) => ({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/not-used', redisUrl }),
    async wipe() {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
    },
    stop: () => redis.stop(),
  };
}

if (redisIsHere()) {
  describeFaults('Redis', startRedis);
} else {
  process.stderr.write('\nREDIS NOT HERE: queue not tested on Redis. Install redis-server to test it.\n\n');
  // oxlint-disable-next-line jest/no-disabled-tests -- a machine without Redis must say so, not fail
  describe.skip('REDIS NOT HERE: queue not tested on Redis', () => {
    it('lives through faults', () => {
      expect(redisIsHere()).toBe(true);
    });
  });
}
