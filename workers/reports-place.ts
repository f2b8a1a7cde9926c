import type { Rules } from '../src/people/rules.ts';
import type { AccountRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** Where one engineer's reports go: `harbour/reviews-adaeze`. */
export function reportsRepository(login: string, account: AccountRow, { publication }: Rules): string {
  return `${publication.owner ?? account.login ?? ''}/${publication.repository.replaceAll('{login}', login)}`;
}

/** Whether a repository holds reports: what is written there is ours, and is no evidence. */
export function isReportsRepository(fullName: string, { publication }: Rules): boolean {
  const [before = '', after = ''] = publication.repository.split('{login}');
  const name = fullName.split('/').at(-1) ?? '';
  return name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length;
}

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
