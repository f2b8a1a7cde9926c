import type { Addition } from '../src/ports/queue.ts';
import { askAgain } from './model-reading.ts';
import type { WorkerPorts } from './ports.ts';
import { purge } from './purge.ts';
import { awake, restingJobs } from './resting.ts';
import { sweepCycles } from './sweep-cycles.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';

export type SweepKind = 'relay' | 'deliveries' | 'cycles' | 'purge';

const atOnce = 500;

/** Finds work that the tables know of and the queue does not. */
export function sweep(kind: SweepKind, ports: WorkerPorts): Promise<void> {
  if (kind === 'relay') return relay(ports);
  if (kind === 'purge') return purge(ports);
  return kind === 'deliveries' ? sweepDeliveries(ports) : sweepCycles(ports);
}

/** Dirty subjects and accounts, and watches that are due: each becomes a job where it is none yet. */
async function relay(ports: WorkerPorts): Promise<void> {
  const { store, queue, clock } = ports;
  await askAgain(ports);
  const resting = await restingJobs(ports);
  // Those that rest must not keep the others from their turn.
  const most = atOnce + resting.size;
  const accounts = await store.accounts.dirty(most);
  const subjects = await store.subjects.dirty(most);
  // While much is still to be read, as after installing, it is too early to look back.
  const isBehind = subjects.length >= atOnce;
  const watches = isBehind ? [] : await store.watches.due(clock.now().toISOString(), most);
  const ruled = await accountsWithRules(ports);
  const additions: readonly Addition[] = [
    ...accounts.map(({ account }): Addition => ({ job: 'organisation', payload: { account } })),
    ...subjects
      .filter(({ account }) => ruled.has(account))
      .map(({ id }): Addition => ({ job: 'gather', payload: { subject: id } })),
    ...watches.map(({ subject, days }): Addition => ({ job: 'watch', payload: { subject, days } })),
  ];
  const due = awake(additions, resting);
  if (due.length > 0) await queue.addMany(due);
}

/** Without rules, or without the app, nothing can be gathered: it waits in the tables. */
async function accountsWithRules({ store }: WorkerPorts): Promise<ReadonlySet<number>> {
  const accounts = await store.accounts.list();
  return new Set(accounts.filter(({ rules }) => rules !== null).map(({ account }) => account));
}
