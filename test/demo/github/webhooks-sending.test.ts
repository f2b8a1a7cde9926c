import { afterEach, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';

import { openIssue, suspendApp, uninstallApp, unsuspendApp } from '../../../demo/github/actions.ts';
import { sendWebhooks } from '../../../demo/github/webhooks.ts';
import type { WebhookOptions, Webhooks } from '../../../demo/github/webhooks.ts';
import type { World } from '../../../demo/github/world.ts';
import { ALL_EVENTS, anIssue, bareWorld, installedWorld, kindsOf } from './actions-world.ts';

type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };
type App = { readonly world: World; readonly webhooks: Webhooks; readonly received: Received[] };

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

describe('sending', () => {
  test('every delivery is signed over its bytes and names its event and itself', async () => {
    const { world, webhooks, received } = await listening();
    openIssue(world, 'adaeze', { ...anIssue, title: 'Café — 時 🚢' });
    await webhooks.idle();
    const [delivery] = world.state.deliveries.slice(-1);
    const { headers, body } = last(received);
    const signature = createHmac('sha256', 'a secret of this test').update(body).digest('hex');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-github-event': 'issues',
      'x-github-delivery': delivery?.guid,
      'x-github-hook-installation-target-id': '4711',
      'x-github-hook-installation-target-type': 'integration',
      'x-hub-signature-256': `sha256=${signature}`,
    });
    expect(headers['user-agent']).toMatch(/^GitHub-Hookshot\//);
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(delivery?.payload)));
    expect(delivery?.status).toBe(202);
  });

  test('in the order in which things happened', async () => {
    const { world, webhooks, received } = await listening();
    for (let number = 1; number <= 20; number += 1) openIssue(world, 'adaeze', anIssue);
    await webhooks.idle();
    expect(guidsOf(received)).toEqual(world.state.deliveries.map(({ guid }) => guid));
  });

  test('shuffled: all of them, in another order, the same for the same seed', async () => {
    const orders = await Promise.all([7, 7, 8].map((shuffle) => orderOf({ shuffle })));
    const [one, same, other] = orders;
    const sent = await orderOf({});
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    expect(one).not.toEqual(sent);
    expect(one?.toSorted()).toEqual(sent.toSorted());
  });

  test('several at once, but no more than that', async () => {
    const { promise: release, resolve } = Promise.withResolvers<void>();
    let underWay = 0;
    let most = 0;
    const slow: typeof fetch = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      if (underWay === 3) resolve();
      await release;
      underWay -= 1;
      return new Response();
    };
    const world = installedWorld();
    const webhooks = sendWebhooks(world, { parallel: 3, fetch: slow });
    for (let number = 1; number <= 9; number += 1) openIssue(world, 'adaeze', anIssue);
    await webhooks.idle();
    expect(most).toBe(3);
    expect(world.state.deliveries.slice(-9).map(({ status }) => status)).toEqual(Array(9).fill(200));
  });

  test('what the app answers is kept; no answer is a 0, be it a refused connection or a long silence', async () => {
    const refused = await listening({}, 500);
    openIssue(refused.world, 'adaeze', anIssue);
    const silent = await listening({ timeout: 50 }, null);
    openIssue(silent.world, 'adaeze', anIssue);
    const dead = installedWorld();
    const webhooks = sendWebhooks(dead);
    openIssue(dead, 'adaeze', anIssue);
    await Promise.all([refused.webhooks.idle(), silent.webhooks.idle(), webhooks.idle()]);
    const statuses = [refused.world, silent.world, dead].map(({ state }) => state.deliveries.at(-1)?.status);
    expect(statuses).toEqual([500, 0, 0]);
  });

  test('the address of the moment counts', async () => {
    const { world, webhooks, received } = await listening();
    const { webhookUrl } = world.state.app;
    world.state.app.webhookUrl = 'http://127.0.0.1:1/';
    openIssue(world, 'adaeze', anIssue);
    await webhooks.idle();
    world.state.app.webhookUrl = webhookUrl;
    openIssue(world, 'adaeze', anIssue);
    await webhooks.idle();
    expect(received).toHaveLength(1);
  });
});

