import { numberWord } from '../grounding/number-words.ts';
import type { Around, Order } from './order.ts';
import type { Quantity } from './quantities.ts';
import { isSetting } from './settings.ts';
import { COST, GOOD, LESS_VERB, MEASURED } from './words.ts';

/** Both states by name: `before … after`, `old … new`, `main … this branch`. */
const LABELLED =
  /\b(?:before\b[\s\S]{0,120}\b(?:after|now|with)|old:[\s\S]{0,120}\bnew|(?:main|master|baseline):[\s\S]{0,120}\b(?:this|branch|new|pr))\b/i;
/** Both states by their order: `14 s → 2 s`, `2 s (was 14 s)`, `now 2 s, before 14 s`. */
const TWO_STATES =
  /→|⇒|[-=]{1,2}>|\b(?:was|were|now|before|previously|down from|from)\b|\bto\s(?:just|only|under|below|less than)\b/i;
const UNIT_IN_LABEL =
  /\(\s?(?:ns|µs|us|ms|s|sec|seconds|min|minutes|[kmg]i?b|bytes|%|ops\/s|req\/s)\s?\)[\s:*]{0,4}$/i;
const COUNTED =
  /\b(?:quer(?:y|ies)|requests?|calls?|round[- ]?trips?|allocations?|allocs(?:\/op)?|reads|writes|lookups|scans|copies|syscalls|errors|failures|alerts|warnings|tasks|dependencies|jobs|rows (?:read|scanned|locked|fetched|written)|log lines|duplicates|instructions|retries|crashes|round trips|hops|steps|clicks|series|cardinality|keys|spans|transactions|statements|locks|pages(?! of)|incidents|tickets|complaints|restarts|oom\w{0,6}|deadlocks|conflicts|collisions|misses|flakes|findings|violations|vulnerabilities|suppressions|re-?renders|amplification|connections in use|without an?|unowned|orphan(?:s|ed)|broken|stale|failing)\b/i;
/** Counted things worth sparing, whatever the verb; rows and steps are not, for examples have those too. */
export const SPARED =
  /\b(?:quer(?:y|ies)|requests|calls|round[- ]?trips|allocations|allocs(?:\/op)?|lookups|scans|syscalls|errors|failures|alerts|crashes|restarts|connections in use|(?:open|idle|leaked|stale) connections|pages a (?:night|week|month)|timeouts|incidents|kills)\b/i;
const SPARED_BY = /\b(?:instead of|rather than|was|down from|against)\b/i;
const READS_FEWER =
  /\b(?:reads?|scans?|fetch(?:es)?|walks?|touch(?:es)?|locks?|visits?)\s(?:only\s|just\s)?$/i;
const STORED =
  /^\s(?:[\w-]{1,14}\s)?(?:rows|entries|partitions|files|pages|segments|shards|documents|keys|records|tables|objects)\b/i;
/** What tells two counts apart in time. */
const BECAME = /\bfrom\b|→|->|\blast (?:week|month|quarter|year)\b|\bbefore\b/i;
const TO = /\sto\s(?:just\s|only\s)?[~≈]?$/i;
/** What is held for a time by design, unlike what takes it. */
const HELD =
  /\b(?:sessions?|tokens?|cookies?|links?|holds?|breaks?|videos?|clips?|audio|recordings?|stand-?ups?|calls)\s(?:\w{1,12}\s){0,3}(?:from\s)?[~≈]?$/i;
const TICKS = /^\s(?:ticks?|steps|increments|slots|slices|granularity|resolution)\b/i;
const RAN =
  /\b(?:called|ran|runs|invoked|executed|evaluated|built|computed|parsed)\s(?:about\s|only\s)?[~≈]?$/i;
/** Somebody watched it fall; a value that is set does not fall by itself. */
const FELL =
  /\b(?:fell|falls?|dropped|declined|sank|shrank|went down|(?:is|are) down)\sfrom\s(?:about\s|around\s|over\s)?[~≈]?$/i;
