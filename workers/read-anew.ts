import type { Rules } from '../src/people/rules.ts';
import type { AccountRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';
import { backfillOf, repositoriesRead } from './read-repositories.ts';
import { retryHeld } from './retry-held.ts';
import { rulesOf } from './stored.ts';

/** A first rules file is waited for by somebody. */
const often = {
  rules: { minutes: 60 },
  firstRules: { minutes: 10 },
  held: { minutes: 60 },
  backfill: { minutes: 24 * 60 },
  accepted: { minutes: 24 * 60 },
} as const;

/** Rules change without a webhook that we hear; deliveries get lost. Both are asked for from time to time. */
export async function readAnew(row: AccountRow, ports: WorkerPorts): Promise<void> {
  const { account } = row;
  const rules = rulesOf(row);
  const isReady = rules !== null && row.noticedAt !== null;
  if (await isDue(`organisation/${account}`, isReady ? often.rules : often.firstRules, ports))
    await ports.queue.add('organisation', { account });
  if (!isReady) return;
  if (await isDue(`held/${account}`, often.held, ports)) await retryHeld(row, rules, ports);
  if (await isDue(`accepted/${account}`, often.accepted, ports)) await lookAtAccepted(account, ports);
  if (await isDue(`backfill/${account}`, often.backfill, ports)) await askAll(account, rules, ports);
}

/** What was learnt since a report was accepted is added below it. */
async function lookAtAccepted(account: number, { store, queue }: WorkerPorts): Promise<void> {
  const cycles = new Map((await store.cycles.list(account)).map(({ name, id }) => [name, id]));
  const people = new Set((await store.roster.spans(account)).map(({ person }) => person));
  for (const person of people)
    for (const { verb, about } of await store.overlay.ofPerson(account, person)) {
      const cycle = verb === 'accept' ? cycles.get(about?.split('/')[1] ?? '') : undefined;
      if (cycle !== undefined) await queue.add('report', { cycle, person });
    }
}

async function askAll(account: number, rules: Rules, ports: WorkerPorts): Promise<void> {
  const repositories = await repositoriesRead(account, rules, ports);
  await ports.queue.addMany(repositories.map(backfillOf));
}

/** Whether it is time again; never the first time that it is asked. */
export async function isDue(
  name: string,
  every: { readonly minutes: number },
  { store, clock }: WorkerPorts,
): Promise<boolean> {
  const now = Temporal.Instant.from(clock.now().toISOString());
  const last = await store.marks.read(name);
  if (last !== null && Temporal.Instant.compare(Temporal.Instant.from(last).add(every), now) > 0)
    return false;
  await store.marks.write(name, now.toString());
  return last !== null;
}
