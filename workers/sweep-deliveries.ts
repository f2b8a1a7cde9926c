import type { WorkerPorts } from './ports.ts';

const mark = 'deliveries';
/** GitHub keeps deliveries for redelivery for three days. */
const kept = { hours: 71 } as const;

/** Asks GitHub again for deliveries that failed. Each is asked for once a run, and only while it has never succeeded. */
export async function sweepDeliveries({ store, github, clock, say }: WorkerPorts): Promise<void> {
  const now = Temporal.Instant.from(clock.now().toISOString());
  const last = await store.marks.read(mark);
  const oldest = now.subtract(kept).toString();
  // An hour of overlap: a delivery may be recorded late.
  const since =
    last === null ? oldest : later(Temporal.Instant.from(last).subtract({ hours: 1 }).toString(), oldest);
  const failed = await github.app.failedDeliveries(since);
  for (const { attempt } of failed) await github.app.redeliver(attempt);
  if (failed.length > 0)
    say(`${failed.length} webhook deliveries had failed; GitHub was asked to send them again.`);
  await store.marks.write(mark, now.toString());
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
