import { describe, expect, it } from '@jest/globals';

import { RetryLater } from '../../../src/errors.ts';
import { type Bench, contractAttempts } from './bench.ts';

/** What every queue promises about jobs that wait. */
export function describeWaiting(bench: Bench): void {
  describe('waiting', () => {
    it('does not run a job before its date, and lets others pass', async () => {
      const queue = await bench.open();
      const at = bench.later(400);
      const runs: { readonly days: number; readonly early: boolean }[] = [];
      await queue.add('watch', { subject: 7, days: 90 }, { at });
      await queue.add('watch', { subject: 7, days: 30 }, { at: bench.later(-1000) });
      queue.consume('watch', async ({ days }) => {
        runs.push({ days, early: bench.rig.now() < at });
      });
      await bench.rig.until(() => runs.length >= 2, 'both watches');
      expect(runs.map((run) => run.days)).toEqual([30, 90]);
      expect(runs.at(-1)?.early).toBe(false);
    });

    it('waits with every job of a list that has a date', async () => {
      const queue = await bench.open();
      const seen: string[] = [];
      queue.consume('sweep', async ({ kind }) => void seen.push(kind));
      await queue.addMany([
        { job: 'sweep', payload: { kind: 'cycles' }, at: bench.later(400) },
        { job: 'sweep', payload: { kind: 'relay' } },
      ]);
      await bench.rig.until(() => seen.length >= 2, 'both sweeps');
      expect(seen).toEqual(['relay', 'cycles']);
    });

    it('refuses a date that is none', async () => {
      const queue = await bench.open();
      const at = new Date(Number.NaN);
      await expect(queue.add('gather', { subject: 7 }, { at })).rejects.toThrow(/"gather".*date/);
    });
  });

  describe('a handler that says "later"', () => {
    it('is called again, more often than there are attempts, and never before the time', async () => {
      const queue = await bench.open();
      const times = contractAttempts + 3;
      let notBefore = bench.rig.now();
      const early: boolean[] = [];
      queue.consume('gather', async () => {
        early.push(bench.rig.now() < notBefore);
        if (early.length === times) return;
        notBefore = bench.later(60);
        throw new RetryLater(notBefore, 'GitHub asked us to wait');
      });
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => early.length >= times, 'the last call');
      await bench.rig.settle();
      expect(early).toEqual(Array.from({ length: times }, () => false));
      expect(bench.givenUp()).toEqual([]);
    });

    it('keeps its attempts for errors: waiting between them uses none up', async () => {
      const queue = await bench.open();
      const thrown: string[] = [];
      queue.consume('gather', async () => {
        const waits = thrown.length % 2 === 0;
        thrown.push(waits ? 'later' : 'error');
        throw waits ? new RetryLater(bench.later(10), 'not yet') : new Error('broken');
      });
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => bench.givenUp().length > 0, 'the end');
      expect(thrown.filter((kind) => kind === 'error')).toHaveLength(contractAttempts);
      expect(thrown.filter((kind) => kind === 'later')).toHaveLength(contractAttempts);
    });

    it('comes back when the time is already past', async () => {
      const queue = await bench.open();
      let runs = 0;
      queue.consume('gather', async () => {
        runs += 1;
        if (runs === 1) throw new RetryLater(bench.later(-60_000), 'the clock ran ahead');
      });
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => runs === 2, 'the second run');
      expect(bench.givenUp()).toEqual([]);
    });

    it('uses up attempts when it names no moment at all', async () => {
      const queue = await bench.open();
      let runs = 0;
      queue.consume('gather', async () => {
        runs += 1;
        throw new RetryLater(new Date(Number.NaN), 'no such day');
      });
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => bench.givenUp().length > 0, 'the end');
      expect(runs).toBe(contractAttempts);
    });
  });
}
