import { describe, expect, test } from '@jest/globals';
import { checkUp, NotOpen, openOnce } from '../../src/commands/doctor/check-up.ts';

describe('one look of the doctor', () => {
  test('that never ends is ended', async () => {
    const silent = { name: 'queue', look: () => new Promise<never>(() => undefined) };
    expect((await checkUp(silent, 10)).findings).toEqual([
      {
        state: 'wrong',
        says: 'There was no answer within 0.01 seconds.',
        do: 'Look at the network and try again.',
      },
    ]);
  });

  test('that throws at once is a finding too', async () => {
    const broken = {
      name: 'queue',
      look: () => {
        throw new Error('broken');
      },
    };
    expect((await checkUp(broken)).findings).toEqual([
      { state: 'wrong', says: 'It could not be looked at: broken', do: null },
    ]);
  });
});

describe('what several checks need', () => {
  test('is opened once, and not before it is asked for', async () => {
    let times = 0;
    const opened = openOnce('the database', () => (times += 1));
    expect([opened.wasAsked(), times]).toEqual([false, 0]);
    expect(await Promise.all([opened.itself(), opened.forOthers(), opened.itself()])).toEqual([1, 1, 1]);
    expect(opened.wasAsked()).toBe(true);
  });

  test('tells its own check why it did not open, and the others only that', async () => {
    const opened = openOnce('the database', () => Promise.reject(new Error('no such host')));
    await expect(opened.itself()).rejects.toThrow('no such host');
    await expect(opened.forOthers()).rejects.toBeInstanceOf(NotOpen);
  });
});
