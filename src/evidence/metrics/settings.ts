/** Words that make a figure the value of something somebody set, so that no work brought it about. */

const SETTING =
  /\b(?:(?<!\b(?:by|failed with|ended in|hit)\s(?:an?\s)?)time-?outs?|(?<!\b(?:longest|average|mean|median|worst|typical|lock|fsync|io|disk|queue)\s)waits?(?!\s?(?:time|ing))|sleeps?|jitter|lease|time to live|(?:cpu|memory) requests?|limits?|intervals?|ttl|retention|max(?:imum)?|min(?:imum)?|batch(?:es)?(?:[- ]?size)?|buffers?(?:[- ]size)?|pool(?:[- ]size)?|replicas?|thresholds?|defaults?|concurrency|quotas?|ports?|retries|retry|back-?off|delay|(?<!\bon\s)windows?|cache[- ]size|heap[- ]size|settings?(?!\s(?:quer(?:y|ies)|lookups?|reads|calls)\b)|configur(?:e|es|ed|ation|able)|config(?!\s(?:quer(?:y|ies)|lookups?|reads|calls)\b)|flags?|parameters?|option|env(?:ironment)? var(?:iable)?s?|caps?|capped|sampl(?:e|es|ed|ing)(?:[- ]rate)?|partitions|shards|workers|threads|(?<!\b(?:open|idle|leaked|stale)\s)connections(?!\sin use)|page[- ]size|chunk[- ]size|block[- ]size|grace|cadence|deadline|budget|schedule|cron|poll(?:s|ing)?|rate[- ]limit|keep-?alive|slo|sla|life-?times?|validity|expiry|expiration|heart-?beats?|debounce|throttl(?:e|es|ed|ing)|cool-?down|trial|animations?|covers|kept|videos?|clips?|(?:chunks|blocks|segments|batches) of|(?:instances?|machines?|runners?) (?:with|of)|spinners?|transitions?|tool-?tips?|fees?|prices?|pricing|vat|tax|discounts?|commission|roll-?out|ramp|width|height|padding|margin|font|opacity|zoom|meetings?|sync period|multiplier|capacity|ctx|context|tolerance|epsilon|test data|fixtures?|seeds? (?:the|a|with)|(?:generated|seeded|sample|test|fake|mock|dummy) (?:rows?|data|records|orders|users|objects|events))\b(?!\s(?:errors?|failures?|exceptions?|alerts?|incidents?|expir\w{1,8}))/gi;

/** A result all the same: `latency`, though a batch size stands before it. */
export const STRONG =
  /\b(?:latency|p50|p9\d|p999|throughput|rss|allocations?|allocs|cpu time|memory usage|wall[- ]clock|response times?|build times?|load times?|startup time|error rate|volume)\b/i;
/** Whatever follows these, it is a value that was set. */
const SET =
  /\b(?:defaults?(?!-)|initial (?:size|capacity|delay|value))\b[^,;]{0,50}$|\b(?:requests|reserves)\s$/i;
const SET_AFTER = /^[^,;.]{0,40}\bby default\b/i;
/** `With a batch of 1000 it now makes 9 queries`: the number after the setting was its own. */
const HAS_ITS_OWN = /(?:^|\s)\d[\d,.]*[a-zA-Z%]{0,3}[,\s]\s?(?=[a-z])/;
/** `the memory footprint of idle sleeps`: a cost of the thing that could be set. */
const COST_OF =
  /\b(?:latency|memory|footprint|overhead|cpu|costs?|duration|time|size|count|number) (?:of|for|in) (?:[\w-]{1,14}\s){0,2}$/i;
const PIECES = /^\s?(?:chunks?|blocks?|buffers?|segments?|slices|instances?|machines?|runners?|volumes?)\b/i;
const SETTING_NEXT = new RegExp(`^[\\s-](?:[\\w-]{1,16}\\s){0,1}(?:${SETTING.source})`, 'i');
/** `0.3x the batch size` is a part of it, not its value. */
const OF_IT = /^\s(?:of )?(?:the|its|their)\s/i;
const EARLIER_CLAUSE = /^.*(?:;\s|,\s(?:but|and|which|so)\s)/s;
const PER = /\b(?:every|each)\s[~≈]?$/i;

/** True when the words around a figure make it the value of a setting: `timeout from 30 s to 60 s`. */
export function isSetting(lead: string, tail: string): boolean {
  const near = inWords(lead.slice(-90))
    .replaceAll(/\([^()]{0,60}\)/g, ' ')
    .replace(EARLIER_CLAUSE, '')
    .slice(-60);
  if (PER.test(near) || SET.test(near) || SET_AFTER.test(tail) || isNamedBefore(near)) return true;
  return PIECES.test(tail) || (!OF_IT.test(tail) && SETTING_NEXT.test(tail.slice(0, 40)));
}

function isNamedBefore(near: string): boolean {
  const last = [...near.matchAll(SETTING)].at(-1);
  if (last === undefined || COST_OF.test(near.slice(0, last.index))) return false;
  const rest = near.slice(last.index);
  return !STRONG.test(rest) && !HAS_ITS_OWN.test(rest.slice(last[0].length));
}

/** `PushPullInterval` and `IDLE_SLEEP` say in code what a sentence says with spaces. */
function inWords(text: string): string {
  return text.replaceAll(/(?<=[a-z])(?=[A-Z])|_/g, ' ').replaceAll('`', ' ');
}
