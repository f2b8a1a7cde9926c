import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClients } from '../../../src/github/client.ts';
import { openReading } from '../../../src/github/open.ts';
import type { GitHub, SubjectAddress } from '../../../src/ports/github.ts';
import * as actions from '../../../demo/github/actions.ts';
import { repositoryAt } from '../../../demo/github/actions/find.ts';
import { sendWebhooks } from '../../../demo/github/webhooks.ts';
import type { Webhooks } from '../../../demo/github/webhooks.ts';
import { anIssue, aPull, changed, PAYMENTS } from './actions-world.ts';
import { openScene } from './server-scene.ts';
import type { Scene } from './server-scene.ts';

/* The reading side of the app, as it is, on the local GitHub. */

let scene: Scene;
let side: Pick<GitHub, 'app' | 'reading'>;
let webhooks: Webhooks | null = null;
let answers = 503;

beforeAll(async () => {
  scene = await openScene({ redeliver: (delivery) => webhooks?.redeliver(delivery) });
  webhooks = sendWebhooks(scene.world, {
    fetch: () => Promise.resolve(new Response(null, { status: answers })),
  });
  const clients = createClients({
    apiUrl: scene.github.url,
    appId: 4711,
    privateKey: scene.privateKey,
    throttle: false,
  });
  side = openReading(clients);
  const { world } = scene;
  const at = { repository: PAYMENTS };
  actions.writeFile(world, 'siri', { ...at, path: '.gitattributes', text: '*.pb.ts linguist-generated\n' });
  actions.openIssue(world, 'adaeze', { ...anIssue, labels: ['incident'] });
  const files = [
    changed('src/bank.pb.ts'),
    ...Array.from({ length: 230 }, (_, n) => changed(`src/part-${n}.ts`)),
  ];
  actions.openPull(world, 'adaeze', { ...aPull, body: 'Fixes #1', files });
  for (let n = 1; n <= 120; n += 1)
    actions.comment(world, 'priya', { ...at, number: 2, body: `Comment ${n}` });
  actions.submitReview(world, 'tomas', { ...at, number: 2, state: 'APPROVED', body: 'Good.' });
  actions.mergePull(world, 'tomas', { ...at, number: 2 });
});

afterAll(() => scene.github.close());

function subject(kind: 'change' | 'issue', number: number): SubjectAddress {
  return { kind, number, repository: repository(PAYMENTS) };
}

function repository(name: string) {
  return { installation: scene.installation.id, id: repositoryAt(scene.world.state, name).id, name };
}

describe('the app reads', () => {
  test('a pull request whole, however long its lists are', async () => {
    const facts = await side.reading.subject(subject('change', 2));
    if (facts?.kind !== 'change') throw new Error('no pull request');
    expect([facts.title, facts.author.label, facts.mergedBy?.label, facts.intoDefaultBranch]).toEqual([
      aPull.title,
      'adaeze',
      'tomas',
      true,
    ]);
    expect([facts.files.length, facts.filesTotal, facts.comments.length]).toEqual([231, 231, 120]);
    expect(facts.files[0]).toMatchObject({ path: 'src/bank.pb.ts', attribute: 'generated' });
    expect(facts.closes.map(({ number, labels }) => [number, labels])).toEqual([[1, ['incident']]]);
    expect(facts.reviews.map(({ state, author }) => [state, author.label])).toEqual([['approved', 'tomas']]);
  });

  test('an issue with what closed it', async () => {
    const facts = await side.reading.subject(subject('issue', 1));
    expect(facts).toMatchObject({
      kind: 'issue',
      labels: ['incident'],
      closedBy: { label: 'tomas' },
      linked: [{ number: 2, repository: PAYMENTS, closes: true }],
    });
  });

  test('nothing where nothing is', async () => {
    expect(await side.reading.subject(subject('change', 99))).toBeNull();
    expect(await side.reading.repository(scene.installation.id, 'harbour/nowhere')).toBeNull();
  });

  test('a subject of a repository that was renamed', async () => {
    const before = subject('issue', 1);
    actions.renameRepository(scene.world, 'siri', { repository: PAYMENTS, name: 'payments' });
    const facts = await side.reading.subject(before);
    actions.renameRepository(scene.world, 'siri', {
      repository: 'harbour/payments',
      name: 'payments-service',
    });
    expect(facts?.repository.name).toBe('harbour/payments');
  });

  test('what changed since a moment', async () => {
    const since = await Array.fromAsync(
      side.reading.subjectsSince(repository(PAYMENTS), '2026-02-03T00:00:00Z'),
    );
    expect(since.map(({ kind, number }) => [kind, number])).toEqual([
      ['change', 2],
      ['issue', 1],
    ]);
    expect(
      await Array.fromAsync(side.reading.subjectsSince(repository(PAYMENTS), '2027-01-01T00:00:00Z')),
    ).toEqual([]);
  });

  test('the organisation', async () => {
    const { repositories, teams, owners, members } = await side.reading.organisation(
      scene.installation.id,
      'harbour',
    );
    expect(repositories.map(({ name }) => name)).toHaveLength(5);
    expect(teams.map((team) => [team.slug, team.members.map(({ login }) => login).toSorted()])).toEqual([
      ['on-call', ['priya']],
      ['payments', ['adaeze', 'priya', 'tomas']],
    ]);
    expect(owners.map(({ login }) => login)).toEqual(['siri']);
    expect(members).toHaveLength(5);
  });

  test('the rules, wherever they lie', async () => {
    const { world, installation } = scene;
    expect((await side.reading.rulesFile(installation.id, 'harbour')).kind).toBe('no-repository');
    const files = { 'groundwork.yml': 'mode: preview\n' };
    actions.createRepository(world, 'siri', {
      owner: 'harbour',
      name: '.github',
      visibility: 'private',
      files,
    });
    const found = await side.reading.rulesFile(installation.id, 'harbour');
    expect(found).toMatchObject({
      kind: 'file',
      text: 'mode: preview\n',
      repository: { name: 'harbour/.github' },
    });
  });

  test('who can read a repository', async () => {
    const found = await side.reading.readers(repository('harbour/reviews-adaeze'));
    expect(found?.repository.visibility).toBe('private');
    expect(found?.readers.map(({ login }) => login).toSorted()).toEqual(['adaeze', 'siri']);
  });

  test('itself, where it is installed, and what it never got', async () => {
    expect((await side.app.identity()).slug).toBe('groundwork');
    expect(await side.app.installations()).toMatchObject([
      { login: 'harbour', type: 'organization', suspended: false },
    ]);
    await webhooks?.idle();
    const failed = await side.app.failedDeliveries('2026-01-01T00:00:00Z');
    expect(failed.length).toBeGreaterThan(100);
    answers = 200;
    for (const { attempt } of failed.slice(1)) await side.app.redeliver(attempt);
    await webhooks?.idle();
    expect(await side.app.failedDeliveries('2026-01-01T00:00:00Z')).toEqual(failed.slice(0, 1));
  });
});