describe('who hears', () => {
  test('nobody before the app is installed, while it is suspended, and after', () => {
    const world = bareWorld();
    openIssue(world, 'adaeze', anIssue);
    expect(world.state.deliveries).toEqual([]);
    const installed = installedWorld();
    suspendApp(installed, 'siri', { account: 'harbour' });
    openIssue(installed, 'adaeze', anIssue);
    unsuspendApp(installed, 'siri', { account: 'harbour' });
    uninstallApp(installed, 'siri', { account: 'harbour' });
    openIssue(installed, 'adaeze', anIssue);
    expect(kindsOf(installed.state.deliveries)).toEqual([
      'installation.created',
      'installation.suspend',
      'installation.unsuspend',
      'installation.deleted',
    ]);
  });

  test('only of what the app subscribed to, and of its own installations', () => {
    const events = ALL_EVENTS.filter((event) => event !== 'issues');
    const world = installedWorld(events);
    openIssue(world, 'adaeze', anIssue);
    expect(kindsOf(world.state.deliveries)).toEqual(['installation.created']);
  });
});

describe('sending again, and failing', () => {
  test('a redelivery is one more in the log, with the same guid and the same bytes', async () => {
    const { world, webhooks, received } = await listening();
    openIssue(world, 'adaeze', anIssue);
    await webhooks.idle();
    const original = world.state.deliveries.at(-1);
    const again = webhooks.redeliver(original?.id ?? 0);
    await webhooks.idle();
    expect(again).toMatchObject({ guid: original?.guid, redelivery: true, status: 202 });
    expect(again.id).not.toBe(original?.id);
    expect(received.map(({ body }) => body)[1]).toBe(received[0]?.body);
    expect(() => webhooks.redeliver(1)).toThrow('Not Found');
  });

  test('the whole log again: once each, whatever was redelivered before', async () => {
    const { world, webhooks, received } = await listening();
    openIssue(world, 'adaeze', { ...anIssue, labels: ['incident'] });
    const originals = world.state.deliveries.map(({ guid }) => guid);
    webhooks.redeliver(world.state.deliveries.at(-1)?.id ?? 0);
    await webhooks.idle();
    received.splice(0);
    webhooks.replayAll();
    await webhooks.idle();
    expect(guidsOf(received)).toEqual(originals);
  });

  test('paused: they wait, and go when it goes on', async () => {
    const { world, webhooks, received } = await listening();
    webhooks.pause();
    openIssue(world, 'adaeze', anIssue);
    await webhooks.idle();
    expect([received.length, world.state.deliveries.at(-1)?.status]).toEqual([0, null]);
    webhooks.resume();
    await webhooks.idle();
    expect([received.length, world.state.deliveries.at(-1)?.status]).toEqual([1, 202]);
  });

  test('dropped: the log knows; lost: nobody does', async () => {
    const { world, webhooks, received } = await listening();
    webhooks.drop(({ action }) => action === 'opened');
    webhooks.lose(({ action }) => action === 'labeled');
    openIssue(world, 'adaeze', { ...anIssue, labels: ['incident'], assignees: ['tomas'] });
    await webhooks.idle();
    webhooks.drop(null);
    webhooks.lose(null);
    openIssue(world, 'adaeze', { ...anIssue, labels: ['incident'] });
    await webhooks.idle();
    expect(world.state.deliveries.slice(-4).map(({ action, status }) => [action, status])).toEqual([
      ['opened', 0],
      ['assigned', 202],
      ['opened', 202],
      ['labeled', 202],
    ]);
    expect(received).toHaveLength(3);
  });

  test('silence comes at once where there is nothing to send', async () => {
    await expect(sendWebhooks(installedWorld()).idle()).resolves.toBeUndefined();
  });
});

/** A world whose deliveries a server takes, the installation's own ones behind it; `status` null: it never answers. */
async function listening(options: WebhookOptions = {}, status: number | null = 202): Promise<App> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      if (status !== null) response.writeHead(status).end('taken');
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const world = installedWorld();
  world.state.deliveries.splice(0);
  world.state.app.webhookUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`;
  return { world, webhooks: sendWebhooks(world, options), received };
}

async function orderOf(options: WebhookOptions): Promise<readonly string[]> {
  const { world, webhooks, received } = await listening(options);
  webhooks.pause();
  for (let number = 1; number <= 12; number += 1) openIssue(world, 'adaeze', anIssue);
  webhooks.resume();
  await webhooks.idle();
  return guidsOf(received);
}

function guidsOf(received: readonly Received[]): readonly string[] {
  return received.map(({ headers }) => String(headers['x-github-delivery']));
}

function last(received: readonly Received[]): Received {
  const found = received.at(-1);
  if (found === undefined) throw new Error('nothing was received');
  return found;
}
