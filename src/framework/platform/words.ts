import type { Rule } from '../schema.ts';

/** What titles and descriptions of platform work tell. */
export const words: readonly Rule[] = [
  // reliability
  rule(
    'target',
    String.raw`\b(slos?|slis?|error budgets?|availability|uptime)\b`,
    'is about a promised target',
  ),
  rule(
    'limits',
    String.raw`\b(rate[- ]limit\w*|quotas?|back ?pressure|load[- ]shed\w*|sheds? load|shedding|throttl\w+|circuit breakers?|time ?outs?|retr(y|ies)|back ?off|jitter)\b`,
    'keeps one failure from becoming many',
  ),
  rule(
    'capacity',
    String.raw`\b(capacity|auto ?scal\w+|overload\w*|headroom|replicas?|ooms?|out of memory|(cpu|memory) (limits?|requests?)|disk (space|full))\b`,
    'is about load and room for it',
  ),
  rule(
    'failover',
    String.raw`\b(fail[- ]?over|redundan\w+|multi[- ](az|region|zone)|disaster recovery|backups?|restor(e|es|ed|ing)|graceful(ly)?|drain(s|ed|ing)?|chaos|game ?days?)\b`,
    'prepares for a failure',
  ),
  // incidents
  rule(
    'incident',
    String.raw`\b(incidents?|outages?|sev ?[0-4]|post[- ]?mortems?|root causes?|hot ?fix(es)?|mitigat\w+)\b`,
    'belongs to an incident',
  ),
  rule(
    'oncall',
    String.raw`\b(run ?books?|playbooks?|on[- ]?call|pag(er|ed|ing) (duty|load|us)|escalation)\b`,
    'helps whoever is on call',
  ),
  // infrastructure and delivery
  rule(
    'cluster',
    String.raw`\b(clusters?|kubernetes|k8s|helm|node ?pools?|ingress|terraform|vpcs?|subnets?|dns|load ?balancers?|certificates?|iam)\b`,
    'changes what services run on',
  ),
  rule(
    'pipeline',
    String.raw`\b(ci|cd|pipelines?|build (times?|cache)|runners?|deploy(s|ed|ing|ments?)?|releas(e|es|ing)|roll ?outs?|canar(y|ies)|blue[- ]green|artefacts?|artifacts?)\b`,
    'changes how changes reach users',
  ),
  rule(
    'upgrade',
    String.raw`\b(upgrad(e|es|ed|ing) .{0,40}\b(cluster|postgres|kafka|redis|kubernetes|nodes?|database)|end[- ]of[- ]life)\b`,
    'keeps the ground up to date',
  ),
  rule(
    'cost',
    String.raw`\b(costs?|spend|savings?|cheaper|spot instances?|reserved instances?|right[- ]?siz\w+)\b`,
    'is about what running it costs',
  ),
  // observability
  rule(
    'observing',
    String.raw`\b(metrics?|trac(es|ing)|spans?|telemetry|otel|opentelemetry|prometheus|grafana|dashboards?|structured logs?|log (level|volume|retention)s?|observab\w+|instrument\w*)\b`,
    'makes visible how systems behave',
  ),
  rule(
    'alerting',
    String.raw`\b(alert(s|ing)?( rules?)?|burn[- ]rate|false (alarms?|positives?)|noisy (alerts?|pages?))\b`,
    'decides what calls somebody',
  ),
  // enablement
  rule(
    'selfservice',
    String.raw`\b(self[- ]serv\w+|templates?|golden path|paved (road|path|way)|scaffold\w*|portal|starter|by themselves)\b`,
    'lets others do it by themselves',
  ),
  rule(
    'guide',
    String.raw`\b(guides?|how[- ]?to|onboarding|documentation|docs|tutorials?|workshop|office hours)\b`,
    'explains it to others',
  ),
  rule(
    'teams',
    String.raw`\b((other|all|every|each|product|service) teams?|developers can|requested by|announc\w+)\b`,
    'names those whom it is for',
  ),
  // judgement
  rule(
    'proof',
    String.raw`\b(rehears\w+|load[- ]test\w*|in shadow|dry[- ]run|restored from|measured|before and after|tested (in|against|on) (staging|production))\b`,
    'shows that it works',
  ),
  rule(
    'undo',
    String.raw`\b(roll(ed|ing|s)?[- ]?back|way back|revers(e|i)ble|feature flag|kill[- ]?switch|zero[- ]downtime|without downtime)\b`,
    'says how it can be taken back',
  ),
  rule(
    'cause',
    String.raw`\b(root causes?|caused by|turn(s|ed) out|because|the (cause|reason) (is|was))\b`,
    'tells the cause',
  ),
  rule('chore', String.raw`^(chore|style|docs?\(typo\))|\b(typo|bump|lint|formatting|rename)\b`, 'is upkeep'),
];

function rule(key: string, pattern: string, reason: string): Rule {
  return { key, pattern, reason };
}
