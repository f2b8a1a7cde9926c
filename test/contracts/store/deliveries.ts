import { expect, test } from '@jest/globals';
import type { Delivery } from '../../../src/ports/store.ts';
import {
  deliveryOf,
  deliveryOfAccount,
  dirtyAccount,
  dirtySubjects,
  everything,
  fresh,
  readingOf,
  subjectOf,
} from './scene.ts';
import type { Opened } from './scene.ts';

export function deliveriesContract(opened: Opened): void {
  test('a delivery is kept and its subject is the work to do', async () => {
    const delivery = deliveryOf();
    const { new: isNew, subject } = await opened().deliveries.record(delivery);
    expect(isNew).toBe(true);
    expect(await dirtySubjects(opened(), delivery.account)).toEqual([
      {
        id: subject,
        account: delivery.account,
        installation: 48_211,
        repository: 1_296_269,
        kind: 'change',
        number: 412,
        dirtyAt: '2026-03-02T09:15:09.250Z',
        gatheredAt: null,
      },
    ]);
  });

  test('the same delivery ten times at once is one delivery', async () => {
    const delivery = deliveryOf();
    const results = await Promise.all(Array.from({ length: 10 }, () => opened().deliveries.record(delivery)));
    expect(results.filter((result) => result.new)).toHaveLength(1);
    const [subject] = await dirtySubjects(opened(), delivery.account);
    expect(subject?.dirtyAt).toBe('2026-03-02T09:15:09.250Z');
  });

  test('ten different deliveries at once are one subject, and each moves its mark', async () => {
    const account = fresh();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => opened().deliveries.record(deliveryOf({ account }))),
    );
    expect(new Set(results.map(({ subject }) => subject)).size).toBe(1);
    const [subject] = await dirtySubjects(opened(), account);
    expect(subject?.dirtyAt).toBe('2026-03-02T09:15:09.259Z');
  });

  test.each<[string, Partial<Delivery>]>([
    ['an issue with the same number', { subject: { kind: 'issue', number: 412 } }],
    ['another number', { subject: { kind: 'change', number: 413 } }],
    ['another repository', { repository: 1_296_270 }],
    ['another account', { account: 9_919 }],
  ])('%s is another subject', async (_, changes) => {
    const delivery = deliveryOf();
    const first = await subjectOf(opened(), delivery);
    const second = await subjectOf(opened(), { ...delivery, id: `other-${fresh()}`, ...changes });
    expect(second.id).not.toBe(first.id);
  });

  test('installing anew changes the installation and keeps the subject', async () => {
    const delivery = deliveryOf();
    const first = await subjectOf(opened(), delivery);
    const again = { ...delivery, id: `again-${fresh()}` };
    const second = await subjectOf(opened(), { ...again, installation: 50_000 });
    expect(second).toMatchObject({ id: first.id, installation: 50_000 });
    const third = await subjectOf(opened(), { ...again, id: `third-${fresh()}`, installation: null });
    expect(third.installation).toBe(50_000);
  });

  test('a delivery without a subject marks its account, until its reading is saved', async () => {
    const delivery = deliveryOfAccount();
    expect(await opened().deliveries.record(delivery)).toEqual({ new: true, subject: null });
    const seen = await dirtyAccount(opened(), delivery.account);
    expect(seen).toEqual({
      account: delivery.account,
      installation: 48_211,
      dirtyAt: '2026-03-02T09:15:09.250Z',
    });
    await opened().deliveries.record(deliveryOfAccount({ account: delivery.account }));
    await opened().accounts.save(readingOf(delivery.account, { seen: seen!.dirtyAt }));
    const moved = await dirtyAccount(opened(), delivery.account);
    expect(moved?.dirtyAt).toBe('2026-03-02T09:15:09.251Z');
    await opened().accounts.save(readingOf(delivery.account, { seen: moved!.dirtyAt }));
    expect(await dirtyAccount(opened(), delivery.account)).toBeUndefined();
  });

  test('an account that is heard of through a subject first is work to do; later subjects leave it alone', async () => {
    const delivery = deliveryOf();
    await opened().deliveries.record(delivery);
    const made = await dirtyAccount(opened(), delivery.account);
    expect(made).toEqual({
      account: delivery.account,
      installation: 48_211,
      dirtyAt: '2026-03-02T09:15:09.250Z',
    });
    await opened().deliveries.record(deliveryOf({ account: delivery.account, installation: 50_000 }));
    expect(await dirtyAccount(opened(), delivery.account)).toEqual(made);
  });

  test('where the app was removed, nothing is work to do until it is installed again', async () => {
    const delivery = deliveryOf();
    await opened().deliveries.record(delivery);
    await opened().accounts.noticed(delivery.account, '2026-03-02T10:00:00Z');
    expect(await dirtySubjects(opened(), delivery.account)).toHaveLength(1);
    await opened().accounts.removed(delivery.account, '2099-01-01T00:00:00Z');
    expect(await dirtySubjects(opened(), delivery.account)).toEqual([]);
  });

  test('nothing is work to do before everybody was told; then all of it is', async () => {
    const delivery = deliveryOf();
    const { subject } = await opened().deliveries.record(delivery);
    const numbers = async () => (await opened().subjects.dirty(everything)).map(({ id }) => id);
    expect(await numbers()).not.toContain(subject);
    await opened().accounts.noticed(delivery.account, '2026-03-02T10:00:00Z');
    expect(await numbers()).toContain(subject);
  });

  test('a subject without its repository is refused, and nothing is kept', async () => {
    const delivery = deliveryOf({ repository: null });
    await expect(opened().deliveries.record(delivery)).rejects.toBeInstanceOf(Error);
    expect(await opened().deliveries.record({ ...delivery, repository: 7 })).toMatchObject({ new: true });
  });

  test('ids beyond 32 bits come back as they were', async () => {
    const delivery = deliveryOf({ repository: 9_007_199_254_740_991, comment: 2_718_281_828_459 });
    expect((await subjectOf(opened(), delivery)).repository).toBe(9_007_199_254_740_991);
  });

  test('the work to do comes oldest first, and no more than asked for', async () => {
    const account = fresh();
    // Older than anything the other tests record.
    for (const [number, day] of [
      [1, '03'],
      [2, '01'],
      [3, '02'],
    ] as const) {
      const subject = { kind: 'issue', number } as const;
      await opened().deliveries.record(
        deliveryOf({ account, subject, receivedAt: `2019-01-${day}T00:00:00Z` }),
      );
    }
    await opened().accounts.noticed(account, '2019-01-01T00:00:00Z');
    expect((await opened().subjects.dirty(2)).map(({ number }) => number)).toEqual([2, 3]);
  });
}
