import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readSettings } from '../../src/settings.ts';
import { start } from '../../src/start.ts';
import { startEmbedded } from '../../src/store/embedded.ts';
import { readPostmaster } from '../../src/store/embedded/postmaster.ts';
import { makeTestFolder } from '../disposable-postgres.ts';
import { smallFrameworks } from '../fixtures/frameworks.ts';
import { settingsFor } from './app.ts';
import { startGitHubStub } from './github-stub.ts';
import type { GitHubStub } from './github-stub.ts';

jest.setTimeout(60_000);

let github: GitHubStub;
/** Of a database server that the app starts itself: left running, it would be seen. */
let folder: string;

beforeAll(async () => {
  [github, folder] = await Promise.all([startGitHubStub(), makeTestFolder()]);
});

afterEach(async () => {
  if (await isRunning()) await startEmbedded({ folder }).then(({ stop }) => stop());
});

afterAll(async () => {
  await github.stop();
  await rm(folder, { recursive: true, force: true });
});

async function isRunning(): Promise<boolean> {
  return (await readPostmaster(join(folder, 'postgres'))) !== null;
}

type Environment = Readonly<Record<string, string>>;

/** Starts the web part in this process, which stays: nothing ends by itself. */
function startWith(
  more: Environment,
  say: (line: string) => void,
  signal: AbortSignal,
): ReturnType<typeof start> {
  const { DATABASE_URL: _, ...environment }: Environment = settingsFor('', github.url);
  const settings = readSettings({ ...environment, DATA_FOLDER: folder, ...more }, () => '');
  return start({ settings, frameworks: smallFrameworks, roles: { web: true, workers: false }, say, signal });
}

describe('what is open already is closed again', () => {
  test('where the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { signal } = new AbortController();
    await expect(startWith({ PORT: String(port) }, () => undefined, signal)).rejects.toThrow('EADDRINUSE');
    expect(await isRunning()).toBe(false);
    other.close();
  });

  test('where the queue is waited for no longer', async () => {
    const stop = new AbortController();
    const ran: Promise<boolean>[] = [];
    const say = (line: string) => {
      if (!line.includes('does not answer yet')) return;
      ran.push(isRunning());
      stop.abort();
    };
    const starting = startWith({ REDIS_URL: 'redis://127.0.0.1:1' }, say, stop.signal);
    await expect(starting).rejects.toThrow('nothing was started');
    expect([await ran[0], await isRunning()]).toEqual([true, false]);
  });

  test('also when it is to end; until then it is there', async () => {
    const running = await startWith({}, () => undefined, new AbortController().signal);
    expect(await isRunning()).toBe(true);
    await running.close();
    expect(await isRunning()).toBe(false);
    await expect(fetch(`${running.url}/healthz`)).rejects.toThrow('fetch failed');
  });
});
