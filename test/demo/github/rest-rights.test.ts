import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { comment, openIssue, openPull, suspendApp, unsuspendApp } from '../../../demo/github/actions.ts';
import { anIssue, aPull } from './actions-world.ts';
import { openScene, refusalOf, statusOf, WHERE } from './server-scene.ts';
import type { Scene } from './server-scene.ts';

let scene: Scene;
const issue = { ...WHERE, issue_number: 1 };
const pull = { ...WHERE, issue_number: 2 };
const content = Buffer.from('text').toString('base64');

beforeAll(async () => {
  scene = await openScene();
  openIssue(scene.world, 'adaeze', anIssue);
  openPull(scene.world, 'adaeze', aPull);
  comment(scene.world, 'adaeze', { repository: 'harbour/payments-service', number: 1, body: 'Mine.' });
});

afterAll(() => scene.github.close());

type Ask = (client: Octokit) => Promise<{ readonly status: number }>;

const asks: Readonly<Record<string, Ask>> = {
  'reads the private repository': (client) => client.rest.repos.get(WHERE),
  'reads an issue': (client) => client.rest.issues.get(issue),
  comments: (client) => client.rest.issues.createComment({ ...issue, body: 'Hello.' }),
  'opens an issue': (client) => client.rest.issues.create({ ...WHERE, title: 'One more' }),
  labels: (client) => client.rest.issues.addLabels({ ...issue, labels: ['bug'] }),
  'rewrites another’s issue': (client) => client.rest.issues.update({ ...issue, body: 'Rewritten.' }),
  'writes a file': (client) =>
    client.rest.repos.createOrUpdateFileContents({
      ...WHERE,
      path: `${Math.random()}.md`,
      message: 'One',
      content,
    }),
  'lists who has access': (client) => client.rest.repos.listCollaborators(WHERE),
  'changes who may see it': (client) => client.rest.repos.update({ ...WHERE, visibility: 'private' }),
  'reads who belongs to the organisation': (client) => client.rest.orgs.listMembers({ org: 'harbour' }),
  'makes a repository': (client) =>
    client.rest.repos.createInOrg({ org: 'harbour', name: `r${Math.random()}`, private: true }),
};

/** Statuses in the order of `asks`. Siri owns the organisation; Tomas writes; Noor is a member without a team. */
const people: readonly (readonly [string, readonly number[]])[] = [
  ['siri', [200, 200, 201, 201, 200, 200, 201, 200, 200, 200, 201]],
  ['tomas', [200, 200, 201, 201, 200, 200, 201, 200, 403, 200, 403]],
  ['noor', [404, 404, 404, 404, 404, 404, 404, 404, 404, 200, 403]],
  ['jonas', [404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 403]],
];

describe('what people may do', () => {
  test.each(people)('%s', async (login, expected) => {
    const client = scene.as(login);
    const statuses = await Promise.all(Object.values(asks).map((ask) => statusOf(ask(client))));
    expect(Object.fromEntries(Object.keys(asks).map((name, at) => [name, statuses[at]]))).toEqual(
      Object.fromEntries(Object.keys(asks).map((name, at) => [name, expected[at]])),
    );
  });

  test('a reader answers and opens issues, and changes their own words only', async () => {
    const adaeze = scene.as('adaeze');
    const where = { owner: 'harbour', repo: 'reviews-adaeze' };
    await scene.as('siri').rest.issues.create({ ...where, title: 'First half of 2026' });
    const own = await adaeze.rest.issues.create({ ...where, title: 'A question', labels: ['urgent'] });
    const at = { ...where, issue_number: own.data.number };
    expect(own.data.labels).toEqual([]);
    expect(await statusOf(adaeze.rest.issues.update({ ...at, body: 'Better said.' }))).toBe(200);
    expect(await statusOf(adaeze.rest.issues.update({ ...at, labels: ['urgent'] }))).toBe(403);
    expect(
      await statusOf(adaeze.rest.issues.update({ ...where, issue_number: 1, body: '- [x] ticked' })),
    ).toBe(403);
    expect(
      await statusOf(adaeze.rest.issues.createComment({ ...where, issue_number: 1, body: 'Read.' })),
    ).toBe(201);
  });

  test('a public repository is read by anybody and written to by those who may', async () => {
    const sdk = { owner: 'harbour', repo: 'sdk-node' };
    const jonas = scene.as('jonas');
    expect(await statusOf(jonas.rest.repos.get(sdk))).toBe(200);
    expect(await statusOf(jonas.rest.issues.create({ ...sdk, title: 'It throws' }))).toBe(201);
    expect(await refusalOf(jonas.rest.issues.addLabels({ ...sdk, issue_number: 1, labels: ['bug'] }))).toBe(
      '403 | Must have triage rights to Repository.',
    );
    expect(await statusOf(jonas.rest.repos.listCollaborators(sdk))).toBe(403);
  });

  test('what another wrote is changed by those who write only', async () => {
    const [said] = (await scene.as('tomas').rest.issues.listComments(issue)).data;
    const edit = { ...WHERE, comment_id: said?.id ?? 0, body: 'Not yours.' };
    expect(await statusOf(scene.as('priya').rest.issues.updateComment(edit))).toBe(200);
    expect(await statusOf(scene.as('noor').rest.issues.updateComment(edit))).toBe(404);
  });
});

