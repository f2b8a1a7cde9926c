import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { PrismaClient } from '../../src/generated/prisma/client.ts';
import type { Subject } from '../../src/ports/store.ts';
import { accountTable } from '../../src/store/accounts.ts';
import { deliveryTable } from '../../src/store/deliveries.ts';
import { deploy } from '../../src/store/deploy.ts';
import { evidenceTable } from '../../src/store/evidence.ts';
import { markTable } from '../../src/store/marks.ts';
import { peopleTable } from '../../src/store/people.ts';
import { rosterTable } from '../../src/store/roster.ts';
import { subjectTable } from '../../src/store/subjects.ts';
import { watchTable } from '../../src/store/watches.ts';
import {
  activityOf,
  changeFacts,
  deliveryOf,
  firstHalf,
  fresh,
  gatheringOf,
  readingOf,
} from '../contracts/store/scene.ts';
import { startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';
import { listeningPool } from './listening-pool.ts';

/* What the tables ask of the server: never one question for each row. */

let postgres: DisposablePostgres;
let pool: Pool;
let statements: string[];
let prisma: PrismaClient;

beforeAll(async () => {
  postgres = await startDisposablePostgres();
  await deploy(postgres.url);
  ({ pool, statements } = listeningPool(postgres.url));
  prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
}, 60_000);

afterAll(async () => {
  await prisma?.$disconnect();
  await pool?.end();
  await postgres?.stop();
});

async function countOf(work: () => Promise<unknown>): Promise<number> {
  statements.length = 0;
  await work();
  return statements.length;
}

async function subjectAndPerson(): Promise<{ readonly subject: Subject; readonly person: number }> {
  const { subject: id } = await deliveryTable(pool).record(deliveryOf());
  const subject = await subjectTable(prisma).find(id ?? 0);
  if (!subject) throw new Error('The delivery made no subject.');
  const person = fresh();
  await peopleTable(prisma).remember({ account: subject.account, id: person, login: 'ada' });
  return { subject, person };
}

function many<Row>(count: number, rowOf: (index: number) => Row): readonly Row[] {
  return Array.from({ length: count }, (_, index) => rowOf(index));
}

async function saveReading(count: number): Promise<number> {
  const repositories = many(count, (index) => ({
    id: fresh(),
    name: `orders-inc/${index}`,
    visibility: 'private' as const,
    archived: false,
  }));
  return countOf(() => accountTable(prisma).save(readingOf(fresh(), { repositories })));
}

async function replaceRoster(count: number): Promise<number> {
  const account = fresh();
  const engineers = many(count, (index) => ({ id: index + 1, login: `login-${index}`, teams: ['orders'] }));
  await rosterTable(prisma).replace(account, engineers, '2026-01-01T00:00:00Z');
  const moved = engineers.map((engineer) => ({ ...engineer, login: `${engineer.login}-2`, teams: [] }));
  return countOf(() => rosterTable(prisma).replace(account, moved, '2026-02-01T00:00:00Z'));
}

async function saveGathering(count: number): Promise<number> {
  const { subject, person } = await subjectAndPerson();
  const activities = many(count, (index) => activityOf(`${person}/${index}`, person));
  const gathering = gatheringOf(subject, activities, { facts: changeFacts(), undoes: { what: 'all' } });
  return countOf(() => evidenceTable(prisma).save(gathering));
}

async function readPerson(count: number): Promise<number> {
  const { subject, person } = await subjectAndPerson();
  const activities = many(count, (index) => activityOf(`${person}/${index}`, person));
  await evidenceTable(prisma).save(gatheringOf(subject, activities));
  await watchTable(prisma).ensure({ subject: subject.id, days: 30, dueAt: '2026-04-01T00:00:00Z' });
  await watchTable(prisma).settle({ subject: subject.id, days: 30 }, 'held', '2026-04-01T00:00:00Z');
  const asked = { account: subject.account, person, ...firstHalf };
  return countOf(() => evidenceTable(prisma).ofPerson(asked));
}

test.each([
  ['an account’s reading, whatever it names', saveReading],
  ['a roster, whoever moves', replaceRoster],
  ['a gathering, whatever was derived', saveGathering],
  ['one person’s record, however much it holds', readPerson],
])('as many statements for a hundred rows as for two: %s', async (_, count) => {
  const few = await count(2);
  expect(few).toBeLessThanOrEqual(15);
  expect(await count(100)).toBe(few);
});

test.each<[string, () => Promise<unknown>]>([
  ['the work to do', () => subjectTable(prisma).dirty(50)],
  ['touching a subject', () => subjectTable(prisma).touch({ ...touched, account: fresh() })],
  [
    'the facts of a stretch of time',
    () => subjectTable(prisma).factsBetween({ ...stretch, account: fresh() }),
  ],
  ['the watches that are due', () => watchTable(prisma).due('2026-04-01T00:00:00Z', 50)],
  ['writing a mark', () => markTable(prisma).write('relay', '2026-04-01T00:00:00Z')],
])('one statement: %s', async (_, work) => {
  expect(await countOf(work)).toBe(1);
});

const touched = {
  installation: 48_211,
  repository: 1_296_269,
  kind: 'change',
  number: 412,
  changedAt: null,
} as const;
const stretch = { repository: 1_296_269, from: firstHalf.startsAt, to: firstHalf.endsAt };
