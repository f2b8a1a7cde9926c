import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { schema as description } from '@octokit/graphql-schema';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import * as actions from '../../../demo/github/actions.ts';
import { builtFields } from '../../../demo/github/graphql/fields.ts';
import { aPull, changed, PAYMENTS } from './actions-world.ts';
import { EVERYTHING } from './graphql-everything.ts';
import { asking } from './graphql-client.ts';
import type { Ask } from './graphql-client.ts';
import { openScene } from './server-scene.ts';
import type { Scene } from './server-scene.ts';

let scene: Scene;
let ask: Ask;
const golden = join(import.meta.dirname, 'graphql-everything.json');
const payments = { owner: 'harbour', name: 'payments-service' };

beforeAll(async () => {
  scene = await openScene();
  ask = asking(scene);
  tellStory(scene);
});

afterAll(() => scene.github.close());

/** An incident (#1), its fix (#2), and what people said of both. */
function tellStory({ world }: Scene): void {
  const at = { repository: PAYMENTS };
  const { state } = world;
  actions.writeFile(world, 'siri', { ...at, path: '.gitattributes', text: '*.pb.ts linguist-generated\n' });
  actions.openIssue(world, 'adaeze', {
    ...at,
    title: 'Payouts stuck',
    body: 'Since 04:10.',
    labels: ['incident'],
    assignees: ['tomas'],
  });
  actions.comment(world, 'priya', { ...at, number: 1, body: 'The queue grows.' });
  state.now = '2026-02-03T10:00:00Z';
  const commits = [
    {
      author: 'adaeze',
      message:
        'Pass a deadline\n\nCo-authored-by: Jun <jun@example.org>\nCo-authored-by: P <9+priya@users.noreply.github.com>',
      at: '2026-02-03T09:40:00Z',
    },
  ];
  const files = [
    changed('src/bank.ts', 4, 1),
    { ...changed('docs/bank.md', 9, 0), status: 'added' as const },
  ];
  actions.openPull(world, 'adaeze', {
    ...aPull,
    body: 'Fixes #1',
    commits,
    files,
    labels: ['payments'],
    assignees: ['adaeze'],
    reviewers: ['tomas', 'siri'],
  });
  actions.submitReview(world, 'tomas', {
    ...at,
    number: 2,
    state: 'CHANGES_REQUESTED',
    body: 'One question.',
    threads: [{ path: 'src/bank.ts', line: 12, body: 'Why 30 s?' }],
  });
  const [thread] = pull(scene).reviewThreads;
  actions.replyToThread(world, 'adaeze', {
    ...at,
    number: 2,
    thread: thread?.id ?? 0,
    body: 'The bank’s own limit.',
  });
  actions.push(world, 'adaeze', {
    ...at,
    number: 2,
    message: 'Name the limit',
    files: [changed('src/bank.ts', 6, 1)],
  });
  actions.resolveThread(world, 'tomas', { ...at, number: 2, thread: thread?.id ?? 0 });
  actions.submitReview(world, 'tomas', { ...at, number: 2, state: 'APPROVED' });
  actions.comment(world, 'groundwork[bot]', { ...at, number: 2, body: 'Worth remembering.' });
  state.now = '2026-02-03T11:00:00Z';
  actions.mergePull(world, 'tomas', { ...at, number: 2 });
}

function pull({ world }: Scene) {
  const thread = world.state.repositories.get(PAYMENTS)?.threads.get(2);
  if (thread?.kind !== 'pull') throw new Error('no pull request 2');
  return thread;
}

