import { RetryLater } from '../src/errors.ts';
import { leaversOf } from '../src/people/retention.ts';
import type { Limits } from '../src/people/retention.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Store } from '../src/ports/store.ts';
import type { PurgedKind } from '../src/ports/store.ts';
import { limitsNow } from './limits.ts';
import { wantsNone } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { rulesOf } from './stored.ts';

const batch = 500;
/** So that other work gets its turn. */
const mostBatches = 20;

/** What has had its time by the rules goes, a little at a time, and the log says how much of what. */
export async function purge(ports: WorkerPorts): Promise<void> {
  let isMore = false;
  for (const { account, ...row } of await ports.store.accounts.list()) {
    const rules = rulesOf(row);
    if (rules === null) continue;
    const limits = await limitsNow(account, rules, ports);
    for (const [kind, before] of duesOf(limits))
      if (await purgeKind({ account, kind, before }, ports)) isMore = true;
    await purgeLeavers(account, rules, limits, ports);
  }
  if (isMore) throw new RetryLater(new Date(Date.now() + 60_000), 'There is more to delete.');
}

function duesOf({ facts, evidence, log }: Limits): readonly (readonly [PurgedKind, string])[] {
  const ofWork: readonly (readonly [PurgedKind, string | null])[] = [
    ['facts', facts],
    ['subjects', evidence],
    ['words', evidence],
    ['held texts', evidence],
  ];
  return [
    ...ofWork.flatMap(([kind, before]) => (before === null ? [] : [[kind, before] as const])),
    ...(['deliveries', 'failures', 'model calls', 'model answers', 'log'] as const).map(
      (kind) => [kind, log] as const,
    ),
  ];
}

type Due = { readonly account: number; readonly kind: PurgedKind; readonly before: string };

/** Gives whether there may be more. */
async function purgeKind({ account, kind, before }: Due, { store }: WorkerPorts): Promise<boolean> {
  let rows = 0;
  let batches = 0;
  let last = batch;
  for (; last === batch && batches < mostBatches; batches += 1) {
    last = await store.purge.old(kind, { account, before, limit: batch });
    rows += last;
  }
  if (rows > 0) await tell(account, { about: kind, person: null, details: { before, rows } }, store);
  return last === batch;
}

async function purgeLeavers(
  account: number,
  rules: Rules,
  limits: Limits,
  { store }: WorkerPorts,
): Promise<void> {
  for (const person of leaversOf(await store.roster.spans(account), limits)) {
    const login = (await store.people.find(account, person))?.login ?? '';
    const activities = await store.purge.person(account, person, wantsNone(login, rules));
    await tell(account, { about: `person/${person}`, person, details: { activities } }, store);
  }
}

type Purged = Pick<Parameters<Store['log']['add']>[0], 'about' | 'person' | 'details'>;

async function tell(account: number, purged: Purged, { log }: Store): Promise<void> {
  await log.add({ account, actor: null, did: 'purged', ...purged });
}
