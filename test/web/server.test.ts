import { afterEach, describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/ports/store.ts';
import { readOrder } from '../../src/web/control.ts';
import type { ControlOrder } from '../../src/web/control.ts';
import { readinessOf } from '../../src/web/readiness.ts';
import { webhookPath } from '../../src/web/server.ts';
import { connectTo, startRig } from './rig.ts';
import type { Rig, RigOptions } from './rig.ts';

const rigs: Rig[] = [];

async function start(options: RigOptions = {}): Promise<Rig> {
  const rig = await startRig(options);
  rigs.push(rig);
  return rig;
}

afterEach(async () => {
  await Promise.all(rigs.splice(0).map(({ server }) => server.close()));
});

const failing = () => Promise.reject(new Error('relation "publications" does not exist'));
const works = async () => ({ works: true, says: 'answers' });

describe('addresses', () => {
  type Case = readonly [method: string, path: string, status: number, body: RegExp];
  const cases: readonly Case[] = [
    ['GET', '/healthz', 200, /^Alive\.\n$/],
    ['HEAD', '/healthz', 200, /^$/],
    ['GET', '/healthz/?x=1', 200, /^Alive\.\n$/],
    ['POST', '/healthz', 405, /nothing to send/],
    ['GET', webhookPath, 405, /GitHub posts its deliveries here/],
    ['PUT', webhookPath, 405, /GitHub posts its deliveries here/],
    ['GET', '/', 404, /^There is no page here\.\n$/],
    ['GET', '/probot', 404, /no page/],
    ['GET', '/probot/setup', 404, /no page/],
    ['POST', '/probot/import', 405, /nothing to send/],
    ['GET', '/control', 404, /no page/],
    ['PUT', '/control', 405, /nothing to send/],
    ['GET', '//elsewhere.example/healthz', 404, /no page/],
  ];
  test.each(cases)('%s %s', async (method, path, status, body) => {
    const { server } = await start();
    const response = await fetch(`${server.url}${path}`, { method });
    expect([response.status, await response.text()]).toEqual([status, expect.stringMatching(body)]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('what is no HTTP is refused', async () => {
    const { server } = await start();
    const connection = await connectTo(server);
    connection.write('hello\r\n\r\n');
    expect(await connection.ended).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('a page that fails is said, but not shown', async () => {
    const { server, lines } = await start({ pages: failing });
    const response = await fetch(`${server.url}/preview`);
    expect([response.status, await response.text()]).toEqual([
      500,
      'Something went wrong here. The log says more.\n',
    ]);
    expect(lines).toEqual(['A request failed: relation "publications" does not exist']);
  });

  test('a port that is taken is told', async () => {
    const { server } = await start();
    await expect(start({ port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('readiness', () => {
  test.each([
    [true, 200],
    [false, 503],
  ])('ready: %s', async (ready, status) => {
    const parts = { database: { works: ready, says: 'as it is' } };
    const { server } = await start({ ready: async () => ({ ready, parts }) });
    const response = await fetch(`${server.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([status, { ready, parts }]);
  });

  test('all parts are asked, and one that fails or is silent hides no other', async () => {
    const silent = Promise.withResolvers<never>();
    const lines: string[] = [];
    const checks = {
      database: works,
      queue: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:6379')),
      sweep: () => silent.promise,
      model: async () => ({ works: true, says: 'none is set' }),
    };
    expect(await readinessOf(checks, 20, (line) => void lines.push(line))).toEqual({
      ready: false,
      parts: {
        database: { works: true, says: 'answers' },
        queue: { works: false, says: 'failed; the log says why' },
        sweep: { works: false, says: 'no answer in time' },
        model: { works: true, says: 'none is set' },
      },
    });
    expect(lines).toEqual(['Not ready: queue: connect ECONNREFUSED 10.0.0.7:6379']);
  });

  test('all that works is ready', async () => {
    expect(await readinessOf({ database: works }, 1000, () => undefined)).toMatchObject({ ready: true });
  });
});

describe('the control of a local GitHub', () => {
  const key = '0123456789abcdef';

  function control() {
    const orders: ControlOrder[] = [];
    const state = async (): Promise<Json> => ({ orders: orders.length });
    return {
      orders,
      control: { key, state, carryOut: async (one: ControlOrder) => void orders.push(one) },
    };
  }

  function order(rig: Rig, body: string, authorization: string = `Bearer ${key}`): Promise<Response> {
    return fetch(`${rig.server.url}/control`, { method: 'PUT', body, headers: { authorization } });
  }

  test('moves the clock and asks for a sweep', async () => {
    const { control: one, orders } = control();
    const rig = await start({ control: one });
    const response = await order(rig, '{"now":"2026-07-01T00:00:00Z","sweep":true}');
    expect([response.status, await response.json()]).toEqual([200, { orders: 1 }]);
    expect(orders).toEqual([{ now: new Date('2026-07-01T00:00:00Z'), sweep: true }]);
    const look = await fetch(`${rig.server.url}/control`, { headers: { authorization: `Bearer ${key}` } });
    expect(await look.json()).toEqual({ orders: 1 });
  });

  test.each(['', 'Bearer ', 'Bearer 0123456789abcdeF', `bearer ${key}`, key, `Bearer ${key}x`])(
    'does nothing for who has not its key: %j',
    async (authorization) => {
      const { control: one, orders } = control();
      const rig = await start({ control: one });
      expect((await order(rig, '{"sweep":true}', authorization)).status).toBe(401);
      expect(orders).toEqual([]);
    },
  );

  test('understands nothing else', async () => {
    const { control: one, orders } = control();
    const rig = await start({ control: one, limits: { body: 100 } });
    expect((await order(rig, 'now')).status).toBe(400);
    expect((await order(rig, `{"sweep":true${' '.repeat(200)}}`)).status).toBe(400);
    const removed = await fetch(`${rig.server.url}/control`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${key}` },
    });
    expect(removed.status).toBe(405);
    expect(orders).toEqual([]);
  });

  test.each<readonly [string, ControlOrder | null]>([
    ['{}', { now: null, sweep: false }],
    ['{"sweep":true}', { now: null, sweep: true }],
    ['{"now":null}', { now: null, sweep: false }],
    ['{"now":"2026-02-03T04:05:06.789Z"}', { now: new Date('2026-02-03T04:05:06.789Z'), sweep: false }],
    ['{"now":"2026-02-03"}', null],
    ['{"now":"2026-02-03T04:05:06+02:00"}', null],
    ['{"now":"2026-02-40T00:00:00Z"}', null],
    ['{"now":1770000000}', null],
    ['{"sweep":"yes"}', null],
    ['{"sweep":true,"wipe":true}', null],
    ['[]', null],
    ['null', null],
    ['', null],
  ])('reads %s', (text, expected) => {
    expect(readOrder(text)).toEqual(expected);
  });
});