describe('what is answered', () => {
  test('everything of a pull request, an issue and the organisation, in one query', async () => {
    const { data, errors } = await ask('siri', EVERYTHING, payments);
    expect(errors).toEqual([]);
    expect(readable(data)).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  test('the app sees the same of the repository as a person who may read it', async () => {
    const query = `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
      nameWithOwner isPrivate object(expression: "HEAD:.gitattributes") { ... on Blob { text byteSize } }
      missing: object(expression: "HEAD:nothing.md") { ... on Blob { text } }
      pullRequest(number: 2) { title closingIssuesReferences(first: 5) { nodes { number } } } } }`;
    const bot = await ask('bot', query, payments);
    expect(bot).toEqual(await ask('tomas', query, payments));
    expect(bot.data).toEqual({
      repository: {
        nameWithOwner: PAYMENTS,
        isPrivate: true,
        object: { text: '*.pb.ts linguist-generated\n', byteSize: 27 },
        missing: null,
        pullRequest: { title: aPull.title, closingIssuesReferences: { nodes: [{ number: 1 }] } },
      },
    });
  });

  test('the app sees itself under the name that REST gives it, its words are signed without the ending', async () => {
    const { data } = await ask('bot', '{ viewer { __typename login } }', {});
    expect(data).toEqual({ viewer: { __typename: 'User', login: 'groundwork[bot]' } });
  });

  test('a deleted account leaves its words and no author', async () => {
    const { world } = scene;
    actions.createUser(world, { login: 'leaver', name: 'Lee Aver' });
    const { number } = actions.openIssue(world, 'leaver', {
      repository: 'harbour/sdk-node',
      title: 'It throws',
      body: 'Often.',
    });
    const query =
      'query($number: Int!) { repository(owner: "harbour", name: "sdk-node") { issue(number: $number) { body author { login } } } }';
    expect((await ask('siri', query, { number })).data).toEqual({
      repository: { issue: { body: 'Often.', author: { login: 'leaver' } } },
    });
    actions.renameUser(world, { login: 'leaver', to: 'gone-soon' });
    expect((await ask('siri', query, { number })).data).toEqual({
      repository: { issue: { body: 'Often.', author: { login: 'gone-soon' } } },
    });
    actions.deleteUser(world, { login: 'gone-soon' });
    expect((await ask('siri', query, { number })).data).toEqual({
      repository: { issue: { body: 'Often.', author: null } },
    });
  });
});

describe('what is not built', () => {
  const schema = buildSchema(description.idl, { assumeValid: true, assumeValidSDL: true });

  test.each([...builtFields.keys()])('all that is built of %s is in GitHub’s schema', (name) => {
    const type = schema.getType(name);
    const known = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    const strange = [...(builtFields.get(name) ?? [])].flatMap(([field, { takes }]) => {
      const names = known[field]?.args.map((argument) => argument.name) ?? [];
      return known[field] === undefined
        ? [field]
        : takes.filter((one) => !names.includes(one)).map((one) => `${field}(${one})`);
    });
    expect(strange).toEqual([]);
  });

  test.each([
    [
      'a field',
      '{ repository(owner: "harbour", name: "sdk-node") { stargazerCount } }',
      'The local GitHub does not answer Repository.stargazerCount',
    ],
    [
      'an argument',
      '{ repository(owner: "harbour", name: "sdk-node") { labels(first: 5, query: "a") { totalCount } } }',
      'The local GitHub does not understand query of Repository.labels',
    ],
    [
      'an order',
      '{ repository(owner: "harbour", name: "sdk-node") { issues(first: 5, orderBy: {field: COMMENTS, direction: ASC}) { totalCount } } }',
      'The local GitHub does not order issues by COMMENTS',
    ],
    [
      'a change',
      'mutation { addStar(input: { starrableId: "x" }) { clientMutationId } }',
      'The local GitHub does not answer Mutation.addStar',
    ],
    [
      'what GitHub has not',
      '{ repository(owner: "harbour", name: "sdk-node") { stars } }',
      "Field 'stars' doesn't exist on type 'Repository'",
    ],
  ])('%s fails loudly', async (_, query, message) => {
    const { errors } = await ask('siri', query, {});
    expect(errors).toEqual([expect.objectContaining({ message, extensions: { code: 'undefinedField' } })]);
  });

  test('a query that cannot be read says so', async () => {
    const { errors } = await ask('siri', '{ repository(', {});
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'invalidQuery' } })]);
  });
});

/** Ids and addresses say nothing to a reader. */
function readable(data: unknown): unknown {
  const text = JSON.stringify(data).replaceAll(scene.github.url, '');
  return JSON.parse(text.replaceAll(/"[0-9a-f]{40}"/g, '"a commit"').replaceAll(/\b(r?)10\d{4}\b/g, '$10'));
}
