import { cycleAfter } from '../src/people/cycles.ts';
import type { BegunCycle } from '../src/people/cycles.ts';
import type { Rules } from '../src/people/rules.ts';
import type { CycleRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

type Ports = Pick<WorkerPorts, 'store' | 'clock'>;

/** The cycle of this moment is known from its first day on, so that its end is not missed. */
export async function keepCycle(account: number, rules: Rules, ports: Ports): Promise<CycleRow> {
  const { name, startsAt, endsAt, timeZone } = await cycleNow(account, rules, ports);
  return ports.store.cycles.ensure({ account, name, startsAt, endsAt, timeZone });
}

/** The cycle of this moment: as it was begun, whatever the rules have become since. */
export async function cycleNow(account: number, rules: Rules, { store, clock }: Ports): Promise<BegunCycle> {
  return cycleAfter(rules.cycle, await store.cycles.list(account), clock.now().toISOString());
}
