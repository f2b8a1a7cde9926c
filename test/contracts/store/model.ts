import { expect, test } from '@jest/globals';
import type { ReadingSpans } from '../../../src/evidence/model-reading/spans.ts';
import type { ModelCallRow } from '../../../src/ports/store.ts';
import { deliveryOf, everything, fresh, subjectOf } from './scene.ts';
import type { Opened } from './scene.ts';

const spans: ReadingSpans = {
  areas: [{ key: 'reliability', reasons: [{ rule: 'retries', span: { in: 'title', from: 0, to: 14 } }] }],
  win: null,
  impact: { in: 'description', from: 12, to: 80 },
  metrics: [],
};
const at = '2026-03-02T09:15:00.000Z';

function question(): string {
  return `${fresh()}`.padStart(64, '0');
}

function callOf(account: number, changes: Partial<ModelCallRow> = {}): ModelCallRow {
  return {
    account,
    question: question(),
    model: 'small',
    outcome: 'answered',
    tokensIn: 1_800,
    tokensOut: 90,
    estimated: false,
    cost: 324,
    dropped: 1,
    at,
    ...changes,
  };
}

export function modelContract(opened: Opened): void {
  const table = () => opened().model;

  test('the first answer to a question stays, for each account its own', async () => {
    const [account, key] = [fresh(), question()];
    expect(await table().answer(account, key)).toBeNull();
    await table().keep(account, key, { spans }, at);
    await table().keep(account, key, { spans: null }, at);
    expect(await table().answer(account, key)).toEqual({ spans });
    expect(await table().answer(fresh(), key)).toBeNull();
  });

  test('that there was no usable answer is an answer, too', async () => {
    const [account, key] = [fresh(), question()];
    await Promise.all([0, 1, 2].map(() => table().keep(account, key, { spans: null }, at)));
    expect(await table().answer(account, key)).toEqual({ spans: null });
  });

  test('what was used up is counted from a moment on, for one account', async () => {
    const [account, other] = [fresh(), fresh()];
    const early = callOf(account, { at: '2026-02-28T23:59:59.999Z' });
    const first = callOf(account, { at: '2026-03-01T00:00:00.000Z' });
    const failed = callOf(account, { outcome: 'busy', tokensIn: 0, tokensOut: 0, cost: null, dropped: 0 });
    for (const call of [early, first, failed, callOf(other)]) await table().record(call);
    expect(await table().use(account, '2026-03-01T00:00:00Z')).toEqual({
      calls: 2,
      answered: 1,
      tokens: 1_890,
      cost: 324,
    });
    expect(await table().use(fresh(), '2026-03-01T00:00:00Z')).toEqual({
      calls: 0,
      answered: 0,
      tokens: 0,
      cost: 0,
    });
  });

  test('the latest call is told whole; of the same moment, the one recorded last', async () => {
    const account = fresh();
    expect(await table().lastCall(account)).toBeNull();
    const call = callOf(account, { outcome: 'slow', cost: null, estimated: true });
    for (const one of [callOf(account), call, callOf(account, { at: '2026-03-02T09:14:00Z' })])
      await table().record(one);
    expect(await table().lastCall(account)).toEqual(call);
  });

  test.each(['tokensIn', 'tokensOut', 'cost', 'dropped'])('%s below nothing is refused', async (what) => {
    const account = fresh();
    await expect(table().record(callOf(account, { [what]: -1 }))).rejects.toThrow(
      /not_negative|gives anything back/u,
    );
    expect(await table().lastCall(account)).toBeNull();
  });

  test('a subject that waits is handed out when it is due, a few times, then forgotten', async () => {
    const { id, account } = await subjectOf(opened(), deliveryOf());
    const take = async (now: string) => {
      const nextAt = new Date(Date.parse(now) + 3_600_000).toISOString();
      const taken = await table().takeDue({ now, nextAt, most: 2, limit: everything });
      return taken.includes(id);
    };
    await table().wait(id, '2026-03-02T10:00:00Z');
    await table().wait(id, '2026-03-02T23:00:00Z');
    expect(await table().waiting(account)).toBe(1);
    expect(await take('2026-03-02T09:59:59.999Z')).toBe(false);
    expect(await take('2026-03-02T10:00:00.000Z')).toBe(true);
    expect(await take('2026-03-02T10:30:00.000Z')).toBe(false);
    expect(await take('2026-03-02T11:00:00.000Z')).toBe(true);
    expect(await take('2026-03-02T12:00:00.000Z')).toBe(false);
    expect(await table().waiting(account)).toBe(0);
  });

  test('those due longest are handed out first, and none to two at once', async () => {
    const [later, sooner] = [
      await subjectOf(opened(), deliveryOf()),
      await subjectOf(opened(), deliveryOf()),
    ];
    await table().wait(later.id, '2020-01-01T11:00:00Z');
    await table().wait(sooner.id, '2020-01-01T10:00:00Z');
    const asked = { now: '2020-01-01T12:00:00Z', nextAt: '2090-01-01T00:00:00Z', most: 2, limit: 1 };
    expect(await table().takeDue(asked)).toEqual([sooner.id]);
    const both = await Promise.all([table().takeDue(asked), table().takeDue(asked)]);
    expect(both.flat()).toEqual([later.id]);
    for (const { id } of [later, sooner]) await table().stopWaiting(id);
  });

  test('what has had its answer waits no longer, and nobody waits for a subject that is not there', async () => {
    const { id, account } = await subjectOf(opened(), deliveryOf());
    await table().wait(id, at);
    await table().stopWaiting(id);
    await table().stopWaiting(id);
    expect(await table().waiting(account)).toBe(0);
    await expect(table().wait(999_999_999, at)).rejects.toThrow(/subject/u);
  });
}
