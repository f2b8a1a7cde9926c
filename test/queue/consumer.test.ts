import { EventEmitter } from 'node:events';

import { describe, expect, it } from '@jest/globals';

import type { Broker, Taker } from '../../src/queue/broker.ts';
import { keepConsuming } from '../../src/queue/consumer.ts';
import { defaultPace, type Pace } from '../../src/queue/pace.ts';
import { fastPace } from './fast-pace.ts';
import { settle, until } from './patience.ts';

/** How a worker may behave. The real ones have been seen to do each of these. */
type Life = {
  /** Resolves when the worker ends by itself. `closed` resolves when it is closed. */
  readonly run: (worker: Worker) => Promise<void>;
  readonly ready?: () => Promise<void>;
};

class Worker extends EventEmitter implements Taker {
  readonly closed = Promise.withResolvers<void>();
  readonly life: Life;
  isClosed = false;

  constructor(life: Life) {
    super();
    this.life = life;
  }

  async waitUntilReady(): Promise<void> {
    await this.life.ready?.();
  }

  async run(): Promise<void> {
    await this.life.run(this);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.closed.resolve();
  }
}

const healthy: Life = { run: (worker) => worker.closed.promise };

/** Starts consuming with workers that live these lives, one after the other; the last one again and again. */
function consume(lives: readonly Life[], pace: Partial<Pace> = {}) {
  const built: Worker[] = [];
  const lines: string[] = [];
  const stopping = new AbortController();
  const broker: Broker = {
    name: 'A broker',
    prepare: async () => undefined,
    mayPass: () => true,
    sender: () => {
      throw new Error('Nothing is sent here.');
    },
    take() {
      const worker = new Worker(lives[Math.min(built.length, lives.length - 1)] ?? healthy);
      built.push(worker);
      return { taker: worker, abandon: () => undefined };
    },
  };
  const consumption = { job: 'gather', takeJob: async () => undefined, concurrency: 1 } as const;
  const told = { onGivenUp: () => undefined, say: (line: string) => void lines.push(line) };
  const working = keepConsuming(
    broker,
    consumption,
    { ...defaultPace, ...fastPace, ...pace },
    told,
    stopping.signal,
  );
  const stop = async () => {
    stopping.abort();
    await working;
  };
  return { built, lines, stop };
}

describe('keeping a worker going', () => {
  it('leaves a healthy worker alone, and closes it in the end', async () => {
    const { built, lines, stop } = consume([healthy]);
    await until(() => built.length === 1, 'the worker');
    await stop();
    expect(built.map((worker) => worker.isClosed)).toEqual([true]);
    expect(lines).toEqual([]);
  });

  it('replaces a worker that was built while the database was away', async () => {
    const broken: Life = { ready: () => Promise.reject(new Error('connection refused')), run: healthy.run };
    const { built, lines, stop } = consume([broken, healthy]);
    await until(() => built.length === 2, 'the second worker');
    await stop();
    expect(built.map((worker) => worker.isClosed)).toEqual([true, true]);
    expect(lines).toEqual([expect.stringContaining('connection refused')]);
  });

  it('replaces a worker that never becomes ready', async () => {
    const silent: Life = { ready: () => new Promise(() => undefined), run: healthy.run };
    const { built, stop } = consume([silent, healthy], { connectWithin: 20 });
    await until(() => built.length === 2, 'the second worker');
    await stop();
    expect(built).toHaveLength(2);
  });

  it('replaces a worker that ends by itself', async () => {
    const { built, lines, stop } = consume([{ run: async () => undefined }, healthy]);
    await until(() => built.length === 2, 'the second worker');
    await stop();
    expect(lines).toEqual([expect.stringContaining('stopped by itself')]);
  });

  it('stops a worker that reports errors without letting anything else run', async () => {
    let errors = 0;
    const spinning: Life = {
      async run(worker) {
        // No timer and no socket gets a turn in here: only what the listener does can end it.
        while (!worker.isClosed) {
          errors += 1;
          worker.emit('error', new Error('relation "job" does not exist'));
          await Promise.resolve();
        }
      },
    };
    const { built, lines, stop } = consume([spinning, healthy]);
    await until(() => built.length === 2, 'the second worker');
    await stop();
    expect(errors).toBeLessThan(20);
    expect(lines.at(-1)).toContain('reports nothing but errors');
  });

  it('lets a worker that is just connecting come up before it closes it', async () => {
    const { promise: connected, resolve: connect } = Promise.withResolvers<void>();
    const { built, stop } = consume([{ ready: () => connected, run: healthy.run }]);
    await until(() => built.length === 1, 'the worker');
    const stopped = stop();
    await settle();
    expect(built.map((worker) => worker.isClosed)).toEqual([false]);
    connect();
    await stopped;
    expect(built.map((worker) => worker.isClosed)).toEqual([true]);
  });

  it('does not wait for one that cannot connect for longer than it may take', async () => {
    const never: Life = { ready: () => new Promise(() => undefined), run: healthy.run };
    const { built, stop } = consume([never], { connectWithin: 20 });
    await until(() => built.length === 1, 'the worker');
    await stop();
    expect(built.every((worker) => worker.isClosed)).toBe(true);
  });

  it('replaces a worker that has been still for long, without a word', async () => {
    const { built, lines, stop } = consume([healthy], { replaceIdle: 15 });
    await until(() => built.length >= 3, 'the third worker');
    await stop();
    expect(built.every((worker) => worker.isClosed)).toBe(true);
    expect(lines).toEqual([]);
  });
});
