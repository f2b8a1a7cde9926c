import { describe, expect, it } from '@jest/globals';

import type { Bench } from './bench.ts';

/** A value as it may come from elsewhere, where no compiler has looked at it. */
function fromOutside(value: unknown) {
  return JSON.parse(JSON.stringify(value));
}

/** What every queue promises about payloads of ids and nothing else. */
export function describeIds(bench: Bench): void {
  describe('ids only', () => {
    const refused: readonly (readonly [string, unknown])[] = [
      ['a title', { subject: 7, title: 'Fix the login' }],
      ['a number as text', { subject: '7' }],
      ['a sentence as id', { subject: 'the one about logins' }],
      ['a NUL', { subject: '\u0000' }],
      ['half an emoji', { subject: '\ud83d' }],
      ['no id', {}],
      ['zero', { subject: 0 }],
      ['a fraction', { subject: 1.5 }],
      ['more than a number can hold exactly', { subject: 2 ** 60 }],
      ['nothing', null],
      ['a list', [7]],
    ];

    it.each(refused)('refuses %s on the way in', async (_name, payload) => {
      const queue = await bench.open();
      await expect(queue.add('gather', fromOutside(payload))).rejects.toThrow(/"gather" does not fit/);
    });

    it('adds nothing of a list when one payload does not fit', async () => {
      const queue = await bench.open();
      const seen: number[] = [];
      queue.consume('gather', async ({ subject }) => void seen.push(subject));
      const list = [{ subject: 1 }, { subject: 2, body: 'long' }].map((payload) => ({
        job: 'gather',
        payload,
      }));
      await expect(queue.addMany(fromOutside(list))).rejects.toThrow(/only subject may be there/);
      await bench.rig.settle();
      expect(seen).toEqual([]);
    });

    it('gives up what does not fit on the way out, without calling the handler', async () => {
      const queue = await bench.open();
      const seen: unknown[] = [];
      queue.consume('gather', async (payload) => void seen.push(payload));
      await bench.rig.plant('gather', 'gather/left-over', { subject: 7, title: 'from an older version' });
      await bench.rig.until(() => bench.givenUp().length > 0, 'the notice');
      await bench.rig.settle();
      expect(seen).toEqual([]);
      expect(bench.givenUp()).toEqual([
        {
          job: 'gather',
          id: 'gather/left-over',
          payload: null,
          reason: 'The payload of job "gather" does not fit: only subject may be there.',
        },
      ]);
    });
  });
}
