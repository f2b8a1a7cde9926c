import type { Facts } from '../src/evidence/facts.ts';
import { withoutWords } from '../src/evidence/erase-words.ts';
import type { WorkerPorts } from './ports.ts';

/** Facts as they may be kept and heard: whoever had themselves erased says nothing in them. */
export async function asMayBeKept<Known extends Facts>(
  facts: Known,
  account: number,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<Known> {
  const erased = await store.erasures.list(account);
  return withoutWords(facts, new Set(erased.map(({ person }) => `github:${person}`)));
}
