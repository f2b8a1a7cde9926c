import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createFreshDatabase, startDisposablePostgres } from './disposable-postgres.ts';
import type { DisposablePostgres } from './disposable-postgres.ts';
import { commentsOn, issuesIn, merge, orders, reportsOf, rulesHome } from './journey/harbour.ts';
import { openInstalled } from './journey/rig.ts';
import type { Journey } from './journey/rig.ts';

let postgres: DisposablePostgres;
let journey: Journey;
beforeAll(async () => {
  postgres = await startDisposablePostgres();
});
afterAll(() => postgres.stop());
afterEach(() => journey.close());

describe('x', () => {
  test('y', async () => {
    const t0 = performance.now();
    journey = await openInstalled(await createFreshDatabase(postgres.url));
    const t1 = performance.now();
    const number = merge(journey.world, 'ada');
    await journey.settle();
    const t2 = performance.now();
    await journey.settle();
    const t3 = performance.now();
    await journey.stop();
    const t4 = performance.now();
    process.stderr.write(`${t1-t0} ${t2-t1} ${t3-t2} ${t4-t3}\n${journey.said.join('\n')}\n`);
    process.stderr.write(JSON.stringify(journey.posts(), null, 1));
    process.stderr.write(JSON.stringify(await journey.tables(), null, 1));
    process.stderr.write(journey.line.asked.map(a=>`${a.method} ${a.path} ${a.query}`).join('\n'));
    expect(commentsOn(journey.world, orders, number)).toHaveLength(1);
  });
});
