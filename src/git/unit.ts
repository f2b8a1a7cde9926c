import { createLine } from './line.ts';
import { isPull, readLanding } from './landing.ts';
import type { Landing } from './landing.ts';
import type { Message } from './message.ts';
import type { CommitRecord } from './record.ts';

/** A commit with its message read. */
export type Commit = Omit<CommitRecord, 'message'> & {
  readonly message: Message;
  readonly landing: Landing;
};

/** One change: the commit that landed it, and the commits it brought, newest first (merges among them). */
export type Unit = {
  readonly landed: Commit;
  readonly brought: readonly Commit[];
};

/** Deeper nesting than any team's branches; a hostile history must not exhaust the stack. */
const DEEPEST = 20;

/**
 * A merge that gathers finished changes (a pull, a release branch) is nobody's change: the changes on its side
 * line stand for themselves, found as they are on the branch itself.
 */
export function spread(unit: Unit, branch: string | null, depth = 0): readonly Unit[] {
  if (depth === DEEPEST || !gathers(unit, branch)) return [unit];
  let rest = unit.brought;
  let units: readonly Unit[] = [];
  for (const tip of unit.landed.parents.slice(1)) {
    const side = unitsFrom(tip, rest);
    units = [...units, ...side.units];
    rest = side.left;
  }
  return units.flatMap((inner) => spread(inner, branch, depth + 1));
}

function gathers({ landed, brought }: Unit, branch: string | null): boolean {
  if (landed.parents.length < 2 || brought.length === 0) return false;
  if (isPull(landed.message.subject, branch)) return true;
  const numbers = new Set(brought.flatMap(({ landing }) => landing.number ?? []));
  numbers.delete(landed.landing.number ?? 0);
  return numbers.size >= 2;
}

function unitsFrom(tip: string, commits: readonly Commit[]): { units: readonly Unit[]; left: Commit[] } {
  const line = createLine(tip);
  const units: { landed: Commit; brought: Commit[] }[] = [];
  const left: Commit[] = [];
  for (const commit of commits) {
    const placement = line.place(commit.id, commit.parents);
    if (!placement) left.push(commit);
    else if (placement.onLine) units.push({ landed: commit, brought: [] });
    else units[placement.position]!.brought.push(commit);
  }
  return { units, left };
}

export function toCommit(record: CommitRecord, message: Message, reference: number | null): Commit {
  const isMerge = record.parents.length > 1;
  return { ...record, message, landing: readLanding(message, isMerge, reference) };
}
