import type { Pack } from '../schema.ts';

/** The kinds of work that leave no trace when they go well, most telling first. */
export const unseen: Pack['unseen'] = [
  {
    key: 'migration',
    title: 'The database changed and nobody had to notice',
    words: String.raw`\b(backfill|dual[- ]?writ\w+|(data|schema|database) migration|zero[- ]downtime)\b`,
    paths: String.raw`(^|/)(migrations?|migrate|alembic|flyway|versions)/([^/]+/)?(V?\d[^/]*|[^/]+\.sql)$`,
  },
  {
    key: 'deprecation',
    title: 'An old way retired with notice',
    words: String.raw`\b(deprecat\w+|sunset\w*|end[- ]of[- ]life)\b`,
  },
  {
    key: 'runbook',
    title: 'Ready for the next incident',
    words: String.raw`\b(run ?books?|playbooks?|alert (rule|for|on|when)s?|alerting|slos?|post[- ]?mortem)\b`,
    paths: String.raw`(^|/)(run-?books?|playbooks?|alerts?|alerting|postmortems?)(/[^/]+|\.(md|ya?ml))$`,
  },
  {
    key: 'resilience',
    title: 'Failure made harmless',
    words: String.raw`\b(retr(y|ies)|back ?off|time ?outs?|circuit breaker|graceful(ly)?|dead letter|idempoten\w+|fall ?back|back ?pressure|deadlocks?|race condition|leak(s|ed|ing)?)\b`,
  },
  {
    key: 'capacity',
    title: 'Room made before it ran out',
    words: String.raw`\b(capacity|quotas?|rate[- ]limit\w*|auto ?scal\w+|connection pool|n\+1|query plan|index concurrently|missing index|memory (usage|use|footprint)|ooms?)\b`,
  },
  {
    key: 'instrumentation',
    title: 'Made visible before it hurts',
    words: String.raw`\b(metrics?|tracing|dashboards?|instrument\w*|observability|telemetry)\b`,
    paths: String.raw`(^|/)(dashboards?|grafana)/[^/]+$`,
  },
  {
    key: 'tests',
    title: 'Tests that others can trust',
    words: String.raw`\b(flak(y|es|iness)|deflake|test (harness|suite|coverage|foundation))\b`,
  },
  {
    key: 'pipeline',
    title: 'A build that everyone waits less for',
    words: String.raw`\b(ci|build(?! (an?|the|up|on)\b)|pipeline)\b.{0,60}\b(time|minutes?|seconds?|fast\w*|slow\w*|parallel\w*|cach\w+)\b`,
  },
  {
    key: 'ownership',
    title: 'Clear who looks after what',
    words: String.raw`\bcode ?owners?\b`,
    paths: String.raw`(^|/)codeowners$`,
  },
  {
    key: 'guide',
    title: 'Written down for others',
    words: String.raw`\b(guide|how[- ]to|onboarding|contributing|rfc|adr)\b`,
    paths: String.raw`(^|/)(contributing\.md|guides?/[^/]+|onboarding[^/]*|rfcs?/[^/]+|adrs?/[^/]+)$`,
  },
];
