import type { Evidence, LeftOutChange, Subject, Undoing } from './evidence.ts';
import type { ChangeReference } from './noise.ts';

export type Standing = {
  readonly evidence: readonly Evidence[];
  readonly reverted: readonly LeftOutChange[];
};

/**
 * A revert undoes the credit of what it reverts. Where the revert is itself reverted, the credit is back with those who
 * did the work, however often that goes.
 */
export function withoutReverted(evidence: readonly Evidence[], all: readonly Undoing[]): Standing {
  const undoings = inForce(all);
  const undoneBy = new Map<string, Undoing>();
  for (const { subject, activity } of evidence) {
    const undoing = undoings.find(({ what, by, at }) => at > activity.at && isMeant(subject, what, by));
    if (undoing !== undefined) undoneBy.set(subject.key, undoing);
  }
  const undone = evidence.filter(({ subject, primary }) => primary && undoneBy.has(subject.key));
  return {
    evidence: evidence.filter(({ subject }) => !undoneBy.has(subject.key)),
    reverted: undone.map((item) => toLeftOut(item, undoneBy.get(item.subject.key))),
  };
}

/** Those that no later one took back, the latest first: whether a revert holds is decided by what came after it. */
function inForce(undoings: readonly Undoing[]): readonly Undoing[] {
  const held: Undoing[] = [];
  for (const undoing of [...undoings].toSorted((one, other) => (one.at < other.at ? 1 : -1))) {
    const isTakenBack = held.some(({ what, by, at }) => at > undoing.at && isMeant(undoing.by, what, by));
    if (!isTakenBack) held.push(undoing);
  }
  return held;
}

/** The commit decides where it is named, then the number, then the exact title. */
function isMeant(subject: Subject, what: ChangeReference, by: Subject): boolean {
  if (subject.repository !== by.repository) return false;
  if (what.commit !== undefined && subject.commit !== null) return subject.commit.startsWith(what.commit);
  if (what.number !== undefined && subject.number !== null) return subject.number === what.number;
  return what.title !== undefined && what.title === subject.whole;
}

function toLeftOut({ subject, activity }: Evidence, undoing: Undoing | undefined): LeftOutChange {
  const by = undoing?.by;
  const name = by?.number == null ? (by?.commit ?? '').slice(0, 8) : `#${by.number}`;
  return { subject, people: [activity.person.key], kind: 'reverted', reason: `It was reverted by ${name}.` };
}
