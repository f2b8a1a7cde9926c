import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import * as actions from '../../../demo/github/actions.ts';
import { costOf } from '../../../demo/github/graphql/cost.ts';
import { anIssue, aPull, changed, PAYMENTS } from './actions-world.ts';
import { asking } from './graphql-client.ts';
import type { Ask } from './graphql-client.ts';
import { openScene, refusalOf, WHERE } from './server-scene.ts';
import type { Scene } from './server-scene.ts';

let scene: Scene;
let ask: Ask;

const paths = Array.from({ length: 250 }, (_, at) => `src/part-${String(at).padStart(3, '0')}.ts`);

beforeAll(async () => {
  scene = await openScene();
  ask = asking(scene);
  actions.openPull(scene.world, 'adaeze', { ...aPull, files: paths.map((path) => changed(path)) });
  actions.openIssue(scene.world, 'adaeze', { ...anIssue, body: `See ${PAYMENTS}#1` });
});

afterAll(() => scene.github.close());

type Files = {
  readonly totalCount: number;
  readonly nodes: readonly { readonly path: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

async function files(page: string): Promise<Files> {
  const query = `{ repository(owner: "harbour", name: "payments-service") { pullRequest(number: 1) { files(${page}) {
    totalCount nodes { path } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`;
  const { data, errors } = await ask('tomas', query, {});
  expect(errors).toEqual([]);
  return (data as { repository: { pullRequest: { files: Files } } }).repository.pullRequest.files;
}

describe('pages', () => {
  test('forwards, every entry comes once and in order', async () => {
    const seen: string[] = [];
    let page = await files('first: 100');
    seen.push(...page.nodes.map(({ path }) => path));
    while (page.pageInfo.hasNextPage) {
      page = await files(`first: 100, after: "${page.pageInfo.endCursor}"`);
      seen.push(...page.nodes.map(({ path }) => path));
    }
    expect([seen, page.totalCount, page.pageInfo.hasPreviousPage]).toEqual([paths, 250, true]);
  });

  test('backwards too', async () => {
    const last = await files('last: 100');
    const before = await files(`last: 100, before: "${last.pageInfo.startCursor}"`);
    expect([...before.nodes, ...last.nodes].map(({ path }) => path)).toEqual(paths.slice(50));
    expect([before.pageInfo.hasPreviousPage, last.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test('none, and beyond the end, there is nothing', async () => {
    const beyond = Buffer.from('cursor:999').toString('base64');
    for (const page of ['first: 0', `first: 5, after: "${beyond}"`]) {
      const { nodes, pageInfo } = await files(page);
      expect([nodes, pageInfo.endCursor]).toEqual([[], null]);
    }
  });

  test.each([
    [
      '',
      'MISSING_PAGINATION_BOUNDARIES',
      'You must provide a `first` or `last` value to properly paginate the `files` connection.',
    ],
    [
      '(first: 101)',
      'EXCESSIVE_PAGINATION',
      'Requesting 101 records on the `files` connection exceeds the `first` limit of 100 records.',
    ],
    [
      '(last: 500)',
      'EXCESSIVE_PAGINATION',
      'Requesting 500 records on the `files` connection exceeds the `last` limit of 100 records.',
    ],
    [
      '(first: 1, last: 1)',
      'ARGUMENT',
      'Passing both `first` and `last` to paginate the `files` connection is not supported.',
    ],
    [
      '(first: 1, after: "nowhere")',
      'INVALID_CURSOR_ARGUMENTS',
      '`nowhere` does not appear to be a valid cursor.',
    ],
  ])('files%s is refused in GitHub’s words', async (page, type, message) => {
    const query = `{ repository(owner: "harbour", name: "payments-service") { pullRequest(number: 1) { files${page} { totalCount } } } }`;
    expect((await ask('tomas', query, {})).errors).toEqual([expect.objectContaining({ type, message })]);
  });
});

describe('the same thing through its global id', () => {
  test('REST and GraphQL agree on ids', async () => {
    const { data } = await scene.as('tomas').rest.pulls.get({ ...WHERE, pull_number: 1 });
    const user = await scene.as('tomas').rest.users.getByUsername({ username: 'adaeze' });
    const query =
      'query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on PullRequest { databaseId number } ... on User { databaseId login } } }';
    const answer = await ask('tomas', query, { ids: [data.node_id, user.data.node_id] });
    expect(answer.data).toEqual({
      nodes: [
        { __typename: 'PullRequest', id: data.node_id, databaseId: data.id, number: 1 },
        { __typename: 'User', id: user.data.node_id, databaseId: user.data.id, login: 'adaeze' },
      ],
    });
  });

  test('what is missing leaves a gap, and the rest arrives', async () => {
    const { data } = await scene.as('tomas').rest.pulls.get({ ...WHERE, pull_number: 1 });
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }';
    const answer = await ask('tomas', query, { ids: ['PR_kw1', data.node_id, 'nonsense'] });
    expect(answer.data).toEqual({ nodes: [null, { __typename: 'PullRequest' }, null] });
    expect(answer.errors.map(({ type, path }) => [type, path])).toEqual([
      ['NOT_FOUND', ['nodes', 0]],
      ['NOT_FOUND', ['nodes', 2]],
    ]);
  });

  test('whoever may not see it does not find it', async () => {
    const { data } = await scene.as('tomas').rest.pulls.get({ ...WHERE, pull_number: 1 });
    const query = 'query($id: ID!) { node(id: $id) { __typename } }';
    expect((await ask('noor', query, { id: data.node_id })).errors[0]?.type).toBe('NOT_FOUND');
  });
});

describe('rights', () => {
  const missing = "Could not resolve to a Repository with the name 'harbour/payments-service'.";

  test.each(['noor', 'jonas'])('%s does not find the private repository', async (login) => {
    const { data, errors } = await ask(login, repository('id'), {});
    expect(data).toEqual({ repository: null });
    expect(errors).toEqual([
      expect.objectContaining({ type: 'NOT_FOUND', message: missing, path: ['repository'] }),
    ]);
  });

  test.each([
    ['pullRequest(number: 1) { title }', { issues: 'write' }],
    ['pullRequests(first: 1) { totalCount }', { issues: 'write' }],
    ['issue(number: 2) { title }', { pull_requests: 'write' }],
    ['issues(first: 1) { totalCount }', { contents: 'write' }],
    ['object(expression: "HEAD:README.md") { id }', { issues: 'write' }],
  ] as const)('without the permission the app does not read %s', async (inside, permissions) => {
    const client = await scene.narrowed({ permissions });
    const { data } = await client.request('POST /graphql', { query: repository(inside) });
    const [error] = (data as { errors: readonly object[] }).errors;
    expect(error).toMatchObject({ type: 'FORBIDDEN', message: 'Resource not accessible by integration' });
  });

  test('who belongs to the organisation is told to members and to the app that was granted it', async () => {
    const query = '{ organization(login: "harbour") { membersWithRole(first: 1) { totalCount } } }';
    const narrowed = await scene.narrowed({ permissions: { issues: 'read' } });
    expect((await ask('noor', query, {})).errors).toEqual([]);
    expect((await ask('bot', query, {})).errors).toEqual([]);
    expect((await ask('jonas', query, {})).errors[0]?.type).toBe('NOT_FOUND');
    const { data } = await narrowed.request('POST /graphql', { query });
    expect(data).toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
  });

  test('nobody and the app’s own key are not answered', async () => {
    const needed = '401 | This endpoint requires you to be authenticated.';
    const { app, bot } = scene;
    const { token } = (await app.auth({ type: 'app' })) as { token: string };
    expect(
      await refusalOf(scene.holding(token).request('POST /graphql', { query: '{ viewer { login } }' })),
    ).toBe(needed);
    expect(
      (await fetch(`${scene.github.url}/graphql`, { method: 'POST', body: '{"query":"{__typename}"}' }))
        .status,
    ).toBe(401);
    expect((await bot.request('POST /graphql', { query: '{ __typename }' })).data).toEqual({
      data: { __typename: 'Query' },
    });
  });
});

describe('the budget', () => {
  test.each([
    ['{ rateLimit { cost nodeCount } }', {}, 1, 0],
    [
      '{ repository(owner: "harbour", name: "sdk-node") { issues(first: 50) { nodes { labels(first: 10) { totalCount } } } } rateLimit { cost nodeCount } }',
      {},
      1,
      550,
    ],
    [
      '{ repository(owner: "harbour", name: "sdk-node") { pullRequests(first: 100) { nodes { assignees(first: 50) { totalCount } comments(first: 5) { totalCount } reviews(first: 20) { nodes { comments(first: 3) { totalCount } } } } } } rateLimit { cost nodeCount } }',
      {},
      23,
      13_600,
    ],
    [
      'query($n: Int!) { repository(owner: "harbour", name: "sdk-node") { issues(first: $n) { ...Page } } rateLimit { cost nodeCount } } fragment Page on IssueConnection { nodes { comments(first: $n) { totalCount } } }',
      { n: 100 },
      1,
      10_100,
    ],
  ])('%s', async (query, variables, cost, nodeCount) => {
    const { data } = await ask('siri', query, variables);
    expect(data).toMatchObject({ rateLimit: { cost, nodeCount } });
  });

  test('the example of GitHub’s documentation costs 51 points', () => {
    const query = `query { viewer { login repositories(first: 100) { edges { node { id
      issues(first: 50) { edges { node { id labels(first: 60) { edges { node { id name } } } } } } } } } } }`;
    expect(costOf(parse(query), {})).toEqual({ points: 51, nodes: 305_100 });
  });

  test('a query for too many nodes is refused and costs nothing', async () => {
    const query =
      '{ repository(owner: "harbour", name: "sdk-node") { issues(first: 100) { nodes { comments(first: 100) { nodes { issue { comments(first: 100) { totalCount } } } } } } } }';
    const { errors } = await ask('siri', query, {});
    expect(errors).toEqual([expect.objectContaining({ type: 'MAX_NODE_LIMIT_EXCEEDED' })]);
  });

  test('used up, it says so inside an answer of status 200', async () => {
    const small = await openScene({ limit: 1 });
    const poor = asking(small);
    expect((await poor('siri', '{ viewer { login } }', {})).errors).toEqual([]);
    const { status, data, errors } = await poor('siri', '{ viewer { login } }', {});
    expect([status, data, errors[0]?.type]).toEqual([200, null, 'RATE_LIMITED']);
    expect((await small.as('siri').rest.users.getAuthenticated()).status).toBe(200);
    await small.github.close();
  });
});

function repository(inside: string): string {
  return `{ repository(owner: "harbour", name: "payments-service") { ${inside} } }`;
}
