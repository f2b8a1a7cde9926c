import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Delivery } from '../../src/ports/store.ts';
import { connect, disconnect } from '../../src/store/database.ts';
import type { Database } from '../../src/store/database.ts';
import { deliveryTable } from '../../src/store/deliveries.ts';
import { deploy } from '../../src/store/deploy.ts';
import { createFreshDatabase, startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';
import { listeningPool } from './listening-pool.ts';

let postgres: DisposablePostgres;
let database: Database;
let url: string;

beforeAll(async () => {
  postgres = await startDisposablePostgres();
}, 60_000);

beforeEach(async () => {
  url = await createFreshDatabase(postgres.url);
  await deploy(url);
  await database?.prisma.$disconnect();
  await database?.intake.end();
  database = connect(url);
});

afterAll(async () => {
  await disconnect(database);
  await postgres?.stop();
});

const delivery: Delivery = {
  id: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
  event: 'pull_request_review',
  action: 'submitted',
  account: 9_919,
  installation: 48_211,
  repository: 1_296_269,
  subject: { kind: 'change', number: 412 },
  comment: null,
  actor: 583_231,
  updatedAt: null,
  receivedAt: '2026-03-02T09:15:09.250Z',
};

test.each<[string, Partial<Delivery>]>([
  ['of a subject', {}],
  ['of an account', { subject: null, repository: null }],
])('a delivery %s is one statement, and so is its repetition', async (_, changes) => {
  const { pool, statements } = listeningPool(url);
  const deliveries = deliveryTable(pool);
  await deliveries.record({ ...delivery, ...changes });
  expect(statements).toHaveLength(1);
  await deliveries.record({ ...delivery, ...changes });
  expect(statements).toHaveLength(2);
  await pool.end();
});

test('a delivery that cannot be kept in time fails, keeps nothing, and the next one works', async () => {
  const deliveries = deliveryTable(database.intake);
  const blocker = new Client({ connectionString: url });
  await blocker.connect();
  await blocker.query('BEGIN; LOCK TABLE subjects IN ACCESS EXCLUSIVE MODE');
  // Without its own limit this would wait for the blocker for ever.
  await expect(deliveries.record(delivery)).rejects.toThrow(/statement timeout/);
  await blocker.query('ROLLBACK');
  const { rows } = await blocker.query('SELECT id FROM deliveries');
  expect(rows).toEqual([]);
  await blocker.end();
  expect(await deliveries.record(delivery)).toMatchObject({ new: true });
}, 20_000);

test('a connection that breaks while idle costs at most one delivery, never the process', async () => {
  const deliveries = deliveryTable(database.intake);
  await deliveries.record(delivery);
  const killer = new Client({ connectionString: url });
  await killer.connect();
  await killer.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'groundwork intake'`,
  );
  await killer.end();
  await deliveries.record({ ...delivery, id: 'during' }).catch(() => undefined);
  expect(await deliveries.record({ ...delivery, id: 'after' })).toMatchObject({ new: true });
});

test('the row holds ids and no word of anybody', async () => {
  await deliveryTable(database.intake).record({ ...delivery, action: 'sub\0mitted\uD83D' });
  const [row] = await database.prisma.delivery.findMany();
  expect(row).toEqual({
    id: delivery.id,
    event: 'pull_request_review',
    action: 'sub\uFFFDmitted\uFFFD',
    accountId: 9_919n,
    installationId: 48_211n,
    repositoryId: 1_296_269n,
    kind: 'change',
    number: 412,
    commentId: null,
    actorId: 583_231n,
    updatedAt: null,
    receivedAt: new Date('2026-03-02T09:15:09.250Z'),
  });
});
