import { beforeEach, describe, expect, test } from '@jest/globals';
import { GiveUp } from '../../src/errors.ts';
import type { ChangeFacts } from '../../src/evidence/facts.ts';
import { bertil as bertilWrote, changeFacts } from '../fixtures/facts.ts';
import type { Addition } from '../../src/ports/queue.ts';
import { sweepCycles } from '../../workers/sweep-cycles.ts';
import { watch } from '../../workers/watch.ts';
import { ada, harbour, installation, orders, startRig } from './rig.ts';
import type { Rig } from './rig.ts';

const merged = changeFacts({
  title: 'Timeouts for the search of orders',
  body: 'Before this, callers waited without end when the database was slow.',
  mergedAt: '2026-02-03T10:00:00Z',
});

function revertAt(mergedAt: string, more: Partial<ChangeFacts> = {}): ChangeFacts {
  return changeFacts({
    key: 'github:7#413',
    number: 413,
    title: 'Revert "Timeouts for the search of orders"',
    body: 'Reverts harbour/orders#412',
    author: bertilWrote,
    mergedAt,
    ...more,
  });
}

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
  await rig.at('2026-02-03T10:00:00Z');
  await rig.tell(merged);
});

async function outcomes(): Promise<readonly unknown[]> {
  const cycle = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2026-07-01T00:00:00Z' };
  const { activities } = await rig.store.evidence.ofPerson({ account: harbour, person: ada.id, ...cycle });
  const [outcome] = activities.flatMap(({ evidence }) => evidence.map((row) => row.outcome));
  return Array.isArray(outcome) ? outcome : [];
}

function touched(number: number, changedAt: string | null): Promise<number> {
  const subject = { account: harbour, installation, repository: orders.id, kind: 'change', number } as const;
  return rig.store.subjects.touch({ ...subject, changedAt });
}

function refuse(): never {
  throw new GiveUp('The app lacks a permission here.');
}

const known = (number: number) => touched(number, '1970-01-01T00:00:00Z');

describe('looking again, after 30 days', () => {
  test('a revert whose webhook was lost is asked for before it is said that all held', async () => {
    await rig.at('2026-03-05T09:00:00Z');
    rig.world.setSubject(orders.id, revertAt('2026-02-20T10:00:00Z'), '2026-03-05T09:30:00Z');
    await rig.at('2026-03-05T10:00:01Z');
    expect(await outcomes()).toEqual([expect.objectContaining({ kind: 'reverted', days: 30 })]);
  });

  test('as long as something of the repository is still to be read, nothing is said', async () => {
    await rig.at('2026-03-05T09:59:59Z');
    rig.world.setSubject(orders.id, revertAt('2026-02-20T10:00:00Z'), '2026-02-20T10:00:00Z');
    await touched(413, null);
    const clock = { now: () => new Date('2026-03-05T10:00:00Z') };
    await watch({ subject: await known(412), days: 30 }, { ...rig.ports, clock });
    expect(await outcomes()).toEqual([]);
    await rig.at('2026-03-05T10:00:00Z');
    expect(await outcomes()).toEqual([expect.objectContaining({ kind: 'reverted', days: 30 })]);
  });

  test('where GitHub refuses to tell, it is called unwatched', async () => {
    const { github } = rig.ports;
    const reading = { ...github.reading, subjectsSince: refuse };
    await watch({ subject: await known(412), days: 30 }, { ...rig.ports, github: { ...github, reading } });
    expect(await outcomes()).toEqual([{ kind: 'unwatched', days: 30, by: [] }]);
  });

  test('a subject that was given up is not waited for', async () => {
    await rig.at('2026-03-05T09:00:00Z');
    rig.world.failNext('subject', new GiveUp('GitHub cannot show it.'));
    await rig.tell(revertAt('2026-03-04T10:00:00Z', { title: 'Another change', body: '' }));
    await rig.at('2026-03-05T10:00:01Z');
    expect(await outcomes()).toEqual([{ kind: 'held', days: 30, by: [] }]);
  });
});

test('a report waits for what is just being looked at', async () => {
  const now = '2026-06-30T23:00:00.000Z';
  for (const { id } of await rig.store.repositories.list(harbour))
    await rig.store.repositories.markBackfilled(harbour, id, now);
  const added: Addition[] = [];
  const queue = {
    ...rig.ports.queue,
    addMany: async (jobs: readonly Addition[]) => void added.push(...jobs),
  };
  const sweep = () => sweepCycles({ ...rig.ports, queue, clock: { now: () => new Date(now) } });
  const reports = () => added.filter(({ job }) => job === 'report');
  await sweep();
  expect(reports()).toEqual([]);
  const subject = await known(412);
  for (const days of [30, 90] as const) await rig.store.watches.settle({ subject, days }, null, now);
  await sweep();
  expect(reports()).toHaveLength(2);
});
