import type { Outcome } from '../src/evidence/evidence.ts';
import type { ChangeFacts } from '../src/evidence/facts.ts';
import { outcomeOf } from '../src/outcome/outcome.ts';
import { GiveUp } from '../src/errors.ts';
import { isLeftOut } from '../src/people/rules-places.ts';
import type { RepositoryRow, Subject } from '../src/ports/store.ts';
import { jobId } from '../src/queue/jobs.ts';
import { backfill } from './backfill.ts';
import type { WorkerPorts } from './ports.ts';
import { rulesOf, toStored } from './stored.ts';

type MergedFacts = ChangeFacts & { readonly mergedAt: string };

export const watchDays = [30, 90] as const;

/** Days of 24 hours. */
export function daysAfter(moment: string, days: number): string {
  return Temporal.Instant.from(moment)
    .add({ hours: days * 24 })
    .toString();
}

/**
 * Looks at what became of a merged change, some days later, in what was gathered of its repository since. Where that is
 * not complete yet, the sweep brings it back.
 */
export async function watch(
  { subject: id, days }: { readonly subject: number; readonly days: 30 | 90 },
  ports: WorkerPorts,
): Promise<void> {
  const { store, clock } = ports;
  const subject = await store.subjects.find(id);
  const facts = (await store.subjects.facts(id))?.facts;
  // Not read yet: the sweep brings it back.
  if (subject === null || subject.gatheredAt === null) return;
  const outcome =
    facts?.kind === 'change' && facts.mergedAt !== null
      ? await lookAgain(subject, { ...facts, mergedAt: facts.mergedAt }, days, ports)
      : unwatched(days);
  if (outcome === 'not yet') return;
  await store.watches.settle({ subject: id, days }, toStored(outcome), clock.now().toISOString());
}

/** Settled all the same: left open, it would come back for ever. */
function unwatched(days: number): Outcome {
  return { kind: 'unwatched', days, by: [] };
}

async function lookAgain(
  subject: Subject,
  change: MergedFacts,
  days: number,
  ports: WorkerPorts,
): Promise<Outcome | 'not yet'> {
  const { store } = ports;
  const account = await store.accounts.find(subject.account);
  const repository = await store.repositories.find(subject.account, subject.repository);
  const rules = rulesOf(account);
  const isWatched = account?.installation != null && repository !== null && rules !== null;
  if (!isWatched || isLeftOut(repository.name, rules)) return unwatched(days);
  const to = daysAfter(change.mergedAt, days);
  if (!(await isAskedUpTo(to, repository, ports))) return unwatched(days);
  if (await isBeingRead(repository, ports)) return 'not yet';
  const stretch = { account: subject.account, repository: subject.repository, from: change.mergedAt, to };
  const since = await store.subjects.factsBetween(stretch);
  return outcomeOf(change, { days, since, incidentLabels: rules.incidents.labels });
}

/** A webhook of these days may have been lost: GitHub is asked, unless it was since. False where it does not tell. */
async function isAskedUpTo(
  moment: string,
  { account, id }: RepositoryRow,
  ports: WorkerPorts,
): Promise<boolean> {
  const isAsked = async () => {
    const to = (await ports.store.repositories.find(account, id))?.backfilledTo ?? null;
    return to !== null && Date.parse(to) >= Date.parse(moment);
  };
  if (await isAsked()) return true;
  try {
    await backfill(id, ports);
  } catch (error) {
    if (error instanceof GiveUp) return false;
    throw error;
  }
  return isAsked();
}

const mostLookedAt = 2000;

/** Whether something of it is still to be read. What was given up is not waited for. */
async function isBeingRead({ account, id }: RepositoryRow, { store }: WorkerPorts): Promise<boolean> {
  const failed = new Set((await store.failures.list(mostLookedAt)).map(({ job }) => job));
  const dirty = await store.subjects.dirty(mostLookedAt);
  return dirty.some(
    (subject) =>
      subject.account === account &&
      subject.repository === id &&
      !failed.has(jobId('gather', { subject: subject.id })),
  );
}
