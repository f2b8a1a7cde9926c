import type { Around } from './order.ts';
import type { Quantity } from './quantities.ts';

const SHARES_UNIT = /^\s?(?:(?:down\s|up\s)?to\s|→|⇒|[-=]{1,2}>)[^,;]{0,20}$/i;
const UNIT_BEFORE =
  /^(?:\s?(?:→|⇒|[-=]{1,2}>)\s?|,?\s\(?(?:instead of|rather than|down from|was|from)\s|[^;\d]{0,30}\bnow (?:it )?(?:takes|needs|uses|runs in)\s)[~≈]?$/i;
const NO_NOUN = /^(?:[).,;!:]|\s(?:before|on main|on master|previously|for|per|in|with)\b|\s?$)/i;
const RATIOS =
  /^\s(?:[a-z]{1,12}\s){0,2}(?:to|before and|instead of|rather than)\s[~≈]?$|^(?:\s?(?:→|->|=>)\s?|\sbefore,\s)[~≈]?$/i;
const OF_A_RATE = /^\s?([A-Za-z]{1,12})\s?\/\s?s/;
/** Answers of a server, not counts. */
/** How long a text of code is says nothing of it. */
const LINES = /^\s(?!log\b|output\b)(?:[\w-]{1,14}\s)?(?:lines?|loc)\b/i;
const STATUS = /^(?:20[0-6]|30[1-8]|40[0-9]|41[0-8]|42[1-9]|431|451|50[0-4])$/;
const COUNTED_NEXT = /^\s(?:quer(?:y|ies)|calls|allocs|allocations|lookups|ms|rows|tests|jobs)\b/i;
const DAYS = /\b(?:d|days?|weeks?)$/i;
const CALENDAR =
  /\b(?:month(?:s|ly)?|year(?:s|ly)?|quarter(?:s|ly)?|calendar|leap|billing|billed|period|january|february|march|april|june|july|august|september|october|november|december|subscriptions?|holidays?|notice)\b/i;
/** What may rightly be told in days: how long something takes. */
const TAKES_DAYS =
  /\b(?:takes?|took|taking|needs?|needed|lead time|cycle time|turn-?around|time to|age|backlog|onboarding|wait(?:s|ed|ing)?|latency|duration|migrations?|re-?index\w*|restores?|recovery|back-?fills?|backlog)\b/i;

/** Same dimension, or `from 40 to 12 minutes` and `3 s instead of 40`, where the unit is said once. */
export function comparable({ lead, gap, tail }: Around, left: Quantity, right: Quantity): boolean {
  if (left.value === right.value && left.dimension === right.dimension) return false;
  if (isCalendar(lead + gap + tail, left, right) || areAnswers(gap, tail, left, right)) return false;
  if (LINES.test(gap) || LINES.test(tail)) return false;
  if (OF_A_RATE.exec(gap)?.[1] !== undefined && OF_A_RATE.test(tail) && ofRate(gap) !== ofRate(tail))
    return false;
  if (left.dimension === right.dimension) return left.dimension !== 'ratio' || RATIOS.test(gap);
  if (left.dimension === 'count') return SHARES_UNIT.test(gap) && right.dimension !== 'ratio';
  const unitSaidOnce = right.dimension === 'count' && left.dimension !== 'ratio' && UNIT_BEFORE.test(gap);
  return unitSaidOnce && NO_NOUN.test(tail);
}

function ofRate(text: string): string {
  return OF_A_RATE.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** `drops to 21 days instead of 31` tells of the calendar, not of what takes long. */
function isCalendar(sentence: string, left: Quantity, right: Quantity): boolean {
  const days = [left, right].filter((one) => one.dimension === 'time' && DAYS.test(one.text));
  if (days.length === 0) return false;
  return CALENDAR.test(sentence) || (days.length === 2 && !TAKES_DAYS.test(sentence));
}

function areAnswers(gap: string, tail: string, left: Quantity, right: Quantity): boolean {
  if (!STATUS.test(left.text) || !STATUS.test(right.text)) return false;
  return !COUNTED_NEXT.test(gap) && !COUNTED_NEXT.test(tail);
}
