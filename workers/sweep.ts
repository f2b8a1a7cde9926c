import type { Addition } from '../src/ports/queue.ts';
import type { WorkerPorts } from './ports.ts';
import { sweepCycles } from './sweep-cycles.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';

export type SweepKind = 'relay' | 'deliveries' | 'cycles';

const atOnce = 500;

/** Finds work that the tables know of and the queue does not. */
export function sweep(kind: SweepKind, ports: WorkerPorts): Promise<void> {
  if (kind === 'relay') return relay(ports);
  return kind === 'deliveries' ? sweepDeliveries(ports) : sweepCycles(ports);
}

/** Dirty subjects and accounts, and watches that are due: each becomes a job where it is none yet. */
async function relay({ store, queue, clock }: WorkerPorts): Promise<void> {
  const accounts = await store.accounts.dirty(atOnce);
  const subjects = await store.subjects.dirty(atOnce);
  const watches = await store.watches.due(clock.now().toISOString(), atOnce);
  const additions: readonly Addition[] = [
    ...accounts.map(({ account }): Addition => ({ job: 'organisation', payload: { account } })),
    ...subjects.map(({ id }): Addition => ({ job: 'gather', payload: { subject: id } })),
    ...watches.map(({ subject, days }): Addition => ({ job: 'watch', payload: { subject, days } })),
  ];
  if (additions.length > 0) await queue.addMany(additions);
}
