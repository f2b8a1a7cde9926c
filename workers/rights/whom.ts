import { audienceNow } from '../material.ts';
import type { WorkerPorts } from '../ports.ts';
import type { Whom } from '../publish.ts';
import { rulesOf } from '../stored.ts';

/** Somebody who is or was on the roster, with who may read what is written about them today; null where they are unknown. */
export async function whomOf(account: number, person: number, ports: WorkerPorts): Promise<Whom | null> {
  const row = await ports.store.accounts.find(account);
  const rules = rulesOf(row);
  const spans = await ports.store.roster.spans(account);
  const engineer = spans.findLast((span) => span.person === person);
  if (row === null || rules === null || engineer === undefined) return null;
  return { account: row, rules, engineer, audience: await audienceNow(engineer, row, rules, ports) };
}
