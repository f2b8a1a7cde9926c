import { cycleAt } from '../src/people/cycles.ts';
import { isLeftOut } from '../src/people/rules-places.ts';
import type { Rules } from '../src/people/rules.ts';
import type { RepositoryRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** Asks GitHub for what no webhook told: merged work and incidents since the last time, or since the cycle began. */
export async function backfill(id: number, ports: WorkerPorts): Promise<void> {
  const { store, github, clock } = ports;
  const repository = await store.repositories.findAny(id);
  const account = repository === null ? null : await store.accounts.find(repository.account);
  const rules = (account?.rules ?? null) as Rules | null;
  if (repository === null || account?.installation == null || account.noticedAt === null || rules === null)
    return;
  if (isLeftOut(repository.name, rules)) return;
  const { installation } = account;
  const until = clock.now().toISOString();
  const since = sinceWhen(repository, rules, until);
  const address = { installation, id, name: repository.name };
  for await (const { kind, number, changedAt } of github.reading.subjectsSince(address, since))
    await touch(
      { account: repository.account, installation, repository: id, kind, number, changedAt },
      ports,
    );
  await store.repositories.markBackfilled(repository.account, id, until);
}

/** An hour twice rather than a minute never: GitHub's lists lag behind. */
function sinceWhen({ backfilledTo }: RepositoryRow, rules: Rules, now: string): string {
  if (backfilledTo === null) return cycleAt(rules.cycle, now).startsAt;
  return Temporal.Instant.from(backfilledTo).subtract({ hours: 1 }).toString();
}

async function touch(
  subject: Parameters<WorkerPorts['store']['subjects']['touch']>[0],
  { store, queue }: WorkerPorts,
): Promise<void> {
  const id = await store.subjects.touch(subject);
  const found = await store.subjects.find(id);
  const clean = found === null || (found.gatheredAt !== null && found.gatheredAt >= found.dirtyAt);
  if (!clean) await queue.add('gather', { subject: id });
}
