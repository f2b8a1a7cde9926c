import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import type { GivenUp, Queue } from '../../src/ports/queue.ts';
import { openQueue, type QueueOptions } from '../../src/queue/open.ts';
import type { Pace } from '../../src/queue/pace.ts';
import { fastPace } from './fast-pace.ts';
import { type Gate, putGate } from './gate.ts';
import { settle, until } from './patience.ts';

export type FaultyServer = {
  readonly url: string;
  /** Which settings lead the queue to this server. */
  address(url: string): Pick<QueueOptions, 'databaseUrl' | 'redisUrl'>;
  /** Throws away every job, as an administrator in a hurry might. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
};

/** A worker whose connection is gone is taken for dead after about a second. */
const quickLocks = { lock: 1_000, orphanCheck: 200 } as const;

/** Consumes, and keeps what came. */
function collect(queue: Queue): number[] {
  const seen: number[] = [];
  queue.consume('gather', async ({ subject }) => void seen.push(subject));
  return seen;
}

/** What a queue must live through, on the real parts. */
export function describeFaults(name: string, start: () => Promise<FaultyServer>): void {
  describe(`faults of ${name}`, () => {
    let server: FaultyServer;
    let gate: Gate;
    let lines: string[] = [];
    let givenUp: GivenUp[] = [];
    const opened: Queue[] = [];

    // Nothing here takes long, but a busy machine may.
    jest.setTimeout(60_000);

    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server.stop());
    beforeEach(async () => {
      lines = [];
      givenUp = [];
      gate = await putGate(server.url);
      await server.wipe();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((queue) => queue.close()));
      await gate.shut();
    });

    async function open(url: string, pace: Partial<Pace> = {}): Promise<Queue> {
      const queue = await openQueue({
        ...server.address(url),
        onGivenUp: (notice) => void givenUp.push(notice),
        say: (line) => void lines.push(line),
        pace: { ...fastPace, grace: 1_000, ...pace },
      });
      opened.push(queue);
      return queue;
    }

    it('waits for a server that is not there yet, and says so', async () => {
      const opening = open(gate.url);
      await until(() => lines.length > 0, 'a line about it');
      await gate.open();
      const queue = await opening;
      const seen = collect(queue);
      await queue.add('gather', { subject: 7 });
      await until(() => seen.length > 0, 'the job');
      expect(lines[0]).toMatch(/does not answer yet/);
    });

    it('stops waiting when it is told to', async () => {
      const stopping = new AbortController();
      const opening = openQueue({
        ...server.address(gate.url),
        onGivenUp: () => undefined,
        say: () => stopping.abort(),
        pace: fastPace,
        signal: stopping.signal,
      });
      await expect(opening).rejects.toThrow(/nothing was started/);
    });

    it('works with a consumer that came during an outage, once the server is back', async () => {
      await gate.open();
      const queue = await open(gate.url);
      await gate.shut();
      const seen = collect(queue);
      await until(() => lines.length > 0, 'a line about it');
      await gate.open();
      await queue.add('gather', { subject: 7 });
      await until(() => seen.length > 0, 'the job');
      expect(seen).toEqual([7]);
    });

    it('refuses a job during an outage, says what to do, and goes on after it', async () => {
      await gate.open();
      const queue = await open(gate.url);
      const seen = collect(queue);
      await queue.add('gather', { subject: 1 });
      await until(() => seen.includes(1), 'the job before the outage');
      await gate.shut();
      await expect(queue.add('gather', { subject: 2 })).rejects.toThrow(/could not be added.*sweep adds/s);
      await gate.open();
      await queue.add('gather', { subject: 3 });
      await until(() => seen.includes(3), 'the job after the outage');
      // The first job may run twice: the outage can swallow the news that it was done.
      expect(new Set(seen)).toEqual(new Set([1, 3]));
      expect(givenUp).toEqual([]);
    });

    it('finishes a job that was running when the connection was cut', async () => {
      await gate.open();
      const queue = await open(gate.url, quickLocks);
      const handler = Promise.withResolvers<void>();
      const events: string[] = [];
      queue.consume('gather', async () => {
        events.push('started');
        await handler.promise;
        events.push('finished');
      });
      await queue.add('gather', { subject: 7 });
      await until(() => events.length === 1, 'the start');
      await gate.shut();
      handler.resolve();
      await until(() => events.includes('finished'), 'the end');
      await gate.open();
      const seen: number[] = [];
      queue.consume('watch', async ({ subject }) => void seen.push(subject));
      await queue.add('watch', { subject: 8, days: 30 });
      await until(() => seen.length === 1, 'the next job');
      expect(givenUp).toEqual([]);
    });

    it('hears again from a server whose connections went silent', async () => {
      await gate.open();
      const queue = await open(gate.url, {
        answerWithin: 300,
        replaceIdle: 400,
        grace: 200,
        connectWithin: 500,
      });
      const seen = collect(queue);
      await queue.add('gather', { subject: 1 });
      await until(() => seen.length === 1, 'the first job');
      gate.freeze();
      const other = await open(server.url);
      await other.add('gather', { subject: 2 });
      await until(() => seen.includes(2), 'the second job');
      expect(new Set(seen)).toEqual(new Set([1, 2]));
    });

    it('gives a job to another process when its own has lost touch', async () => {
      await gate.open();
      const lost = await open(gate.url, quickLocks);
      const handler = Promise.withResolvers<void>();
      const seen: string[] = [];
      lost.consume('gather', async () => {
        seen.push('lost');
        await handler.promise;
      });
      await lost.add('gather', { subject: 7 });
      await until(() => seen.length === 1, 'the first run');
      await gate.shut();
      const other = await open(server.url, quickLocks);
      other.consume('gather', async () => void seen.push('other'));
      await until(() => seen.includes('other'), 'the second run');
      handler.resolve();
      expect(seen[0]).toBe('lost');
      expect(givenUp).toEqual([]);
    });

    it('tells of a job whose workers died more often than is allowed', async () => {
      await gate.open();
      const pace = { ...quickLocks, maxOrphaned: 0 };
      const lost = await open(gate.url, pace);
      const handler = Promise.withResolvers<void>();
      let runs = 0;
      lost.consume('gather', async () => {
        runs += 1;
        await handler.promise;
      });
      await lost.add('gather', { subject: 7 });
      await until(() => runs === 1, 'the run');
      await gate.shut();
      const other = await open(server.url, pace);
      const seen = collect(other);
      await until(() => givenUp.length > 0, 'the notice');
      handler.resolve();
      expect(seen).toEqual([]);
      expect(givenUp).toHaveLength(1);
      expect(givenUp[0]).toMatchObject({ job: 'gather', id: 'gather/7', payload: { subject: 7 } });
      expect(givenUp[0]?.reason).toMatch(/ended .* before it was done/);
    });

    it('closes after the grace period, and the job it left runs elsewhere', async () => {
      const hasty = await open(server.url, { ...quickLocks, grace: 100 });
      const handler = Promise.withResolvers<void>();
      const seen: string[] = [];
      hasty.consume('gather', async () => {
        seen.push('hasty');
        await handler.promise;
      });
      await hasty.add('gather', { subject: 7 });
      await until(() => seen.length === 1, 'the first run');
      await hasty.close();
      const other = await open(server.url, quickLocks);
      other.consume('gather', async () => void seen.push('other'));
      await until(() => seen.includes('other'), 'the second run');
      handler.resolve();
      await settle();
      expect(seen[0]).toBe('hasty');
      expect(givenUp).toEqual([]);
    });

    it('goes on when every job is wiped, the running ones too', async () => {
      const queue = await open(server.url);
      const handler = Promise.withResolvers<void>();
      const seen: number[] = [];
      queue.consume('gather', async ({ subject }) => {
        seen.push(subject);
        if (subject === 1) await handler.promise;
      });
      await queue.add('gather', { subject: 1 });
      await until(() => seen.length === 1, 'the running job');
      await queue.add('gather', { subject: 2 }, { at: new Date(Date.now() + 60_000) });
      await server.wipe();
      handler.resolve();
      await queue.addMany([2, 3].map((subject) => ({ job: 'gather', payload: { subject } })));
      await until(() => seen.length >= 3, 'the jobs added again');
      expect(new Set(seen)).toEqual(new Set([1, 2, 3]));
      expect(givenUp).toEqual([]);
    });

    it('replaces idle workers again and again without losing or doubling a job', async () => {
      const queue = await open(server.url, { replaceIdle: 40 });
      const seen = collect(queue);
      const subjects = Array.from({ length: 8 }, (_, index) => index + 1);
      for (const subject of subjects) {
        await queue.add('gather', { subject });
        await settle();
      }
      await until(() => seen.length >= subjects.length, 'every job');
      expect(seen).toEqual(subjects);
      expect(lines).toEqual([]);
    });
  });
}
