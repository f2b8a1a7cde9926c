import type { Rules } from '../src/people/rules.ts';
import type { AccountRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** The installation that may write there: another organisation has its own. Null where the app is not installed. */
export async function installationFor(
  account: AccountRow,
  { publication }: Rules,
  { store }: WorkerPorts,
): Promise<number | null> {
  if (publication.owner === null || publication.owner.toLowerCase() === account.login?.toLowerCase())
    return account.installation;
  const wanted = publication.owner.toLowerCase();
  const other = (await store.accounts.list()).find(({ login }) => login?.toLowerCase() === wanted);
  return other?.installation ?? null;
}
