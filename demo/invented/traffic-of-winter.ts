import { added, changed } from './change.ts';
import type { Change } from './change.ts';
import { adaeze, dependencyBot, ingrid, jun, priya, releaseBot, tomas } from './people.ts';

const queryFiles: readonly string[] = [
  'balances',
  'captures',
  'disputes',
  'exports',
  'fees',
  'invoices',
  'ledger',
  'merchants',
  'orders',
  'payouts',
  'refunds',
  'settlements',
].map((name) => `internal/store/queries/${name}.sql`);

/** What else January and February brought: bumps, releases, small things, and loud titles. */
export const trafficOfWinter: readonly Change[] = [
  {
    number: 302,
    at: '2026-01-06T04:02:11Z',
    by: dependencyBot,
    style: 'squash',
    title: 'Bump golang.org/x/net from 0.47.0 to 0.48.0',
    body: `Bumps golang.org/x/net from 0.47.0 to 0.48.0.`,
    files: [changed('go.mod', 1, 1), changed('go.sum', 2, 2)],
  },
  {
    number: 303,
    at: '2026-01-07T16:45:13Z',
    by: tomas,
    style: 'squash',
    title: 'Massive performance improvements!!',
    body: `The README is blazing fast now. You will not believe how quickly you reach the end.`,
    files: [changed('README.md', 6, 11)],
  },
  {
    number: 305,
    at: '2026-01-09T12:00:30Z',
    by: releaseBot,
    style: 'squash',
    title: 'Release 2.11.0',
    body: `Since 2.10.3:
- faster settlement start
- fixes a crash in the export of empty months
- 14 dependencies updated`,
    files: [changed('CHANGELOG.md', 9, 0), changed('VERSION', 1, 1)],
  },
  {
    number: 308,
    at: '2026-01-14T10:10:10Z',
    by: adaeze,
    style: 'squash',
    title: 'Run the SQL formatter over all queries',
    body: `Only the formatter's work, so that later changes show what they change. Nothing to read here.`,
    files: queryFiles.map((path) => changed(path, 46, 39)),
  },
  {
    number: 310,
    at: '2026-01-15T17:31:02Z',
    by: priya,
    style: 'squash',
    title: 'CRITICAL security fix',
    body: `npm audit was red, now it is green.`,
    files: [changed('clients/typescript/package-lock.json', 31, 31)],
  },
  {
    number: 313,
    at: '2026-01-19T04:01:55Z',
    by: dependencyBot,
    style: 'squash',
    title: 'Bump github.com/jackc/pgx/v5 from 5.7.6 to 5.8.0',
    body: `Bumps github.com/jackc/pgx/v5 from 5.7.6 to 5.8.0.

Release notes, in short:
- decoding of large rows is 2x faster
- fixes a leak of connections when a context ends early
- reduces allocations by 35 %`,
    files: [changed('go.mod', 1, 1), changed('go.sum', 2, 2)],
  },
  {
    number: 316,
    at: '2026-01-21T15:03:39Z',
    by: tomas,
    style: 'squash',
    title: '10x better naming',
    body: `\`p2\` was a payment. Now it is called payment.`,
    files: [changed('internal/reports/weekly.go', 5, 5)],
  },
  {
    number: 320,
    at: '2026-01-26T09:20:00Z',
    by: ingrid,
    style: 'squash',
    title: 'Improve the reliability of our documentation',
    body: `Three typos, two of them mine.`,
    files: [changed('runbooks/rates.md', 1, 1), changed('docs/README.md', 2, 2)],
  },
  {
    number: 319,
    at: '2026-01-27T05:50:16Z',
    by: priya,
    style: 'squash',
    title: 'Statement timeout from 5 s to 8 s',
    body: `Month end needs it. Goes back to 5 s next week.`,
    files: [changed('deploy/payments-api.yaml', 1, 1)],
  },
  {
    number: null,
    at: '2026-01-29T13:37:00Z',
    by: adaeze,
    style: 'plain',
    title: 'Ignore the folder my editor leaves behind',
    body: '',
    files: [changed('.gitignore', 1, 0)],
  },
  {
    number: 322,
    at: '2026-02-02T04:02:40Z',
    by: dependencyBot,
    style: 'squash',
    title: 'Bump the testing group with 4 updates',
    body: `Four packages that only tests use.`,
    files: [changed('go.mod', 4, 4), changed('go.sum', 8, 8)],
  },
  {
    number: 325,
    at: '2026-02-04T18:22:47Z',
    by: tomas,
    style: 'squash',
    title: 'refactor: rewrite everything',
    body: `It felt like everything. It was one condition, turned the right way round.`,
    files: [changed('internal/disputes/deadline.go', 1, 1)],
  },
  {
    number: 328,
    at: '2026-02-06T12:00:28Z',
    by: releaseBot,
    style: 'squash',
    title: 'Release 2.12.0',
    body: `Since 2.11.0:
- order search p95 1.8 s → 210 ms (#307)
- refunds accept an Idempotency-Key (#309)
- the SOAP acquirer is gone (#321)`,
    files: [changed('CHANGELOG.md', 8, 0), changed('VERSION', 1, 1)],
  },
  {
    number: 329,
    at: '2026-02-09T02:48:33Z',
    by: jun,
    style: 'squash',
    title: 'Regenerate the server code from the API description',
    body: `The generator's new version orders fields by name. No field was added or lost.`,
    files: [changed('gen/openapi/server.gen.go', 1406, 1388), changed('gen/openapi/models.gen.go', 917, 917)],
  },
  {
    number: 326,
    at: '2026-02-10T06:05:45Z',
    by: priya,
    style: 'squash',
    title: 'Retire the old capture depth alert',
    body: `As promised in #304. In its last month it fired five times, each time for nothing.`,
    files: [changed('alerts/captures.yml', 0, 21)],
  },
  {
    number: 331,
    at: '2026-02-10T07:15:20Z',
    by: jun,
    style: 'squash',
    title: 'Turn ledger_outbox_write on for 5 % of merchants',
    body: `PAY-1410. Next steps 25 % and 100 %, each after a clean night.`,
    files: [changed('deploy/flags.yaml', 1, 1)],
  },
  {
    number: 333,
    at: '2026-02-12T16:16:16Z',
    by: tomas,
    style: 'squash',
    title: 'Small things in disputes',
    body: `## What changes, and for whom?

## Performance and reliability: what was measured?

## How was it checked?
- [ ] tests
- [ ] tried on staging
- [ ] runbook and alerts
- [ ] other teams were told`,
    files: [changed('internal/disputes/handler.go', 8, 6)],
  },
  {
    number: 337,
    at: '2026-02-17T13:30:49Z',
    by: adaeze,
    style: 'squash',
    title: 'Read payouts through a prepared statement',
    body: `I expected this to be faster. It is not: median 212 ms before and 214 ms after, which is
the same. I would still like to keep it, because the query is easier to read this way.`,
    files: [changed('internal/payouts/store.go', 16, 18)],
  },
  {
    number: 340,
    at: '2026-02-18T15:55:55Z',
    by: tomas,
    style: 'squash',
    title: 'Answer 404 instead of 500 for a payout that does not exist',
    body: `Found in the logs: 500s that were nobody's fault. The handler now tells "not there" from
"could not look".`,
    files: [
      changed('internal/payouts/handler.go', 11, 4),
      changed('internal/payouts/handler_test.go', 24, 0),
    ],
  },
  {
    number: 345,
    at: '2026-02-25T11:19:08Z',
    by: jun,
    style: 'squash',
    title: 'Brand-new cryptography engine',
    body: `Copies the library's current release over the old one. We changed none of it.`,
    files: [
      changed('third_party/sealbox/box.go', 1204, 986),
      changed('third_party/sealbox/stream.go', 733, 512),
      added('third_party/sealbox/curve.go', 1490),
    ],
  },
  {
    number: null,
    at: '2026-02-25T12:02:21Z',
    by: priya,
    style: 'plain',
    title: 'fix label',
    body: '',
    files: [changed('alerts/rates.yml', 1, 1)],
  },
];
