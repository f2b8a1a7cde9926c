import { describe, expect, jest, test } from '@jest/globals';
import { deliver, merged, settingsFor, startApp, statusOf } from './app.ts';
import { dirtyIn, setUpAccount } from './database.ts';
import { until } from './patience.ts';
import { surround } from './surroundings.ts';

jest.setTimeout(60_000);

const { server, database: createDatabase, github } = surround();

describe('a signal', () => {
  test('lets the work that runs be finished, hears nothing new, and ends well', async () => {
    const database = await createDatabase();
    await setUpAccount(database, merged);
    const app = startApp(settingsFor(database, github().url));
    const url = await app.url();
    const release = github().holdQueries();
    expect(await deliver(url, merged)).toBe(200);
    await until(() => github().queries.length > 0);

    const ended = app.end('SIGTERM');
    await app.hasSaid('Groundwork is ending');
    await until(() =>
      statusOf(`${url}/healthz`).then(
        () => false,
        () => true,
      ),
    );
    expect(await dirtyIn(database)).toBe(1);
    release();
    expect(await ended).toBe(0);
    // What GitHub answered in the end was still acted upon.
    expect(await dirtyIn(database)).toBe(0);
    expect(app.said()).toContain('Groundwork has ended.');
  });

  test('a second one does not wait for the work; the next start does it', async () => {
    const database = await createDatabase();
    await setUpAccount(database, merged);
    const before = github().queries.length;
    const release = github().holdQueries();
    const app = startApp(settingsFor(database, github().url));
    expect(await deliver(await app.url(), merged)).toBe(200);
    await until(() => github().queries.length > before);
    const ended = app.end('SIGINT');
    await app.hasSaid('Groundwork is ending');
    process.kill(app.pid, 'SIGINT');
    expect(await ended).toBe(1);
    expect(await dirtyIn(database)).toBe(1);
    release();
  });
});

describe('two processes', () => {
  test('share the work: one hears, the other reads', async () => {
    const database = await createDatabase();
    await setUpAccount(database, merged);
    const before = github().queries.length;
    const web = startApp(settingsFor(database, github().url), ['--web']);
    const workers = startApp(settingsFor(database, github().url), ['--workers']);
    await workers.hasSaid('Groundwork is working.');
    expect(await deliver(await web.url(), merged)).toBe(200);
    await until(() => github().queries.length > before);
    expect([await web.end('SIGTERM'), await workers.end('SIGTERM')]).toEqual([0, 0]);
  });
});

describe('what cannot start', () => {
  test('settings: every problem at once, exit code 2', async () => {
    const app = startApp({ APP_ID: 'twelve', WEBHOOK_SECRET: 'development' });
    expect(await app.end(null)).toBe(2);
    for (const name of ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET'])
      expect(app.said()).toContain(`- ${name} `);
  });

  test('a port that is taken: one sentence, exit code 1, and nothing stays behind', async () => {
    const database = await createDatabase();
    const first = startApp(settingsFor(database, github().url), ['--web']);
    const { port } = new URL(await first.url());
    const second = startApp({ ...settingsFor(database, github().url), PORT: port });
    expect(await second.end(null)).toBe(1);
    expect(second.said()).toContain('Another program listens on that port already');
    expect(await first.end('SIGTERM')).toBe(0);
  });

  test('a database that is not there: what to do, exit code 1', async () => {
    const url = new URL(server());
    url.pathname = '/no-such-database';
    const app = startApp(settingsFor(url.href, github().url));
    expect(await app.end(null)).toBe(1);
    expect(app.said()).toContain('There is no such database on the server.');
    expect(app.said()).not.toContain(url.password);
  });
});
