import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { restRoutes } from '../../../demo/github/rest/routes.ts';
import { sendWebhooks } from '../../../demo/github/webhooks.ts';
import type { Webhooks } from '../../../demo/github/webhooks.ts';
import { walkThroughPull } from './rest-walk.ts';
import { openJudge } from './rest-description.ts';
import type { Judge } from './rest-description.ts';
import { openScene, statusOf, WHERE } from './server-scene.ts';
import type { Scene } from './server-scene.ts';

let scene: Scene;
let judge: Judge;
let adaeze: Octokit;
let siri: Octokit;
let tomas: Octokit;
let webhooks: Webhooks | null = null;

beforeAll(async () => {
  judge = openJudge();
  scene = await openScene({ redeliver: (delivery) => webhooks?.redeliver(delivery) });
  webhooks = sendWebhooks(scene.world, { fetch: answers503 });
  adaeze = judge.watch(scene.as('adaeze'));
  tomas = judge.watch(scene.as('tomas'));
  siri = judge.watch(scene.as('siri'));
  judge.watch(scene.app);
  judge.watch(scene.bot);
});

afterAll(() => scene.github.close());

describe('as GitHub describes itself', () => {
  test('the app by its key', async () => {
    const { app, installation } = scene;
    await app.rest.apps.getAuthenticated();
    const hook = await app.rest.apps.getWebhookConfigForApp();
    await app.rest.apps.listInstallations();
    await app.rest.apps.getInstallation({ installation_id: installation.id });
    await app.rest.apps.getOrgInstallation({ org: 'harbour' });
    await app.rest.apps.getUserInstallation({ username: 'harbour' });
    await app.rest.apps.getRepoInstallation(WHERE);
    await app.rest.apps.createInstallationAccessToken({
      installation_id: installation.id,
      repositories: ['sdk-node'],
    });
    expect(judge.complaints()).toEqual([]);
    expect(hook.data.url).toBe(scene.world.state.app.webhookUrl);
  });

  test('what became of the deliveries', async () => {
    const { app } = scene;
    webhooks?.replayAll();
    await webhooks?.idle();
    const [first] = (await app.rest.apps.listWebhookDeliveries()).data;
    const again = await app.rest.apps.redeliverWebhookDelivery({ delivery_id: first?.id ?? 0 });
    await webhooks?.idle();
    const newest = await app.rest.apps.listWebhookDeliveries({ per_page: 1 });
    const next = /cursor=(\w+)/.exec(newest.headers.link ?? '')?.[1] ?? '';
    const older = await app.rest.apps.listWebhookDeliveries({ per_page: 1, cursor: next });
    expect(judge.complaints()).toEqual([]);
    expect([first?.status_code, first?.status, first?.event, again.status]).toEqual([
      503,
      'Invalid HTTP Response: 503',
      'installation',
      202,
    ]);
    expect([newest.data[0]?.guid, newest.data[0]?.redelivery]).toEqual([first?.guid, true]);
    expect(older.data.map(({ id }) => id)).toEqual([first?.id]);
  });

  test('the app in its installation', async () => {
    const { bot } = scene;
    const repositories = await bot.rest.apps.listReposAccessibleToInstallation();
    await bot.rest.orgs.get({ org: 'harbour' });
    await bot.rest.orgs.listMembers({ org: 'harbour', role: 'admin' });
    await bot.rest.orgs.checkMembershipForUser({ org: 'harbour', username: 'adaeze' });
    await bot.rest.teams.list({ org: 'harbour' });
    const team = await bot.rest.teams.listMembersInOrg({ org: 'harbour', team_slug: 'payments' });
    await bot.rest.repos.listCollaborators(WHERE);
    await bot.rest.repos.getCollaboratorPermissionLevel({ ...WHERE, username: 'adaeze' });
    await bot.rest.issues.checkUserCanBeAssigned({ ...WHERE, assignee: 'adaeze' });
    expect(judge.complaints()).toEqual([]);
    expect(repositories.data.repositories.map(({ name }) => name)).toHaveLength(5);
    // Priya is in the team below.
    expect(team.data.map(({ login }) => login)).toEqual(['tomas', 'adaeze', 'priya']);
  });

  test('people and what there is', async () => {
    await adaeze.rest.users.getAuthenticated();
    await adaeze.rest.users.getByUsername({ username: 'tomas' });
    await adaeze.rest.rateLimit.get();
    await adaeze.rest.meta.get();
    await scene.as('adaeze').rest.meta.getZen();
    const created = await siri.rest.repos.createInOrg({
      org: 'harbour',
      name: 'reviews-tomas',
      private: true,
    });
    const at = { owner: 'harbour', repo: 'reviews-tomas' };
    await siri.rest.repos.addCollaborator({ ...at, username: 'tomas', permission: 'push' });
    await siri.rest.repos.checkCollaborator({ ...at, username: 'tomas' });
    await siri.rest.repos.listInvitations(at);
    await siri.rest.repos.listForOrg({ org: 'harbour' });
    await siri.rest.repos.update({ ...at, visibility: 'public' });
    const seen = await tomas.rest.repos.get(at);
    const byId = await scene.as('tomas').request('GET /repositories/{id}', { id: created.data.id });
    await siri.rest.repos.removeCollaborator({ ...at, username: 'tomas' });
    expect(judge.complaints()).toEqual([]);
    expect([seen.data.visibility, seen.data.permissions?.push, byId.data.full_name]).toEqual([
      'public',
      true,
      'harbour/reviews-tomas',
    ]);
  });

  test('an issue and its conversation', async () => {
    const issue = await tomas.rest.issues.create({
      ...WHERE,
      title: 'Payouts stuck',
      labels: ['incident'],
      assignees: ['adaeze'],
    });
    const at = { ...WHERE, issue_number: issue.data.number };
    const said = await adaeze.rest.issues.createComment({ ...at, body: 'On it.' });
    await adaeze.rest.issues.getComment({ ...WHERE, comment_id: said.data.id });
    await adaeze.rest.issues.updateComment({
      ...WHERE,
      comment_id: said.data.id,
      body: 'On it, with Priya.',
    });
    await adaeze.rest.issues.listComments(at);
    await adaeze.rest.issues.listCommentsForRepo(WHERE);
    await tomas.rest.issues.addLabels({ ...at, labels: ['payouts'] });
    await tomas.rest.issues.listLabelsOnIssue(at);
    await tomas.rest.issues.removeLabel({ ...at, name: 'payouts' });
    await tomas.rest.issues.addAssignees({ ...at, assignees: ['tomas'] });
    await tomas.rest.issues.removeAssignees({ ...at, assignees: ['tomas'] });
    await tomas.rest.issues.update({ ...at, title: 'Payouts stuck since 04:10' });
    await tomas.rest.issues.update({ ...at, state: 'closed', state_reason: 'completed' });
    const read = await tomas.rest.issues.get(at);
    const listed = await tomas.rest.issues.listForRepo({
      ...WHERE,
      state: 'all',
      labels: 'incident',
      assignee: 'adaeze',
    });
    const events = await tomas.rest.issues.listEvents(at);
    await tomas.rest.issues.listEventsForTimeline(at);
    await adaeze.rest.issues.deleteComment({ ...WHERE, comment_id: said.data.id });
    expect(judge.complaints()).toEqual([]);
    expect([read.data.state, read.data.comments, read.data.closed_by?.login]).toEqual(['closed', 1, 'tomas']);
    expect(listed.data.map(({ number }) => number)).toEqual([issue.data.number]);
    expect(events.data.map(({ event }) => event)).toEqual([
      'labeled',
      'assigned',
      'labeled',
      'unlabeled',
      'assigned',
      'unassigned',
      'renamed',
      'closed',
    ]);
  });

  test('labels', async () => {
    await adaeze.rest.issues.createLabel({ ...WHERE, name: 'review-prep', color: '0e8a16' });
    await adaeze.rest.issues.getLabel({ ...WHERE, name: 'review-prep' });
    await adaeze.rest.issues.listLabelsForRepo(WHERE);
    const again = await statusOf(adaeze.rest.issues.createLabel({ ...WHERE, name: 'Review-Prep' }));
    expect(judge.complaints()).toEqual([]);
    expect(again).toBe(422);
  });

  test('a pull request from its branch to its merge', async () => {
    const { files, before, after } = await walkThroughPull(adaeze, tomas);
    expect(judge.complaints()).toEqual([]);
    expect(files.data.map(({ filename, additions, status }) => [filename, additions, status])).toEqual([
      ['docs/deadlines.md', 2, 'added'],
    ]);
    expect([before, after.data.merged, after.data.review_comments, after.data.merged_by?.login]).toEqual([
      404,
      true,
      3,
      'adaeze',
    ]);
  });

  test('contents', async () => {
    await adaeze.rest.repos.getContent({ ...WHERE, path: 'README.md' });
    await adaeze.rest.repos.getContent({ ...WHERE, path: '' });
    await adaeze.rest.repos.getContent({ ...WHERE, path: 'docs' });
    expect(await statusOf(adaeze.rest.repos.getContent({ ...WHERE, path: 'none.md' }))).toBe(404);
    expect(judge.complaints()).toEqual([]);
  });

  test('every route was asked', () => {
    const asked = new Set(scene.github.requests().map(({ route }) => route));
    const missed = restRoutes
      .map(({ method, path }) => `${method} ${path}`)
      .filter((route) => !asked.has(route));
    expect(missed).toEqual([]);
  });

  test('the judge does find what is wrong', async () => {
    const wrong = { fetch: () => Promise.resolve(Response.json({ login: 7 })) };
    await judge.watch(new Octokit({ request: wrong })).rest.users.getAuthenticated();
    expect(judge.complaints()).toContain('GET /user 200: /login must be string');
  });
});

const answers503: typeof fetch = () => Promise.resolve(new Response(null, { status: 503 }));
