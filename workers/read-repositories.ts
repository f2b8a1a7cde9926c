import { isLeftOut } from '../src/people/rules-places.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Addition } from '../src/ports/queue.ts';
import type { RepositoryRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';

/** The repositories of an account from which work is read: all that the rules do not leave out. */
export async function repositoriesRead(
  account: number,
  rules: Rules,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<readonly RepositoryRow[]> {
  return (await store.repositories.list(account)).filter(({ name }) => !isLeftOut(name, rules));
}

/** The job that asks GitHub for what no webhook told of one. */
export function backfillOf({ id }: RepositoryRow): Addition {
  return { job: 'backfill', payload: { repository: id } };
}
