import { describe, expect, test } from '@jest/globals';
import { comment, editPull, mergePull, openPull, submitReview } from '../demo/github/actions.ts';
import type { World } from '../demo/github/world.ts';
import { withoutAddress } from './journey/compare.ts';
import { ask, count } from './journey/database.ts';
import { commentsOn, merge, orders, sdk, timeouts } from './journey/harbour.ts';
import type { Journey } from './journey/rig.ts';
import { stageJourneys } from './journey/stage.ts';

const open = stageJourneys();

describe('from a signed webhook to evidence and a comment', () => {
  test('notable work is kept with one comment; the same history once more changes nothing', async () => {
    const journey = await open();
    const { world, databaseUrl } = journey;
    const notable = merge(world, 'ada');
    const plain = merge(world, 'chen', { ...wording, head: 'readme' });
    const outside = merge(world, 'zoe', { head: 'from-outside' });
    const inPublic = merge(world, 'ada', { repository: sdk });
    await journey.settle();
    expect(commentsOn(world, orders, notable).map(({ body }) => body)).toEqual([
      expect.stringContaining('Worth remembering: care.'),
    ]);
    // Nothing notable; nobody on the roster; everybody could read it.
    for (const number of [plain, outside]) expect(commentsOn(world, orders, number)).toEqual([]);
    expect(commentsOn(world, sdk, inPublic)).toEqual([]);
    expect(await ask(databaseUrl, evidence)).toContainEqual({ login: 'ada', repository: orders });
    const before = { tables: await journey.tables(), posts: journey.posts() };
    const keptBefore = await count(databaseUrl, 'deliveries');
    journey.webhooks.replayAll();
    await journey.settle();
    expect(answered(world)).toEqual(new Set([true]));
    expect(keptBefore).toBeGreaterThanOrEqual(5);
    expect({ tables: await journey.tables(), posts: journey.posts() }).toEqual(before);
  });

  test('one delivery ten times at once is one row, one question to GitHub and one comment', async () => {
    const journey = await open({ parallel: 10 });
    const { world, webhooks, databaseUrl } = journey;
    webhooks.pause();
    const number = merge(world, 'ada');
    const merged = world.state.deliveries.find(
      ({ event, action }) => event === 'pull_request' && action === 'closed',
    );
    for (let time = 2; time <= 10; time += 1) webhooks.redeliver(merged?.id ?? 0);
    webhooks.resume();
    await journey.settle();
    expect(world.state.deliveries.filter(({ guid }) => guid === merged?.guid)).toHaveLength(10);
    expect(await count(databaseUrl, `deliveries WHERE id = '${merged?.guid}'`)).toBe(1);
    expect(commentsOn(world, orders, number)).toHaveLength(1);
    expect(readings(journey, number)).toBe(1);
  });

  test('however much is said about a pull request, it is read once when the workers get to it', async () => {
    const journey = await open();
    await journey.stop();
    await journey.start({ web: true, workers: false });
    const number = discuss(journey.world);
    await journey.webhooks.idle();
    await journey.stop();
    expect(await count(journey.databaseUrl, `deliveries WHERE number = ${number}`)).toBeGreaterThan(2);
    expect(readings(journey, number)).toBe(0);
    await journey.start();
    await journey.settle();
    expect(readings(journey, number)).toBe(1);
    expect(commentsOn(journey.world, orders, number)).toHaveLength(1);
  });

  test('a forged delivery is refused and leaves nothing', async () => {
    const journey = await open();
    const { app } = journey.world.state;
    await journey.settle();
    const before = await journey.tables();
    const forged = await fetch(app.webhookUrl, {
      method: 'POST',
      body: JSON.stringify(journey.world.state.deliveries[0]?.payload),
      headers: {
        'content-type': 'application/json',
        'x-github-delivery': '11111111-2222-4333-8444-555555555555',
        'x-github-event': 'installation',
        'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
      },
    });
    expect(forged.status).toBeGreaterThanOrEqual(400);
    await journey.settle();
    expect(await journey.tables()).toEqual(before);
  });
});

test('in whatever order the events of one pull request arrive, the same is kept and said', async () => {
  const outcomes: { readonly tables: string; readonly posts: string; readonly order: string }[] = [];
  for (const shuffle of [null, 1, 22, 333]) outcomes.push(await outcomeOf(shuffle));
  const [inOrder, ...shuffled] = outcomes;
  expect(inOrder?.posts).toContain('Worth remembering');
  for (const { tables, posts } of shuffled)
    expect({ tables, posts }).toEqual({ tables: inOrder?.tables, posts: inOrder?.posts });
  // Were they all the same, nothing would have been seen here.
  expect(new Set(outcomes.map(({ order }) => order)).size).toBeGreaterThan(2);
});

async function outcomeOf(shuffle: number | null) {
  const arrived: string[] = [];
  const journey = await open({ shuffle, parallel: 1, fetch: noting(arrived) });
  arrived.length = 0;
  journey.webhooks.pause();
  discuss(journey.world);
  journey.webhooks.resume();
  await journey.settle();
  const tables = withoutAddress(journey, await journey.tables());
  const posts = withoutAddress(journey, journey.posts());
  // The database server has connections for two or three apps only.
  await journey.close();
  return { tables, posts, order: arrived.join(' ') };
}

function noting(arrived: string[]): typeof fetch {
  return (address, request) => {
    arrived.push(new Headers(request?.headers).get('x-github-delivery') ?? '');
    return fetch(address, request);
  };
}

/** A pull request as people make one: more than five events of one subject. Gives its number. */
function discuss(world: World): number {
  const { number } = openPull(world, 'ada', timeouts);
  const at = { repository: orders, number };
  comment(world, 'chen', { ...at, body: 'How long does a search take today?' });
  submitReview(world, 'bertil', {
    ...at,
    state: 'APPROVED',
    body: 'Two seconds are enough.',
    threads: [{ path: 'src/search.ts', line: 3, body: 'Name this number?' }],
  });
  mergePull(world, 'bertil', at);
  comment(world, 'ada', { ...at, body: 'It is out.' });
  editPull(world, 'ada', { ...at, body: `${timeouts.body} It now ends after two seconds.` });
  return number;
}

const wording = { title: 'Wording of the README', body: '', files: [] } as const;

const evidence = `
  SELECT DISTINCT people.login, repositories.name AS repository FROM evidence
  JOIN people ON people.id = evidence.person_id
  JOIN repositories ON evidence.activity_key LIKE 'github:' || repositories.id || '#%'`;

/** How often the app asked GitHub for this pull request whole. */
function readings({ line }: Journey, wanted: number): number {
  return line.asked.filter(({ query, number }) => query === 'Change' && number === wanted).length;
}

/** Whether the app took what GitHub sent. */
function answered({ state }: World): ReadonlySet<boolean> {
  return new Set(state.deliveries.map(({ status }) => status !== null && status >= 200 && status < 300));
}
