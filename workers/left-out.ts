import { engineersOf, everybody } from '../src/people/roster.ts';
import type { Engineer } from '../src/people/roster.ts';
import type { Organisation } from '../src/people/organisation.ts';
import type { Rules } from '../src/people/rules.ts';
import { wantsNone } from './material.ts';
import type { WorkerPorts } from './ports.ts';

/**
 * Who is an engineer now. Rules leave people out by login, which anybody may change: whoever is known by a login that is
 * left out stays left out under the next one. For that, their number and login are kept, and nothing else; of whoever had
 * their record erased, the number alone.
 */
export async function engineersNow(
  account: number,
  rules: Rules,
  organisation: Organisation,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<readonly Engineer[]> {
  for (const { id, login } of everybody(organisation))
    if (wantsNone(login, rules)) await store.people.remember({ account, id, login });
  const erased = new Set((await store.erasures.list(account)).map(({ person }) => person));
  const engineers: Engineer[] = [];
  for (const engineer of engineersOf(rules, organisation)) {
    const known = await store.people.find(account, engineer.id);
    if (erased.has(engineer.id)) continue;
    if (known === null || !wantsNone(known.login, rules)) engineers.push(engineer);
  }
  return engineers;
}
