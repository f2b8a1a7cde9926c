import type { Rules } from '../src/people/rules.ts';
import type { Addition } from '../src/ports/queue.ts';
import type { AccountRow, CycleRow, Publication } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** Texts that could not be posted are tried again: a repository may be private by now, or the rules say `live`. */
export async function retryHeld(
  { account, installation }: AccountRow,
  rules: Rules,
  { store, queue }: WorkerPorts,
): Promise<void> {
  if (rules.mode === 'preview' || installation === null) return;
  const cycles = await store.cycles.list(account);
  const again: Addition[] = [];
  for (const publication of await store.publications.held(account)) {
    const addition =
      publication.kind === 'comment'
        ? await commentAgain(publication, installation, store)
        : personalAgain(publication, cycles);
    if (addition !== null) again.push(addition);
  }
  await queue.addMany(again);
}

async function commentAgain(
  { account, repository, number }: Publication,
  installation: number,
  { subjects }: WorkerPorts['store'],
): Promise<Addition | null> {
  if (number === null) return null;
  // It was gathered long ago: touching it as of then gives its row and makes nothing dirty.
  const changedAt = '1970-01-01T00:00:00Z';
  const subject = await subjects.touch({
    account,
    installation,
    repository,
    kind: 'change',
    number,
    changedAt,
  });
  return { job: 'comment', payload: { subject } };
}

/** `report/2026-H1/101` → the job that wrote it. */
function personalAgain({ kind, key, person }: Publication, cycles: readonly CycleRow[]): Addition | null {
  const cycle = cycles.find(({ name }) => key.split('/')[1] === name);
  if (cycle === undefined || person === null) return null;
  const payload = { cycle: cycle.id, person };
  if (kind === 'report') return { job: 'report', payload };
  // A preparation is of use only before the cycle is over.
  return kind === 'prep' && cycle.closedAt === null ? { job: 'prepare', payload } : null;
}
