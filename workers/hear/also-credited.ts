import { withAlso } from '../../src/evidence/also.ts';
import type { AlsoCredited } from '../../src/evidence/also.ts';
import type { Credited } from '../../src/evidence/evidence.ts';
import type { Facts } from '../../src/evidence/facts.ts';
import { whatStands } from '../../src/evidence/said.ts';
import type { OverlayRow } from '../../src/ports/store.ts';
import type { WorkerPorts } from '../ports.ts';
import type { Scene } from '../scene.ts';

/** The evidence of a change with those who are credited with it by the word of whoever made it. */
export async function withThoseNamed(
  facts: Facts,
  credited: Credited,
  { account, roster }: Scene,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<Credited> {
  if (facts.kind !== 'change') return credited;
  const said = await store.overlay.about(account.account, facts.key);
  const loginOf = (person: number) => roster.findLast((span) => span.person === person)?.login ?? null;
  return withAlso(
    credited,
    whatStands(said).flatMap((row) => alsoOf(row, loginOf(row.person))),
  );
}

function alsoOf({ verb, person, saidBy }: OverlayRow, login: string | null): readonly AlsoCredited[] {
  if (verb !== 'also' || login === null || person === saidBy) return [];
  return [{ person: { key: `github:${person}`, label: login, type: 'user' }, by: `github:${saidBy}` }];
}
