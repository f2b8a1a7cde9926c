import { changed, created } from './elsewhere-files.ts';
import { approved, noted, on, pushed, said, settled } from './say.ts';
import type { StoryFile, StoryPull } from './story.ts';

const events = 'ledger-events';
const portal = 'merchant-portal-api';
const platform = 'platform-infra';
const sdk = 'harbour-sdk-node';

const sourceFolders = ['consumer', 'invoices', 'sending', 'totals'] as const;

const formatted: readonly StoryFile[] = sourceFolders.flatMap((folder) =>
  ['doc', 'read', 'write', 'model', 'errors'].map((name) => changed(`internal/${folder}/${name}.go`, 21, 19)),
);

/** What else happens in half a year: bumps, forms, small things, something taken back. */
export const plainPullsElsewhere: readonly StoryPull[] = [
  {
    handle: 'bump-aws',
    repository: platform,
    by: 'dependabot[bot]',
    at: '2026-01-14T04:05:00Z',
    title: 'Bump hashicorp/aws from 6.27.0 to 6.28.0',
    body: 'Bumps hashicorp/aws from 6.27.0 to 6.28.0.',
    files: [changed('clusters/shared/.terraform.lock.hcl', 12, 12)],
    reviews: [approved('lucia', '2026-01-14T08:50', '')],
    merged: { at: '2026-01-14T08:55:00Z', by: 'lucia' },
  },
  {
    handle: 'sdk-release-2-8',
    repository: sdk,
    by: 'harbour-release[bot]',
    at: '2026-02-16T12:00:00Z',
    title: 'Release 2.8.0',
    body: `Since 2.7.4:
- every call takes an AbortSignal ({#sdk-abort}), by Fenna Visser
- fixes the type of \`refund.reason\``,
    files: [changed('CHANGELOG.md', 7, 0), changed('package.json', 1, 1)],
    reviews: [approved('yaw', '2026-02-16T12:20', '')],
    merged: { at: '2026-02-16T12:30:00Z', by: 'yaw' },
  },
  {
    handle: 'bump-portal',
    repository: portal,
    by: 'dependabot[bot]',
    at: '2026-02-24T04:06:00Z',
    title: 'Bump the production group with 5 updates',
    body: 'Bumps the production group with 5 updates: fastify, pg, pino, undici and zod.',
    files: [changed('package.json', 5, 5), changed('package-lock.json', 31, 31)],
    reviews: [approved('yaw', '2026-02-24T09:10', 'nice one')],
    merged: { at: '2026-02-24T09:15:00Z', by: 'yaw' },
  },
  {
    handle: 'format-events',
    repository: events,
    by: 'marit',
    at: '2026-02-25T09:00:00Z',
    title: 'Run gofumpt over everything',
    body: 'Only what the tool does. Its commit is in `.git-blame-ignore-revs`, so nobody has to meet me in every line.',
    files: [...formatted, created('.git-blame-ignore-revs', 2)],
    reviews: [approved('yaw', '2026-02-25T10:00', 'works for me')],
    merged: { at: '2026-02-25T10:10:00Z', by: 'marit' },
  },
  {
    handle: 'portal-date-tests',
    repository: portal,
    by: 'Copilot',
    at: '2026-03-05T10:30:00Z',
    title: 'Add missing tests for date ranges in exports',
    body: `## Summary
Adds unit tests for the date range parser used by exports.

## Changes
- Cover empty, reversed and single-day ranges
- Cover ranges across the change to summer time

All tests pass.`,
    files: [changed('test/exports/range.test.ts', 88, 3)],
    assignees: ['yaw'],
    reviews: [approved('marit', '2026-03-05T14:00', 'Agreed.')],
    comments: [
      said(
        'yaw',
        '2026-03-05T12:40',
        'I asked for these. The Sunday in March expects 24 hours where there are 23; corrected by hand in the second commit.',
      ),
    ],
    pushes: [
      pushed(
        '2026-03-05T12:36',
        'A Sunday in March has 23 hours',
        changed('test/exports/range.test.ts', 89, 3),
      ),
    ],
    merged: { at: '2026-03-05T14:10:00Z', by: 'yaw' },
  },
  {
    handle: 'scrape-faster',
    repository: platform,
    by: 'arturs-k',
    at: '2026-03-11T08:00:00Z',
    title: 'Scrape every 5 s instead of 30 s',
    body: 'Finer graphs for the deploys in steps.',
    files: [changed('metrics/scrape.yml', 1, 1)],
    reviews: [approved('lucia', '2026-03-11T08:30', 'Go.')],
    merged: { at: '2026-03-11T08:35:00Z', by: 'arturs-k' },
  },
  {
    handle: 'scrape-faster-back',
    repository: platform,
    by: 'arturs-k',
    at: '2026-03-12T07:20:00Z',
    title: 'Revert "Scrape every 5 s instead of 30 s"',
    body: 'Reverts {#scrape-faster}. Memory of the metrics machines went from 31 to 74 GB over night.',
    files: [changed('metrics/scrape.yml', 1, 1)],
    reviews: [approved('lucia', '2026-03-12T07:30', '')],
    merged: { at: '2026-03-12T07:35:00Z', by: 'arturs-k' },
  },
  {
    handle: 'mer-812',
    repository: portal,
    by: 'yaw',
    at: '2026-03-25T11:00:00Z',
    title: 'MER-812',
    body: '',
    files: [changed('src/users/invite.ts', 1, 1)],
    reviews: [approved('marit', '2026-03-25T11:30', '')],
    merged: { at: '2026-03-25T11:40:00Z', by: 'yaw' },
  },
  {
    handle: 'noor-access',
    repository: platform,
    by: 'lucia',
    at: '2026-04-07T07:00:00Z',
    title: 'Access for Noor',
    body: '',
    files: [changed('access/payments.yml', 1, 0)],
    reviews: [approved('arturs-k', '2026-04-07T07:10', 'seems ok')],
    merged: { at: '2026-04-07T07:15:00Z', by: 'lucia' },
  },
  {
    handle: 'invoice-footer',
    repository: events,
    by: 'marit',
    at: '2026-05-11T08:30:00Z',
    title: 'New address in the footer of invoices',
    body: `## What changes, and for whom?
The footer, for everybody, from 1 June. MER-845

## Performance and reliability: what was measured?
n/a

## How was it checked?
- [x] tests
- [x] tried on staging
- [ ] runbook and alerts
- [x] other teams were told`,
    files: [changed('internal/invoices/footer.go', 3, 3), changed('internal/invoices/footer_test.go', 3, 3)],
    reviews: [approved('yaw', '2026-05-11T09:20', '')],
    merged: { at: '2026-05-11T09:30:00Z', by: 'yaw' },
  },
  {
    handle: 'payout-late',
    repository: portal,
    by: 'noor',
    at: '2026-05-20T09:15:00Z',
    title: 'Show that a payout is late',
    body: 'Payments has told us since April (`late: true`), and the portal threw it away. MER-851',
    files: [changed('src/payouts/page.ts', 9, 2), changed('test/payouts/page.test.ts', 27, 0)],
    pushes: [pushed('2026-05-20T13:00', 'Late, and until when', changed('src/payouts/page.ts', 14, 2))],
    reviews: [
      noted(
        'yaw',
        '2026-05-20T10:40',
        '',
        settled(
          'yaw',
          '2026-05-20T14:00',
          'src/payouts/page.ts',
          48,
          'A merchant who reads "late" and nothing else will ring us. What do we know that helps them wait? The new date, I think: payments sends `promisedOn` again when it moves.',
          said(
            'noor',
            '2026-05-20T13:08',
            'It does! The word and the new date now, and "we are looking into it" only if there is no date.',
          ),
        ),
      ),
      approved('yaw', '2026-05-20T14:02', ''),
    ],
    merged: { at: '2026-05-20T14:20:00Z', by: 'noor' },
  },
  {
    handle: 'pin-actions',
    repository: platform,
    by: 'Copilot',
    at: '2026-05-27T09:00:00Z',
    title: 'Pin GitHub Actions to commit hashes',
    body: 'Replaces version tags with the full commit hash of each release, with the version as a comment.',
    files: [changed('.github/workflows/plan.yml', 9, 9), changed('.github/workflows/apply.yml', 7, 7)],
    assignees: ['lucia'],
    pushes: [
      pushed('2026-05-27T12:30', 'Use the hash of the tag', changed('.github/workflows/plan.yml', 9, 9)),
    ],
    reviews: [
      noted(
        'arturs-k',
        '2026-05-27T11:15',
        '',
        settled(
          'lucia',
          '2026-05-27T12:50',
          '.github/workflows/plan.yml',
          27,
          "I resolved all 16 hashes. 15 are the tags. This one exists only in a fork of that action, not in any release: GitHub serves commits of forks under the parent's name, so it would have run. Where it comes from I do not know.",
          said(
            'lucia',
            '2026-05-27T12:34',
            'Replaced by the hash of the tag. CI now checks that each one is reachable from a tag.',
          ),
        ),
      ),
      approved('arturs-k', '2026-05-27T12:55', ''),
    ],
    merged: { at: '2026-05-27T13:00:00Z', by: 'lucia' },
  },
  {
    handle: 'bump-sdk-tests',
    repository: sdk,
    by: 'dependabot[bot]',
    at: '2026-06-02T04:07:00Z',
    title: 'Bump vitest from 4.0.16 to 4.0.18',
    body: 'Bumps vitest from 4.0.16 to 4.0.18.',
    files: [changed('package.json', 1, 1), changed('package-lock.json', 9, 9)],
    reviews: [approved('noor', '2026-06-02T08:00', 'nice')],
    merged: { at: '2026-06-02T08:05:00Z', by: 'noor' },
  },
  {
    handle: 'credit-notes-in-order',
    repository: events,
    by: 'jun',
    at: '2026-06-11T01:00:00Z',
    title: 'Read credit notes in the order of the other entries',
    body: 'In January Marit found that credit notes are sorted by their number and everything else by position. The comparison refuses that order and I had only made it refuse politely. This sorts them by position at the source. MER-860.',
    files: [
      changed('internal/invoices/readers.go', 6, 9),
      changed('internal/invoices/readers_test.go', 22, 4),
    ],
    reviews: [
      approved(
        'marit',
        '2026-06-11T08:20',
        'A kind return.',
        on(
          'internal/invoices/readers.go',
          52,
          'The auditors receive the list of credit notes from this reader, too, and they expect it by number. I give them a query of their own, you need not change anything; I only noticed because the order is in their contract.',
          said(
            'jun',
            '2026-06-11T23:40',
            'I did not know of that reader. I have written it above the function.',
          ),
        ),
      ),
    ],
    merged: { at: '2026-06-12T07:00:00Z', by: 'marit' },
  },
];

