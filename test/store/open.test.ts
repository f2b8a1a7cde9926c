import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GiveUp, RetryLater } from '../../src/errors.ts';
import { inspectProcess } from '../../src/store/embedded/processes.ts';
import { readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { openStore } from '../../src/store/open.ts';
import { createFreshDatabase, makeTestFolder, startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';

let postgres: DisposablePostgres;

beforeAll(async () => {
  postgres = await startDisposablePostgres();
}, 60_000);

afterAll(async () => {
  await postgres?.stop();
});

function open(databaseUrl: string) {
  return openStore({ databaseUrl, dataFolder: '/nowhere' });
}

function changed(change: (address: URL) => void): string {
  const address = new URL(postgres.url);
  change(address);
  return address.href;
}

async function unusedPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return String(typeof address === 'object' && address?.port);
}

describe('a server of your own', () => {
  test('is migrated and used, and left running at the end', async () => {
    const url = await createFreshDatabase(postgres.url);
    const store = await open(url);
    await store.people.remember({ account: 1, id: 2, login: 'ada' });
    expect(store.url).toBe(url);
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
    await expect(store.ping()).rejects.toBeInstanceOf(Error);
    const again = await open(url);
    expect(await again.people.find(1, 2)).toMatchObject({ login: 'ada' });
    await again.close();
  });

  test.each<[string, () => Promise<string>, RegExp]>([
    ['a wrong password', async () => changed((to) => (to.password = 'guess')), /user name or password/],
    [
      'an unknown user',
      async () => changed((to) => (to.username = 'nobody-we-know')),
      /user name or password/,
    ],
    ['an unknown database', async () => changed((to) => (to.pathname = '/reviews')), /no such database/],
    [
      'another kind of database',
      async () => 'mysql://localhost/groundwork',
      /begins with mysql:.*needs Postgres/,
    ],
    ['no address at all', async () => 'localhost, the usual port', /not an address/],
    [
      'a password with a slash in it',
      async () => 'postgresql://app:a/b@localhost/app',
      /DATABASE_URL|cannot be/,
    ],
    ['an empty address', async () => '', /not an address/],
  ])('%s is refused with what to do', async (_, address, expected) => {
    const refusal = open(await address());
    await expect(refusal).rejects.toThrow(GiveUp);
    await expect(refusal).rejects.toThrow(expected);
  });

  test('a server that does not run may be tried again later', async () => {
    const port = await unusedPort();
    const refusal = open(changed((to) => (to.port = port)));
    await expect(refusal).rejects.toThrow(RetryLater);
    await expect(refusal).rejects.toThrow(`127.0.0.1:${port}/postgres cannot be reached now (ECONNREFUSED)`);
  });

  test('no message holds the password', async () => {
    const secret = 'not-for-your-eyes';
    const addresses = [
      changed((to) => (to.password = secret)),
      changed((to) => Object.assign(to, { password: secret, hostname: 'host.invalid' })),
      `mysql://app:${secret}@localhost/app`,
      `postgresql://app:${secret}@[localhost/app`,
    ];
    for (const address of addresses) {
      const message = await open(address).then(
        () => 'opened',
        (error: unknown) => String(error),
      );
      expect(message).not.toContain(secret);
      expect(message).not.toBe('opened');
    }
  });

  test('a user who may not make tables is told what is missing', async () => {
    const url = await createFreshDatabase(postgres.url);
    const owner = await open(postgres.url);
    await owner.close();
    const { Client } = await import('pg');
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`CREATE ROLE reader LOGIN PASSWORD 'reader'`);
    await client.end();
    const address = new URL(url);
    Object.assign(address, { username: 'reader', password: 'reader' });
    await expect(open(address.href)).rejects.toThrow(/may not create tables/);
  });
});

test('without a server of yours, one is kept in the data folder and ended with the store', async () => {
  const dataFolder = await makeTestFolder();
  const store = await openStore({ databaseUrl: null, dataFolder });
  const running = await readPostmaster(`${dataFolder}/postgres`);
  await store.people.remember({ account: 1, id: 2, login: 'ada' });
  await store.close();
  expect(await inspectProcess(running?.pid ?? 0)).toBeNull();
  const again = await openStore({ databaseUrl: null, dataFolder });
  expect(await again.people.find(1, 2)).toMatchObject({ login: 'ada' });
  await again.close();
  await rm(dataFolder, { recursive: true });
}, 60_000);
