import { GraphqlResponseError } from '@octokit/graphql';
import { Octokit } from '@octokit/rest';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GiveUp, RetryLater } from '../../src/errors.ts';
import { asking, isMissing, statusOf } from '../../src/github/trouble.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const soon = now / 1000 + 900;

type Headers = Readonly<Record<string, string>>;

const secret = 'ghs_1_eyJzZWNyZXQ';

/** The error that Octokit makes of such an answer. */
async function http(
  status: number,
  message: string,
  headers: Headers = {},
  path = '/repos/harbour/orders',
): Promise<unknown> {
  const json = JSON.stringify({ message: `${message} ${secret}`, errors: [{ code: secret }] });
  const all = { 'content-type': 'application/json', ...headers };
  return errorOf(path, () => Promise.resolve(new Response(json, { status, headers: all })));
}

async function network(message: string): Promise<unknown> {
  return errorOf('/app', () => Promise.reject(new TypeError('fetch failed', { cause: new Error(message) })));
}

async function errorOf(path: string, send: typeof fetch): Promise<unknown> {
  const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
  const octokit = new Octokit({ auth: secret, log, request: { fetch: send } });
  return octokit.request(`GET ${path}`).then(
    () => null,
    (error: unknown) => error,
  );
}

function ignore(): void {}

function graphql(errors: readonly object[], headers: Headers = {}): Error {
  const response = { data: { repository: null }, errors: errors as never };
  return new GraphqlResponseError({ method: 'POST', url: '/graphql' }, headers, response);
}

/** As the throttling plugin words a limit inside an answer. */
function throttled(): Error {
  const response = {
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(soon) },
    data: { errors: [{ type: 'RATE_LIMITED' }] },
  };
  return Object.assign(new Error('GraphQL Rate Limit Exceeded'), { response, data: response.data });
}

async function thrownBy(given: unknown): Promise<unknown> {
  const error = await given;
  return asking(
    'reading harbour/orders#412',
    () => Promise.reject(error),
    () => now,
  ).then(
    () => null,
    (thrown: unknown) => thrown,
  );
}

const usedUp = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(soon) };

