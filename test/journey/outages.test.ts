import { describe, expect, test } from '@jest/globals';
import { commentsOn, merge, orders } from './harbour.ts';
import { withoutAddress } from './compare.ts';
import { count, hurry, wipeQueue } from './database.ts';
import type { Journey } from './rig.ts';
import { stageJourneys } from './stage.ts';

const open = stageJourneys();

describe('nothing that happened is lost', () => {
  test('while the app was down: once started, it asks GitHub for the deliveries that failed', async () => {
    const journey = await open();
    await journey.stop();
    const number = merge(journey.world, 'ada');
    await journey.webhooks.idle();
    expect(failed(journey)).toBeGreaterThan(0);
    await journey.start();
    // First the app asks, then GitHub sends.
    await journey.settle();
    await journey.settle();
    expect(redeliveries(journey)).toBeGreaterThan(0);
    expect(commentsOn(journey.world, orders, number)).toHaveLength(1);
    expect(await readable(journey)).toEqual(await withoutOutage());
  });

  test('when GitHub itself lost the event: the daily look finds what was merged', async () => {
    const journey = await open();
    await journey.settle();
    journey.webhooks.lose(() => true);
    const number = merge(journey.world, 'ada');
    journey.webhooks.lose(null);
    await journey.settle();
    expect(commentsOn(journey.world, orders, number)).toEqual([]);
    await journey.at('2050-02-04T09:00:00Z');
    await journey.settle();
    expect(redeliveries(journey)).toBe(0);
    expect(commentsOn(journey.world, orders, number)).toHaveLength(1);
  });

  test('when the queue lost its jobs: they are found again in the tables', async () => {
    const journey = await open();
    await journey.stop();
    await journey.start({ web: true, workers: false });
    const numbers = ['one', 'two', 'three'].map((head) => merge(journey.world, 'ada', { head }));
    await journey.webhooks.idle();
    await journey.stop();
    expect(await count(journey.databaseUrl, "bullmq.job WHERE queue = 'gather'")).toBe(3);
    await wipeQueue(journey.databaseUrl);
    await journey.start();
    await journey.settle();
    for (const number of numbers) expect(commentsOn(journey.world, orders, number)).toHaveLength(1);
  });

  test('when the queue is emptied under the running app', async () => {
    const journey = await open();
    const numbers = ['one', 'two', 'three', 'four'].map((head) => merge(journey.world, 'ada', { head }));
    await journey.webhooks.idle();
    await wipeQueue(journey.databaseUrl);
    await journey.settle();
    // What was gathered and not said is looked at again within the hour.
    await journey.at('2050-02-03T10:00:00Z');
    for (const number of numbers) expect(commentsOn(journey.world, orders, number)).toHaveLength(1);
  });

  test('when the answer to a new comment is lost on its way: it is found, not written again', async () => {
    const journey = await open();
    const isComment = /\/issues\/\d+\/comments$/u;
    const toComments = ({ method, path }: { readonly method: string; readonly path: string }) =>
      method === 'POST' && isComment.test(path);
    journey.line.loseAnswer(toComments);
    const number = merge(journey.world, 'ada');
    await journey.settle();
    expect(journey.line.asked.filter(toComments).length).toBeGreaterThan(0);
    await hurry(journey.databaseUrl);
    await journey.settle();
    expect(commentsOn(journey.world, orders, number)).toHaveLength(1);
    expect(
      await count(journey.databaseUrl, "publications WHERE kind = 'comment' AND posted_at IS NULL"),
    ).toBe(0);
  });
});

function failed({ world }: Journey): number {
  return world.state.deliveries.filter(({ status }) => status === 0).length;
}

function redeliveries({ line }: Journey): number {
  const again = /^\/app\/hook\/deliveries\/\d+\/attempts$/u;
  return line.asked.filter(({ method, path }) => method === 'POST' && again.test(path)).length;
}

/** The same history, with the app running all the time. */
async function withoutOutage() {
  const journey = await open();
  merge(journey.world, 'ada');
  await journey.settle();
  return readable(journey);
}

/** What people are told and what is kept of their work, wherever GitHub stands; ids of posts depend on when they are written. */
async function readable(journey: Journey) {
  const { facts, activities, evidence, deliveries, watches } = await journey.tables();
  const said = journey
    .posts()
    .map(({ kind, repository, number, title, body }) => ({ kind, repository, number, title, body }));
  return withoutAddress(journey, { facts, activities, evidence, deliveries, watches, said });
}
