import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFreshDatabase, startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';
import { install, merge } from './harbour.ts';
import { openJourney } from './rig.ts';

let postgres: DisposablePostgres;
beforeAll(async () => {
  postgres = await startDisposablePostgres();
});
afterAll(() => postgres.stop());
test.each([1, 2, 3])('y', async () => {
  const t: number[] = [performance.now()];
  const tick = () => t.push(performance.now());
  const url = await createFreshDatabase(postgres.url);
  tick();
  const journey = await openJourney(url);
  tick();
  await journey.start();
  tick();
  install(journey.world);
  await journey.webhooks.idle();
  tick();
  await journey.settle();
  tick();
  for (let i = 0; i < 5; i++) {
    merge(journey.world, 'ada', { head: `h${i}` });
    await journey.webhooks.idle();
    tick();
    await journey.settle();
    tick();
  }
  await journey.close();
  tick();
  process.stderr.write(`${t.map((one, i) => Math.round(one - (t[i - 1] ?? one))).join(' ')}\n`);
  expect(1).toBe(1);
});
