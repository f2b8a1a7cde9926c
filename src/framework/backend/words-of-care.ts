import type { Rule } from '../schema.ts';

/** Words that tell of care: what keeps working, what can be trusted, who is helped, and how it is argued. */
export const wordsOfCare: readonly Rule[] = [
  // keeps working
  rule(
    'speed',
    String.raw`\b(slow(er|ness)?|fast(er)?|speed(s|up)?|latenc(y|ies)|throughput|performan(ce|t)|p9[059]|hot ?path|cpu|benchmarks?|(?<!(user|customer|account) )profil(e|es|ing|er))\b`,
    'is about speed',
  ),
  rule(
    'memory',
    String.raw`\b(memory|ooms?|out of memory|leak(s|ed|ing)?|allocat\w+|heap|garbage|gc|disk( space| usage)?)\b`,
    'is about memory or space',
  ),
  rule(
    'caching',
    String.raw`\b(cach(e|es|ed|ing)|memoi[sz]\w+|batch(es|ed|ing)?|prefetch\w*|n\+1|lazy|parallel\w*|async|concurren(t|cy|tly)|thread( |-)?pool|pool(s|ing)?)\b`,
    'does the same work with less effort',
  ),
  rule(
    'queries',
    String.raw`\b(slow quer(y|ies)|query plan|explain analy[sz]e|(add|missing|create|drop|new|database|composite|partial) (an? )?ind(ex|exes|ices)\b(?!\.[a-z]| (page|file)s?)|index concurrently|full (table )?scan|deadlocks?)\b`,
    'makes the database work less',
  ),
  rule(
    'failure',
    String.raw`\b(panic(s|ked)?|crash(es|ed|ing)?|segfault|nil pointer|null pointer|npe|deadlocks?|races?|race condition|data[- ]race|hang(s|ing)?|stuck|infinite loop|corrupt\w*|data loss|lost|exceptions?|errors?|fail(s|ed|ing|ures?)?)\b`,
    'is about something that failed',
  ),
  rule(
    'retries',
    String.raw`\b(retr(y|ies|ied|ying)|time ?outs?|back ?off|jitter|circuit breaker|back ?pressure|dead letter|dlq|heartbeat|keep ?alive|health ?checks?|probe|shutdown|drain(s|ing)?|evict\w*|lease|(?<!\.)lock(s|ing|ed)?(?![- ]?files?\b))\b`,
    'keeps one failure from becoming many',
  ),
  rule(
    'observing',
    String.raw`\b(metrics?|log(s|ged|ging)?(?! (in|out)\b)|log level|trac(e|es|ing)|spans?|telemetry|otel|opentelemetry|prometheus|grafana|sentry|datadog|monitor(s|ing|ed)?|observab\w+|dashboards?|histogram|instrument\w*)\b`,
    'makes visible how the system behaves',
  ),
  rule(
    'alerting',
    String.raw`\b(alert(s|ing)?( rules?)?|slos?|slis?|pager|on[- ]?call|run ?books?|playbook|incidents?|outages?|post[- ]?mortem|hot ?fix)\b`,
    'helps whoever is on call',
  ),
  rule(
    'capacity',
    String.raw`\b(capacity|auto ?scal\w+|scal(e|es|ing)( up| out)?|replicas?|overload\w*|saturat\w+|high (load|traffic)|production|(?<!(exchange|interest|tax) )rate of)\b`,
    'is about load in production',
  ),
  rule(
    'security',
    String.raw`\b(security|vulnerab\w+|cves?-?|xss|csrf|ssrf|(?<!dependency )injection|sanitiz\w+|secrets?|encrypt\w+|certificates?)\b`,
    'is about security',
  ),
  // trust in the code
  rule(
    'tests',
    String.raw`\b(unit ?tests?|tests?|testing|test (suite|case|coverage)s?|coverage|e2e|end[- ]to[- ]end|integration tests?|fixtures?|mock(s|ed|ing)?|snapshot tests?)\b`,
    'is about tests',
  ),
  rule(
    'flaky',
    String.raw`\b((?<!nix )flak(y|e|es|iness)|intermittent(ly)?|non[- ]?deterministic|deflake)\b`,
    'makes a test trustworthy again',
  ),
  rule(
    'lint',
    String.raw`\b(lint(s|er|ers|ing)?|clippy|eslint|rubocop|golangci\S*|mypy|ruff|prettier|pylint|static analysis|typ(ing|ings|e[- ]?safety|e hints?|e annotations?)|typescript|strict mode|warnings?)\b`,
    'lets a tool find mistakes',
  ),
  rule(
    'tooling',
    String.raw`\b(makefile|script(s)?|dev(eloper)? (tool|experience|environment|server|loop)\w*|local dev(elopment)?|tooling|codegen|generator|debug(ging)?|docker|nix|build time)\b`,
    'makes the work of developers easier',
  ),
  // other people
  rule(
    'guide',
    String.raw`\b(readmes?|guides?|tutorials?|how[- ]?to|examples?|explain(s|ed|ation)?|docs (for|about|on)|best practices|contribut(ing|ors?)|onboarding|faq)\b`,
    'explains something to others',
  ),
  rule(
    'ownership',
    String.raw`\b(code ?owners?|owners|an owner|owners? file|maintainers?|approvers?|issue templates?|pull request template|review(ers?)? guidelines?)\b`,
    'makes clear who looks after what',
  ),
  rule(
    'teams',
    String.raw`\b(other teams?|teams?|customers? (asked|reported|requested)|downstream|consumers?|upstream|announc\w+|notif(y|ies) (users|customers|teams)|coordinat\w+|requested by|reported by)\b`,
    'names people outside the own team',
  ),
  // how it is argued
  rule(
    'cause',
    String.raw`\b(root cause|caused by|the (reason|cause|problem|issue) (is|was)|because|turns out|this happens when|due to|regression)\b`,
    'says why it went wrong',
  ),
  rule(
    'before',
    String.raw`\b(previously|currently|before this|used to|until now|today(?=,)|at the moment|the old)\b`,
    'says how it was before',
  ),
  rule(
    'therefore',
    String.raw`\b(so that|this (means|lets|allows|makes|enables|ensures)|in order to|as a result|now we can|makes it (easier|possible)|which means)\b`,
    'says what it is good for',
  ),
  rule(
    'verified',
    String.raw`\b(tested (on|in|with|locally|against)|verified|measured|benchmark(ed)?|in (staging|production|prod)|reproduc(e|ed|es|tion)|observed)\b`,
    'says how it was checked',
  ),
  rule(
    'risk',
    String.raw`\b(risks?|roll ?back|revert(ed)? if|backwards?[- ]compatib\w+|zero[- ]downtime|without downtime|safe(ly|ty)?|careful(ly)?|trade[- ]?offs?|alternatives?)\b`,
    'weighs a risk',
  ),
];

function rule(key: string, pattern: string, reason: string): Rule {
  return { key, pattern, reason };
}
