import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import type { WebhookOptions } from '../../demo/github/webhooks.ts';
import { createFreshDatabase, startDisposablePostgres } from '../disposable-postgres.ts';
import { openInstalled } from './rig.ts';
import type { Journey } from './rig.ts';

/** A database server for the tests of one file; each journey gets an empty database, and ends with its test. */
export function stageJourneys(): (options?: WebhookOptions) => Promise<Journey> {
  // Months go by, with every sweep on the way: on a busy machine that takes longer than other tests.
  jest.setTimeout(120_000);
  const servers: Awaited<ReturnType<typeof startDisposablePostgres>>[] = [];
  const journeys: Journey[] = [];
  beforeAll(async () => {
    servers.push(await startDisposablePostgres());
  });
  afterEach(async () => {
    for (const journey of journeys.splice(0)) await journey.close();
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });
  return async (options) => {
    const [server] = servers;
    if (server === undefined) throw new Error('The database server did not start.');
    const journey = await openInstalled(await createFreshDatabase(server.url), options);
    journeys.push(journey);
    return journey;
  };
}
