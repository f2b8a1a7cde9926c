import { describe, expect, test } from '@jest/globals';
import { judge } from '../../src/evidence/judge.ts';
import { readChange } from '../../src/evidence/reading.ts';
import { findPaths } from '../../src/evidence/signals/paths.ts';
import { backend } from '../../src/framework/backend/pack.ts';
import { compileFramework } from '../../src/framework/compile.ts';
import { loadPack, ruleNames } from '../../src/framework/load.ts';
import { changeFacts, file } from '../fixtures/facts.ts';

const framework = compileFramework(loadPack(backend));

/** Rule, a path that shows it, and a near miss that shows it not. */
const rows: readonly (readonly [rule: string, shown: string, nearMiss: string])[] = [
  ['test', 'billing/ledger_test.go', 'src/contest/latest.go'],
  ['test', 'src/LedgerTest.java', 'src/Contest.java'],
  ['documentation', 'docs/tides.md', 'internal/documents/store.go'],
  ['guide', 'docs/guides/first-import.md', 'src/guided_tour.ts'],
  ['guide', 'CONTRIBUTING.md', 'src/onboarding/first_mail.go'],
  ['decision', 'docs/adr/0007-one-ledger.md', 'harbours/adriatic.md'],
  ['decision', 'design/rfc-12.md', 'src/decisive.go'],
  ['ownership', '.github/CODEOWNERS', 'src/owners/list.go'],
  ['changelog', 'CHANGELOG-2.md', 'src/history.go'],
  ['changelog', 'History.md', 'src/newsletter.py'],
  ['contract', 'proto/tides.proto', 'src/protocols/raft.go'],
  ['endpoint', 'src/orders_handler.go', 'src/reviews.py'],
  ['endpoint', 'app/controllers/berths.rb', 'src/therapist/notes.go'],
  ['command', 'src/cli.rs', 'src/clickhouse.go'],
  ['command', 'cmd/import/main.go', 'src/recommend/main.go'],
  ['screen', 'web/Berths.tsx', 'src/build/berths.ts'],
  ['settings', 'config/queue.yml', 'src/reconfigure.go'],
  ['migration', 'db/migrate/20260214_add_index.rb', 'docs/migration-guide.md'],
  ['migration', 'src/main/resources/V12__berths.sql', 'src/V12__berths.go'],
  ['database', 'internal/store/berths.go', 'src/restore/berths.go'],
  ['cache', 'src/tide_cache.go', 'src/redistribute.go'],
  ['jobs', 'app/jobs/receipts.rb', 'src/eventual/sums.rb'],
  ['network', 'src/transport/frames.rs', 'finance/netting.go'],
  ['concurrency', 'src/lock_table.go', 'src/clock.go'],
  ['concurrency', 'src/lease.go', 'src/release.go'],
  ['concurrency', 'src/ConnectionPool.java', 'src/spool.go'],
  ['runbook', 'runbooks/full-disk.md', 'src/incident_mail.go'],
  ['runbook', 'docs/on-call.md', 'src/oncall/OnCallController.java'],
  ['post-mortem', 'docs/incidents/2026-02-full-disk.md', 'src/incidents/list.go'],
  ['post-mortem', 'docs/post-mortem-tides.md', 'src/incident_mail.go'],
  ['decision', 'docs/architecture/ledger.md', 'src/architecture/ledger.go'],
  ['decision', 'ARCHITECTURE.md', 'src/designer.md'],
  ['alert', 'ops/alerts/queue.yaml', 'src/rules/discount.ts'],
  ['alert', 'ops/recording_rules.yml', 'src/slots/free.ts'],
  ['dashboard', 'ops/dashboards/queue.json', 'src/mixins/audit.py'],
  ['dashboard', 'tempo-mixin/panels.libsonnet', 'src/dash.ts'],
  ['observing', 'src/metrics.go', 'src/geometric.go'],
  ['observing', 'internal/otel/spans.go', 'src/hotels/rooms.go'],
  ['pipeline', '.github/workflows/nightly.yml', '.github/FUNDING.yml'],
  ['lint', '.golangci.yml', 'src/biomes.go'],
  ['lint', 'ruff.toml', 'src/ruffle.ts'],
  ['tooling', 'scripts/seed.sh', 'src/prescripts/seed.ts'],
  ['tooling', 'Makefile', 'src/makefile_parser.go'],
  ['deployment', 'charts/orders/values.yaml', 'src/deployer/plan.go'],
  ['benchmark', 'bench/sort.rs', 'src/workbench/panel.ts'],
  ['manifest', 'services/orders/go.mod', 'src/go.model'],
  ['examples', 'examples/first/main.go', 'src/sampler/main.go'],
  ['core', 'lib/fares.rb', 'src/score/fares.rb'],
];

