import type { Reading } from './reading.ts';
import { UNSURE } from './words.ts';

/** `so that we can skip them` tells what it is good for, not what may be. */
const PURPOSE = /\bso (?:that )?(?:we|it|they|you|users|callers|clients) can\b/gi;
/** These doubt the whole sentence, wherever they stand in it. */
const UNSURE_AFTER =
  /\b(?:hopefully|in theory|in principle|i(?:'d| would)? (?:think|guess|hope|expect|believe)|not (?:yet )?(?:measured|verified|confirmed)|if we|if it were|should (?:help|be enough))\b|\?\s*$/i;
/** What follows is another clause, which may tell of plans without taking anything back. */
const NEXT_CLAUSE = /[,;:()—–]|\s(?:and|but|so|which|while)\s/;

const NEGATED =
  /\b(?:not|never|cannot|nor|neither|fail(?:s|ed) to)\b|n['’]t\b|\bno (?:change|difference|measurable|speed|gain|improvement|more than|less than)/i;
/** After these a denial is over: `it does not poll any longer, but reduces calls by half`. */
const DENIAL_ENDS = /.*(?:[;:]|,?\sbut\s|,\s(?=and\s|so\s|which\s))/is;

const ELSEWHERE =
  /\b(?:upgrad(?:e|es|ed|ing)|bump(?:s|ed|ing)?|versions? \d|coverage|tests? pass(?:ed|es|ing)?|passing|passed|line count|status codes?|(?:java|node|python|golang|go|postgres|postgresql|ruby|rails|react|kafka) \d|previously (?:caused|slowed)|regress(?:ed|ion|es)|got slower|slow(?:s|ed)? down|promis(?:e|es|ed|ing)|advertis(?:e|es|ed|ing)|vendor|claims? (?:to|that)|according to (?:the|its|their) (?:authors?|docs?|documentation|vendor|maintainers?|readme|website))\b/i;
/** `when the call got 80x faster, …` tells what came of a gain, not that there was one. */
const CONDITION = /\b(?:when|whenever|once (?:the|it|we|this|all)|as soon as|in case)\s[^,;:]{0,60}$/i;
const GENERALLY = /\b(?:often|usually|typically|generally|sometimes|can be)\s(?:about\s|around\s)?[~≈]?$/i;
const THAN_ITS_NEIGHBOUR = /^[^,.;]{0,30}\bthan (?:the (?:first|second|other|next)|others?|each other)\b/i;

/**
 * True when a sentence tells a hope, a guess or a condition, speaks of versions and test counts, or denies what was
 * read in it.
 */
export function isDoubtful(sentence: string, { from, to, before }: Reading): boolean {
  const told = sentence.slice(0, to).replaceAll(PURPOSE, ' ');
  const tail = sentence.slice(to);
  if (UNSURE.test(told) || UNSURE.test(endOfClause(tail)) || UNSURE_AFTER.test(tail)) return true;
  if (ELSEWHERE.test(sentence) || THAN_ITS_NEIGHBOUR.test(tail)) return true;
  if (NEGATED.test(sentence.slice(0, to).replace(DENIAL_ENDS, ''))) return true;
  return before === null && isGeneral(sentence.slice(0, from));
}

/** True when the words before a gain make it a case that is spoken of, not an outcome that was seen. */
function isGeneral(lead: string): boolean {
  return CONDITION.test(lead) || GENERALLY.test(lead);
}

function endOfClause(tail: string): string {
  const next = NEXT_CLAUSE.exec(tail);
  return next === null ? tail : tail.slice(0, next.index);
}