describe('what the app may do', () => {
  const lacking: readonly (readonly [string, Record<string, 'read' | 'write'>, Ask, string])[] = [
    [
      'comment on an issue',
      { issues: 'read', pull_requests: 'write' },
      (bot) => bot.rest.issues.createComment({ ...issue, body: 'A' }),
      'issues=write',
    ],
    [
      'comment on a pull request',
      { issues: 'read', pull_requests: 'read' },
      (bot) => bot.rest.issues.createComment({ ...pull, body: 'A' }),
      'issues=write; pull_requests=write',
    ],
    ['read an issue', { contents: 'read' }, (bot) => bot.rest.issues.get(issue), 'issues=read'],
    ['list pull requests', { issues: 'write' }, (bot) => bot.rest.pulls.list(WHERE), 'pull_requests=read'],
    [
      'read a file',
      { issues: 'write' },
      (bot) => bot.rest.repos.getContent({ ...WHERE, path: 'README.md' }),
      'contents=read',
    ],
    [
      'make a branch',
      { contents: 'read' },
      (bot) => bot.rest.git.createRef({ ...WHERE, ref: 'refs/heads/x', sha: 'a' }),
      'contents=write',
    ],
    [
      'list members',
      { issues: 'write' },
      (bot) => bot.rest.orgs.listMembers({ org: 'harbour' }),
      'members=read',
    ],
    [
      'make a repository',
      { contents: 'write' },
      (bot) => bot.rest.repos.createInOrg({ org: 'harbour', name: 'x' }),
      'administration=write',
    ],
  ];

  test.each(lacking)(
    'without the permission it cannot %s, and is told which',
    async (_, permissions, ask, wanted) => {
      const bot = await scene.narrowed({ permissions });
      expect(await refusalOf(ask(bot))).toBe(`403 | Resource not accessible by integration | ${wanted}`);
    },
  );

  test('with one of the two it comments on a pull request', async () => {
    const bot = await scene.narrowed({ permissions: { pull_requests: 'write' } });
    expect(await statusOf(bot.rest.issues.createComment({ ...pull, body: 'A' }))).toBe(201);
  });

  test('a token for one repository does not know the others', async () => {
    const bot = await scene.narrowed({ repositories: ['ledger-events'] });
    expect(await statusOf(bot.rest.repos.get({ owner: 'harbour', repo: 'ledger-events' }))).toBe(200);
    expect(await statusOf(bot.rest.repos.get(WHERE))).toBe(404);
    expect((await bot.rest.apps.listReposAccessibleToInstallation()).data.total_count).toBe(1);
  });

  test('a suspended installation can do nothing until it is back', async () => {
    await scene.bot.rest.repos.get(WHERE);
    suspendApp(scene.world, 'siri', { account: 'harbour' });
    expect(await refusalOf(scene.bot.rest.repos.get(WHERE))).toBe(
      '403 | This installation has been suspended',
    );
    unsuspendApp(scene.world, 'siri', { account: 'harbour' });
    expect(await statusOf(scene.bot.rest.repos.get(WHERE))).toBe(200);
  });
});
