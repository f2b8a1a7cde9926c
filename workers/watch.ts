import type { Outcome } from '../src/evidence/evidence.ts';
import type { ChangeFacts } from '../src/evidence/facts.ts';
import { outcomeOf } from '../src/outcome/outcome.ts';
import { isLeftOut } from '../src/people/rules-places.ts';
import type { Subject } from '../src/ports/store.ts';
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

/** Looks at what became of a merged change, some days later, in what was gathered of its repository since. */
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
      : nothingToLookAt(days);
  await store.watches.settle({ subject: id, days }, toStored(outcome), clock.now().toISOString());
}

async function lookAgain(
  subject: Subject,
  change: MergedFacts,
  days: number,
  ports: WorkerPorts,
): Promise<Outcome> {
  const { since, incidentLabels } = await seenSince(subject, change, days, ports);
  return outcomeOf(change, { days, since, incidentLabels });
}

/** Settled all the same: left open, it would come back with every sweep. */
function nothingToLookAt(days: number): Outcome {
  return { kind: 'unwatched', days, by: [] };
}

async function seenSince(subject: Subject, { mergedAt }: MergedFacts, days: number, { store }: WorkerPorts) {
  const account = await store.accounts.find(subject.account);
  const repository = await store.repositories.find(subject.account, subject.repository);
  const rules = rulesOf(account);
  const incidentLabels = rules?.incidents.labels ?? [];
  const watched = account?.installation != null && repository !== null && rules !== null;
  if (!watched || isLeftOut(repository.name, rules)) return { since: null, incidentLabels };
  const to = daysAfter(mergedAt, days);
  const stretch = { account: subject.account, repository: subject.repository, from: mergedAt, to };
  return { since: await store.subjects.factsBetween(stretch), incidentLabels };
}
