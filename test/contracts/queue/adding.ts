import { describe, expect, it } from '@jest/globals';

import type { Bench } from './bench.ts';

/** What every queue promises about adding jobs and sharing them out. */
export function describeAdding(bench: Bench): void {
  describe('adding and consuming', () => {
    it('hands a job to the consumer of its name, with its payload', async () => {
      const queue = await bench.open();
      const gathered: unknown[] = [];
      const commented: unknown[] = [];
      queue.consume('gather', async (payload) => void gathered.push(payload));
      queue.consume('comment', async (payload) => void commented.push(payload));
      await queue.add('gather', { subject: 7 });
      await queue.add('comment', { subject: 8 });
      await bench.rig.until(() => gathered.length + commented.length === 2, 'both jobs');
      expect({ gathered, commented }).toEqual({ gathered: [{ subject: 7 }], commented: [{ subject: 8 }] });
    });

    it('keeps a job until somebody consumes it, and does it once', async () => {
      await (await bench.open()).add('report', { cycle: 3, person: 41 });
      const other = await bench.open();
      const done: unknown[] = [];
      other.consume('report', async (payload) => void done.push(payload));
      await bench.rig.until(() => done.length > 0, 'the report');
      await bench.rig.settle();
      expect(done).toEqual([{ cycle: 3, person: 41 }]);
    });

    it('takes many jobs at once, in any order, each of them once', async () => {
      const queue = await bench.open();
      const subjects = Array.from({ length: 200 }, (_, index) => index + 1);
      const twice = [...subjects, ...subjects];
      await queue.addMany(twice.map((subject) => ({ job: 'gather', payload: { subject } })));
      await queue.addMany([]);
      const seen: number[] = [];
      queue.consume('gather', async ({ subject }) => void seen.push(subject));
      await bench.rig.until(() => seen.length >= 200, 'all 200 jobs');
      await bench.rig.settle();
      expect(seen.toSorted((a, b) => a - b)).toEqual(subjects);
    });

    it('takes jobs of different names together', async () => {
      const queue = await bench.open();
      const seen: string[] = [];
      queue.consume('gather', async ({ subject }) => void seen.push(`gather ${subject}`));
      queue.consume('sweep', async ({ kind }) => void seen.push(`sweep ${kind}`));
      await queue.addMany([
        { job: 'gather', payload: { subject: 1 } },
        { job: 'sweep', payload: { kind: 'relay' } },
        { job: 'sweep', payload: { kind: 'deliveries' } },
      ]);
      await bench.rig.until(() => seen.length >= 3, 'all three jobs');
      expect(seen.toSorted()).toEqual(['gather 1', 'sweep deliveries', 'sweep relay']);
    });
  });

  describe('the same job twice', () => {
    it('runs once when it was added twice while it waited', async () => {
      const queue = await bench.open();
      await queue.add('gather', { subject: 7 });
      await queue.add('gather', { subject: 7 });
      await queue.add('gather', { subject: 77 });
      const seen: number[] = [];
      queue.consume('gather', async ({ subject }) => void seen.push(subject));
      await bench.rig.until(() => seen.length >= 2, 'both subjects');
      await bench.rig.settle();
      expect(seen.toSorted((a, b) => a - b)).toEqual([7, 77]);
    });

    it('is not added while it runs, and is again once it has run', async () => {
      const queue = await bench.open();
      const gate = Promise.withResolvers<void>();
      let runs = 0;
      queue.consume('gather', async () => {
        runs += 1;
        await gate.promise;
      });
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => runs === 1, 'the first run');
      await queue.add('gather', { subject: 7 });
      gate.resolve();
      await bench.rig.settle();
      expect(runs).toBe(1);
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => runs === 2, 'the second run');
    });
  });

  describe('several consumers', () => {
    it('share the work: two can be busy at once, and each job is done once', async () => {
      const [one, other] = [await bench.open(), await bench.open()];
      const bothBusy = Promise.withResolvers<void>();
      const seen: { readonly by: string; readonly subject: number }[] = [];
      const work = (by: string) => async (payload: { readonly subject: number }) => {
        seen.push({ by, subject: payload.subject });
        if (new Set(seen.map((entry) => entry.by)).size === 2) bothBusy.resolve();
        await bothBusy.promise;
      };
      one.consume('gather', work('one'), { concurrency: 1 });
      other.consume('gather', work('other'), { concurrency: 1 });
      const subjects = [1, 2, 3, 4, 5, 6];
      await one.addMany(subjects.map((subject) => ({ job: 'gather', payload: { subject } })));
      await bench.rig.until(() => seen.length >= 6, 'all six jobs');
      await bench.rig.settle();
      expect(seen.map((entry) => entry.subject).toSorted((a, b) => a - b)).toEqual(subjects);
      expect(new Set(seen.map((entry) => entry.by))).toEqual(new Set(['one', 'other']));
    });

    it('do no more at a time than they were told', async () => {
      const queue = await bench.open();
      let running = 0;
      const atOnce: number[] = [];
      queue.consume(
        'gather',
        async () => {
          running += 1;
          atOnce.push(running);
          await new Promise(setImmediate);
          running -= 1;
        },
        { concurrency: 1 },
      );
      await queue.addMany([1, 2, 3, 4, 5].map((subject) => ({ job: 'gather', payload: { subject } })));
      await bench.rig.until(() => atOnce.length === 5, 'all five jobs');
      expect(atOnce).toEqual([1, 1, 1, 1, 1]);
    });
  });
}
