import { lessOf } from './lead.ts';
import type { Reading } from './reading.ts';
import { isSetting } from './settings.ts';
import { COST } from './words.ts';

const PART =
  '(?:half|(?:a|one|two)[ -](?:third|quarter|fifth|tenth|hundredth)s?|three[ -]quarters|1\\/(?:[2-9]|10|20|50|100)(?!\\d))';
const MEASURE =
  '(?:memory|heap|cpu|time|size|space|disk|bandwidth|traffic|cost|price|latency|runtime|duration|allocations|queries|requests|reads|writes|calls)';
/** `it fails half the time` is no gain: a verb of using or taking stands before. */
const OF_THE_MEASURE = new RegExp(
  `\\b(?:takes?|needs?|us(?:es|ing)|costs?|runs? in|finish(?:es)? in|completes? in|in|with|to|only|just)\\s(?:about |roughly |less than |under |only |just )?${PART}\\s(?:of\\s)?(?:the|its)\\s(?:former |previous |old |original )?${MEASURE}\\b`,
  'i',
);
const BY_PART = new RegExp(
  `\\b(?:reduc|cut|drop|shrink|shr[au]nk|lower|decreas|fall|fell|slash|go|went|down)\\w{0,4}\\s[^.;\\d]{0,50}?(?:by|in)\\s(?:about |almost |nearly |more than |over |roughly )?${PART}\\b(?!\\s(?:an?|of)\\s)`,
  'i',
);
const PART_AS_MANY = new RegExp(
  `\\b(?:half as (?:many|much|long)|${PART} (?:fewer|less))\\s(?:[\\w-]{1,14}\\s){0,2}?${MEASURE}\\b`,
  'i',
);
const MAGNITUDE =
  /\b(?:an|one|two|three|several) orders? of magnitude (?:faster|quicker|fewer|less|smaller|cheaper|lower)\b(?!\s(?:often|likely|than (?:usual|needed)))/i;

/** `needs half the memory`, `cuts build time by a third`, `half as many queries`: a part told in words. */
export function readFraction(sentence: string): Reading | null {
  const match = OF_THE_MEASURE.exec(sentence) ?? BY_PART.exec(sentence) ?? PART_AS_MANY.exec(sentence);
  if (match === null) return null;
  const near = sentence.slice(Math.max(0, match.index - 60), match.index + match[0].length);
  return COST.test(near) && !isSetting(near, '') ? lessOf(match) : null;
}

/** `two orders of magnitude fewer writes`. */
export function readMagnitude(sentence: string): Reading | null {
  return lessOf(MAGNITUDE.exec(sentence));
}
