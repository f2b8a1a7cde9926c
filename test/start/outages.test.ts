import { describe, expect, jest, test } from '@jest/globals';
import { putGate } from '../queue/gate.ts';
import { deliver, merged, settingsFor, startApp, statusOf } from './app.ts';
import { deliveriesIn, dirtyIn, setUpAccount } from './database.ts';
import { until } from './patience.ts';
import { surround } from './surroundings.ts';

jest.setTimeout(60_000);

const { server, database: createDatabase, github } = surround();

describe('the database', () => {
  test('may come later than the app, and go away meanwhile: no delivery is claimed that is not kept', async () => {
    const database = await createDatabase();
    const gate = await putGate(database);
    const app = startApp(settingsFor(gate.url, github().url));
    await app.hasSaid('cannot be reached now (ECONNREFUSED)');
    expect(app.said()).not.toContain('listens');

    await gate.open();
    const url = await app.url();
    await until(async () => (await statusOf(`${url}/readyz`)) === 200);
    expect(await deliver(url, merged, 'first')).toBe(200);
    expect(await deliveriesIn(database)).toBe(1);

    await gate.shut();
    expect(await deliver(url, merged, 'second')).toBe(503);
    expect(await statusOf(`${url}/readyz`)).toBe(503);
    expect(await statusOf(`${url}/healthz`)).toBe(200);
    expect(await deliveriesIn(database)).toBe(1);

    await gate.open();
    expect(await deliver(url, merged, 'second')).toBe(200);
    expect(await deliver(url, merged, 'second')).toBe(200);
    expect(await deliveriesIn(database)).toBe(2);
    expect(await app.end('SIGTERM')).toBe(0);
    await gate.shut();
  });

  test('that never comes can be waited for no longer', async () => {
    const gate = await putGate(server());
    const app = startApp(settingsFor(gate.url, github().url));
    await app.hasSaid('cannot be reached now');
    expect(await app.end('SIGTERM')).toBe(0);
    expect(app.said()).not.toContain('listens');
  });
});

describe('kill -9', () => {
  test('right after a delivery was acknowledged loses nothing: the next start reads its subject', async () => {
    const database = await createDatabase();
    await setUpAccount(database, merged);
    const first = startApp(settingsFor(database, github().url));
    const url = await first.url();
    const release = github().holdQueries();
    expect(await deliver(url, merged)).toBe(200);
    await first.end('SIGKILL');
    const before = github().queries.length;
    release();
    expect([await deliveriesIn(database), await dirtyIn(database)]).toEqual([1, 1]);

    const second = startApp(settingsFor(database, github().url));
    await until(() => github().queries.length > before);
    const { variables } = JSON.parse(github().queries[before] ?? '') as { variables: unknown };
    expect(variables).toEqual({ owner: 'Codertocat', name: 'Hello-World', number: 2 });
    await until(async () => (await dirtyIn(database)) === 0);
    expect(await second.end('SIGTERM')).toBe(0);
  });
});
