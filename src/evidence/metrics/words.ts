/** Word stems that tell an outcome from a setting. Each pattern is linear and is tried on one clause at a time. */

export const LESS_VERB =
  /\b(?:reduc(?:e|es|ed|ing)|cut(?:s|ting)?|drop(?:s|ped|ping)?|shrink(?:s|ing)?|shrank|shrunk|sav(?:e|es|ed|ing)|lower(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|shav(?:e|es|ed|ing)|fall(?:s|en|ing)?|fell|free(?:s|d|ing)?(?: up)?|reclaim(?:s|ed|ing)?|speed(?:s|ing)?(?: up)?|sped(?: up)?|shorten(?:s|ed|ing)?|bring(?:s|ing)?|brought|go(?:es|ing)?|went|improv(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|speed-?ups?|collaps(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|sank|sinks|is down|are down|was down|down)\b/i;

export const MORE_VERB =
  /\b(?:increas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|ris(?:e|es|ing)|rose|grow(?:s|ing)?|grew|climb(?:s|ed|ing)?|goes|went|go|boost(?:s|ed|ing)?|is up|up)\b/i;

/** What a gain is better for having more of. */
export const GOOD =
  /\b(?:throughput|hit[- ]rate|hit[- ]ratio|success[- ]rate|availability|uptime|requests per second|rps|qps|ops\/s|req\/s|(?:events|messages|rows|writes|reads|records|jobs|orders|points|operations|transactions|documents)\s(?:[a-z]{1,12}\s)?(?:per|a) (?:second|minute|hour))\b/i;

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
  /^(?:[\w-]{1,24}\s){0,3}?(?:quer(?:y|ies)|(?:(?:api|network|g?rpc|database|db|sql|http|remote|redundant|tool|service|s3|client|store|system) )calls?|calls? (?:per|for each|on startup)|requests?|round[- ]?trips?|allocations?|allocs?|reads?|writes?|lookups?|copies|syscalls?|dependenc(?:y|ies)|errors?(?!\s(?:codes?|messages?|types?|handling|handlers?|paths?|cases?|classes|returns?)\b)|failures?|alerts?|warnings?|crash(?:es)?|duplicates|flaky tests?|(?:stale|duplicate|orphaned|dead|redundant) rows|unused (?:feature )?flags|lines of (?:dead|unused|duplicated?|legacy|obsolete|copied)[\w -]{0,12}|(?:dead|unused|duplicated?|legacy|obsolete) lines|(?:unused|deprecated|obsolete|dead|legacy) (?:indexes|tables|columns|endpoints|(?:feature )?flags|packages|services|jobs)|(?:lint )?violations|vulnerabilities|(?:non-null |type |unsafe )assertions|(?:unchecked |unsafe )casts|suppressions|import cycles|circular imports|stale (?:flags|feature flags|entries|rows))\b/i;

/** Words of a hope, a guess, a goal or a condition. */
export const UNSURE =
  /\b(?:should|would|could|may|might|expect(?:s|ed|ing|ation)?|aim(?:s|ed|ing)?|goals?|target(?:s|ed|ing)?|hop(?:e|es|ed|ing|efully)|potential(?:ly)?|probably|likely|estimat(?:e|es|ed|ion)|theor(?:y|etical|etically)|ideally|plan(?:s|ned) to|want(?:s|ed)? to|propos(?:e|al|ed|es)|if|can(?!\s(?:now|see|be seen)\b)|try|tries|trying|attempts?|todo|will|suppose[ds]?|guess|assum(?:e|es|ing)|maybe|perhaps|presumably|projected|anticipat(?:e|ed|es)|up to|as much as|needs? to|intend(?:s|ed)?|in principle|eventually|we'll|it'll|i think|we think|i believe|unless)\b|\?\s*$/i;

/** True when a sentence tells a hope, a guess, a goal or a condition. */
export function isUnsure(sentence: string): boolean {
  return UNSURE.test(sentence);
}
