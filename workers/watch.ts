import type { ChangeFacts } from '../src/evidence/facts.ts';
import { outcomeOf } from '../src/outcome/outcome.ts';
import { isLeftOut } from '../src/people/rules-places.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Json, Subject } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

export const watchDays = [30, 90] as const;

/** Looks at what became of a merged change, some days later, in what was gathered of its repository since. */
export async function watch(
  { subject: id, days }: { readonly subject: number; readonly days: 30 | 90 },
  ports: WorkerPorts,
): Promise<void> {
  const { store, clock } = ports;
  const subject = await store.subjects.find(id);
  const facts = (await store.subjects.facts(id))?.facts;
  if (subject === null || facts?.kind !== 'change' || facts.mergedAt === null) return;
  const { since, incidentLabels } = await seenSince(
    subject,
    { ...facts, mergedAt: facts.mergedAt },
    days,
    ports,
  );
  const outcome = outcomeOf(facts, { days, since, incidentLabels });
  await store.watches.settle({ subject: id, days }, outcome as unknown as Json, clock.now().toISOString());
}

async function seenSince(
  subject: Subject,
  { mergedAt }: ChangeFacts & { readonly mergedAt: string },
  days: number,
  { store }: WorkerPorts,
) {
  const account = await store.accounts.find(subject.account);
  const repository = await store.repositories.find(subject.account, subject.repository);
  const rules = (account?.rules ?? null) as Rules | null;
  const incidentLabels = rules?.incidents.labels ?? [];
  const watched = account?.installation != null && repository !== null && rules !== null;
  if (!watched || isLeftOut(repository.name, rules)) return { since: null, incidentLabels };
  const to = Temporal.Instant.from(mergedAt)
    .add({ hours: days * 24 })
    .toString();
  const stretch = { account: subject.account, repository: subject.repository, from: mergedAt, to };
  return { since: await store.subjects.factsBetween(stretch), incidentLabels };
}
