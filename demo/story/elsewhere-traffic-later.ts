import { changed } from './elsewhere-files.ts';
import { approved, noted, on, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const events = 'ledger-events';
const portal = 'merchant-portal-api';
const platform = 'platform-infra';
const sdk = 'harbour-sdk-node';

/** And in the later ones. */
export const trafficElsewhereLater: readonly StoryPull[] = [
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
            'I asked for the hash of the tag, and have compared it by hand with the release.',
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
