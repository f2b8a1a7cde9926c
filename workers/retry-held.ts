import type { Rules } from '../src/people/rules.ts';
import type { Addition } from '../src/ports/queue.ts';
import type { AccountRow, CycleRow, Publication } from '../src/ports/store.ts';
import { wantsNone } from './material.ts';
import type { WorkerPorts } from './ports.ts';
import { hold } from './publication.ts';

/** Texts that could not be posted are tried again: a repository may be private by now, or the rules say `live`. */
export async function retryHeld(
  { account, installation }: AccountRow,
  rules: Rules,
  ports: WorkerPorts,
): Promise<void> {
  const { store, queue } = ports;
  const held = await dropLeftOut(await store.publications.held(account), rules, ports);
  if (rules.mode === 'preview' || installation === null) return;
  const cycles = await store.cycles.list(account);
  const again: Addition[] = [];
  for (const publication of held) {
    const addition =
      publication.kind === 'comment'
        ? await commentAgain(publication, installation, store)
        : personalAgain(publication, cycles);
    if (addition !== null) again.push(addition);
  }
  await queue.addMany(again);
}

const leftOut = 'The rules leave out whom it was about, so its text was dropped.';

/** Nothing more is kept of whoever is left out. What stands on GitHub already is still looked after. */
async function dropLeftOut(
  held: readonly Publication[],
  rules: Rules,
  ports: WorkerPorts,
): Promise<readonly Publication[]> {
  const others: Publication[] = [];
  for (const publication of held) {
    const { account, person, postedAt } = publication;
    const known = person === null ? null : await ports.store.people.find(account, person);
    const isLeftOut = known !== null && wantsNone(known.login, rules);
    if (isLeftOut) await hold(publication, { reason: leftOut, text: '' }, ports);
    if (!isLeftOut || postedAt !== null) others.push(publication);
  }
  return others;
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
function personalAgain(
  { kind, key, person, account }: Publication,
  cycles: readonly CycleRow[],
): Addition | null {
  if (person === null) return null;
  if (kind === 'me' || kind === 'export') return { job: 'rights', payload: { kind, account, person } };
  const cycle = cycles.find(({ name }) => key.split('/')[1] === name);
  if (cycle === undefined) return null;
  const payload = { cycle: cycle.id, person };
  if (kind === 'report') return { job: 'report', payload };
  // A preparation is of use only before the cycle is over.
  return kind === 'prep' && cycle.closedAt === null ? { job: 'prepare', payload } : null;
}
