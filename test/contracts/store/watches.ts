import { expect, test } from '@jest/globals';
import type { Watch } from '../../../src/ports/store.ts';
import { activityOf, everything, firstHalf, fresh, gatheringOf, scene } from './scene.ts';
import type { Opened } from './scene.ts';

export function watchesContract(opened: Opened): void {
  async function due(subject: number, now: string): Promise<readonly Watch[]> {
    const all = await opened().watches.due(now, everything);
    return all.filter((watch) => watch.subject === subject);
  }

  test('a watch is due from its moment on until it is settled; an open one may get another moment', async () => {
    const subject = (await scene(opened())).subject.id;
    const { watches } = opened();
    await watches.ensure({ subject, days: 30, dueAt: '2026-04-01T00:00:00Z' });
    await watches.ensure({ subject, days: 90, dueAt: '2026-05-31T00:00:00Z' });
    expect(await due(subject, '2026-03-31T23:59:59.999Z')).toEqual([]);
    expect(await due(subject, '2026-04-01T00:00:00Z')).toEqual([
      { subject, days: 30, dueAt: '2026-04-01T00:00:00.000Z' },
    ]);
    await watches.ensure({ subject, days: 30, dueAt: '2026-06-02T00:00:00Z' });
    expect((await due(subject, '2026-07-01T00:00:00Z')).map(({ days }) => days)).toEqual([90, 30]);
    await watches.settle({ subject, days: 30 }, 'held', '2026-06-03T00:00:00Z');
    await watches.ensure({ subject, days: 30, dueAt: '2026-06-04T00:00:00Z' });
    expect((await due(subject, '2026-07-01T00:00:00Z')).map(({ days }) => days)).toEqual([90]);
  });

  test('they come earliest first, and no more than asked for', async () => {
    // Older than anything the other tests watch.
    for (const day of ['03', '01', '02']) {
      const { subject } = await scene(opened());
      await opened().watches.ensure({ subject: subject.id, days: 30, dueAt: `2019-01-${day}T00:00:00Z` });
    }
    const first = await opened().watches.due('2026-01-01T00:00:00Z', 2);
    expect(first.map(({ dueAt }) => dueAt)).toEqual(['2019-01-01T00:00:00.000Z', '2019-01-02T00:00:00.000Z']);
  });

  test('what was seen is told with each evidence of the subject, earliest first, and outlives deriving again', async () => {
    const { subject, account, person } = await scene(opened());
    const gathering = gatheringOf(subject, [activityOf(`${person}/merged`, person)]);
    const outcomes = async () => {
      const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
      return activities.flatMap(({ evidence }) => evidence.map(({ outcome }) => outcome));
    };
    await opened().evidence.save(gathering);
    const watch = { subject: subject.id, dueAt: '2026-04-01T00:00:00Z' };
    await opened().watches.ensure({ ...watch, days: 90 });
    await opened().watches.ensure({ ...watch, days: 30 });
    expect(await outcomes()).toEqual([null]);
    const seen = { kind: 'reverted', by: 'half \uD83D' };
    await opened().watches.settle({ subject: subject.id, days: 90 }, seen, '2026-06-01T00:00:00Z');
    const kept = { kind: 'reverted', by: 'half \uFFFD' };
    expect(await outcomes()).toEqual([[kept]]);
    await opened().watches.settle({ subject: subject.id, days: 30 }, 'held', '2026-06-02T00:00:00Z');
    await opened().evidence.save(gathering);
    expect(await outcomes()).toEqual([['held', kept]]);
    await opened().watches.settle({ subject: subject.id, days: 30 }, null, '2026-06-03T00:00:00Z');
    expect(await outcomes()).toEqual([[null, kept]]);
  });

  test('what another subject’s watch saw is not told', async () => {
    const { subject, account, person } = await scene(opened());
    const other = (await scene(opened())).subject.id;
    await opened().evidence.save(gatheringOf(subject, [activityOf(`${person}/merged`, person)]));
    await opened().watches.ensure({ subject: other, days: 30, dueAt: '2026-04-01T00:00:00Z' });
    await opened().watches.settle({ subject: other, days: 30 }, 'held', '2026-04-02T00:00:00Z');
    const { activities } = await opened().evidence.ofPerson({ account, person, ...firstHalf });
    expect(activities[0]?.evidence[0]?.outcome).toBeNull();
  });

  test('there is nothing to watch without a subject, and a watch that is gone is not settled', async () => {
    const subject = 8_000_000_000 + (fresh() % 1_000);
    const watch = { subject, days: 30 } as const;
    const ensured = opened().watches.ensure({ ...watch, dueAt: '2026-04-01T00:00:00Z' });
    await expect(ensured).rejects.toBeInstanceOf(Error);
    await opened().watches.settle(watch, 'held', '2026-04-02T00:00:00Z');
    expect(await due(subject, '2027-01-01T00:00:00Z')).toEqual([]);
  });
}
