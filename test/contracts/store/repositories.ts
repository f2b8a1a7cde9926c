import { expect, test } from '@jest/globals';
import type { AccountReading } from '../../../src/ports/store.ts';
import { activityOf, firstHalf, fresh, gatheringOf, readingOf, scene } from './scene.ts';
import type { Opened } from './scene.ts';

type Named = AccountReading['repositories'][number];

function named(changes: Partial<Named> = {}): Named {
  return { id: fresh(), name: 'orders-inc/orders', visibility: 'private', archived: false, ...changes };
}

export function repositoriesContract(opened: Opened): void {
  test('they are those that the last reading named, in the order of their numbers', async () => {
    const account = fresh();
    const [orders, billing, tools] = [
      named(),
      named({ name: 'orders-inc/billing', visibility: 'internal' }),
      named({ name: 'orders-inc/tools', visibility: 'public', archived: true }),
    ];
    await opened().accounts.save(readingOf(account, { repositories: [billing, orders] }));
    const renamed = { ...billing, name: 'orders-inc/pay\0ments' };
    await opened().accounts.save(readingOf(account, { repositories: [tools, renamed, renamed] }));
    expect(await opened().repositories.list(account)).toEqual([
      { ...billing, name: 'orders-inc/pay\uFFFDments', account, backfilledTo: null },
      { ...tools, account, backfilledTo: null },
    ]);
    expect(await opened().repositories.find(account, orders.id)).toBeNull();
    await opened().accounts.save(readingOf(account));
    expect(await opened().repositories.list(account)).toEqual([]);
  });

  test('another account’s stay, and are found by their number alone', async () => {
    const [account, other, theirs] = [fresh(), fresh(), named()];
    await opened().accounts.save(readingOf(other, { repositories: [theirs] }));
    await opened().accounts.save(readingOf(account, { repositories: [named()] }));
    expect(await opened().repositories.find(account, theirs.id)).toBeNull();
    const row = { ...theirs, account: other, backfilledTo: null };
    expect(await opened().repositories.find(other, theirs.id)).toEqual(row);
    expect(await opened().repositories.findAny(theirs.id)).toEqual(row);
    expect(await opened().repositories.findAny(fresh())).toBeNull();
  });

  test('how far it is known stays when it is read again, and is forgotten with it', async () => {
    const [account, repository] = [fresh(), named()];
    const reading = readingOf(account, { repositories: [repository] });
    await opened().accounts.save(reading);
    await opened().repositories.markBackfilled(fresh(), repository.id, '2025-01-01T00:00:00Z');
    await opened().repositories.markBackfilled(account, repository.id, '2026-03-01T00:00:00Z');
    await opened().accounts.save(reading);
    const knownTo = async () => (await opened().repositories.findAny(repository.id))?.backfilledTo;
    expect(await knownTo()).toBe('2026-03-01T00:00:00.000Z');
    await opened().accounts.save(readingOf(account));
    await opened().accounts.save(reading);
    expect(await knownTo()).toBeNull();
  });

  test('one that was given away belongs to its new account, where nothing of it is known yet', async () => {
    const [account, heir, repository] = [fresh(), fresh(), named()];
    await opened().accounts.save(readingOf(account, { repositories: [repository] }));
    await opened().repositories.markBackfilled(account, repository.id, '2026-03-01T00:00:00Z');
    await opened().accounts.save(readingOf(heir, { repositories: [repository] }));
    await opened().accounts.save(readingOf(account));
    expect(await opened().repositories.findAny(repository.id)).toEqual({
      ...repository,
      account: heir,
      backfilledTo: null,
    });
  });

  test('what is known of one that is forgotten stays', async () => {
    const { subject, account, person } = await scene(opened());
    await opened().evidence.save(gatheringOf(subject, [activityOf(`${person}/kept`, person)]));
    const repositories = [named({ id: subject.repository })];
    await opened().accounts.save(readingOf(account, { repositories }));
    await opened().accounts.save(readingOf(account));
    const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(activities).toHaveLength(1);
  });

  test('a visibility that GitHub does not know is refused, and the whole reading with it', async () => {
    const account = fresh();
    const wrong = { ...named(), visibility: 'secret' } as unknown as Named;
    const reading = readingOf(account, { repositories: [named(), wrong] });
    await expect(opened().accounts.save(reading)).rejects.toBeInstanceOf(Error);
    expect(await opened().accounts.find(account)).toBeNull();
    expect(await opened().repositories.list(account)).toEqual([]);
  });

  test('more than one statement can name are kept', async () => {
    const account = fresh();
    const repositories = Array.from({ length: 33_000 }, (_, index) => named({ name: `orders-inc/${index}` }));
    await opened().accounts.save(readingOf(account, { repositories }));
    await opened().accounts.save(readingOf(account, { repositories: repositories.slice(1) }));
    const kept = await opened().repositories.list(account);
    expect(kept).toHaveLength(32_999);
    await opened().accounts.save(readingOf(account));
  });
}
