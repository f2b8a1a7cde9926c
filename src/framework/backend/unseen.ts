import type { Pack } from '../schema.ts';

/** The kinds of work that leave no trace when they go well, most telling first. */
export const unseen: Pack['unseen'] = [
  {
    key: 'migration',
    title: 'Database migration',
    words: String.raw`\b(backfill|dual[- ]?writ\w+|(data|schema|database) migration|zero[- ]downtime)\b`,
    paths: String.raw`(^|/)(migrations?|migrate|alembic|flyway|versions)/([^/]+/)?(V?\d[^/]*|[^/]+\.sql)$`,
  },
  {
    key: 'deprecation',
    title: 'Deprecation',
    words: String.raw`\b(deprecat\w+|sunset\w*|end[- ]of[- ]life)\b`,
  },
  {
    key: 'runbook',
    title: 'Runbook or alert',
    words: String.raw`\b(run ?books?|playbooks?|alert (rule|for|on|when)s?|alerting|slos?|post[- ]?mortem)\b`,
    paths: String.raw`(^|/)(run-?books?|playbooks?|post-?mortems?)/[^/]+\.(md|rst|adoc)$|(^|/)(alerts?|alerting)/[^/]+\.(ya?ml|rules|libsonnet|jsonnet|tf)$`,
  },
  {
    key: 'resilience',
    title: 'Retries, time-outs, graceful failure',
    words: String.raw`\b(retr(y|ies)|back ?off|time ?outs?|circuit breaker|graceful(ly)?|dead letter|idempoten\w+|fall ?back|back ?pressure|deadlocks?|race condition)\b|\b(fix|stop|plug|prevent|close|find)\w*\b.{0,40}\bleaks?\b`,
  },
  {
    key: 'capacity',
    title: 'Capacity and limits',
    words: String.raw`\b(capacity|quotas?|rate[- ]limit\w*|auto ?scal\w+|connection pool|n\+1|query plan|index concurrently|missing index|memory (usage|use|footprint)|ooms?)\b`,
  },
  {
    key: 'instrumentation',
    title: 'Instrumentation',
    words: String.raw`\b(adds?|emits?|exposes?|records?|instrument\w*|new|more)\b.{0,40}\b(metrics|tracing|spans?|dashboards?|telemetry)\b|^dashboards?\b|\bobservability\b`,
    paths: String.raw`(^|/)(dashboards?|grafana)/[^/]+$`,
  },
  {
    key: 'tests',
    title: 'Trust in tests',
    words: String.raw`\b(fix|stabili[sz]|find|cure|repair)\w*\b.{0,40}\bflak\w*|\bdeflak\w*|\btest (harness|foundation)s?\b`,
  },
  {
    key: 'pipeline',
    title: 'Build and CI time',
    words: String.raw`\b(ci|build(?! (an?|the|up|on)\b)|pipeline)\b.{0,60}\b(time|minutes?|seconds?|fast\w*|slow\w*|parallel\w*|cach\w+)\b`,
  },
  {
    key: 'ownership',
    title: 'Ownership',
    words: String.raw`\bcode ?owners?\b`,
    paths: String.raw`(^|/)codeowners$`,
  },
  {
    key: 'guide',
    title: 'Guide or decision record',
    words: String.raw`\b(guide|how[- ]to|onboarding|contributing|rfc|adr)\b`,
    paths: String.raw`(^|/)(contributing\.md|guides?/[^/]+|onboarding[^/]*|rfcs?/[^/]+|adrs?/[^/]+)$`,
  },
];
