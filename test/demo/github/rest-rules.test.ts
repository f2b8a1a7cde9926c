import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { archive, comment, openIssue, openPull, renameRepository } from '../../../demo/github/actions.ts';
import { anIssue, aPull, PAYMENTS } from './actions-world.ts';
import { openScene, refusalOf, statusOf, WHERE } from './server-scene.ts';
import type { Scene } from './server-scene.ts';

let scene: Scene;
let tomas: Octokit;

beforeAll(async () => {
  scene = await openScene();
  tomas = scene.as('tomas');
});

afterAll(() => scene.github.close());

describe('pages', () => {
  const where = { owner: 'harbour', repo: 'ledger-events' };

  test('a list longer than a page arrives whole, each entry once, in order', async () => {
    for (let number = 1; number <= 205; number += 1) {
      openIssue(scene.world, 'siri', {
        ...anIssue,
        repository: 'harbour/ledger-events',
        title: `Issue ${number}`,
      });
    }
    const siri = scene.as('siri');
    const all = await siri.paginate(siri.rest.issues.listForRepo, {
      ...where,
      per_page: 100,
      direction: 'asc',
    });
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 205 }, (_, at) => at + 1));
  });

  test.each([
    ['the first of several', { per_page: 100 }, 100, ['next', 'last']],
    ['one in the middle', { per_page: 100, page: 2 }, 100, ['prev', 'first', 'next', 'last']],
    ['the last', { per_page: 100, page: 3 }, 5, ['prev', 'first']],
    ['more than GitHub gives', { per_page: 500 }, 100, ['next', 'last']],
    ['nothing said', {}, 30, ['next', 'last']],
    ['beyond the end', { per_page: 100, page: 9 }, 0, ['prev', 'first']],
  ])('%s', async (_, page, length, links) => {
    const { data, headers } = await scene.as('siri').rest.issues.listForRepo({ ...where, ...page });
    const rels = [...(headers.link ?? '').matchAll(/rel="(\w+)"/g)].map((found) => found[1]);
    expect([data.length, rels]).toEqual([length, links]);
  });
});

describe('files', () => {
  test('are made without a sha and changed only with the one they have', async () => {
    const made = await put('Ring twice. ☎');
    const sha = made.data.content?.sha ?? '';
    expect(made.status).toBe(201);
    expect(await refusalOf(put('Other'))).toBe('422 | Invalid request.\n\n"sha" wasn\'t supplied.');
    expect(await statusOf(put('Other', 'f'.repeat(40)))).toBe(409);
    expect(await statusOf(put('Ring three times. ☎', sha))).toBe(200);
    expect(await statusOf(put('Ring four times.', sha))).toBe(409);
    const read = await tomas.rest.repos.getContent({ ...WHERE, path: 'docs/on call & more.md' });
    const { content } = read.data as { content: string };
    expect(Buffer.from(content, 'base64').toString()).toBe('Ring three times. ☎');
  });

  test('a long text survives the way there and back', async () => {
    const text = 'Ünïcödé — and 👩‍💻.\n'.repeat(20_000);
    const at = { ...WHERE, path: 'long.md', message: 'Long' };
    await tomas.rest.repos.createOrUpdateFileContents({
      ...at,
      content: Buffer.from(text).toString('base64'),
    });
    const { content } = (await tomas.rest.repos.getContent(at)).data as { content: string };
    expect(Buffer.from(content, 'base64').toString() === text).toBe(true);
  });

  test('a branch begins at a commit that is there, once', async () => {
    const { data } = await tomas.rest.git.getRef({ ...WHERE, ref: 'heads/main' });
    const create = (sha: string) =>
      tomas.rest.git.createRef({ ...WHERE, ref: 'refs/heads/groundwork/2026-H1', sha });
    expect(await statusOf(create('0'.repeat(40)))).toBe(422);
    expect(await statusOf(create(data.object.sha))).toBe(201);
    expect(await statusOf(create(data.object.sha))).toBe(422);
    expect(await statusOf(tomas.rest.git.getRef({ ...WHERE, ref: 'heads/groundwork/2026-H1' }))).toBe(200);
    expect(await statusOf(tomas.rest.git.getRef({ ...WHERE, ref: 'heads/groundwork/2026-H2' }))).toBe(404);
  });

  test('a pull request needs a branch with something new on it', async () => {
    const open = (head: string) => tomas.rest.pulls.create({ ...WHERE, title: 'Report', head, base: 'main' });
    expect(await statusOf(open('nowhere'))).toBe(422);
    expect(await statusOf(open('groundwork/2026-H1'))).toBe(422);
    const at = { ...WHERE, path: 'reports/2026-H1.md', branch: 'groundwork/2026-H1', message: 'Report' };
    await tomas.rest.repos.createOrUpdateFileContents({
      ...at,
      content: Buffer.from('# One\n').toString('base64'),
    });
    const pull = await open('groundwork/2026-H1');
    expect(pull.data.changed_files).toBe(1);
    expect(await statusOf(open('groundwork/2026-H1'))).toBe(422);
    await tomas.rest.pulls.merge({ ...WHERE, pull_number: pull.data.number });
    expect(await statusOf(tomas.rest.repos.getContent({ ...WHERE, path: 'reports/2026-H1.md' }))).toBe(200);
    expect(await statusOf(tomas.rest.pulls.merge({ ...WHERE, pull_number: pull.data.number }))).toBe(405);
  });
});

