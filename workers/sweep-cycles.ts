import { cycleAt, prepareAt } from '../src/people/cycles.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Addition } from '../src/ports/queue.ts';
import type { AccountRow, CycleRow, RosterSpan } from '../src/ports/store.ts';
import { overlaps } from './material.ts';
import { keepCycle } from './keep-cycle.ts';
import type { WorkerPorts } from './ports.ts';
import { prepKey } from './prepare.ts';
import { reportKey } from './report.ts';
import { retryHeld } from './retry-held.ts';

/** What time brings: cycles begin and end, preparations and reports are due, rules and repositories are read anew. */
export async function sweepCycles(ports: WorkerPorts): Promise<void> {
  for (const account of await ports.store.accounts.list()) {
    const rules = account.rules as Rules | null;
    if (rules === null || account.noticedAt === null) continue;
    await keepCycle(account.account, rules, ports);
    await prepareWhereDue(account, rules, ports);
    await readAnew(account, rules, ports);
  }
  for (const cycle of await ports.store.cycles.due(ports.clock.now().toISOString()))
    await finish(cycle, ports);
}

async function prepareWhereDue({ account }: AccountRow, rules: Rules, ports: WorkerPorts): Promise<void> {
  const { store, queue, clock } = ports;
  const now = clock.now().toISOString();
  const { name } = cycleAt(rules.cycle, now);
  const cycle = (await store.cycles.list(account)).find((row) => row.name === name);
  if (cycle === undefined || now < prepareAt(rules.cycle, now)) return;
  const waiting = await without(prepKey, cycle, await engineersIn(cycle, ports), ports);
  await queue.addMany(waiting.map((person) => ({ job: 'prepare', payload: { cycle: cycle.id, person } })));
}

/** A cycle is closed once every report of it stands, or is kept here with the reason why not. */
async function finish(cycle: CycleRow, ports: WorkerPorts): Promise<void> {
  const { store, queue, clock } = ports;
  const people = await engineersIn(cycle, ports);
  const unwritten = await without(reportKey, cycle, people, ports);
  if (unwritten.length === 0) return store.cycles.close(cycle.id, clock.now().toISOString());
  await queue.addMany(unwritten.map((person) => ({ job: 'report', payload: { cycle: cycle.id, person } })));
}

async function engineersIn(cycle: CycleRow, { store }: WorkerPorts): Promise<readonly number[]> {
  const spans: readonly RosterSpan[] = await store.roster.spans(cycle.account);
  return [...new Set(spans.filter((span) => overlaps(span, cycle)).map(({ person }) => person))];
}

async function without(
  keyOf: (cycle: CycleRow, person: number) => string,
  cycle: CycleRow,
  people: readonly number[],
  { store }: WorkerPorts,
): Promise<readonly number[]> {
  const missing: number[] = [];
  for (const person of people) {
    const publication = await store.publications.find(cycle.account, keyOf(cycle, person));
    if (publication === null || (publication.postedAt === null && publication.heldBecause === null))
      missing.push(person);
  }
  return missing;
}

const often = { rules: { hours: 1 }, held: { hours: 1 }, backfill: { hours: 24 } } as const;

/** Rules change without a webhook that we hear; deliveries get lost. Both are asked for from time to time. */
async function readAnew(row: AccountRow, rules: Rules, ports: WorkerPorts): Promise<void> {
  const { store, queue } = ports;
  const { account } = row;
  if (await isDue(`organisation/${account}`, often.rules, ports))
    await queue.add('organisation', { account });
  if (await isDue(`held/${account}`, often.held, ports)) await retryHeld(row, rules, ports);
  if (!(await isDue(`backfill/${account}`, often.backfill, ports))) return;
  const repositories = await store.repositories.list(account);
  const additions = repositories.map(({ id }): Addition => ({
    job: 'backfill',
    payload: { repository: id },
  }));
  await queue.addMany(additions);
}

async function isDue(
  name: string,
  every: { readonly hours: number },
  { store, clock }: WorkerPorts,
): Promise<boolean> {
  const now = Temporal.Instant.from(clock.now().toISOString());
  const last = await store.marks.read(name);
  if (last !== null && Temporal.Instant.compare(Temporal.Instant.from(last).add(every), now) > 0)
    return false;
  await store.marks.write(name, now.toString());
  return last !== null;
}
