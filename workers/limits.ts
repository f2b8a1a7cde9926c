import { limitsOf } from '../src/people/retention.ts';
import type { Limits } from '../src/people/retention.ts';
import type { Rules } from '../src/people/rules.ts';
import type { CycleRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** Up to when what is kept of an account has had its time, as of now. */
export async function limitsNow(
  account: number,
  { retention }: Rules,
  { store, clock }: Pick<WorkerPorts, 'store' | 'clock'>,
): Promise<Limits> {
  return limitsOf(retention, await store.cycles.list(account), clock.now().toISOString());
}

/** Whether the evidence of a cycle is gone, so that its texts stay as they are. */
export async function isPurged(
  { account, startsAt }: CycleRow,
  rules: Rules,
  ports: Pick<WorkerPorts, 'store' | 'clock'>,
): Promise<boolean> {
  const { evidence } = await limitsNow(account, rules, ports);
  return evidence !== null && startsAt < evidence;
}
