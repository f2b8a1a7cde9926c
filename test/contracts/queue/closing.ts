import { describe, expect, it } from '@jest/globals';

import type { Bench } from './bench.ts';

/** What every queue promises about closing. */
export function describeClosing(bench: Bench): void {
  describe('closing', () => {
    it('lets a running handler finish, and lets it add more work', async () => {
      const queue = await bench.open();
      const gate = Promise.withResolvers<void>();
      const events: string[] = [];
      queue.consume('gather', async ({ subject }) => {
        events.push('started');
        await gate.promise;
        await queue.add('comment', { subject });
        events.push('finished');
      });
      await queue.add('gather', { subject: 7 });
      await bench.rig.until(() => events.length === 1, 'the start');
      const closing = queue.close().then(() => events.push('closed'));
      await bench.rig.settle();
      expect(events).toEqual(['started']);
      gate.resolve();
      await closing;
      expect(events).toEqual(['started', 'finished', 'closed']);

      const next = await bench.open();
      const seen: string[] = [];
      next.consume('gather', async () => void seen.push('gather'));
      next.consume('comment', async () => void seen.push('comment'));
      await bench.rig.until(() => seen.length > 0, 'the work that was added');
      await bench.rig.settle();
      expect(seen).toEqual(['comment']);
    });

    it('takes no new job, and keeps it for the next one', async () => {
      const queue = await bench.open();
      const seen: string[] = [];
      queue.consume('gather', async () => void seen.push('closed'));
      await queue.close();
      const next = await bench.open();
      await next.add('gather', { subject: 7 });
      await bench.rig.settle();
      expect(seen).toEqual([]);
      next.consume('gather', async () => void seen.push('next'));
      await bench.rig.until(() => seen.length > 0, 'the job');
      expect(seen).toEqual(['next']);
    });

    it('may be asked for twice, and refuses what comes after it', async () => {
      const queue = await bench.open();
      await Promise.all([queue.close(), queue.close()]);
      await expect(queue.add('gather', { subject: 7 })).rejects.toThrow(/too late/);
      expect(() => queue.consume('gather', async () => undefined)).toThrow(/too late/);
    });
  });
}
