import { MANY_LINES } from './amounts.ts';
import { around, changed, lessOf } from './lead.ts';
import type { Quantity } from './quantities.ts';
import type { Reading } from './reading.ts';
import { isSetting } from './settings.ts';
import { REMOVABLE } from './words.ts';

const LINES = /^\s(?:lines?|loc)\b(?!\s(?:from the output|long|per|each))(?:\sof\s[\w -]{1,24})?/i;
const AMOUNTS: ReadonlySet<string> = new Set(['bytes', 'percent', 'time', 'money']);
/** A few unused imports are tidying up; ten are a clean-up. */
const MANY_DEAD = 10;
const DEAD_CODE =
  /^\s(?:unused|dead|obsolete|deprecated|legacy|duplicated?|stale|orphaned)\s(?:[\w-]{1,14}\s)?(?:files|classes|modules|functions|methods|components|columns|imports|exports|fields|settings|scripts|dashboards|images|branches)\b/i;
const TAKES_AWAY =
  /(?:\b(?:remov|delet|drop|eliminat)(?:s|es|e|ed|ing|ping|ped)?\s(?:about |around |over |more than |some |nearly |almost )?[~≈]?)$/i;
const GONE = /^(?:\sand [\w ,]{1,30})?(?:\s(?:are|were|is|was))?\s(?:gone|removed|deleted|eliminated)\b/i;
const AMOUNT_GONE =
  /^\s(?:of\s[\w -]{1,24}\s)?(?:(?:is|are|was|were)\s)?(?:gone|freed|reclaimed|saved)\b(?!\s(?:to|in|on|as|at)\b)/i;
const FIXES = /\bfix(?:es|ed|ing)?\s(?:the\s|all\s)?[~≈]?$/i;
const FAULTS_OF_CODE =
  /^\s(?:[\w-]{1,14}\s)?(?:warnings|violations|flaky tests|vulnerabilities|leaks|lint errors|type errors)\b/i;
const ALSO_ADDED = /\badd(?:s|ed|ing)?\s[~≈]?\d|\d\s(?:lines\s)?added\b|\+\d/i;

const THING =
  '(?:quer(?:y|ies)|statements?|requests?|calls?|round[- ]?trips?|allocations?|allocs(?:\\/op)?|lookups?|scans?|syscalls?|transactions?|writes?|reads?)';
const MANY_THINGS =
  '(?:N\\b(?:\\s?\\+\\s?1)?|one (?:per|for each|for every)\\s\\w{1,20}|(?:about |around )?[~≈]?(?:\\d{2,9}|\\d{1,3}(?:,\\d{3}){1,3}|[4-9])\\b(?!\\s?%)|(?:hundreds|dozens|thousands)\\b)';
const MORE_THAN = [
  '(?:zero|no|0)\\s@(?:[1-9]\\b|one\\b|two\\b|three\\b)',
  '(?:an?(?:\\ssingle)?|one|1)\\s@(?:[2-9]\\b|two\\b|three\\b|four\\b|five\\b)',
  `(?:zero|no|0|an?(?:\\ssingle)?|one|two|three|[1-3])\\s@${MANY_THINGS}`,
];
const SPARED_THINGS = `(?:[\\w-]{1,14}\\s){0,2}?${THING}\\s\\(?(?:instead of|rather than|was|where it was)\\s`;
const SPARED = new RegExp(`\\b(?:${MORE_THAN.map((one) => one.replace('@', SPARED_THINGS)).join('|')})`, 'i');
const ALWAYS = new RegExp(
  `\\b(?:an?(?:\\ssingle)?|one|two|three|four|five|\\d{1,2})\\s(?:[\\w-]{1,14}\\s){0,2}?${THING}\\s(?:(?:per|for (?:each|every|a)|on each)\\s\\w{1,20}\\s)?(?:regardless of|no matter|independent(?:ly)? of|however many|whatever the)\\b`,
  'i',
);
const FROM_N =
  /\bN\s?\+\s?1\s(?:[\w-]{1,14}\s){0,2}?(?:to|→|->|=>)\s(?:just\s|only\s)?(?:an?(?:\ssingle)?|one|two|three|\d{1,2})\b/i;

const MERGED =
  /\b(?:replac|merg|collaps|fold|consolidat|unif)\w{1,4}\s(?:all\s|the\s)?(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens of)\s(?:[\w-]{1,14}\s){0,2}?(?:copies|implementations|variants|duplicates|clones|scripts|pipelines|workflows|dashboards|alerts|queries|requests|calls)\s(?:with|by|into)\s(?:one|an?\ssingle)\b/i;

/** `4,112 lines removed`, `deletes 3,400 lines`, `61 GB of table gone`, `40 unused indexes are gone`. */
export function readGone(sentence: string, quantity: Quantity): Reading | null {
  const [lead, tail] = around(sentence, quantity);
  if (AMOUNTS.has(quantity.dimension)) return readMatched(quantity, AMOUNT_GONE.exec(tail));
  if (quantity.dimension !== 'count' || quantity.value < 2) return null;
  const lines = quantity.value < MANY_LINES ? null : LINES.exec(tail);
  if (lines !== null)
    return ALSO_ADDED.test(sentence) || quantity.sign !== 0
      ? null
      : readThingsGone(quantity, lead, tail, lines[0]);
  const things = REMOVABLE.exec(tail.slice(1));
  const dead = quantity.value < MANY_DEAD ? null : DEAD_CODE.exec(tail);
  if (dead !== null) return readThingsGone(quantity, lead, tail, dead[0]);
  const fixed = FIXES.test(lead) ? FAULTS_OF_CODE.exec(tail) : null;
  if (fixed !== null) return readMatched(quantity, fixed);
  return things === null ? null : readThingsGone(quantity, '', tail, ` ${things[0]}`);
}

function readThingsGone(quantity: Quantity, lead: string, tail: string, things: string): Reading | null {
  const end = quantity.to + things.length;
  const gone = GONE.exec(tail.slice(things.length));
  if (gone !== null) return changed(quantity, 'less', quantity.from, end + gone[0].length);
  return TAKES_AWAY.test(lead) || quantity.sign < 0 ? changed(quantity, 'less', quantity.from, end) : null;
}

function readMatched(quantity: Quantity, match: RegExpExecArray | null): Reading | null {
  return match === null ? null : changed(quantity, 'less', quantity.from, quantity.to + match[0].length);
}

/** `one query instead of 200`, `4 queries per batch regardless of its size`, `from N+1 queries to 2`, `replaces 14 copies with one`. */
export function readSpared(sentence: string): Reading | null {
  const match =
    SPARED.exec(sentence) ?? ALWAYS.exec(sentence) ?? FROM_N.exec(sentence) ?? MERGED.exec(sentence);
  return match === null || isSetting(sentence.slice(0, match.index), '') ? null : lessOf(match);
}
