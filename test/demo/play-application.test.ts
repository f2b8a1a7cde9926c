import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApplication } from '../../demo/play/application.ts';
import type { ApplicationPlan } from '../../demo/play/application.ts';
import { openControl } from '../../demo/play/control.ts';
import type { ControlOptions } from '../../demo/play/control.ts';
import { openFolder } from '../../demo/play/folder.ts';
import { openIssue } from '../../demo/github/actions.ts';
import { GiveUp } from '../../src/errors.ts';
import { playedUntil, tiny } from './play-story.ts';

const folder = mkdtempSync(join(tmpdir(), 'groundwork-play-'));
const servers: Server[] = [];

afterAll(() => {
  for (const server of servers) server.close().closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const noSignal = new AbortController().signal;
const address = "console.error('Groundwork listens on http://127.0.0.1:4711');";
const lives = "process.once('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000);";

/** An application that is this script. */
function scripted(script: string, more: Partial<ApplicationPlan> = {}): ApplicationPlan {
  return {
    command: [process.execPath, '--eval', script],
    environment: { PATH: process.env['PATH'] },
    settings: {},
    folder,
    logFile: join(folder, 'application.log'),
    ...more,
  };
}

describe('the application', () => {
  test('has started once it says where it listens, and ends when it is asked to', async () => {
    const application = await startApplication(
      scripted(`console.error('hello');${lives}${address}`),
      noSignal,
    );
    expect(application.url).toBe('http://127.0.0.1:4711');
    expect(await application.ended()).toBe(null);
    expect(await application.stop()).toBe('ended');
    expect(await application.stop()).toBe('ended');
    expect(await application.ended()).toContain('hello');
  });

  test('one that does not end is killed', async () => {
    const stubborn = `process.on('SIGTERM', () => {});${address}setInterval(() => {}, 1000);`;
    const application = await startApplication(
      scripted(stubborn, { patience: { start: 20_000, stop: 50 } }),
      noSignal,
    );
    expect(await application.stop()).toBe('killed');
  });

  test('one that crashed, or was killed by somebody, did not end well', async () => {
    const application = await startApplication(
      scripted(`${address}process.kill(process.pid, 'SIGKILL');`),
      noSignal,
    );
    expect(await application.ended()).toContain('Groundwork listens');
    expect(await application.stop()).toBe('killed');
  });

  test('one that ends before it listens is told with its last words', async () => {
    const plan = scripted("console.error('The disk is full.'); process.exit(1);");
    const start = startApplication(plan, noSignal);
    await expect(start).rejects.toThrow(GiveUp);
    await expect(start).rejects.toThrow('The application did not start. Its last words:\nThe disk is full.');
  });

  test('one that cannot be started, or never says anything, is no success either', async () => {
    const none = scripted('', { command: [join(folder, 'no-such-program')] });
    await expect(startApplication(none, noSignal)).rejects.toThrow(/did not start/);
    const silent = scripted(lives, { patience: { start: 50, stop: 5_000 } });
    await expect(startApplication(silent, noSignal)).rejects.toThrow('It said nothing.');
  });

  test('a start that is stopped ends the application', async () => {
    const stop = new AbortController();
    const start = startApplication(scripted(lives), stop.signal);
    stop.abort(new GiveUp('The demo was stopped.'));
    await expect(start).rejects.toThrow('The demo was stopped.');
  });

  test('gets its own settings, and none of this machine’s', async () => {
    const script = `console.error(JSON.stringify(process.env));${lives}${address}`;
    const plan = scripted(script, {
      logFile: join(folder, 'settings.log'),
      environment: {
        PATH: process.env['PATH'],
        LANG: 'C',
        DATABASE_URL: 'postgresql://production/',
        OPENAI_API_KEY: 'sk-real',
        PRIVATE_KEY_PATH: '/real.pem',
        REDIS_URL: 'redis://real',
      },
      settings: { APP_ID: '7', PORT: '0' },
    });
    const application = await startApplication(plan, noSignal);
    await application.stop();
    const [line = '{}'] = readFileSync(join(folder, 'settings.log'), 'utf8').split('\n');
    const told: Record<string, unknown> = JSON.parse(line);
    expect(told).toMatchObject({ APP_ID: '7', PORT: '0', LANG: 'C' });
    expect(Object.keys(told)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/DATABASE_URL|OPENAI|PRIVATE_KEY|REDIS/)]),
    );
  });
});

