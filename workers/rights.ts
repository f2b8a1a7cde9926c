import type { Payload } from '../src/queue/jobs.ts';
import type { WorkerPorts } from './ports.ts';
import { erase } from './rights/erase.ts';
import { reportNow } from './rights/report-now.ts';
import { exportHeld, showHeld } from './rights/show.ts';
import { whomOf } from './rights/whom.ts';

/** What somebody asked for about their own record. */
export async function rights(
  { kind, account, person }: Payload<'rights'>,
  ports: WorkerPorts,
): Promise<void> {
  if (kind === 'erase') return erase(account, person, ports);
  const whom = await whomOf(account, person, ports);
  if (whom === null) return;
  await (kind === 'me' ? showHeld(whom, ports) : exportHeld(whom, ports));
}

/** A report that somebody asked for, over days of their choice. */
export async function adhoc(
  { account, person, since, day }: Payload<'adhoc'>,
  ports: WorkerPorts,
): Promise<void> {
  const whom = await whomOf(account, person, ports);
  if (whom !== null) await reportNow(whom, { since, day }, ports);
}
