import { describe, expect, test } from '@jest/globals';
import type { FileChange } from '../../src/evidence/facts.ts';
import { unseenOf } from '../../src/evidence/judge/unseen.ts';
import { readChange } from '../../src/evidence/reading.ts';
import { unseen as kinds } from '../../src/framework/backend/unseen.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { changeFacts, file } from '../fixtures/facts.ts';
import { smallPack } from '../fixtures/pack.ts';

const framework = compileFramework({ ...smallPack, unseen: kinds });
const code = file('src/berths/call.go', 30, 8);

function kindOf(title: string, files: readonly FileChange[] = [code], body = ''): string | null {
  const reading = readChange(changeFacts({ title, files, body }));
  return unseenOf(reading, { impact: null, metrics: [] }, framework)?.kind ?? null;
}

describe('what a title says of work that goes unseen', () => {
  test.each<readonly [kind: string, title: string]>([
    ['trust', 'Fix the flaky test of the tide import'],
    ['trust', 'Deflake berth booking in CI'],
    ['trust', 'test: make the crane test less flaky'],
    ['trust', 'Reproducible builds of the harbour image'],
    ['tests', 'Add contract tests between bookings and invoices'],
    ['tests', 'A test harness for the matcher that other services can use'],
    ['tests', 'feat(ledger): property tests for the split of fees'],
    ['pipeline', 'Cut CI from 40 to 12 minutes'],
    ['pipeline', 'Cache the compiled protos in the build'],
    ['pipeline', 'Parallelise the test suite over four shards'],
    ['deprecation', 'Deprecate the v1 export in favour of v2'],
    ['deprecation', 'Sunset the v1 export'],
    ['deprecation', 'Warn callers of the deprecated tide endpoint with a header'],
    ['deprecation', 'Send deprecation and sunset headers for /v1/berths'],
    ['runbook', 'Add a runbook for a stuck payment queue'],
    ['runbook', 'Post-mortem: card declines on 14 March'],
    ['runbook', 'Practise the database failover every month'],
    ['alert', 'Alert when the queue stands'],
    ['alert', 'Page on-call when captures fall behind'],
    ['alert', 'Burn-rate rules for the booking SLO'],
    ['query', 'Add an index on berth_id so that calls are found'],
    ['query', 'Find the missing index of the seat search'],
    ['query', 'perf: fix N+1 queries in the harbour list'],
    ['query', 'Stop the full table scan of the nightly sums'],
    ['query', 'Pin the query plan of the tide report'],
    ['migration', 'Backfill the berth of old calls'],
    ['migration', 'Write holds to both tables: dual writes, step by step'],
    ['migration', 'Add harbour_id to the berths table'],
    ['migration', 'Drop the hold column of bookings'],
    ['migration', 'Partition payment events by month'],
    ['migration', 'Move bookings to their own schema with zero downtime'],
    ['resilience', 'Give up a payment with a timeout'],
    ['resilience', 'Retry the tide office with backoff'],
    ['resilience', 'Circuit breaker for the acquirer'],
    ['resilience', 'Show payments even when exchange rates are away'],
    ['resilience', 'Accept an Idempotency-Key on POST /v2/refunds'],
    ['resilience', 'Degrade gracefully without the price service'],
    ['resilience', 'Fix a race between two holds on one seat'],
    ['resilience', 'receive: do not leak grpc connections'],
    ['resilience', 'Graceful shutdown of the matcher'],
    ['capacity', 'Size the connection pool for month end'],
    ['capacity', 'Rate limit the import of old calls'],
    ['capacity', 'Bound the queue of outgoing notices'],
    ['capacity', 'Halve the memory footprint of the matcher'],
    ['instrumentation', 'Count declines by acquirer with a new metric'],
    ['instrumentation', 'Emit a trace span for each capture'],
    ['instrumentation', 'Dashboards of the matcher'],
    ['instrumentation', 'Grafana dashboard for captures'],
    ['ownership', 'Code owners for the ledger'],
    ['guide', 'Guide: from client 2.x to 3.0'],
    ['guide', 'docs: add a migration guide for the tide format'],
    ['guide', 'How to add a harbour'],
  ])('%s: %s', (kind, title) => {
    expect(kindOf(title)).toBe(kind);
  });

  test.each<readonly [why: string, title: string]>([
    ['a toast', 'Raise the timeout of the toast'],
    ['a toast, the other way round', 'Toast: retry after a timeout'],
    ['a dialog on a screen', 'Add alert for unsaved changes in the popup'],
    ['a mail', 'Alert a captain by mail when a berth is free'],
    ['a dashboard of the marketing team', 'Add campaign metrics to the marketing dashboard'],
    ['a figure that customers pay by', 'Add billable metrics for storage'],
    ['a value that can be set', 'Make the HTTP keep-alive timeout configurable'],
    ['a name', 'Fix generated timeout wrapper'],
    ['a test of a timeout', 'Test the timeout of the tide client'],
    ['what somebody else deprecated', 'Fix deprecation warnings during install'],
    ['the end that was announced before', 'Remove the deprecated addNote mutation'],
    ['a replaced call', 'Replace deprecated execCommand with navigator'],
    ['a flaky test that is skipped', 'Skip the flaky clickhouse tests'],
    ['a flaky test that is run twice', 'Quarantine flaky tests and fix their labels'],
    ['the index page', 'Add search index for the docs'],
    ['a file called index', 'Add missing exports to index.ts'],
    ['a column on a screen', 'Add a sortable column to the billing page'],
    ['a domain in which work is backfilled', 'Implement backfill signal handling of schedules'],
    ['a framework that is moved to', 'Migrate to React 19'],
    ['a flow of a product', 'Fix the onboarding screen of new captains'],
    ['a dead link', 'Fix broken link in the runbook'],
    ['a fallback of a font', 'Use a fallback font for tide tables'],
    ['a swimming pool', 'Size the swimming pool'],
    ['a verb', 'Build a faster crane'],
    ['a linter', 'Run flake8'],
    ['a stack trace', 'Add stack traces of failed jobs to the page'],
    ['a standard', 'Answer problems as in RFC 9457'],
    ['an owner in the data', 'Show the owner of a berth'],
    ['a crane', 'Depreciate the crane'],
    ['a wait on a screen', 'Debounce the retry button'],
  ])('nothing: %s', (_, title) => {
    expect(kindOf(title)).toBeNull();
  });
});

