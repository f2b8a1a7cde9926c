import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { callsOf, makeCheckout, openGate, remove, setUp, start, until, writeLock } from './checkout.ts';
import type { Checkout } from './checkout.ts';

let checkout: Checkout;

beforeEach(() => {
  checkout = makeCheckout();
});

afterEach(() => {
  remove(checkout);
});

describe('stopped half-way', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends npm too, and the next run installs afresh', async (signal, code) => {
    const first = start(checkout, { story: 'wait' });
    await until(() => callsOf(checkout).length === 1);
    first.signal(signal);
    const ended = await first.ended;
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toContain('Stopped.');
    expect(isThere(callsOf(checkout)[0]?.pid ?? 0)).toBe(false);
    expect(await setUp(checkout)).toMatchObject({ code: 0, out: '' });
    expect(callsOf(checkout)).toHaveLength(2);
  });

  test('an npm that does not listen is ended all the same', async () => {
    const first = start(checkout, { story: 'deaf' });
    await until(() => callsOf(checkout).length === 1);
    first.signal('SIGINT');
    const ended = await first.ended;
    expect(ended).toMatchObject({ code: 130, out: '' });
    expect(isThere(callsOf(checkout)[0]?.pid ?? 0)).toBe(false);
  });

  test('after kill -9 of set-up and npm the next run installs afresh', async () => {
    const first = start(checkout, { story: 'wait' });
    await until(() => callsOf(checkout).length === 1);
    first.signal('SIGKILL');
    process.kill(callsOf(checkout)[0]?.pid ?? 0, 'SIGKILL');
    await first.ended;
    expect(await setUp(checkout)).toMatchObject({ code: 0, out: '' });
    expect(callsOf(checkout)).toHaveLength(2);
  });

  test('an update cut off by kill -9 is not taken for the old, whole state', async () => {
    await setUp(checkout);
    writeLock(checkout, '2.0.0');
    const update = start(checkout, { story: 'wait' });
    await until(() => callsOf(checkout).length === 2);
    update.signal('SIGKILL');
    process.kill(callsOf(checkout)[1]?.pid ?? 0, 'SIGKILL');
    await update.ended;
    writeLock(checkout, '1.0.0');
    await setUp(checkout);
    expect(callsOf(checkout)).toHaveLength(3);
  });

  test('an npm that outlived its set-up is waited for, and its work is kept', async () => {
    const first = start(checkout, { story: 'wait' });
    await until(() => callsOf(checkout).length === 1);
    first.signal('SIGKILL');
    await first.ended;
    const second = start(checkout);
    await until(() => second.heard.err.includes('was cut off'));
    openGate(checkout);
    expect(await second.ended).toMatchObject({ code: 0, out: '' });
    expect(callsOf(checkout)).toHaveLength(1);
  });
});

describe('two at once', () => {
  test('the second says that it waits, then finds all done', async () => {
    const first = start(checkout, { story: 'wait' });
    await until(() => callsOf(checkout).length === 1);
    const second = start(checkout);
    await until(() => second.heard.err.includes('waiting for it'));
    openGate(checkout);
    expect(await first.ended).toMatchObject({ code: 0, out: '' });
    expect(await second.ended).toMatchObject({ code: 0, out: '' });
    expect(second.heard.err).toContain(`process ${first.pid}`);
    expect(callsOf(checkout)).toHaveLength(1);
  });

  test('when the first is stopped, the second does the work', async () => {
    const first = start(checkout, { story: 'wait' });
    await until(() => callsOf(checkout).length === 1);
    const second = start(checkout);
    await until(() => second.heard.err.includes('waiting for it'));
    first.signal('SIGINT');
    await first.ended;
    expect(await second.ended).toMatchObject({ code: 0, out: '' });
    expect(callsOf(checkout)).toHaveLength(2);
  });
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
