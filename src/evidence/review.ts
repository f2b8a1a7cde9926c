import type { Framework } from '../framework/compile.ts';
import { activitiesOf } from './activity.ts';
import type { CreditContext } from './credit.ts';
import type { Deed, Evidence } from './evidence.ts';
import { plainSubject } from './evidence.ts';
import type { Actor, ChangeFacts } from './facts.ts';
import { evidenceId } from './key.ts';
import { isBot } from './noise.ts';
import { remarksOf } from './remark.ts';
import type { Remark } from './remark.ts';
import { acknowledgementOf, depthOf, saidBest } from './remark-depth.ts';

/** From this depth on a remark made a difference that can be shown. */
const deepEnough = 2.5;
/** From this one on a fair manager could cite it. */
const citable = 5.5;

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
  const own = new Set([change.author.key, ...activitiesOf(change).map(({ person }) => person.key)]);
  const remarks = remarksOf(change).filter(({ by }) => !isBot(by) && !own.has(by.key));
  const byReviewer = Map.groupBy(remarks, ({ by }) => by.key);
  return [...byReviewer.values()].flatMap((given) => creditReviewer(change, given, framework, context));
}

function creditReviewer(
  change: ChangeFacts,
  remarks: readonly Remark[],
  framework: Framework,
  context: CreditContext,
): readonly Evidence[] {
  const [best, depth] = deepest(remarks, change);
  if (best === null || depth < deepEnough) return [];
  const areas = areasOf(change, best.by, framework, context);
  return areas.map((area, index) => ({
    ...reviewEvidence(change, remarks, best, depth),
    ...named(change, best.by, area),
    area,
    primary: index === 0,
  }));
}

function deepest(remarks: readonly Remark[], change: ChangeFacts): readonly [Remark | null, number] {
  let best: Remark | null = null;
  let most = 0;
  for (const remark of remarks) {
    const depth = depthOf(remark, change.author);
    if (depth > most) [best, most] = [remark, depth];
  }
  return [best, most];
}

/** Where author and reviewer share no team, the review also joined two teams. */
function areasOf(
  change: ChangeFacts,
  reviewer: Actor,
  { pack }: Framework,
  { teamsOf }: CreditContext,
): readonly string[] {
  const at = change.mergedAt ?? '';
  const [one, other] = [teamsOf(change.author.key, at), teamsOf(reviewer.key, at)];
  const apart = one.length > 0 && other.length > 0 && !one.some((team) => other.includes(team));
  return apart ? [pack.credits.review, pack.credits.reviewAcrossTeams] : [pack.credits.review];
}

function named(change: ChangeFacts, reviewer: Actor, area: string): Pick<Evidence, 'id' | 'key'> {
  const key = `${change.key}/review/${reviewer.key}/${area}`;
  return { id: evidenceId(key), key };
}

function reviewEvidence(
  change: ChangeFacts,
  remarks: readonly Remark[],
  best: Remark,
  depth: number,
): Omit<Evidence, 'id' | 'key' | 'area' | 'primary'> {
  const said = saidBest(best);
  return {
    activity: {
      key: `${change.key}/review/${best.by.key}`,
      kind: 'review',
      person: best.by,
      part: 'reviewer',
      agents: [],
      at: best.at,
      shared: [],
    },
    subject: plainSubject(change),
    stands: 'told',
    signals: [],
    win: { text: said.text, quote: said, grade: 'author' },
    impact: acknowledgementOf(best, change.author),
    metrics: [],
    notable:
      depth >= citable
        ? { reason: 'It questioned something that was then changed.', strength: 0.4 + depth / 50 }
        : null,
    worth: Math.min(depth / 12, 0.8),
    unseen: { kind: 'review', quote: said },
    outline: null,
    deeds: [deedOf(best, remarks)],
    outcome: [],
  };
}

function deedOf({ at }: Remark, remarks: readonly Remark[]): Deed {
  const threads = remarks.filter(({ thread }) => thread !== null);
  return {
    did: 'reviewed',
    at,
    threads: threads.length,
    changed: threads.filter(({ thread }) => thread?.outdated === true).length,
  };
}
