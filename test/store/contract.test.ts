import { afterAll } from '@jest/globals';
import { openStore } from '../../src/store/open.ts';
import { storeContract } from '../contracts/store.ts';
import { startDisposablePostgres } from '../disposable-postgres.ts';
import type { DisposablePostgres } from '../disposable-postgres.ts';
import { memoryStore } from '../fakes/store.ts';

const started: DisposablePostgres[] = [];

afterAll(async () => {
  for (const postgres of started) await postgres.stop();
});

storeContract('the store in memory', async () => memoryStore());

storeContract('the store on Postgres', async () => {
  const postgres = await startDisposablePostgres();
  started.push(postgres);
  return openStore({ databaseUrl: postgres.url, dataFolder: '/nowhere' });
});
