import type { ChangeFacts, Facts } from './facts.ts';
import { isLastingBranch } from './noise/branches.ts';

/**
 * The branch that merged work waits on: it counts once that branch reaches the default one. Null where nothing is waited
 * for. What goes into a lasting branch, such as `develop`, counts there.
 */
export function awaitedBranch(change: ChangeFacts): string | null {
  const { base, mergedAt, intoDefaultBranch, arrived } = change;
  if (mergedAt === null || intoDefaultBranch || arrived !== null) return null;
  return base === null || base === '' || isLastingBranch(base) ? null : base;
}

/** From when on work counts: when it reached the default branch, which for most is when it was merged. ISO 8601, UTC. */
export function countsSince({ mergedAt, arrived }: ChangeFacts): string | null {
  return mergedAt === null ? null : (arrived?.at ?? mergedAt);
}

/** The branch that the default branch has now, with all that waited on it; null where it brought none. */
export function broughtBranch(change: ChangeFacts): string | null {
  const isThere = change.mergedAt !== null && (change.intoDefaultBranch || change.arrived !== null);
  return isThere ? change.head : null;
}

/** When the subject last brought anybody anything: a change when it counts, an issue with its last word. ISO 8601, UTC; null where it counts nowhere. */
export function lastMoment(facts: Facts): string | null {
  if (facts.kind === 'change') return countsSince(facts);
  const { openedAt, closedAt, comments } = facts;
  const all = [openedAt, closedAt ?? openedAt, ...comments.map(({ at }) => at)];
  return all.reduce((one, other) => (Date.parse(one) < Date.parse(other) ? other : one));
}
