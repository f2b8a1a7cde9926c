import { isLeftOut, isUnread, whoseReports } from '../src/people/rules-places.ts';
import type { Rules } from '../src/people/rules.ts';
import type { AccountRow, RepositoryRow, RosterSpan, Subject } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';
import { rulesOf } from './stored.ts';

/** Where a subject lies, by the rules of whom, and who is there. */
export type Scene = {
  /** Whose people and rules these are. */
  readonly account: AccountRow;
  /** Of the app where the repository lies. */
  readonly installation: number;
  readonly rules: Rules;
  readonly repository: RepositoryRow;
  readonly roster: readonly RosterSpan[];
  /** Whose reports the repository holds; null where work is done. */
  readonly reportsOf: RosterSpan | null;
};

/** `not yet`: not everybody was told. `left out`: nothing is read from there. */
export async function sceneOf(
  subject: Subject,
  { store }: WorkerPorts,
): Promise<Scene | 'not yet' | 'left out'> {
  const there = await store.accounts.find(subject.account);
  const repository = await store.repositories.find(subject.account, subject.repository);
  if (there !== null && there.installation !== null && repository !== null) {
    const reports = await sceneOfReports(there, repository, store);
    if (reports !== null) return reports;
  }
  const rules = rulesOf(there);
  if (there === null || there.noticedAt === null || there.installation === null || rules === null)
    return 'not yet';
  if (repository === null || isLeftOut(repository.name, rules)) return 'left out';
  const roster = await store.roster.spans(there.account);
  return { account: there, installation: there.installation, rules, repository, roster, reportsOf: null };
}

/** Reports may be kept in an organisation of their own: then the rules and the people are those of another account. */
async function sceneOfReports(
  there: AccountRow,
  repository: RepositoryRow,
  store: WorkerPorts['store'],
): Promise<Scene | null> {
  const { installation } = there;
  if (installation === null) return null;
  for (const account of await store.accounts.list()) {
    const rules = rulesOf(account);
    if (rules === null || account.noticedAt === null || !keepsReportsAt(account, rules, there)) continue;
    if (isUnread(repository.name, rules)) continue;
    const roster = await store.roster.spans(account.account);
    const reportsOf = whoseReports(repository.name, account.login ?? '', rules, roster);
    if (reportsOf !== null) return { account, installation, rules, repository, roster, reportsOf };
  }
  return null;
}

function keepsReportsAt(account: AccountRow, { publication }: Rules, there: AccountRow): boolean {
  if (publication.owner === null) return account.account === there.account;
  return publication.owner.toLowerCase() === there.login?.toLowerCase();
}
