import { jobId } from '../src/queue/jobs.ts';
import type { Addition } from '../src/ports/queue.ts';
import type { WorkerPorts } from './ports.ts';

const rest = { hours: 1 } as const;
const mostLookedAt = 1000;

/**
 * Ids of the jobs that were given up within the last hour. What was refused seldom passes within seconds, and GitHub
 * counts every question: a sweep leaves them alone for that long. A new delivery brings its own job at once.
 */
export async function restingJobs({
  store,
  clock,
}: Pick<WorkerPorts, 'store' | 'clock'>): Promise<ReadonlySet<string>> {
  const since = Temporal.Instant.from(clock.now().toISOString()).subtract(rest).epochMilliseconds;
  const failures = await store.failures.list(mostLookedAt);
  return new Set(failures.filter(({ at }) => Date.parse(at) > since).map(({ job }) => job));
}

/** Those that do not rest. */
export function awake(additions: readonly Addition[], resting: ReadonlySet<string>): readonly Addition[] {
  return additions.filter(({ job, payload }) => !resting.has(jobId(job, payload)));
}
