import { added, changed, moved, picture } from './change.ts';
import type { Change } from './change.ts';
import { adaeze, dependencyBot, ingrid, jun, noor, priya, releaseBot, tomas } from './people.ts';

/** What else May and June brought. */
export const trafficOfSummer: readonly Change[] = [
  {
    number: 396,
    at: '2026-05-06T13:14:15Z',
    by: noor,
    style: 'squash',
    title: 'Huge update of the clients',
    body: `Ran \`make clients\` after the description changed. Everything in it is generated.`,
    files: [
      changed('clients/typescript/src/generated/models.gen.ts', 1893, 1640),
      changed('clients/typescript/src/generated/calls.gen.ts', 1127, 1009),
    ],
  },
  {
    number: 398,
    at: '2026-05-08T09:02:18Z',
    by: dependencyBot,
    style: 'merge',
    title: 'Bump actions/checkout from 5 to 6',
    body: `Bumps actions/checkout from 5 to 6. The new major version needs a newer runner.`,
    branch: {
      name: 'dependabot/github_actions/actions/checkout-6',
      mergedBy: tomas,
      commits: [
        {
          at: '2026-05-08T04:02:31Z',
          by: dependencyBot,
          title: 'Bump actions/checkout from 5 to 6',
          files: [changed('.github/workflows/ci.yml', 4, 4), changed('.github/workflows/release.yml', 2, 2)],
        },
      ],
    },
  },
  {
    number: 399,
    at: '2026-05-08T12:00:29Z',
    by: releaseBot,
    style: 'squash',
    title: 'Release 2.17.0',
    body: `Since 2.16.0:
- fees in dinar and yen are rounded by their own decimals (#397)
- requests are limited per key (#386)`,
    files: [changed('CHANGELOG.md', 7, 0), changed('VERSION', 1, 1)],
  },
  {
    number: 402,
    at: '2026-05-13T16:33:21Z',
    by: priya,
    style: 'squash',
    title: 'Make the build reliable again',
    body: `Skips TestExportLarge until somebody has time for it.`,
    files: [changed('internal/export/large_test.go', 1, 0)],
  },
  {
    number: 403,
    at: '2026-05-14T08:26:45Z',
    by: ingrid,
    style: 'squash',
    title: 'Glossary: authorisation, capture, settlement, payout',
    // Written in the browser, so its lines end as a browser ends them.
    body:
      'Support asked which is which, and in which order the money moves.\r\n\r\n' +
      'One sentence and one example for each, with the names that our API uses.',
    files: [added('docs/glossary.md', 44)],
  },
  {
    number: 405,
    at: '2026-05-18T04:02:56Z',
    by: dependencyBot,
    style: 'squash',
    title: 'Bump golang.org/x/crypto from 0.48.0 to 0.50.0',
    body: `Bumps golang.org/x/crypto from 0.48.0 to 0.50.0.`,
    files: [changed('go.mod', 1, 1), changed('go.sum', 2, 2)],
  },
  {
    number: 407,
    at: '2026-05-20T15:15:50Z',
    by: tomas,
    style: 'squash',
    title: '🚀 Ten times safer deploys 🚀',
    body: `Adds a comment that asks people to be careful.`,
    files: [changed('deploy/payments-api.yaml', 1, 0)],
  },
  {
    number: 413,
    at: '2026-05-29T14:09:32Z',
    by: noor,
    style: 'squash',
    title: 'Notes from our visit to accounting',
    body: `What they do with our export on the first of the month, with a photo of the whiteboard. They
sort the columns by hand each time. I have asked which order they would like.`,
    files: [added('docs/notes/Besuch bei der Buchführung.md', 38), picture('docs/notes/whiteboard.png')],
  },
  {
    number: 417,
    at: '2026-06-05T13:50:04Z',
    by: tomas,
    style: 'squash',
    title: 'p95 below 100 ms',
    body: `Writes our aim for the autumn onto the dashboard: order search p95 below 100 ms, from 210 ms
today. Now we cannot say that we did not know.`,
    files: [changed('dashboards/orders.json', 3, 1)],
  },
  {
    number: 418,
    at: '2026-06-08T12:00:31Z',
    by: releaseBot,
    style: 'squash',
    title: 'Release 2.19.0',
    body: `Since 2.18.1:
- the payments export is streamed (#409)
- webhooks are signed with their time (#416)`,
    files: [changed('CHANGELOG.md', 7, 0), changed('VERSION', 1, 1)],
  },
  {
    number: 420,
    at: '2026-06-10T09:48:11Z',
    by: adaeze,
    style: 'squash',
    title: 'Correct a comment',
    body: '',
    files: [changed('internal/events/partitions.go', 1, 1)],
  },
  {
    number: 423,
    at: '2026-06-16T04:03:17Z',
    by: dependencyBot,
    style: 'squash',
    title: 'Bump typescript from 7.0.1 to 7.0.2 in /clients/typescript',
    body: `Bumps typescript from 7.0.1 to 7.0.2.`,
    files: [
      changed('clients/typescript/package.json', 1, 1),
      changed('clients/typescript/package-lock.json', 3, 3),
    ],
  },
  {
    number: 425,
    at: '2026-06-18T10:30:40Z',
    by: priya,
    style: 'squash',
    title: 'Ask for two replicas of the rates service on staging',
    body: `Staging only. 1 → 2.`,
    files: [changed('deploy/staging/rates.yaml', 1, 1)],
  },
  {
    number: 427,
    at: '2026-06-22T11:05:26Z',
    by: ingrid,
    style: 'squash',
    title: 'Put the guides where people look for them',
    body: `Merchants' guides move below docs/merchants. Old addresses forward to the new ones.`,
    files: [
      moved('docs/guides/rate-limits.md', 'docs/merchants/rate-limits.md', 0, 0),
      moved('docs/guides/verify-webhooks.md', 'docs/merchants/verify-webhooks.md', 1, 1),
      moved('docs/guides/client-2-to-3.md', 'docs/merchants/client-2-to-3.md', 2, 2),
    ],
  },
  {
    number: 429,
    at: '2026-06-25T16:54:19Z',
    by: noor,
    style: 'squash',
    title: 'Zero-downtime, infinitely scalable queue',
    body: `The log line now says "queue" where it said "que".`,
    files: [changed('internal/capture/worker.go', 1, 1)],
  },
  {
    number: 430,
    at: '2026-06-26T12:00:27Z',
    by: releaseBot,
    style: 'squash',
    title: 'Release 3.0.0',
    body: `The first release of the third major version. The guide from 2.x is in docs/merchants.`,
    files: [changed('CHANGELOG.md', 14, 0), changed('VERSION', 1, 1)],
  },
  {
    number: null,
    at: '2026-06-30T15:40:00Z',
    by: jun,
    style: 'plain',
    title: 'Correct the month in the balance example',
    body: '',
    files: [changed('docs/rfc/0011-balances-in-several-currencies.md', 1, 1)],
  },
];