describe('the paths of the backend pack', () => {
  test.each(rows)('%s is found in %s', (rule, shown) => {
    expect(foundIn([shown])).toContain(`path.${rule}.all`);
  });

  test.each(rows)('%s: near %s, but not in %s', (rule, _, nearMiss) => {
    expect(foundIn([nearMiss]).filter((name) => name.startsWith(`path.${rule}.`))).toEqual([]);
  });

  test('every rule has a row', () => {
    expect(new Set(rows.map(([rule]) => rule))).toEqual(new Set(backend.paths.map(({ key }) => key)));
  });

  const check = 'src/fares_test.go';
  const source = ['src/fares.go', 'src/tides.go', 'src/berths.go'];
  test.each([
    ['some', [check, ...source]],
    ['most', [check, 'src/fares.go']],
    ['all', [check]],
  ])('say "%s" of how much of the change they cover', (share, files) => {
    expect(foundIn(files)).toContain(`path.test.${share}`);
  });

  test('are not looked for in lock files beside handwritten ones', () => {
    const reading = readChange(changeFacts({ files: [file('src/fares.go'), file('package-lock.json')] }));
    expect(findPaths(reading, framework).map(({ quote }) => quote.text)).not.toContain('package-lock.json');
  });
});

describe('work that goes unseen', () => {
  const kinds: readonly (readonly [kind: string, title: string, path: string, nearMiss: string])[] = [
    ['migration', 'Backfill the berth of old calls', 'src/a.go', 'Full moon tides'],
    ['migration', 'Berths get a draught', 'db/migrate/20260214_draught.rb', 'Berths get a draught'],
    ['deprecation', 'Sunset the v1 export', 'src/a.go', 'Depreciate the crane'],
    ['alert', 'Alert when the queue stands', 'src/a.go', 'Alert a captain by mail'],
    ['resilience', 'Give up a payment with a timeout', 'src/a.go', 'Time the sums'],
    ['capacity', 'Size the connection pool', 'src/a.go', 'Size the swimming pool'],
    ['instrumentation', 'Dashboards of the matcher', 'src/a.go', 'Geometrics of a berth'],
    ['trust', 'Deflake the upload', 'src/a.go', 'Run flake8'],
    ['pipeline', 'Cut CI to nine minutes', 'src/a.go', 'Build a faster crane'],
    ['ownership', 'Say who answers', '.github/CODEOWNERS', 'Say who answers'],
    ['guide', 'Onboarding of a new harbour', 'src/a.go', 'Misguided parcels'],
  ];

  test.each(kinds)('%s: "%s" in %s', (kind, title, path) => {
    expect(unseen(title, path)).toBe(kind);
  });

  test.each(kinds)('not %s: near "%s" in %s, "%s"', (kind, _title, _path, nearMiss) => {
    expect(unseen(nearMiss, 'src/a.go')).not.toBe(kind);
  });
});

describe('the backend pack', () => {
  test('passes its own checks and weighs only rules that it has', () => {
    expect(loadPack(backend)).toEqual(backend);
    const known = new Set(ruleNames(backend));
    expect(Object.keys(backend.weights).filter((rule) => !known.has(rule))).toEqual([]);
  });

  test('hears nothing in an empty change', () => {
    const judged = judge(changeFacts({ title: '', files: [] }), framework);
    expect(judged.areas.filter(({ stands }) => stands === 'told')).toEqual([]);
  });
});

function foundIn(paths: readonly string[]): readonly string[] {
  const files = paths.map((path) => file(path));
  return findPaths(readChange(changeFacts({ files })), framework).map(({ rule }) => rule);
}

function unseen(title: string, path: string): string | undefined {
  const telling = { ...backend, weights: { always: { quality: 9 } } };
  const judged = judge(changeFacts({ title, files: [file(path)] }), compileFramework(telling));
  return judged.unseen?.kind;
}
