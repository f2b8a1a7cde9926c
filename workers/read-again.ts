import type { Facts } from '../src/evidence/facts.ts';
import { hasIncidentLabel } from '../src/evidence/incident.ts';
import type { Rules } from '../src/people/rules.ts';
import type { AccountRow, RepositoryRow } from '../src/ports/store.ts';
import { cycleNow } from './keep-cycle.ts';
import type { WorkerPorts } from './ports.ts';
import { rulesOf } from './stored.ts';

/*
 * Rules and rosters change after work was read. What was read of it then is evidence of too little now, so it is read
 * once more: of newcomers what names them, of a wider rule everything since the cycle began.
 */

/** Whether rules count as incidents what they did not before. */
export function isWider(before: AccountRow | null, rules: Rules | null): boolean {
  const old = rulesOf(before);
  if (old === null || rules === null) return false;
  return rules.incidents.labels.some((label) => !hasIncidentLabel({ labels: [label] }, old.incidents.labels));
}

function markOf(account: number): string {
  return `read-again/${account}`;
}

export async function readAllAgain(account: number, { store, clock }: WorkerPorts): Promise<void> {
  await store.marks.write(markOf(account), clock.now().toISOString());
}

/** Whether GitHub is to be asked for all of the cycle: for the first time, or since the rules became wider. */
export async function isToReadAgain(
  { account, backfilledTo }: RepositoryRow,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<boolean> {
  if (backfilledTo === null) return true;
  const mark = await store.marks.read(markOf(account));
  return mark !== null && mark >= backfilledTo;
}

/** What the people who are on the roster from now on did in this cycle before it counted. */
export async function readAgainOf(
  newcomers: readonly number[],
  account: number,
  rules: Rules,
  { store, clock }: WorkerPorts,
): Promise<void> {
  const row = newcomers.length === 0 ? null : await store.accounts.find(account);
  if (row === null || row.installation === null) return;
  const { installation } = row;
  const { startsAt: from, endsAt: to } = await cycleNow(account, rules, { store, clock });
  for (const { id: repository } of await store.repositories.list(account)) {
    const known = await store.subjects.factsBetween({ account, repository, from, to });
    for (const { kind, number } of known.filter((facts) => names(facts, newcomers)))
      if (number !== null)
        await store.subjects.touch({ account, installation, repository, kind, number, changedAt: null });
  }
}

/** Keys of people stand whole in the facts: `"github:101"`. */
function names(facts: Facts, people: readonly number[]): boolean {
  const text = JSON.stringify(facts);
  return people.some((person) => text.includes(`"github:${person}"`));
}
