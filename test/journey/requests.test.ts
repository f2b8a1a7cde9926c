import { describe, expect, test } from '@jest/globals';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { replayHistory } from '../../demo/play/replay.ts';
import { cycle, issuesIn, merge, orders, reportsOf } from './harbour.ts';
import type { Asked } from './line.ts';
import { untilIdle } from './patience.ts';
import type { Journey } from './rig.ts';
import { stageJourneys } from './stage.ts';

const open = stageJourneys();

const lastSecond = '2050-06-30T21:59:59Z';
const firstSecond = '2050-06-30T22:00:00Z';

describe('what goes over the line', () => {
  test('the app talks to its database and to this GitHub, and to nobody else', async () => {
    const { peers, close } = watchConnections();
    try {
      const journey = await open();
      merge(journey.world, 'ada');
      await journey.at(cycle.prepares);
      await journey.at(cycle.ends);
      await journey.settle();
      const ours = [journey.line.url, journey.databaseUrl, journey.world.state.app.webhookUrl];
      expect(issuesIn(journey.world, reportsOf('ada'))).toHaveLength(2);
      for (const url of ours) expect(peers).toContain(new URL(url).host);
      expect([...peers].filter((peer) => !peer.startsWith('127.0.0.1:'))).toEqual([]);
    } finally {
      close();
    }
  });

  test('for a report, no work is read again: only what may have been lost, and the place that it is written to', async () => {
    const journey = await open();
    merge(journey.world, 'ada');
    // Whatever is looked at every day and every hour was just looked at.
    await journey.at('2050-06-29T21:00:00Z');
    await journey.at('2050-06-30T21:30:00Z');
    const before = journey.line.asked.length;
    await journey.at(cycle.ends);
    await journey.settle();
    const asked = journey.line.asked.slice(before);
    expect(issuesIn(journey.world, reportsOf('ada'))).toHaveLength(2);
    expect(new Set(asked.map(routeOf))).toEqual(
      new Set([
        // What no webhook told.
        'query TouchedChanges',
        'query TouchedIssues',
        // The place, and who reads it. Who the app itself is, it asked at the first writing.
        'GET /repos/{name}',
        'GET /repositories/{id}',
        'GET /repos/{name}/collaborators',
        'GET /orgs/{login}/members',
        // The preparation, with its boxes and replies.
        'query PostedIssue',
        // What stands there, who can be assigned, and the report.
        'GET /repos/{name}/issues',
        'GET /repos/{name}/assignees/{login}',
        'POST /repos/{name}/issues',
      ]),
    );
    expect(asked.filter((one) => routeOf(one) === 'POST /repos/{name}/issues')).toHaveLength(3);
  });
});

describe('the history', () => {
  test('sent again, and sent anew in another order, changes nothing that is kept or said', async () => {
    const journey = await open();
    for (const head of ['one', 'two', 'three']) merge(journey.world, 'ada', { head });
    await journey.at(cycle.prepares);
    await journey.at(cycle.ends);
    await journey.settle();
    const { world, webhooks, tables: readTables } = journey;
    const control = { moveTo: () => Promise.resolve(), workUntil: () => journey.settle() };
    const sent = world.state.deliveries.length;
    expect(await replayHistory({ world, webhooks, control, readTables, seed: 7 }, () => undefined)).toEqual(
      [],
    );
    expect(world.state.deliveries).toHaveLength(3 * sent);
  });

  test('what was merged in the last second belongs to the cycle, what in the next second to the one after', async () => {
    const journey = await open();
    await journey.at('2050-06-30T21:30:00Z');
    await mergeAt(journey, lastSecond, 'Timeouts for calls to the bank');
    await mergeAt(journey, firstSecond, 'Timeouts for the search of orders');
    await journey.at(cycle.ends);
    await journey.settle();
    const report = issuesIn(journey.world, reportsOf('ada')).at(-1);
    expect(report?.title).toBe(`Evidence report: ada, ${cycle.name}`);
    expect(report?.body).toContain('Timeouts for calls to the bank');
    expect(report?.body).not.toContain('Timeouts for the search of orders');
  });
});

/** The app's own clock has not moved on yet. */
async function mergeAt(
  { world, webhooks, databaseUrl }: Journey,
  time: string,
  title: string,
): Promise<void> {
  world.state.now = time;
  merge(world, 'ada', { repository: orders, title, head: title.replaceAll(' ', '-') });
  await webhooks.idle();
  await untilIdle(databaseUrl);
}

function routeOf({ method, path, query }: Asked): string {
  if (query !== null) return `query ${query}`;
  const route = path
    .replace(/^\/repos\/[^/]+\/[^/]+/u, '/repos/{name}')
    .replace(/^\/orgs\/[^/]+/u, '/orgs/{login}')
    .replace(/(?<=\/assignees\/)[^/]+$/u, '{login}')
    .replace(/(?<=\/repositories\/)\d+$/u, '{id}');
  return `${method} ${route}`;
}

/** Everything that this process connects to, as `host:port`; where a name is looked up, the name. */
function watchConnections(): { readonly peers: ReadonlySet<string>; readonly close: () => void } {
  const peers = new Set<string>();
  const watch = (message: unknown) => {
    const { socket } = message as { readonly socket: Socket };
    socket.once('lookup', (_error, _address, _family, host) => void peers.add(host));
    socket.once('connect', () => void peers.add(`${socket.remoteAddress}:${socket.remotePort}`));
  };
  subscribe('net.client.socket', watch);
  return { peers, close: () => void unsubscribe('net.client.socket', watch) };
}