/** Closed without being merged, or open at the end. */
export const unmergedElsewhere: readonly StoryPull[] = [
  {
    handle: 'bump-superseded',
    repository: platform,
    by: 'dependabot[bot]',
    at: '2026-03-04T04:05:00Z',
    title: 'Bump hashicorp/aws from 6.28.0 to 6.33.0',
    body: 'Bumps hashicorp/aws from 6.28.0 to 6.33.0.',
    files: [changed('clusters/shared/.terraform.lock.hcl', 12, 12)],
    comments: [said('dependabot[bot]', '2026-03-11T04:05', 'Superseded by a newer release.')],
    closed: { at: '2026-03-11T04:06:00Z', by: 'dependabot[bot]' },
  },
  {
    handle: 'portal-graphql',
    repository: portal,
    by: 'yaw',
    at: '2026-01-22T10:00:00Z',
    title: 'Experiment: one GraphQL endpoint for the portal',
    body: 'Two days, to find out whether the app could fetch a whole screen in one request. Not for merging.',
    files: [created('src/graphql/schema.ts', 214), created('src/graphql/server.ts', 97)],
    comments: [
      said(
        'yaw',
        '2026-01-30T15:00',
        'Closing. It works, and the screens became no faster: they wait for the same three queries. Two endpoints shaped like the screens would give the same with what we have.',
      ),
    ],
    closed: { at: '2026-01-30T15:01:00Z', by: 'yaw' },
  },
  {
    handle: 'sdk-proxy',
    repository: sdk,
    by: 'fenna-v',
    at: '2026-04-28T18:30:00Z',
    title: 'Option for an HTTP proxy',
    body: 'Our new hosting only lets us out through a proxy. This adds a `proxy` option.',
    files: [changed('src/http.ts', 24, 2), changed('package.json', 1, 0)],
    reviews: [
      noted(
        'yaw',
        '2026-04-29T09:20',
        'Thank you for this, and for writing it so small. I would rather not take on a dependency that every merchant then has to audit. Since 2.7 you can pass your own `fetch`, and undici has a `ProxyAgent` for exactly this; four lines, which I have tried against a proxy here: https://undici.nodejs.org/#/docs/api/ProxyAgent. Would that do? If not, tell me, and we think again.',
      ),
    ],
    comments: [
      said(
        'fenna-v',
        '2026-04-29T17:50',
        'It does, thank you. I close this and add your four lines to the README in the summer.',
      ),
    ],
    closed: { at: '2026-04-29T17:52:00Z', by: 'fenna-v' },
  },
  {
    handle: 'arm-machines',
    repository: platform,
    by: 'arturs-k',
    at: '2026-06-25T08:30:00Z',
    title: 'WIP: ARM machines for staging',
    body: 'Three of 14 images do not build yet. Numbers when they do.',
    files: [changed('clusters/staging/nodes.tf', 11, 6)],
  },
];
