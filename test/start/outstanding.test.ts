import { beforeEach, describe, expect, test } from '@jest/globals';
import { GiveUp, RetryLater } from '../../src/errors.ts';
import type { Queue } from '../../src/ports/queue.ts';
import { countOutstanding } from '../../src/start/outstanding.ts';
import type { Outstanding } from '../../src/start/outstanding.ts';

const watch = { subject: 7, days: 30 } as const;

let now: number;
let counted: Outstanding;
let run: (payload: never) => Promise<void>;

/** A queue that runs a job when the test says so. */
const queue: Queue = {
  add: async () => undefined,
  addMany: async () => undefined,
  consume: (_, handler) => {
    run = handler;
  },
  close: async () => undefined,
};

beforeEach(() => {
  now = 1_000_000;
  counted = countOutstanding(queue, () => now);
});

function runs(work: () => Promise<void> = async () => undefined): Promise<void> {
  counted.queue.consume('watch', work);
  return run(watch as never);
}

describe('what is still to be done', () => {
  test('is counted from when it is added until it has run', async () => {
    await counted.queue.add('watch', watch);
    expect(counted.count()).toBe(1);
    await counted.queue.add('watch', watch);
    expect(counted.count()).toBe(1);
    await runs(async () => expect(counted.count()).toBe(1));
    expect(counted.count()).toBe(0);
  });

  test('is not what is for later, or was given up', async () => {
    await counted.queue.add('gather', { subject: 7 }, { at: new Date(now + 1) });
    await runs(() => Promise.reject(new RetryLater(new Date(now + 60_000), 'The limit is reached.'))).catch(
      () => undefined,
    );
    await counted.queue.add('watch', watch);
    await runs(() => Promise.reject(new GiveUp('It is gone.'))).catch(() => undefined);
    expect(counted.count()).toBe(0);
  });

  test('what is added while the same is just ending may be swallowed: it is counted for a moment', async () => {
    await runs();
    now += 499;
    await counted.queue.addMany([{ job: 'watch', payload: watch }]);
    expect(counted.count()).toBe(1);
    now += 499;
    expect(counted.count()).toBe(1);
    now += 1;
    expect(counted.count()).toBe(0);
  });

  test('where it was not swallowed, it counts for as long as it runs', async () => {
    await runs();
    await counted.queue.add('watch', watch);
    await runs(async () => {
      now += 10_000;
      expect(counted.count()).toBe(1);
    });
    expect(counted.count()).toBe(0);
  });

  test('what is added later is counted as ever, and so is a sweep', async () => {
    await runs();
    now += 500;
    await counted.queue.add('watch', watch);
    counted.queue.consume('sweep', async () => undefined);
    await run({ kind: 'relay' } as never);
    await counted.queue.add('sweep', { kind: 'relay' });
    now += 10_000;
    expect(counted.count()).toBe(2);
  });
});
