import { dayOf, monthsUpTo } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Clone } from '../ports/history.ts';
import { BadInput, readDay } from './arguments.ts';

/** A clone has no organisation whose zone could be meant, so days are those of UTC. */
const timeZone = 'UTC';

/** The window asked for; without one, the six months up to the newest commit. */
export function windowOf(clone: Clone, asked: { readonly from?: string; readonly to?: string }): Cycle {
  const last = asked.to === undefined ? dayOf(clone.newestAt, timeZone) : readDay('--to', asked.to);
  const usual = monthsUpTo(last, 6, timeZone);
  const from = asked.from === undefined ? usual.from : readDay('--from', asked.from);
  if (Temporal.PlainDate.compare(from, usual.to) >= 0)
    throw new BadInput(
      `--from ${from} comes after the last day, ${last}. Give an earlier --from or a later --to.`,
    );
  return { ...usual, from };
}
