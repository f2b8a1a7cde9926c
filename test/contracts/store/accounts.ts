import { expect, test } from '@jest/globals';
import { deliveryOf, deliveryOfAccount, dirtyAccount, fresh, readingOf } from './scene.ts';
import type { Opened } from './scene.ts';

export function accountsContract(opened: Opened): void {
  test('before it is read, an account is known by its number alone', async () => {
    const { account, ...delivery } = deliveryOfAccount();
    expect(await opened().accounts.find(account)).toBeNull();
    await opened().deliveries.record({ account, ...delivery });
    expect(await opened().accounts.find(account)).toEqual({
      account,
      dirtyAt: '2026-03-02T09:15:09.250Z',
      installation: 48_211,
      login: null,
      noticedAt: null,
      rules: null,
      owners: [],
    });
  });

  test('a reading is kept whole and makes the account clean; rules may be none', async () => {
    const delivery = deliveryOfAccount();
    await opened().deliveries.record(delivery);
    const seen = delivery.receivedAt;
    const reading = readingOf(delivery.account, { seen, login: 'or\0ders', rules: { mode: 'li\uD800ve' } });
    await opened().accounts.save(reading);
    const row = {
      account: delivery.account,
      dirtyAt: null,
      installation: 48_211,
      login: 'or\uFFFDders',
      noticedAt: null,
      rules: { mode: 'li\uFFFDve' },
      owners: [{ id: 583_231, login: 'ada' }],
    };
    expect(await opened().accounts.find(delivery.account)).toEqual(row);
    expect(await dirtyAccount(opened(), delivery.account)).toBeUndefined();
    await opened().accounts.save({ ...reading, rules: null });
    expect(await opened().accounts.find(delivery.account)).toEqual({ ...row, rules: null });
  });

  test('a delivery during the reading keeps it dirty, and the installation it brought stays', async () => {
    const delivery = deliveryOfAccount();
    const { account } = delivery;
    await opened().deliveries.record(delivery);
    await opened().deliveries.record(deliveryOfAccount({ account, installation: 50_000 }));
    await opened().accounts.save(readingOf(account, { seen: delivery.receivedAt }));
    const dirty = await dirtyAccount(opened(), account);
    expect(dirty).toMatchObject({ account, installation: 50_000 });
    expect((await opened().accounts.find(account))?.dirtyAt).toBe(dirty?.dirtyAt);
    expect(await opened().accounts.find(account)).toMatchObject({
      installation: 50_000,
      login: 'orders-inc',
    });
  });

  test('a reading that began earlier and ends later changes nothing, repositories neither', async () => {
    const delivery = deliveryOfAccount();
    const { account } = delivery;
    await opened().deliveries.record(delivery);
    await opened().deliveries.record(deliveryOfAccount({ account }));
    const later = await dirtyAccount(opened(), account);
    await opened().accounts.save(readingOf(account, { seen: later!.dirtyAt, login: 'new-name' }));
    const repositories = [
      { id: fresh(), name: 'old-name/orders', visibility: 'private', archived: false },
    ] as const;
    const older = readingOf(account, { seen: delivery.receivedAt, login: 'old-name', repositories });
    await opened().accounts.save(older);
    expect((await opened().accounts.find(account))?.login).toBe('new-name');
    expect(await opened().repositories.list(account)).toEqual([]);
    await opened().accounts.removed(account, delivery.receivedAt);
    expect((await opened().accounts.find(account))?.installation).toBe(48_211);
    expect(await dirtyAccount(opened(), account)).toBeUndefined();
  });

  test('a reading of an account that was not dirty is kept and marks nothing', async () => {
    const delivery = deliveryOfAccount();
    const { account } = delivery;
    await opened().deliveries.record(delivery);
    await opened().accounts.save(readingOf(account, { seen: delivery.receivedAt }));
    await opened().accounts.save(readingOf(account, { login: 'renamed', installation: 50_000 }));
    expect(await opened().accounts.find(account)).toMatchObject({ login: 'renamed', installation: 50_000 });
    expect(await dirtyAccount(opened(), account)).toBeUndefined();
    await opened().deliveries.record(deliveryOfAccount({ account }));
    await opened().accounts.save(readingOf(account, { installation: 60_000 }));
    expect(await dirtyAccount(opened(), account)).toMatchObject({ installation: 48_211 });
  });

  test('an account that was never heard of is made by its reading', async () => {
    const [told, asked] = [fresh(), fresh()];
    await opened().accounts.save(readingOf(told, { seen: '2026-03-02T09:00:00Z' }));
    await opened().accounts.save(readingOf(asked));
    expect(await dirtyAccount(opened(), told)).toBeUndefined();
    expect(await dirtyAccount(opened(), asked)).toMatchObject({ account: asked, installation: 48_211 });
    expect(await opened().accounts.find(asked)).toMatchObject({ login: 'orders-inc' });
  });

  test('everybody is told once: the first time stays, also when the account is read again', async () => {
    const { account, ...delivery } = deliveryOfAccount();
    await opened().deliveries.record({ account, ...delivery });
    await opened().accounts.noticed(account, '2026-03-02T10:00:00Z');
    await opened().accounts.noticed(account, '2026-03-09T10:00:00Z');
    await opened().accounts.save(readingOf(account, { seen: delivery.receivedAt }));
    expect((await opened().accounts.find(account))?.noticedAt).toBe('2026-03-02T10:00:00.000Z');
  });

  test('once the app is removed, the account is listed no more, and what was read of it stays', async () => {
    const delivery = deliveryOfAccount();
    const { account } = delivery;
    const listed = async () => (await opened().accounts.list()).some((row) => row.account === account);
    await opened().deliveries.record(delivery);
    await opened().accounts.save(readingOf(account, { seen: delivery.receivedAt }));
    expect(await listed()).toBe(true);
    await opened().accounts.removed(account, delivery.receivedAt);
    expect(await listed()).toBe(false);
    expect(await opened().accounts.find(account)).toMatchObject({ installation: null, login: 'orders-inc' });
    expect(await dirtyAccount(opened(), account)).toBeUndefined();
    await opened().deliveries.record(deliveryOf({ account }));
    expect(await listed()).toBe(false);
    await opened().deliveries.record(deliveryOfAccount({ account, installation: 50_000 }));
    expect(await listed()).toBe(true);
  });

  test('installed again while its removal is noticed, it stays installed and is read again', async () => {
    const delivery = deliveryOfAccount();
    const { account } = delivery;
    await opened().deliveries.record(delivery);
    await opened().deliveries.record(deliveryOfAccount({ account, installation: 50_000 }));
    await opened().accounts.removed(account, delivery.receivedAt);
    expect(await dirtyAccount(opened(), account)).toMatchObject({ installation: 50_000 });
  });

  test('the list is in the order of the numbers, not of the letters', async () => {
    const [one, other] = [9_000_000_000_000 + (fresh() % 1e9), 10_000_000_000_000 + (fresh() % 1e9)];
    for (const account of [other, one]) await opened().deliveries.record(deliveryOfAccount({ account }));
    const listed = (await opened().accounts.list()).map(({ account }) => account);
    expect(listed.filter((account) => account === one || account === other)).toEqual([one, other]);
  });
}
