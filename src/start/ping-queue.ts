import { openQueue } from '../queue/open.ts';
import type { Settings } from '../settings.ts';
import { openStore } from '../store/open.ts';

/** Milliseconds. */
const patience = 5_000;

/** By what the jobs are carried, once that has answered. */
export async function pingQueue({ store, queue: { redisUrl } }: Settings): Promise<string> {
  const opened = await openStore(store);
  try {
    const queue = await openQueue({
      databaseUrl: opened.url,
      redisUrl: redisUrl ?? undefined,
      onGivenUp: () => undefined,
      say: () => undefined,
      signal: AbortSignal.timeout(patience),
    });
    await queue.close();
    return redisUrl === null ? 'Postgres' : 'Redis';
  } finally {
    await opened.close();
  }
}
