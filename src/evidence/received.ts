import type { Quote } from './claim.ts';
import type { Evidence } from './evidence.ts';
import type { ChangeFacts } from './facts.ts';
import { remarksOf } from './remark.ts';
import { readRemark } from './remark/depth.ts';
import type { Read } from './remark/depth.ts';
import { saidBest } from './remark/quote.ts';

/** What a reviewer said of somebody's own change, seen from the side of its author, who took it up. */
export type Received = {
  /** The words of the reviewer that say most. */
  readonly quote: Quote;
  /** The lines in question were changed afterwards. */
  readonly changed: boolean;
};

const mostReceived = 8;

/**
 * The evidence of a change's authors with what reviewers told them. Only remarks that say something, and that were taken
 * up, in words or in lines: what nobody answered may have been wrong.
 */
export function withReceived(evidence: readonly Evidence[], change: ChangeFacts): readonly Evidence[] {
  if (evidence.length === 0) return evidence;
  const owners = new Set([change.author.key, ...evidence.map(({ activity }) => activity.person.key)]);
  const received = remarksOf(change, owners)
    .map(readRemark)
    .filter(isTakenUp)
    .slice(0, mostReceived)
    .map(({ remark, reception }) => ({ quote: saidBest(remark), changed: reception.changed }));
  return received.length === 0 ? evidence : evidence.map((item) => ({ ...item, received }));
}

function isTakenUp({ depth, reception }: Read): boolean {
  return depth > 0 && (reception.changed || reception.acknowledged !== null);
}