describe('what comes back by itself is tried again', () => {
  test.each<[string, unknown, number]>([
    ['a used-up budget, at its reset', http(403, 'API rate limit exceeded', usedUp), 901],
    ['the same as 429', http(429, 'API rate limit exceeded', usedUp), 901],
    [
      'a secondary limit, when GitHub says',
      http(403, 'You have exceeded a secondary rate limit', { 'retry-after': '30' }),
      30,
    ],
    ['a 429 that says when', http(429, 'Too many requests', { 'retry-after': '5' }), 5],
    ['the later of the two', http(429, 'Too many requests', { ...usedUp, 'retry-after': '1200' }), 1200],
    [
      'a secondary limit that says nothing, after a minute',
      http(403, 'You have exceeded a secondary rate limit'),
      60,
    ],
    [
      'abuse detection, as older servers call it',
      http(403, 'You have triggered an abuse detection mechanism'),
      60,
    ],
    [
      'a reset that is far off: no longer than an hour',
      http(429, 'x', { ...usedUp, 'x-ratelimit-reset': String(soon + 900_000) }),
      3660,
    ],
    [
      'a reset by GitHub’s clock where ours is wrong',
      http(429, 'x', { ...usedUp, date: 'Mon, 02 Mar 2026 12:10:00 GMT' }),
      301,
    ],
    ['a reset in the past', http(429, 'x', { ...usedUp, 'x-ratelimit-reset': String(soon - 5000) }), 1],
    [
      'headers that make no sense',
      http(429, 'x', { 'retry-after': 'soon', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'NaN' }),
      60,
    ],
    [
      'a limit inside an answer of GraphQL',
      graphql([{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }], usedUp),
      901,
    ],
    ['the same through the throttling plugin', throttled(), 901],
    ['an outage', http(502, 'Bad gateway'), 30],
    ['another', http(500, 'Server error'), 30],
    ['a broken connection', network('other side closed'), 30],
    ['a name that does not resolve', network('getaddrinfo ENOTFOUND api.github.com'), 30],
    [
      'a time limit of the query',
      graphql([
        { message: 'Something went wrong while executing your query. This may be the result of a timeout' },
      ]),
      30,
    ],
    [
      'too much asked at once',
      graphql([{ type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits' }]),
      30,
    ],
    [
      'data in part',
      graphql([
        { type: 'NOT_FOUND', message: 'x', path: ['repository', 'pullRequest', 'comments', 'nodes', 3] },
      ]),
      30,
    ],
    [
      'one thing missing and another gone wrong',
      graphql([{ type: 'NOT_FOUND', path: ['repository'] }, { message: 'Something went wrong' }]),
      30,
    ],
  ])('%s', async (_, error, seconds) => {
    const thrown = await thrownBy(error);
    expect(thrown).toBeInstanceOf(RetryLater);
    expect((thrown as RetryLater).when).toEqual(new Date(now + seconds * 1000));
  });
});

describe('what GitHub would refuse again is given up, with what to do', () => {
  const permissions = { 'x-accepted-github-permissions': 'issues=write; pull_requests=write,contents=read' };
  const token = '/app/installations/5/access_tokens';
  test.each<[string, unknown, RegExp]>([
    ['the key', http(401, 'A JSON web token could not be decoded', {}, '/app'), /key.*app id.*clock/u],
    [
      'a permission that GitHub names',
      http(403, 'Resource not accessible by integration', permissions),
      /permission issues: write or pull requests: write and contents: read here/u,
    ],
    [
      'the same with the budget just used up',
      http(403, 'Resource not accessible by integration', usedUp),
      /lacks a permission/u,
    ],
    [
      'a permission named in a way that nobody knows',
      http(403, 'Resource not accessible by integration', {
        'x-accepted-github-permissions': `<b>${secret}</b>`,
      }),
      /lacks a permission/u,
    ],
    ['a suspended installation', http(403, 'This installation has been suspended', {}, token), /suspended/u],
    ['an uninstalled app', http(404, 'Not Found', {}, token), /uninstalled/u],
    [
      'an address that is kept out',
      http(
        403,
        'Although you appear to have the correct authorization credentials, the organization has an IP allow list enabled',
      ),
      /IP allow list/u,
    ],
    [
      'a forbidden field',
      graphql([
        {
          type: 'FORBIDDEN',
          message: 'Resource not accessible by integration',
          path: ['organization', 'teams'],
        },
      ]),
      /may not read this/u,
    ],
    [
      'a field that the server does not know',
      graphql([
        { message: 'Field x doesn’t exist', extensions: { code: 'undefinedField' }, path: ['query'] },
      ]),
      /undefinedField.*too old/u,
    ],
    [
      'a query that is too large',
      graphql([{ type: 'MAX_NODE_LIMIT_EXCEEDED', message: 'x' }]),
      /MAX_NODE_LIMIT_EXCEEDED/u,
    ],
    ['a refused text', http(422, 'Validation Failed'), /status 422/u],
    ['a key that is no key', new TypeError('Invalid keyData'), /PEM/u],
    ['something that is no error', 'odd', /unknown error/u],
  ])('%s', async (_, error, reason) => {
    const thrown = await thrownBy(error);
    expect(thrown).toBeInstanceOf(GiveUp);
    expect((thrown as GiveUp).reason).toMatch(reason);
    expect((thrown as GiveUp).reason).toContain('reading harbour/orders#412');
  });

  test('the answer stays at hand for those who know what it means', async () => {
    expect(statusOf(await thrownBy(http(422, 'Validation Failed')))).toBe(422);
    expect(statusOf(await thrownBy(network('closed')))).toBeNull();
    expect(statusOf(new Error('other'))).toBeNull();
  });
});

describe('what is not there is left to the caller', () => {
  test.each<[string, unknown, boolean]>([
    ['404', http(404, 'Not Found'), true],
    ['410', http(410, 'This issue was deleted'), true],
    ['a repository', graphql([{ type: 'NOT_FOUND', path: ['repository'], message: 'x' }]), true],
    ['a pull request', graphql([{ type: 'NOT_FOUND', path: ['repository', 'subject'], message: 'x' }]), true],
    [
      'something inside',
      graphql([{ type: 'NOT_FOUND', path: ['repository', 'subject', 'author'], message: 'x' }]),
      false,
    ],
    ['no token', http(404, 'Not Found', {}, '/app/installations/5/access_tokens'), false],
    ['403', http(403, 'Not Found'), false],
    ['no answer', network('Not Found'), false],
    ['an error of ours', new Error('Not Found'), false],
    ['nothing', null, false],
  ])('%s', async (_, error, missing) => {
    const thrown = await error;
    expect(isMissing(thrown)).toBe(missing);
    expect((await thrownBy(thrown)) === thrown).toBe(missing);
  });
});

test('what knows already what to do passes through', async () => {
  const known = new RetryLater(new Date(now), 'x');
  expect(await thrownBy(known)).toBe(known);
});

test('an answer passes through', async () => {
  expect(await asking('x', () => Promise.resolve(7))).toBe(7);
});

test('no reason holds a header or a text of the answer, and every failure says what to do', async () => {
  const text = fc
    .string({ unit: fc.constantFrom('a', 'z', '0', '9', '=', ';', ',', ' ', '-', '_') })
    .map((words) => `${secret}${words}`);
  const headers = fc.dictionary(
    fc.constantFrom(
      'retry-after',
      'x-ratelimit-remaining',
      'x-ratelimit-reset',
      'x-accepted-github-permissions',
      'date',
    ),
    text,
  );
  const failures = fc.oneof(
    fc
      .tuple(fc.integer({ min: 400, max: 599 }), text, headers)
      .map(([status, words, all]) => http(status, words, all)),
    fc
      .tuple(text, text)
      .map(([type, message]) => graphql([{ type, message, path: ['repository', 'a', 'b'] }])),
  );
  await fc.assert(
    fc.asyncProperty(failures, async (given) => {
      const error = await given;
      const thrown = await thrownBy(error);
      const told = thrown instanceof GiveUp || thrown instanceof RetryLater;
      expect(told || (thrown === error && isMissing(error))).toBe(true);
      expect(told && thrown.message.includes(secret)).toBe(false);
    }),
    { numRuns: 300 },
  );
});