describe('issues and pull requests', () => {
  test('a pull request is read, edited, labelled and closed as an issue too', async () => {
    const { number } = openPull(scene.world, 'adaeze', aPull);
    const at = { ...WHERE, issue_number: number };
    await tomas.rest.issues.update({
      ...at,
      title: 'Retry with a deadline',
      labels: ['payments'],
      assignees: ['adaeze'],
    });
    const closed = await tomas.rest.issues.update({ ...at, state: 'closed' });
    const pull = await tomas.rest.pulls.get({ ...WHERE, pull_number: number });
    expect(closed.data.pull_request?.url).toBe(`${scene.github.url}/repos/${PAYMENTS}/pulls/${number}`);
    expect([
      pull.data.title,
      pull.data.state,
      pull.data.labels[0]?.name,
      pull.data.assignees?.[0]?.login,
    ]).toEqual(['Retry with a deadline', 'closed', 'payments', 'adaeze']);
  });

  test('issues are found by who opened them, label, time and assignee', async () => {
    const bot = scene.bot;
    const own = await bot.rest.issues.create({
      ...WHERE,
      title: 'Your half year closes',
      labels: ['review-prep'],
    });
    const { number } = openIssue(scene.world, 'tomas', {
      ...anIssue,
      labels: ['incident'],
      assignees: ['tomas'],
    });
    expect(await find({ creator: 'groundwork[bot]' })).toEqual([own.data.number]);
    expect(await find({ creator: 'app/groundwork' })).toEqual([own.data.number]);
    expect(await find({ labels: 'incident' })).toEqual([number]);
    expect(await find({ labels: 'incident,review-prep' })).toEqual([]);
    expect(await find({ assignee: 'tomas' })).toEqual([number]);
    expect(await find({ since: '2999-01-01T00:00:00Z' })).toEqual([]);
    expect(own.data.user?.type).toBe('Bot');
  });

  test('a text that is too long is refused, the longest is taken', async () => {
    const create = (body: string) => tomas.rest.issues.create({ ...WHERE, title: 'Long', body });
    expect(await statusOf(create('x'.repeat(65_537)))).toBe(422);
    expect(await statusOf(create('x'.repeat(65_536)))).toBe(201);
    expect(await statusOf(tomas.rest.issues.create({ ...WHERE, title: '' }))).toBe(422);
  });

  test('one’s own pull request cannot be approved', async () => {
    const { number } = openPull(scene.world, 'tomas', { ...aPull, head: 'mine' });
    const approve = { ...WHERE, pull_number: number, event: 'APPROVE' as const };
    expect(await statusOf(tomas.rest.pulls.createReview(approve))).toBe(422);
    expect(await statusOf(scene.as('adaeze').rest.pulls.createReview(approve))).toBe(200);
  });

  test('nothing changes in an archived repository', async () => {
    openIssue(scene.world, 'siri', { ...anIssue, repository: 'harbour/handbook' });
    archive(scene.world, 'siri', { repository: 'harbour/handbook' });
    const at = { owner: 'harbour', repo: 'handbook', issue_number: 1 };
    expect(await refusalOf(scene.bot.rest.issues.createComment({ ...at, body: 'A' }))).toBe(
      '403 | Repository was archived so is read-only.',
    );
    expect(await statusOf(scene.bot.rest.issues.get(at))).toBe(200);
  });

  test('a renamed repository is found under its old name, and by its number', async () => {
    const before = await scene.as('siri').rest.repos.get({ owner: 'harbour', repo: 'reviews-adaeze' });
    renameRepository(scene.world, 'siri', { repository: 'harbour/reviews-adaeze', name: 'reports-adaeze' });
    const after = await scene.as('siri').rest.repos.get({ owner: 'harbour', repo: 'reviews-adaeze' });
    expect([after.data.id, after.data.full_name]).toEqual([before.data.id, 'harbour/reports-adaeze']);
  });

  test('a reference from a repository that the reader may not see is not told', async () => {
    const { number } = openIssue(scene.world, 'tomas', anIssue);
    openIssue(scene.world, 'siri', {
      ...anIssue,
      repository: 'harbour/ledger-events',
      body: `See ${PAYMENTS}#${number}`,
    });
    comment(scene.world, 'tomas', { repository: PAYMENTS, number, body: 'Looking.' });
    const kinds = async (login: string) => {
      const { data } = await scene
        .as(login)
        .rest.issues.listEventsForTimeline({ ...WHERE, issue_number: number });
      return data.map((one) => ('event' in one ? one.event : ''));
    };
    expect(await kinds('siri')).toEqual(['cross-referenced', 'commented']);
    expect(await kinds('tomas')).toEqual(['commented']);
  });
});

async function put(text: string, sha?: string) {
  return tomas.rest.repos.createOrUpdateFileContents({
    ...WHERE,
    path: 'docs/on call & more.md',
    message: 'Write it down',
    content: Buffer.from(text).toString('base64'),
    ...(sha === undefined ? {} : { sha }),
  });
}

async function find(wish: object): Promise<readonly number[]> {
  return (await tomas.rest.issues.listForRepo({ ...WHERE, ...wish })).data.map((one) => one.number);
}