describe('what a path says of it', () => {
  test.each<readonly [kind: string | null, path: string]>([
    ['migration', 'db/migrate/20260214_draught.rb'],
    ['migration', 'packages/database/prisma/migrations/20260214_draught/migration.sql'],
    ['migration', 'ledger/migrations/0014_unique.py'],
    [null, 'tests/fixtures/migrations/0001_old.sql'],
    [null, 'db/migrations/README.md'],
    [null, 'src/migrations/runner.go'],
    ['runbook', 'docs/runbooks/payment-queue.md'],
    [null, 'docs/runbooks/README.md'],
    [null, 'src/runbooks/page.tsx'],
    ['alert', 'monitoring/alerts/captures.yml'],
    ['alert', 'charts/harbour/burn-rate.yaml'],
    [null, 'alerts/declines.test.yml'],
    [null, 'config/locales/alerts/en.yml'],
    ['instrumentation', 'grafana/matcher.json'],
    [null, 'dashboards/marketing/funnel.json'],
    [null, 'examples/grafana/docker-compose.yml'],
    [null, 'src/dashboards/page.tsx'],
    ['ownership', '.github/CODEOWNERS'],
    ['guide', 'docs/adr/0007-one-ledger.md'],
    ['guide', 'CONTRIBUTING.md'],
    [null, 'src/guides/tour.ts'],
  ])('%s: %s', (kind, path) => {
    expect(kindOf('Berths get a draught', [file(path, 12, 0)])).toBe(kind);
  });

  test.each<readonly [string, readonly FileChange[], string | null]>([
    ['a note beside much else', [file('docs/runbooks/a.md', 9, 0), file('src/a.go', 90, 4)], null],
    ['half of it', [file('docs/runbooks/a.md', 30, 0), file('src/a.go', 30, 4)], 'runbook'],
    ['all but its tests', [file('db/migrate/1_a.sql', 9, 0), file('src/a_test.go', 90, 4)], 'migration'],
    ['what was mostly taken out', [file('docs/runbooks/a.md', 6, 40)], null],
    ['a word of it', [file('docs/runbooks/a.md', 1, 1), file('src/a.go', 30, 4)], null],
  ])('%s', (_, files, kind) => {
    expect(kindOf('Berths get a draught', files)).toBe(kind);
  });

  test('the words come first: what was done says more than where it was noted', () => {
    const files = [file('runbooks/rates.md', 40, 0), file('src/rates.go', 30, 4)];
    expect(kindOf('Show payments even when exchange rates are away', files)).toBe('resilience');
  });
});

describe('a value that was set', () => {
  const value = [file('config/production.yml', 4, 4)];

  test('of which nothing is told is a value', () => {
    expect(kindOf('Set a timeout for the tide office', value)).toBeNull();
  });

  test('is work where its author says why', () => {
    const why =
      'The office waits as long as a port takes to answer, and at month end that was the whole night. We looked at a month of answers: all that came at all came within two seconds, so that four are enough, and whoever is silent is asked again.';
    expect(kindOf('Set a timeout for the tide office', value, why)).toBe('resilience');
  });

  test('in a rule that calls somebody is that rule', () => {
    expect(kindOf('Captures', [file('alerts/captures.yml', 8, 2)])).toBe('alert');
  });
});

describe('every kind', () => {
  test.each(kinds.map(({ key, title }) => [key, title] as const))(
    '%s has a sentence of its own',
    (_, title) => {
      expect(title).toMatch(/^\p{Lu}.{20,100}[\p{L}]$/u);
      expect(kinds.filter((other) => other.title === title)).toHaveLength(1);
    },
  );
});
