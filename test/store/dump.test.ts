import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Delivery } from '../../src/ports/store.ts';
import { dumpTables } from '../../src/store/dump.ts';
import { openStore } from '../../src/store/open.ts';
import type { OpenStore } from '../../src/store/open.ts';
import {
  activityOf,
  changeFacts,
  deliveryOf,
  deliveryOfAccount,
  gatheringOf,
  readingOf,
  subjectOf,
} from '../contracts/store/scene.ts';
import { createFreshDatabase, startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';

let postgres: DisposablePostgres;

beforeAll(async () => {
  postgres = await startDisposablePostgres();
}, 60_000);

afterAll(async () => {
  await postgres?.stop();
});

async function onFreshStore<Found>(use: (store: OpenStore) => Promise<Found>): Promise<Found> {
  const store = await openStore({
    databaseUrl: await createFreshDatabase(postgres.url),
    dataFolder: '/nowhere',
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const account = 9_919;
const ada = 583_231;

type Told = { readonly numbers: readonly number[]; readonly year: number; readonly words?: string };

/** One history: the same changes, in an order and at times of the caller's. */
async function live(store: OpenStore, { numbers, year, words = 'It was mine.' }: Told): Promise<void> {
  const at = `${year}-03-02T09:15:09.250Z`;
  await store.deliveries.record(deliveryOfAccount({ id: 'installed', account, receivedAt: at }));
  const repositories = [
    { id: 1_296_269, name: 'orders-inc/orders', visibility: 'private', archived: false },
  ] as const;
  await store.accounts.save(readingOf(account, { seen: at, repositories }));
  await store.roster.replace(account, [{ id: ada, login: 'ada', teams: ['orders'] }], at);
  for (const number of numbers) await mergeChange(store, number, at);
  const said = { person: ada, saidBy: ada, about: null, verb: 'note', words: { text: words }, saidAt: at };
  await store.overlay.add(account, { origin: 'comment:1:1', ...said });
  const terms = { name: '2026-H1', startsAt: at, endsAt: `${year}-07-01T00:00:00Z`, timeZone: 'UTC' };
  await store.cycles.ensure({ account, ...terms });
  await store.marks.write('relay', at);
}

async function mergeChange(store: OpenStore, number: number, receivedAt: string): Promise<void> {
  const delivery: Delivery = {
    ...deliveryOf({ account, receivedAt, subject: { kind: 'change', number } }),
    id: `merged-${number}`,
  };
  const subject = await subjectOf(store, delivery);
  const activity = activityOf(`merged/${number}`, ada, { happenedAt: receivedAt });
  const facts = changeFacts({ number });
  await store.evidence.save(gatheringOf(subject, [activity], { facts, undoes: { what: { number: 1 } } }));
  await store.watches.ensure({ subject: subject.id, days: 30, dueAt: receivedAt });
  await store.watches.settle({ subject: subject.id, days: 30 }, { held: number }, receivedAt);
}

function dumpOf(told: Told) {
  return onFreshStore(async (store) => {
    await live(store, told);
    return dumpTables(store.url);
  });
}

test('two runs of one history are equal, whatever the order in which rows were counted and the clock', async () => {
  const first = await dumpOf({ numbers: [7, 412], year: 2026 });
  expect(await dumpOf({ numbers: [412, 7], year: 2027 })).toEqual(first);
});

test.each<[string, Told, readonly string[]]>([
  ['a word that somebody said', { numbers: [7], year: 2026, words: 'It was not mine.' }, ['overlay']],
  [
    'a change that is there',
    { numbers: [7, 412], year: 2026 },
    ['activities', 'deliveries', 'evidence', 'facts', 'log', 'subjects', 'undoings', 'watches'],
  ],
])('%s makes two runs differ, in the tables it is in', async (_, told, expected) => {
  const [first, second] = [await dumpOf({ numbers: [7], year: 2026 }), await dumpOf(told)];
  const differing = Object.keys(first).filter((table) => first[table]?.join() !== second[table]?.join());
  expect(differing.toSorted()).toEqual(expected);
});

test('every table of ours is told; rows that others point to by number stand in place of it', async () => {
  const dump = await dumpOf({ numbers: [412], year: 2026 });
  expect(Object.keys(dump).toSorted()).toEqual([
    'accounts',
    'activities',
    'cycles',
    'deliveries',
    'erasures',
    'evidence',
    'facts',
    'failures',
    'log',
    'marks',
    'model_answers',
    'model_calls',
    'model_waits',
    'overlay',
    'people',
    'publications',
    'repositories',
    'roster',
    'subjects',
    'undoings',
    'watches',
  ]);
  expect(dump['failures']).toEqual([]);
  expect(dump['cycles']).toEqual(['{"account_id":9919,"name":"2026-H1","time_zone":"UTC"}']);
  const subject =
    '{"account_id":9919,"installation_id":48211,"kind":"change","number":412,"repository_id":1296269,"waits_for":null}';
  expect(dump['subjects']).toEqual([subject]);
  expect(dump['watches']).toEqual([`{"days":30,"outcome":{"held":412},"subject_id":${subject}}`]);
});

test('tables of others are left alone, and what points nowhere is told as such', async () => {
  const url = await createFreshDatabase(postgres.url);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`
    CREATE SCHEMA bullmq;
    CREATE TABLE bullmq.jobs (id INT);
    CREATE TABLE "it's" (id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, "a ""name""" TEXT);
    CREATE TABLE pointing (target INT REFERENCES "it's" (id), other INT);
    INSERT INTO "it's" ("a ""name""") VALUES ('one');
    INSERT INTO pointing VALUES (1, 5), (NULL, 4)`);
  await client.end();
  expect(await dumpTables(url)).toEqual({
    "it's": ['{"a \\"name\\"":"one"}'],
    pointing: ['{"other":4,"target":null}', '{"other":5,"target":{"a \\"name\\"":"one"}}'],
  });
});
