import { isLeftOut } from '../src/people/rules-places.ts';
import { cycleNow } from './keep-cycle.ts';
import type { WorkerPorts } from './ports.ts';
import { isToReadAgain } from './read-again.ts';
import { touch } from './touch.ts';
import { rulesOf } from './stored.ts';

/** Asks GitHub for what no webhook told: merged work and incidents since the last time, or since the cycle began. */
export async function backfill(id: number, ports: WorkerPorts): Promise<void> {
  const { store, github, clock } = ports;
  const repository = await store.repositories.findAny(id);
  const account = repository === null ? null : await store.accounts.find(repository.account);
  const rules = rulesOf(account);
  if (repository === null || account?.installation == null || account.noticedAt === null || rules === null)
    return;
  if (isLeftOut(repository.name, rules)) return;
  const { installation } = account;
  const until = clock.now().toISOString();
  const again = await isToReadAgain(repository, ports);
  const begun = await cycleNow(repository.account, rules, ports);
  const since = again ? begun.startsAt : overlapping(repository.backfilledTo ?? until);
  const address = { installation, id, name: repository.name };
  const unheard = again || isLongAgo(repository.backfilledTo, until);
  for await (const { kind, number, changedAt } of github.reading.subjectsSince(address, since))
    await touch(
      {
        account: repository.account,
        installation,
        repository: id,
        kind,
        number,
        // Where deliveries came while nothing could be kept, they left no trace: then all is read.
        changedAt: unheard ? null : changedAt,
      },
      ports,
    );
  await store.repositories.markBackfilled(repository.account, id, until);
}

/** An hour twice rather than a minute never: GitHub's lists lag behind. */
function overlapping(backfilledTo: string): string {
  return Temporal.Instant.from(backfilledTo).subtract({ hours: 1 }).toString();
}

/** Every day is usual. */
function isLongAgo(backfilledTo: string | null, now: string): boolean {
  if (backfilledTo === null) return true;
  const twoDaysAgo = Temporal.Instant.from(now).subtract({ hours: 48 });
  return Temporal.Instant.compare(Temporal.Instant.from(backfilledTo), twoDaysAgo) < 0;
}
