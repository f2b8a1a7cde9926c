import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Octokit } from '@octokit/rest';
import { restRoutes } from '../../../demo/github/rest/routes.ts';
import { sendWebhooks } from '../../../demo/github/webhooks.ts';
import { PAYMENTS } from './actions-world.ts';
import { openJudge } from './rest-description.ts';
import type { Judge } from './rest-description.ts';
import { openScene, statusOf, WHERE } from './server-scene.ts';
import type { Scene } from './server-scene.ts';

let scene: Scene;
let judge: Judge;
let adaeze: Octokit;
let siri: Octokit;
let tomas: Octokit;

beforeAll(async () => {
  judge = openJudge();
  scene = await openScene();
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
    await app.rest.apps.listInstallations();
    await app.rest.apps.getInstallation({ installation_id: installation.id });
    await app.rest.apps.getOrgInstallation({ org: 'harbour' });
    await app.rest.apps.getRepoInstallation(WHERE);
    await app.rest.apps.createInstallationAccessToken({ installation_id: installation.id });
    await app.rest.apps.listWebhookDeliveries();
    expect(judge.complaints()).toEqual([]);
  });
});
