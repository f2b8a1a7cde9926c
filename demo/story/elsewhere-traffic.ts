import { changed, created } from './elsewhere-files.ts';
import { approved, pushed, said } from './say.ts';
import type { StoryFile, StoryPull } from './story.ts';

const events = 'ledger-events';
const portal = 'merchant-portal-api';
const platform = 'platform-infra';
const sdk = 'harbour-sdk-node';

const sourceFolders = ['consumer', 'invoices', 'sending', 'totals'] as const;

const formatted: readonly StoryFile[] = sourceFolders.flatMap((folder) =>
  ['doc', 'read', 'write', 'model', 'errors'].map((name) => changed(`internal/${folder}/${name}.go`, 21, 19)),
);

/** What else happens in the first months: bumps, small things, something taken back. */
export const trafficElsewhere: readonly StoryPull[] = [
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
        '2026-03-05T12:30',
        'I asked for these, and now for a correction: the Sunday in March was given 24 hours, and it has 23. I worked the other rows out myself; they hold.',
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
];
