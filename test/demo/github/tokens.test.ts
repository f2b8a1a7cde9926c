import { afterEach, describe, expect, test } from '@jest/globals';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { uninstallApp } from '../../../demo/github/actions.ts';
import { openScene, refusalOf, statusOf, WHERE } from './server-scene.ts';
import type { Scene, SceneOptions } from './server-scene.ts';

const open: Scene[] = [];

async function opened(options: SceneOptions = {}): Promise<Scene> {
  const scene = await openScene(options);
  open.push(scene);
  return scene;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ github }) => github.close()));
});

describe('the key of the app', () => {
  const now = Math.floor(Date.now() / 1000);
  const right = { iat: now - 30, exp: now + 540, iss: 4711 };
  const expired =
    "401 | 'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
  const cases: readonly (readonly [string, object, object, string])[] = [
    ['as it should be', {}, {}, 'taken'],
    ['with the number of the app as a text', {}, { iss: '4711' }, 'taken'],
    ['used up', {}, { iat: now - 700, exp: now - 1 }, expired],
    ['without an end', {}, { exp: 'never' }, expired],
    [
      'good for an hour',
      {},
      { exp: now + 3600 },
      "401 | 'Expiration time' claim ('exp') is too far in the future",
    ],
    ['of another app', {}, { iss: 4712 }, '404 | Integration not found'],
    [
      'made for the future',
      {},
      { iat: now + 300, exp: now + 540 },
      "401 | 'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    ],
    ['of another kind', { alg: 'none' }, {}, '401 | A JSON web token could not be decoded'],
  ];

  test.each(cases)('%s', async (_, head, claims, refusal) => {
    const scene = await opened();
    const jwt = signed(scene.privateKey, { alg: 'RS256', typ: 'JWT', ...head }, { ...right, ...claims });
    const asked = scene.holding(jwt).rest.apps.getAuthenticated();
    expect(await refusalOf(asked)).toBe(refusal);
  });

  test('another key, and a claim changed after signing, are noticed', async () => {
    const scene = await opened();
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const other = signed(privateKey.export({ type: 'pkcs1', format: 'pem' }), { alg: 'RS256' }, right);
    const [head, , signature] = signed(scene.privateKey, { alg: 'RS256' }, right).split('.');
    const changed = [head, encoded({ ...right, exp: now + 599 }), signature].join('.');
    for (const jwt of [other, changed, 'eyJ', 'eyJ.eyJ.eyJ']) {
      expect(await refusalOf(scene.holding(jwt).rest.apps.getAuthenticated())).toBe(
        '401 | A JSON web token could not be decoded',
      );
    }
  });

  test('is only for the app’s own affairs, and nothing else is for those', async () => {
    const scene = await opened();
    const jwt = signed(scene.privateKey, { alg: 'RS256' }, right);
    expect(await statusOf(scene.holding(jwt).rest.repos.get(WHERE))).toBe(404);
    expect(await statusOf(scene.as('siri').rest.apps.getAuthenticated())).toBe(401);
    expect(await statusOf((await scene.narrowed({})).rest.apps.listInstallations())).toBe(401);
  });
});

describe('tokens', () => {
  test.each(['tok-nobody', 'tok-', 'tok-groundwork[bot]', 'ghs_unknown', 'something'])(
    '%s is nobody’s',
    async (token) => {
      const scene = await opened();
      expect(await refusalOf(scene.holding(token).rest.users.getAuthenticated())).toBe(
        '401 | Bad credentials',
      );
    },
  );

  test('without one there are only public repositories', async () => {
    const scene = await opened();
    const statuses = async (path: string) => (await fetch(`${scene.github.url}${path}`)).status;
    expect(await statuses('/repos/harbour/sdk-node')).toBe(200);
    expect(await statuses('/repos/harbour/payments-service')).toBe(404);
    expect(await statuses('/user')).toBe(401);
    expect(await statuses('/orgs/harbour/members')).toBe(401);
  });

  test('of an installation end after an hour, whatever the story’s clock says', async () => {
    let time = Date.now();
    const scene = await opened({ realTime: () => time });
    const bot = await scene.narrowed({});
    scene.world.state.now = '2031-01-01T00:00:00Z';
    time += 3_599_000;
    expect(await statusOf(bot.rest.repos.get(WHERE))).toBe(200);
    time += 1_000;
    expect(await refusalOf(bot.rest.repos.get(WHERE))).toBe('401 | Bad credentials');
  });

  test('may always read what there is', async () => {
    const scene = await opened({ permissions: { issues: 'write' } });
    const bot = await scene.narrowed({ permissions: { metadata: 'read' } });
    expect(await statusOf(bot.rest.repos.get(WHERE))).toBe(200);
    expect(await statusOf(bot.rest.issues.listForRepo(WHERE))).toBe(403);
  });

  test('end when the app is uninstalled', async () => {
    const scene = await opened();
    const bot = await scene.narrowed({});
    uninstallApp(scene.world, 'siri', { account: 'harbour' });
    expect(await statusOf(bot.rest.repos.get(WHERE))).toBe(401);
    expect(await statusOf(scene.narrowed({}).then(() => ({ status: 201 })))).toBe(404);
  });

  test.each([
    ['more than was granted', { permissions: { administration: 'write' } }],
    ['to write where reading was granted', { permissions: { members: 'write' } }],
    ['a repository that is not there', { repositories: ['payments-service', 'nowhere'] }],
  ] as const)('cannot be asked for %s', async (_, wish) => {
    const scene = await opened();
    const refused = scene.app.request('POST /app/installations/{id}/access_tokens', {
      id: scene.installation.id,
      ...wish,
    });
    expect(await statusOf(refused)).toBe(422);
  });
});

describe('budgets', () => {
  test('are told with every answer and kept apart', async () => {
    const scene = await opened({ limit: 3 });
    const left = async (login: string) =>
      (await scene.as(login).rest.users.getAuthenticated()).headers['x-ratelimit-remaining'];
    expect([await left('siri'), await left('siri'), await left('tomas'), await left('siri')]).toEqual([
      '2',
      '1',
      '2',
      '0',
    ]);
    expect(await refusalOf(scene.as('siri').rest.users.getAuthenticated())).toBe(
      '403 | API rate limit exceeded for user siri.',
    );
    expect(await left('tomas')).toBe('1');
    const limit = await scene.as('siri').rest.rateLimit.get();
    expect([limit.data.resources.core.remaining, limit.data.resources.graphql?.remaining]).toEqual([0, 3]);
  });

  test('are one for all tokens of an installation', async () => {
    const scene = await opened({ limit: 2 });
    const [one, other] = [await scene.narrowed({}), await scene.narrowed({})];
    await one.rest.repos.get(WHERE);
    await other.rest.repos.get(WHERE);
    expect(await statusOf(one.rest.repos.get(WHERE))).toBe(403);
  });

  test('are full again after an hour', async () => {
    let time = Date.now();
    const scene = await opened({ limit: 1, realTime: () => time });
    const ask = async () => statusOf(scene.as('siri').rest.users.getAuthenticated());
    const statuses = [await ask(), await ask()];
    time += 3_599_000;
    statuses.push(await ask());
    time += 1_000;
    statuses.push(await ask());
    expect(statuses).toEqual([200, 403, 403, 200]);
  });

  test('requests are counted by who asked and what for', async () => {
    const scene = await opened();
    await scene.as('siri').rest.repos.get(WHERE);
    await scene.as('tomas').rest.repos.get({ owner: 'harbour', repo: 'sdk-node' });
    await scene.bot.rest.repos.get(WHERE);
    expect(scene.github.requests()).toEqual([
      { caller: 'user', route: 'GET /repos/:owner/:repo', count: 2 },
      { caller: 'app', route: 'POST /app/installations/:id/access_tokens', count: 1 },
      { caller: 'installation', route: 'GET /repos/:owner/:repo', count: 1 },
    ]);
  });
});

function signed(key: string, head: object, claims: object): string {
  const text = `${encoded(head)}.${encoded(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
