import type { Framework } from '../framework/compile.ts';
import { activitiesOf } from './activity.ts';
import type { CreditContext } from './credit.ts';
import type { Deed, Evidence } from './evidence.ts';
import { plainSubject } from './evidence.ts';
import type { Actor, ChangeFacts } from './facts.ts';
import { evidenceId } from './key.ts';
import type { Notable } from './notable.ts';
import { remarksOf } from './remark.ts';
import { onlySuggested } from './remark/changed.ts';
import { readRemark } from './remark/depth.ts';
import type { Read } from './remark/depth.ts';
import { saidBest } from './remark/quote.ts';

/** From this depth on a fair manager could cite a remark. */
const citable = 6;

/**
 * Reviews as evidence: by what a remark says and what came of it, never by how many there are.
 * One piece for each reviewer whose review mattered; a bare approval is no evidence, and no reproach.
 */
export function creditReviews(
  change: ChangeFacts,
  framework: Framework,
  context: CreditContext,
): readonly Evidence[] {
  if (change.mergedAt === null) return [];
  const owners = ownersOf(change);
  const remarks = remarksOf(change, new Set([change.author.key, ...owners]));
  const byReviewer = Map.groupBy(remarks.map(readRemark), ({ remark }) => remark.by.key);
  return [...byReviewer.values()].flatMap((given) =>
    creditReviewer(change, given, areasFor(change, owners, framework, context)),
  );
}

/**
 * Whose change it is, by key: who wrote it, or asked an agent for it. A review of one's own agent's work is a review of
 * one's own.
 */
function ownersOf(change: ChangeFacts): readonly string[] {
  return activitiesOf(change)
    .filter(({ part, person }) => part !== 'co-author' || !onlySuggested(person, change))
    .map(({ person }) => person.key);
}

function creditReviewer(
  change: ChangeFacts,
  given: readonly Read[],
  areasOf: (reviewer: Actor) => readonly string[],
): readonly Evidence[] {
  const best = given.reduce<Read | null>(
    (one, other) => (other.depth > (one?.depth ?? 0) ? other : one),
    null,
  );
  if (best === null) return [];
  const { by } = best.remark;
  return areasOf(by).map((area, index) => ({
    ...reviewEvidence(change, given, best),
    ...named(change, by, area),
    area,
    primary: index === 0,
  }));
}

/** Where author and reviewer share no team, the review also joined two teams. */
function areasFor(
  change: ChangeFacts,
  owners: readonly string[],
  { pack }: Framework,
  { teamsOf }: CreditContext,
): (reviewer: Actor) => readonly string[] {
  const at = change.mergedAt ?? '';
  const theirs = owners.flatMap((owner) => teamsOf(owner, at));
  return (reviewer) => {
    const own = teamsOf(reviewer.key, at);
    const apart = theirs.length > 0 && own.length > 0 && !theirs.some((team) => own.includes(team));
    return apart
      ? [...new Set([pack.credits.review, pack.credits.reviewAcrossTeams])]
      : [pack.credits.review];
  };
}

function named(change: ChangeFacts, reviewer: Actor, area: string): Pick<Evidence, 'id' | 'key'> {
  const key = `${change.key}/review/${reviewer.key}/${area}`;
  return { id: evidenceId(key), key };
}

function reviewEvidence(
  change: ChangeFacts,
  given: readonly Read[],
  best: Read,
): Omit<Evidence, 'id' | 'key' | 'area' | 'primary'> {
  const { remark, reception, depth } = best;
  const said = saidBest(remark);
  return {
    activity: {
      key: `${change.key}/review/${remark.by.key}`,
      kind: 'review',
      person: remark.by,
      part: 'reviewer',
      agents: [],
      at: remark.reviewedAt,
      shared: [],
    },
    subject: plainSubject(change),
    stands: 'told',
    signals: [],
    win: { text: said.text, quote: said, grade: 'author' },
    impact: reception.acknowledged,
    metrics: [],
    notable: notableOf(best),
    worth: Math.min(depth / 12, 0.8),
    unseen: { kind: 'review', quote: said },
    outline: null,
    deeds: [deedOf(remark.reviewedAt, given)],
    outcome: [],
    notes: [],
  };
}

const didBy = {
  defect: 'named what would go wrong',
  design: 'questioned what the change rests on',
  taught: 'explained why',
  nit: 'said something',
  question: 'asked',
  approval: 'said something',
  other: 'said something',
} as const;

/** Worth citing only where something is seen to have come of it. */
function notableOf({ kind, reception, depth }: Read): Notable | null {
  if (depth < citable || !(reception.changed || reception.acknowledged !== null)) return null;
  const then = reception.changed ? 'the lines were changed afterwards' : 'its author took it up';
  return { reason: `It ${didBy[kind]}, and ${then}.`, strength: 0.4 + depth / 50 };
}

function deedOf(at: string, given: readonly Read[]): Deed {
  const threads = given.filter(({ remark }) => remark.thread?.opened === true);
  return {
    did: 'reviewed',
    at,
    threads: threads.length,
    changed: threads.filter(({ reception }) => reception.changed).length,
  };
}
