import { cycleAt } from '../src/people/cycles.ts';
import type { Rules } from '../src/people/rules.ts';
import type { WorkerPorts } from './ports.ts';

/** The cycle of this moment is known from its first day on, so that its end is not missed. */
export async function keepCycle(
  account: number,
  rules: Rules,
  { store, clock }: Pick<WorkerPorts, 'store' | 'clock'>,
): Promise<void> {
  const { name, startsAt, endsAt } = cycleAt(rules.cycle, clock.now().toISOString());
  await store.cycles.ensure({ account, name, startsAt, endsAt, timeZone: rules.cycle.timeZone });
}
