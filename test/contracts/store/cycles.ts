import { expect, test } from '@jest/globals';
import { firstHalf, fresh } from './scene.ts';
import type { Opened } from './scene.ts';

export function cyclesContract(opened: Opened): void {
  const terms = { name: '2026-H1', ...firstHalf, timeZone: 'Europe/Berlin' };

  test('a cycle is made once, changed while it is open, and left alone once it is closed', async () => {
    const account = fresh();
    const made = await opened().cycles.ensure({ account, ...terms });
    expect(made).toMatchObject({
      startsAt: '2026-01-01T00:00:00.000Z',
      timeZone: 'Europe/Berlin',
      closedAt: null,
    });
    const changed = await opened().cycles.ensure({ account, ...terms, endsAt: '2026-06-01T00:00:00Z' });
    expect(changed).toEqual({ ...made, endsAt: '2026-06-01T00:00:00.000Z' });
    await opened().cycles.close(made.id, '2026-06-02T00:00:00Z');
    await opened().cycles.close(made.id, '2026-06-09T00:00:00Z');
    const closed = { ...changed, closedAt: '2026-06-02T00:00:00.000Z' };
    expect(await opened().cycles.ensure({ account, ...terms })).toEqual(closed);
    expect(await opened().cycles.find(made.id)).toEqual(closed);
  });

  test('a cycle is due from the moment it ends until it is closed', async () => {
    const { id } = await opened().cycles.ensure({ account: fresh(), ...terms });
    const isDue = async (now: string) => (await opened().cycles.due(now)).some((cycle) => cycle.id === id);
    expect(await isDue('2026-06-30T23:59:59.999Z')).toBe(false);
    expect(await isDue('2026-07-01T00:00:00Z')).toBe(true);
    await opened().cycles.close(id, '2026-07-01T08:00:00Z');
    expect(await isDue('2026-07-01T09:00:00Z')).toBe(false);
  });

  test('those of one account come earliest first, and no other account’s', async () => {
    const account = fresh();
    const second = { name: '2026-H2', startsAt: firstHalf.endsAt, endsAt: '2027-01-01T00:00:00Z' };
    const later = await opened().cycles.ensure({ account, ...terms, ...second });
    const earlier = await opened().cycles.ensure({ account, ...terms });
    await opened().cycles.ensure({ account: fresh(), ...terms });
    await opened().cycles.close(earlier.id, '2026-07-02T00:00:00Z');
    expect(await opened().cycles.list(account)).toEqual([
      { ...earlier, closedAt: '2026-07-02T00:00:00.000Z' },
      later,
    ]);
    expect(await opened().cycles.list(fresh())).toEqual([]);
  });

  test('a cycle that ends before it starts is refused', async () => {
    const wrong = { account: fresh(), ...terms, endsAt: terms.startsAt };
    await expect(opened().cycles.ensure(wrong)).rejects.toBeInstanceOf(Error);
  });
}
