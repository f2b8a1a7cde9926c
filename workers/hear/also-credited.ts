import { withAlso } from '../../src/evidence/also.ts';
import type { AlsoCredited } from '../../src/evidence/also.ts';
import type { Credited } from '../../src/evidence/evidence.ts';
import type { Facts } from '../../src/evidence/facts.ts';
import { whatStands } from '../../src/evidence/said.ts';
import { numberOf } from '../../src/people/number.ts';
import type { RosterSpan } from '../../src/ports/store.ts';
import type { WorkerPorts } from '../ports.ts';
import type { Scene } from '../scene.ts';
import { fromStored } from '../stored.ts';
import type { AlsoWords } from './also.ts';

/** The evidence of a change with those who are credited with it by the word of whoever made it. */
export async function withThoseNamed(
  facts: Facts,
  credited: Credited,
  { account, roster }: Scene,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<Credited> {
  if (facts.kind !== 'change') return credited;
  const changes = credited.evidence.filter(({ activity }) => activity.kind === 'change');
  const doers = new Map(changes.map(({ activity }) => [activity.key, activity.person.key]));
  const named: AlsoCredited[] = [];
  for (const [key, by] of doers) {
    const said = await store.overlay.ofPerson(account.account, numberOf(by) ?? 0);
    const stands = whatStands(said).filter(({ verb, about, person, saidBy }) => {
      return verb === 'also' && about === key && person === saidBy;
    });
    named.push(...stands.flatMap(({ words }) => alsoOf(fromStored<AlsoWords>(words).with, by, roster)));
  }
  return withAlso(credited, named);
}

function alsoOf(person: number, by: string, roster: readonly RosterSpan[]): readonly AlsoCredited[] {
  const login = roster.findLast((span) => span.person === person)?.login;
  if (login === undefined) return [];
  return [{ person: { key: `github:${person}`, label: login, type: 'user' }, by }];
}
