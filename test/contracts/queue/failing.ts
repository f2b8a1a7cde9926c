import { describe, expect, it } from '@jest/globals';

import { GiveUp } from '../../../src/errors.ts';
import { type Bench, contractAttempts } from './bench.ts';

/** What every queue promises about jobs that end badly. */
export function describeFailing(bench: Bench): void {
  describe('a handler that gives up', () => {
    it('is called once, its reason is told, and the same work can be added again', async () => {
      const queue = await bench.open();
      let runs = 0;
      queue.consume('report', async () => {
        runs += 1;
        throw new GiveUp('The repository reviews-ada is public. Make it private, then ask again.');
      });
      await queue.add('report', { cycle: 3, person: 41 });
      await bench.rig.until(() => bench.givenUp().length > 0, 'the notice');
      await bench.rig.settle();
      expect(runs).toBe(1);
      expect(bench.givenUp()).toEqual([
        {
          job: 'report',
          id: 'report/3/41',
          payload: { cycle: 3, person: 41 },
          reason: 'The repository reviews-ada is public. Make it private, then ask again.',
        },
      ]);
      await queue.add('report', { cycle: 3, person: 41 });
      await bench.rig.until(() => runs === 2, 'the second run');
    });

    it('is told again when the first telling failed', async () => {
      const tellings: string[] = [];
      const queue = await bench.open((notice) => {
        tellings.push(notice.reason);
        if (tellings.length === 1) throw new Error('the table was locked');
      });
      queue.consume('comment', async () => {
        throw new GiveUp('The pull request is gone.');
      });
      await queue.add('comment', { subject: 7 });
      await bench.rig.until(() => tellings.length === 2, 'the second telling');
      await bench.rig.settle();
      expect(tellings).toEqual(['The pull request is gone.', 'The pull request is gone.']);
    });
  });

  describe('a handler that fails', () => {
    it('is tried again, and succeeds', async () => {
      const queue = await bench.open();
      let runs = 0;
      queue.consume('gather', async () => {
        runs += 1;
        if (runs < contractAttempts) throw new Error('connection reset');
      });
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => runs === contractAttempts, 'the last attempt');
      await bench.rig.settle();
      expect(runs).toBe(contractAttempts);
      expect(bench.givenUp()).toEqual([]);
    });

    it('is given up after the last attempt, with its last error, and others go on', async () => {
      const queue = await bench.open();
      const runs = { poisoned: 0, sound: 0 };
      queue.consume('gather', async ({ subject }) => {
        if (subject !== 13) return void (runs.sound += 1);
        runs.poisoned += 1;
        throw new Error(`broken for the ${runs.poisoned}. time`);
      });
      await queue.addMany([12, 13, 14].map((subject) => ({ job: 'gather', payload: { subject } })));
      await bench.rig.until(() => bench.givenUp().length > 0 && runs.sound === 2, 'the end of all three');
      await bench.rig.settle();
      expect(runs).toEqual({ poisoned: contractAttempts, sound: 2 });
      expect(bench.givenUp()).toHaveLength(1);
      expect(bench.givenUp()[0]).toMatchObject({ job: 'gather', id: 'gather/13', payload: { subject: 13 } });
      expect(bench.givenUp()[0]?.reason).toContain('broken for the 3. time');
      expect(bench.givenUp()[0]?.reason).toContain('Tried 3 times');
    });

    const strange: readonly (readonly [string, () => unknown])[] = [
      ['an error with a NUL', () => new Error('a title with \u0000 in it')],
      ['an error with half an emoji', () => new Error('cut here: \ud83d')],
      ['an error of many lines', () => new Error('first\nsecond\u2028third')],
      ['an error as long as a book', () => new Error('word '.repeat(100_000))],
      ['an error that pretends to be a delay', () => Object.assign(new Error('x'), { name: 'DelayedError' })],
      ['an error that pretends to be a limit', () => new Error('bullmq:rateLimitExceeded')],
      ['nothing', () => undefined],
      ['a string', () => 'no error at all'],
      ['an object that cannot be printed', () => Object.create(null)],
    ];

    it.each(strange)('ends the same way when it throws %s', async (_name, thrown) => {
      const queue = await bench.open();
      let runs = 0;
      queue.consume('gather', async () => {
        runs += 1;
        throw thrown();
      });
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => bench.givenUp().length > 0, 'the end');
      expect(runs).toBe(contractAttempts);
      const reason = bench.givenUp()[0]?.reason ?? '';
      expect(reason).toMatch(/^Tried 3 times without success; [^\p{Cc}\u2028]+$/u);
      expect(reason.length).toBeLessThanOrEqual(500);
      expect(reason.isWellFormed()).toBe(true);
    });
  });
}