type Order = { readonly method: string | undefined; readonly key: string | undefined; readonly body: string };

/** An application that answers each question for its work with the next of these. */
async function answering(answers: readonly unknown[], more: Partial<ControlOptions> = {}) {
  const orders: Order[] = [];
  const left = [...answers];
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const { method, headers } = request;
    orders.push({ method, key: headers.authorization, body: await bodyOf(request) });
    const answer = method === 'PUT' ? { jobs: 9, dirty: 1 } : (left.shift() ?? answers.at(-1));
    response.writeHead(answer === 'refused' ? 401 : 200).end(JSON.stringify(answer));
  };
  const server = createServer((request, response) => void reply(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const url = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`;
  const control = openControl({
    url,
    key: 'the key',
    ended: () => Promise.resolve(null),
    signal: noSignal,
    ...more,
  });
  return { control, orders };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

describe('moving its time', () => {
  const now = '2026-03-01T09:00:00Z';

  test('waits until there is nothing to do, twice in a row', async () => {
    const { control, orders } = await answering([
      { jobs: 2, dirty: 1 },
      { jobs: 0, dirty: 0 },
      { jobs: 0, dirty: 1 },
      { jobs: 0, dirty: 0 },
      { jobs: 0, dirty: 0 },
    ]);
    await control.workUntil(now);
    const [first, ...asked] = orders;
    expect(first).toEqual({
      method: 'PUT',
      key: 'Bearer the key',
      body: JSON.stringify({ now, sweep: true }),
    });
    expect(asked.map(({ method }) => method)).toEqual(Array(5).fill('GET'));
  });

  test('or only moves it', async () => {
    const { control, orders } = await answering([{ jobs: 5, dirty: 1 }]);
    await control.moveTo(now);
    expect(orders.map(({ body }) => JSON.parse(body))).toEqual([{ now, sweep: false }]);
  });

  test.each([
    ['work that is never done', [{ jobs: 3, dirty: 0 }], /still had 3 jobs and nothing to read/],
    ['an answer that says nothing', [{ hello: true }], /does not say whether its work is done/],
    ['a refusal', ['refused'], /refused an order with 401/],
  ])('%s is told', async (_, answers, says) => {
    const { control } = await answering(answers, { patience: 1 });
    await expect(control.workUntil(now)).rejects.toThrow(says);
  });

  test('one that lives and does not answer is told, too', async () => {
    const { control } = await answering([], { url: 'http://127.0.0.1:1' });
    await expect(control.moveTo(now)).rejects.toThrow(/does not answer: .*/);
  });

  test('an application that has ended is told with its last words', async () => {
    const control = openControl({
      url: 'http://127.0.0.1:1',
      key: 'k',
      ended: () => Promise.resolve('Its last words:\nout of memory'),
      signal: noSignal,
    });
    await expect(control.moveTo(now)).rejects.toThrow(/ended in the middle of the story.*out of memory/s);
  });
});

describe('its folder', () => {
  test('is gone at the end', async () => {
    const made = await openFolder(null);
    expect(existsSync(made.path)).toBe(true);
    await made.close();
    expect(existsSync(made.path)).toBe(false);
  });

  test('or is kept with every text of the application', async () => {
    const { world } = playedUntil(tiny);
    const text = { repository: 'pier/reviews-ana', title: 'Report', body: 'All about boats.' };
    openIssue(world, 'groundwork[bot]', text);
    const kept = await openFolder(join(folder, 'kept'));
    await kept.keepPosts(world.state);
    await kept.close();
    const file = join(folder, 'kept', 'texts', 'pier', 'reviews-ana', '1.md');
    expect(readFileSync(file, 'utf8')).toBe('# Report\n\nAll about boats.');
    await expect(openFolder(join(folder, 'kept'))).rejects.toThrow(/something in .*kept already/);
  });
});