const RATE = /^\s?(?:[\w-]{1,14}\s?)?(?:\/\s?s(?:ec)?\b|per second)|^\s?\(\s?[-+−]\d/;
const LOAD = /\b(?:load test|generator|simulat\w{1,6}|traffic of)\b/i;

/** What costs more than before is no outcome to tell, unless it is a gain (throughput) or benchmark output. */
export function isBetter(sentence: string, left: Quantity, right: Quantity, order: Order): boolean {
  const sameUnit = left.dimension === right.dimension;
  const values = sameUnit ? [left.value, right.value] : [plain(left), plain(right)];
  const [before = 0, after = 0] = order === 'before first' ? values : values.toReversed();
  if (after < before) return true;
  const isRate = RATE.test(sentence.slice(right.to)) || right.dimension === 'rate';
  return GOOD.test(sentence) || (isRate && !LOAD.test(sentence));
}

/** A pair is an outcome when the words name a cost or a gain and do not name a setting. */
export function isOutcome({ lead, gap, tail }: Around, left: Quantity, right: Quantity): boolean {
  if (/^\s?\(\s?[-+−]\d{1,4}(?:\.\d{1,4})?\s?%/.test(tail)) return true;
  if (isSetting(lead, tail) || isSetting(lead, gap) || TICKS.test(tail)) return false;
  const near = `${lead.slice(-90)} ${gap} ${tail.slice(0, 40)}`;
  const dimension = right.dimension === 'count' ? left.dimension : right.dimension;
  if (dimension === 'count') return isCountedOutcome({ lead, gap, tail }, left, right);
  if (dimension !== 'percent' && LABELLED.test(near)) return true;
  const from = dimension === 'time' ? lead.slice(-14) : '';
  const states = `${from} ${gap} ${tail.slice(0, 12)}`;
  if (dimension === 'rate' || (isMeasure(dimension, right) && TWO_STATES.test(states) && !HELD.test(lead)))
    return true;
  return (
    COST.test(near) || GOOD.test(near) || RAN.test(lead) || (dimension !== 'percent' && isMeasured(near))
  );
}

function isMeasured(near: string): boolean {
  return LESS_VERB.test(near) || MEASURED.test(near);
}

/** Durations and sizes that fell are outcomes by themselves; shares, prices and days need to say of what. */
function isMeasure(dimension: Quantity['dimension'], last: Quantity): boolean {
  if (dimension === 'time') return !/\b(?:days?|weeks?|d)$/i.test(last.text);
  return dimension === 'bytes' || dimension === 'cores';
}

/** Bare numbers need a thing that is worth having less of, or a unit in the label: `latency (ms): 350 -> 90`. */
function isCountedOutcome({ lead, gap, tail }: Around, left: Quantity, right: Quantity): boolean {
  const near = `${lead.slice(-90)} ${gap} ${tail.slice(0, 40)}`;
  if (UNIT_IN_LABEL.test(lead)) return COST.test(lead) || GOOD.test(lead);
  if (right.value > left.value && (RATE.test(tail) || GOOD.test(near))) return true;
  if (SPARED_BY.test(gap)) return SPARED.test(near) || (READS_FEWER.test(lead) && STORED.test(gap));
  if (FELL.test(lead) && left.value >= 10 && right.value * 2 <= left.value) return true;
  const told = COUNTED.test(near) && (LESS_VERB.test(near) || BECAME.test(near) || TO.test(gap));
  return told && right.value < left.value;
}

/** The bare number of a quantity, for two of which only one says the unit. */
export function plain(quantity: Quantity): number {
  const digits = /\d+(?:\.\d+)?/.exec(quantity.text.replaceAll(',', ''))?.[0];
  return digits === undefined ? numberWord(/[a-z]+/i.exec(quantity.text)?.[0] ?? '').value : Number(digits);
}
