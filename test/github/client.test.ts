import { describe, expect, test } from '@jest/globals';
import { createClients } from '../../src/github/client.ts';
import type { Client } from '../../src/github/client.ts';
import { asking } from '../../src/github/trouble.ts';
import { privateKey, stubGitHub } from './reading/stub.ts';
import type { Answer } from './reading/stub.ts';

/** Pauses are kept per installation: each test has its own, so that none waits for another. */
let installation = 100;

function another(): number {
  installation += 1;
  return installation;
}

const rateLimit = { resources: {}, rate: {} };

describe('every request goes to the address that was set', () => {
  test.each([
    ['https://api.github.com', 'https://api.github.com', '/graphql'],
    ['https://github.harbour.example/api/v3', 'https://github.harbour.example', '/api/graphql'],
    ['https://github.harbour.example/api/v3/', 'https://github.harbour.example', '/api/graphql'],
    ['http://127.0.0.1:1234', 'http://127.0.0.1:1234', '/graphql'],
  ])('%s', async (apiUrl, origin, graphqlPath) => {
    const stub = stubGitHub({ apiUrl, rest: () => ({ json: { data: {}, ...rateLimit } }) });
    await stub.clients.app.request('GET /app');
    await stub.clients.installation(5).request('GET /rate_limit');
    await stub.clients.installation(5).graphql('query { viewer { login } }');
    await stub.clients.installation(6).graphql('query { viewer { login } }');
    const all = [...stub.asked, ...stub.tokensAsked].map(({ url }) => url.origin);
    expect(new Set(all)).toEqual(new Set([origin]));
    expect(stub.asked.map(({ url }) => url.pathname).filter((path) => path.endsWith('graphql'))).toEqual([
      graphqlPath,
      graphqlPath,
    ]);
    expect(stub.tokensAsked.map(({ url }) => url.pathname.replace(/^\/api\/v3/u, ''))).toEqual([
      '/app/installations/5/access_tokens',
      '/app/installations/6/access_tokens',
    ]);
  });
});

test('an installation has one client, so its token is asked for once', async () => {
  const stub = stubGitHub({ rest: () => ({ json: rateLimit }) });
  expect(stub.clients.installation(5)).toBe(stub.clients.installation(5));
  await stub.clients.installation(5).request('GET /rate_limit');
  await stub.clients.installation(5).request('GET /rate_limit');
  expect(stub.tokensAsked).toHaveLength(1);
  expect(stub.asked.map(({ authorization }) => authorization)).toEqual([
    'token ghs_1_made-up',
    'token ghs_1_made-up',
  ]);
});

describe.each([true, false])('with pauses: %j', (throttle) => {
  test.each<[string, Answer]>([
    ['a limit', { status: 403, headers: { 'retry-after': '1' }, json: { message: 'secondary rate limit' } }],
    [
      'a used-up budget',
      {
        status: 429,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
        json: { message: 'x' },
      },
    ],
    ['an outage', { status: 502, json: { message: 'Bad gateway' } }],
    ['a limit inside GraphQL', { json: { data: null, errors: [{ type: 'RATE_LIMITED', message: 'x' }] } }],
  ])(
    'nothing is sent twice after %s',
    async (_, answer) => {
      const stub = stubGitHub({ throttle, rest: () => answer });
      const client = stub.clients.installation(another());
      const ask =
        answer.status === undefined
          ? () => client.graphql('query { viewer { login } }')
          : () =>
              client.request('POST /repos/{owner}/{repo}/issues', {
                owner: 'harbour',
                repo: 'orders',
                title: 'x',
              });
      await expect(asking('writing', ask)).rejects.toMatchObject({ name: 'RetryLater' });
      expect(stub.asked).toHaveLength(1);
    },
    60_000,
  );

  test.each([
    ['REST', (client: Client) => client.request('GET /rate_limit')],
    ['GraphQL', (client: Client) => client.graphql<unknown>('query { viewer { login } }')],
  ])('a connection of %s that breaks is told as one, and not tried again', async (_, ask) => {
    let sent = 0;
    const broken: typeof fetch = (input) => {
      if (new Request(input).url.endsWith('/access_tokens'))
        return Promise.resolve(
          Response.json({ token: 'ghs_1', expires_at: '2030-01-01T00:00:00Z' }, { status: 201 }),
        );
      sent += 1;
      return Promise.reject(new TypeError('fetch failed', { cause: new Error('other side closed') }));
    };
    const settings = { apiUrl: 'http://127.0.0.1:9', appId: 1, privateKey, throttle, fetch: broken };
    const client = createClients(settings).installation(another());
    const reason = expect.stringContaining('cannot be reached');
    await expect(asking('asking', () => ask(client))).rejects.toMatchObject({
      name: 'RetryLater',
      message: reason,
    });
    expect(sent).toBe(1);
  });
});

test('a key that is no key is told as one', async () => {
  const { app } = createClients({
    apiUrl: 'http://127.0.0.1:9',
    appId: 1,
    privateKey: 'nonsense',
    throttle: false,
    fetch,
  });
  await expect(asking('asking', () => app.request('GET /app'))).rejects.toMatchObject({
    name: 'GiveUp',
    reason: expect.stringContaining('PEM'),
  });
});
