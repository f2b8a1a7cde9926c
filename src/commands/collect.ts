import { activitiesOf } from '../evidence/activity.ts';
import type { Cycle } from '../evidence/cycle.ts';
import { creditChange } from '../evidence/evidence.ts';
import type { Evidence, LeftOutChange, Undoing } from '../evidence/evidence.ts';
import type { ChangeFacts } from '../evidence/facts.ts';
import type { Framework } from '../framework/compile.ts';
import type { PeopleDirectory, Person } from '../people/identity.ts';
import type { Clone, History } from '../ports/history.ts';
import { startBar } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export type Wanted = {
  readonly clone: Clone;
  readonly people: PeopleDirectory;
  /** Null: everyone. */
  readonly person: Person | null;
  readonly cycle: Cycle;
  readonly bounds: { readonly from: string; readonly to: string };
};

/** What the window holds. Facts are let go as soon as they are judged, so memory does not grow with the history. */
export type Collected = {
  readonly evidence: readonly Evidence[];
  readonly leftOut: readonly LeftOutChange[];
  readonly undoings: readonly Undoing[];
  /** Person key → name, of everyone credited. */
  readonly labels: ReadonlyMap<string, string>;
};

type Ports = { readonly history: History; readonly framework: Framework; readonly terminal: Terminal };

/** Reads on past the window's end, since a later revert still takes back what the window holds. */
export async function collect(wanted: Wanted, { history, framework, terminal }: Ports): Promise<Collected> {
  const collected = {
    evidence: [] as Evidence[],
    leftOut: [] as LeftOutChange[],
    undoings: [] as Undoing[],
    labels: new Map<string, string>(),
  };
  const bar = startBar(terminal, `Reading ${wanted.clone.name}`);
  const { people, bounds } = wanted;
  const request = {
    people,
    from: bounds.from,
    to: null,
    onProgress: ({ done, total }: { done: number; total: number }) => bar.move(done, total),
  };
  try {
    for await (const change of history.readChanges(wanted.clone, request))
      take(change, wanted, framework, collected);
  } finally {
    bar.end();
  }
  return collected;
}

type Basket = {
  evidence: Evidence[];
  leftOut: LeftOutChange[];
  undoings: Undoing[];
  labels: Map<string, string>;
};

function take(change: ChangeFacts, { person, bounds }: Wanted, framework: Framework, basket: Basket): void {
  const mine = activitiesOf(change).filter(
    ({ at, person: credited }) => at < bounds.to && (person === null || credited.key === person.key),
  );
  if (mine.length === 0 && !/revert/iu.test(`${change.title}\n${change.body.slice(0, 2000)}`)) return;
  const { evidence, leftOut, undoes } = creditChange(change, framework);
  if (undoes !== null) basket.undoings.push(undoes);
  if (mine.length === 0) return;
  for (const { person: credited } of mine) basket.labels.set(credited.key, credited.label);
  basket.evidence.push(
    ...evidence.filter(({ activity }) => person === null || activity.person.key === person.key),
  );
  if (leftOut !== null) basket.leftOut.push(leftOut);
}
