import type { Member, Organisation } from '../src/people/organisation.ts';
import type { Rules } from '../src/people/rules.ts';
import type { AccountRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';
import { fromStored } from './stored.ts';

/** The account that holds the reports' repositories: another organisation has its own installation, and its own owners. */
export async function accountOfReports(
  account: AccountRow,
  { publication }: Rules,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<AccountRow | null> {
  const wanted = publication.owner?.toLowerCase() ?? null;
  if (wanted === null || wanted === account.login?.toLowerCase()) return account;
  return (await store.accounts.list()).find(({ login }) => login?.toLowerCase() === wanted) ?? null;
}

/** Who may read an account's reports, as `workers/organisation` keeps them. */
export function keptReaders({ owners: kept }: AccountRow): Pick<Organisation, 'owners' | 'members'> {
  const { owners = [], members = [] } = fromStored<Partial<Organisation> | null>(kept) ?? {};
  return { owners, members };
}

/** GitHub never shuts the owners out where the reports lie; the owners of another organisation are nobody there. */
export function ownersThere(place: AccountRow | null): readonly Member[] {
  return place === null ? [] : keptReaders(place).owners;
}
