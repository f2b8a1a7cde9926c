import type { Facts } from '../src/evidence/facts.ts';
import { numberOf } from '../src/people/number.ts';
import { isPaused } from '../src/people/pause.ts';
import { counts } from '../src/people/roster.ts';
import type { OverlayRow } from '../src/ports/store.ts';
import type { WorkerPorts } from './ports.ts';
import type { Scene } from './scene.ts';

/** Whether what a person did at a moment is kept. */
export type Keeps = (person: number, at: string) => boolean;

/** Kept is what those on the roster did, except while they had paused. Of nobody else anything is. */
export async function keepsOf(
  facts: Facts,
  { account, roster }: Scene,
  { store }: Pick<WorkerPorts, 'store'>,
): Promise<Keeps> {
  const said = new Map<number, readonly OverlayRow[]>();
  for (const person of onRoster(facts, roster))
    said.set(person, await store.overlay.ofPerson(account.account, person));
  return (person, at) => counts(roster, person, at) && !isPaused(said.get(person) ?? [], at);
}

/** Whoever had any part in it and was ever on the roster. */
function onRoster(facts: Facts, roster: Scene['roster']): readonly number[] {
  const engineers = new Set(roster.map(({ person }) => person));
  const keys = JSON.stringify(facts).match(/"github:\d{1,15}"/gu) ?? [];
  const people = keys.map((key) => numberOf(key.slice(1, -1)));
  return [...new Set(people)].filter((person) => person !== null && engineers.has(person)).map(Number);
}
