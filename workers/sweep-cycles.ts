import { prepareAt } from '../src/people/cycles.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Addition } from '../src/ports/queue.ts';
import type { CycleRow, RosterSpan } from '../src/ports/store.ts';
import { isPatienceOver, unasked } from './complete.ts';
import { overlaps, wantsNone } from './material.ts';
import { keepCycle } from './keep-cycle.ts';
import type { WorkerPorts } from './ports.ts';
import { keyOf } from './publish.ts';
import type { PersonalText } from './publish.ts';
import { isDue, readAnew } from './read-anew.ts';
import { backfillOf } from './read-repositories.ts';
import { awake, restingJobs } from './resting.ts';
import { rulesOf } from './stored.ts';

const mostWatches = 500;

/** What time brings: cycles begin and end, preparations and reports are due, rules and repositories are read anew. */
export async function sweepCycles(ports: WorkerPorts): Promise<void> {
  const ruled = new Map<number, Rules>();
  for (const account of await ports.store.accounts.list()) {
    await readAnew(account, ports);
    await goOnErasing(account.account, ports);
    const rules = rulesOf(account);
    if (rules === null || account.noticedAt === null) continue;
    ruled.set(account.account, rules);
    await prepareWhereDue(await keepCycle(account.account, rules, ports), rules, ports);
  }
  if (await isDue('purge', { minutes: 24 * 60 }, ports)) await ports.queue.add('sweep', { kind: 'purge' });
  for (const cycle of await ports.store.cycles.due(ports.clock.now().toISOString())) {
    const rules = ruled.get(cycle.account);
    if (rules !== undefined) await finish(cycle, rules, ports);
  }
}

/** What was begun is brought to its end, whatever became of its job. */
async function goOnErasing(account: number, { store, queue }: WorkerPorts): Promise<void> {
  for (const { person, doneAt } of await store.erasures.list(account))
    if (doneAt === null) await queue.add('rights', { kind: 'erase', account, person });
}

async function prepareWhereDue(cycle: CycleRow, rules: Rules, ports: WorkerPorts): Promise<void> {
  if (ports.clock.now().toISOString() < prepareAt(rules.cycle, cycle)) return;
  const waiting = await without('prep', cycle, await engineersIn(cycle, rules, ports), ports);
  const toAdd = (person: number): Addition => ({ job: 'prepare', payload: { cycle: cycle.id, person } });
  await add(waiting.map(toAdd), ports);
}

/** A cycle is closed once every report of it stands, or is kept here with the reason why not. */
async function finish(cycle: CycleRow, rules: Rules, ports: WorkerPorts): Promise<void> {
  if (!isPatienceOver(cycle, ports)) {
    const behind = await unasked(cycle, rules, ports);
    if (behind.length > 0) return add(behind.map(backfillOf), ports);
    if (await isLookedAt(cycle, ports)) return;
  }
  const people = await engineersIn(cycle, rules, ports);
  const unwritten = await without('report', cycle, people, ports);
  if (unwritten.length === 0) return ports.store.cycles.close(cycle.id, ports.clock.now().toISOString());
  const toAdd = (person: number): Addition => ({ job: 'report', payload: { cycle: cycle.id, person } });
  await add(unwritten.map(toAdd), ports);
}

/** Whether what became of some work of the account is still to be seen: reports tell of it. */
async function isLookedAt({ account }: CycleRow, { store, clock }: WorkerPorts): Promise<boolean> {
  for (const { subject } of await store.watches.due(clock.now().toISOString(), mostWatches))
    if ((await store.subjects.find(subject))?.account === account) return true;
  return false;
}

async function add(additions: readonly Addition[], ports: WorkerPorts): Promise<void> {
  await ports.queue.addMany(awake(additions, await restingJobs(ports)));
}

async function engineersIn(
  cycle: CycleRow,
  rules: Rules,
  { store }: WorkerPorts,
): Promise<readonly number[]> {
  const spans: readonly RosterSpan[] = await store.roster.spans(cycle.account);
  const wanted = spans.filter((span) => overlaps(span, cycle) && !wantsNone(span.login, rules));
  return [...new Set(wanted.map(({ person }) => person))];
}

async function without(
  kind: PersonalText['kind'],
  cycle: CycleRow,
  people: readonly number[],
  { store }: WorkerPorts,
): Promise<readonly number[]> {
  const missing: number[] = [];
  for (const person of people) {
    const publication = await store.publications.find(cycle.account, keyOf(kind, cycle, person));
    if (publication === null || (publication.postedAt === null && publication.heldBecause === null))
      missing.push(person);
  }
  return missing;
}
