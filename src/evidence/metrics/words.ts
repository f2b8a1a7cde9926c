/** Word stems that tell an outcome from a setting. Each pattern is linear and is tried on one clause at a time. */

export const LESS_VERB =
  /\b(?:reduc(?:e|es|ed|ing)|cut(?:s|ting)?|drop(?:s|ped|ping)?|shrink(?:s|ing)?|shrank|shrunk|sav(?:e|es|ed|ing)|lower(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|shav(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell|free(?:s|d|ing)?(?: up)?|reclaim(?:s|ed|ing)?|speed(?:s|ing)?(?: up)?|sped(?: up)?|shorten(?:s|ed|ing)?|bring(?:s|ing)?|brought|go(?:es|ing)?|went|improv(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|is down|are down|was down|down)\b/i;

export const MORE_VERB =
  /\b(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|ris(?:e|es|ing)|rose|grow(?:s|ing)?|grew|climb(?:s|ed|ing)?|goes|went|go|boost(?:s|ed|ing)?|is up|up)\b/i;

/** What a gain is better for having more of. */
export const GOOD =
  /\b(?:throughput|hit[- ]rate|hit[- ]ratio|success[- ]rate|availability|uptime|requests per second|rps|qps|ops\/s|req\/s|events per second|messages per second)\b/i;

/** What a gain is better for having less of. */
export const COST =
  /\b(?:latency|latencies|p50|p75|p90|p95|p99|p999|p99\.9|tp99|median|duration|time|times|runtime|wall[- ]clock|memory|heap|rss|cpu|gc|allocations?|allocs?(?:\/op)?|bytes\/op|b\/op|sec\/op|ns\/op|bundle|image|binary|payloads?|bodies|response|footprint|disk|storage|egress|bandwidth|traffic|bill|costs?|spend|errors?|error[- ]rate|failures?|failure[- ]rate|flakes?|crash(?:es)?|quer(?:y|ies)|requests?|calls?|round[- ]?trips?|reads?|writes?|lookups?|scans?|rows read|syscalls?|instructions?|startup|start-up|cold starts?|boot|build|builds|pipeline|ci|deploys?|deployment|compile|compilation|test suite|suite|page load|load time|renders?|volume|log lines|lag|backlog|alerts?|pages|tasks?|duplicates?|object size|index size|table size|file size|artifact|container|download|upload|checkout|install|readiness|replay|recovery|failover|restore|back-?ups?|backfills?|bench|contention|pressure|overhead|churn|utili[sz]ation|usage|cardinality|chunks?|index|amplification|queue time|listing|loading|query plan|job|jobs|run|runs|(?:declin|drop|loss|miss|reject|rejection|abort|bounce|refusal|flak|flake|conflict|crash|defect|fallback|restart)\w{0,3}[- ]rate|ttfb|first byte|sync|import|export|search|endpoint|screen|page|report|migration)\b/i;

/** Gains that do not say of what there is less or more. */
export const PERFORMANCE = /\b(?:performance|perf|speed|efficiency)\b/i;

/** Verbs of measuring a run: they make two durations or sizes a comparison. */
export const MEASURED =
  /\b(?:takes?|took|taking|(?:runs?|ran|finish(?:es|ed)?|completes?|completed|done|loads?|loaded|returns?|returned) in|fetch(?:es)?|downloads?|transfers?|reads|scans|walks|needs?|needed|uses?|used|spends?|spent|allocates?|allocated|on (?:main|master)|before|used to (?:be|take|need|use))\b/i;

/** Things whose removal is an outcome when they are counted. */
export const REMOVABLE =
  /^(?:[\w-]{1,24}\s){0,3}?(?:quer(?:y|ies)|(?:api |network |rpc |database |redundant )?calls?|requests?|round[- ]?trips?|allocations?|allocs?|reads?|writes?|lookups?|copies|syscalls?|dependenc(?:y|ies)|errors?|failures?|alerts?|warnings?|crash(?:es)?|duplicates?|flaky tests?|(?:stale|duplicate|orphaned|dead|redundant) rows|unused (?:feature )?flags|lines of (?:dead|unused|duplicated?|legacy|obsolete|copied)[\w -]{0,12}|(?:dead|unused|duplicated?|legacy|obsolete) lines|(?:unused|deprecated|obsolete|dead|legacy) (?:indexes|tables|columns|endpoints|(?:feature )?flags|packages|services|jobs)|(?:lint )?violations|vulnerabilities|stale (?:flags|feature flags|entries|rows))\b/i;

const SETTING =
  /\b(?:(?<!\b(?:by|failed with|ended in|hit)\s(?:an?\s)?)time-?outs?|(?<!\b(?:longest|average|mean|median|worst|typical|lock|fsync|io|disk|queue)\s)waits?(?!\s?(?:time|ing))|sleeps?|jitter|lease|time to live|(?:cpu|memory) requests?|limits?|intervals?|ttl|retention|max(?:imum)?|min(?:imum)?|batch(?:es)?(?:[- ]?size)?|buffers?(?:[- ]size)?|pool(?:[- ]size)?|replicas?|thresholds?|defaults?|concurrency|quotas?|ports?|retries|retry|back-?off|delay|windows?|cache[- ]size|heap[- ]size|settings?(?!\s(?:quer(?:y|ies)|lookups?|reads|calls)\b)|configur(?:e|es|ed|ation|able)|config(?!\s(?:quer(?:y|ies)|lookups?|reads|calls)\b)|flags?|parameters?|option|env(?:ironment)? var(?:iable)?s?|caps?|capped|sampl(?:e|es|ed|ing)(?:[- ]rate)?|partitions|shards|workers|threads|connections(?!\sin use)|page[- ]size|chunk[- ]size|block[- ]size|grace period|deadline|budget|schedule|cron|poll(?:s|ing)?|rate[- ]limit|keep-?alive|slo|sla|life-?times?|validity|expiry|expiration|heart-?beats?|debounce|throttl(?:e|es|ed|ing)|cool-?down|trial|animations?|covers|kept|videos?|clips?|(?:chunks|blocks|segments|batches) of|(?:instances?|machines?|runners?) (?:with|of)|spinners?|transitions?|tool-?tips?|fees?|prices?|pricing|vat|tax|discounts?|commission|rollout|width|height|padding|margin|font|opacity|zoom)\b(?!\s(?:errors?|failures?|exceptions?|alerts?|incidents?|expir\w{1,8}))/gi;

const STRONG =
  /\b(?:latency|p50|p9\d|p999|duration|throughput|rss|allocations?|allocs|cpu time|memory usage|wall[- ]clock|response times?|build times?|load times?|startup time|error rate|volume)\b/i;

const UNSURE =
  /\b(?:should|would|could|may|might|expect(?:s|ed|ing|ation)?|aim(?:s|ed|ing)?|goals?|target(?:s|ed|ing)?|hop(?:e|es|ed|ing|efully)|potential(?:ly)?|probably|likely|estimat(?:e|es|ed|ion)|theor(?:y|etical|etically)|ideally|plan(?:s|ned) to|want(?:s|ed)? to|propos(?:e|al|ed|es)|if|can(?!\s(?:now|see|be seen)\b)|try|tries|trying|attempts?|todo|will|suppose[ds]?|guess|assum(?:e|es|ing)|maybe|perhaps|presumably|projected|anticipat(?:e|ed|es)|up to|as much as|needs? to|intend(?:s|ed)?|in principle|eventually|we'll|it'll|i think|we think|i believe|unless)\b|\?\s*$/i;

const NEGATED =
  /\b(?:not|never|cannot|nor|neither|fail(?:s|ed) to)\b|n['’]t\b|\bno (?:change|difference|measurable|speed|gain|improvement|more than|less than)/i;

const ELSEWHERE =
  /\b(?:upgrad(?:e|es|ed|ing)|bump(?:s|ed|ing)?|versions? \d|coverage|tests? pass(?:ed|es|ing)?|passing|passed|line count|status codes?|(?:java|node|python|golang|go|postgres|postgresql|ruby|rails|react|kafka) \d|previously (?:caused|slowed)|regress(?:ed|ion|es)|got slower|slow(?:s|ed)? down|promis(?:e|es|ed|ing)|advertis(?:e|es|ed|ing)|vendor|claims? (?:to|that)|according to)\b/i;

/**
 * True when a sentence tells a hope, a guess or a condition, speaks of versions and test counts, or denies what
 * its words up to `end` say.
 */
export function isDoubtful(sentence: string, end: number): boolean {
  return isUnsure(sentence) || ELSEWHERE.test(sentence) || NEGATED.test(sentence.slice(0, end));
}

/** True when a sentence tells a hope, a guess, a goal or a condition. */
export function isUnsure(sentence: string): boolean {
  return UNSURE.test(sentence);
}

/** True when the words around a figure make it the value of a setting: `timeout from 30 s to 60 s`. */
export function isSetting(lead: string, tail: string): boolean {
  const near = lead
    .slice(-80)
    .replaceAll(/\([^()]{0,60}\)/g, ' ')
    .slice(-60);
  if (/\b(?:every|each)\s[~≈]?$/i.test(near)) return true;
  const last = [...near.matchAll(SETTING)].at(-1);
  if (last !== undefined && !STRONG.test(near.slice(last.index))) return true;
  return new RegExp(`^[\\s-](?:[\\w-]{1,16}\\s){0,1}(?:${SETTING.source})`, 'i').test(tail.slice(0, 40));
}
