import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, pushed, said, settled } from './say.ts';

/** What is taken away, with notice. */
export const reviewsOfEndings: readonly StoryAddition[] = [
  {
    handle: 'payments-321',
    reviews: [
      approved(
        'priya',
        '2026-01-27T06:35',
        'Searched for what still points at it:\n\n- code: nothing\n- flags: nothing\n- alerts: `nordlys_certificate_days_left` lives in platform-infra and will page for a series that no longer exists. Please remove that one on the same day.',
      ),
    ],
    comments: [
      said(
        'tomas',
        '2026-01-27T10:11',
        'Artūrs took the alert out this morning, before I had finished writing to him. Two pages fewer for Priya.',
      ),
    ],
  },
  {
    handle: 'payments-346',
    reviews: [
      noted(
        'marit',
        '2026-02-25T13:15',
        'I speak for two of the nine callers. The date works for us. One difference is missing from the guide.',
        settled(
          'ingrid',
          '2026-02-25T15:02',
          'docs/guides/refunds-v1-to-v2.md',
          74,
          'v1 takes `day` as a day in Oslo, v2 takes a time in UTC. A refund made at half past midnight belongs to another day after the move, and our daily totals would be off by those few without any error. I would put this one first: the other three differences fail loudly, this one does not.',
          said(
            'ingrid',
            '2026-02-25T14:20',
            'You are right that the quiet one should come first. It does now, with your half past midnight as the example.',
          ),
        ),
      ),
    ],
    comments: [
      said(
        'yaw',
        '2026-02-26T07:45',
        'The SDK has not called v1 since 2.4, so merchants who install it are on the safe side. I answered "no" to the four of them who asked.',
      ),
    ],
    pushes: [
      pushed(
        '2026-02-25T14:10',
        'Put the difference first that nobody would notice',
        file('docs/guides/refunds-v1-to-v2.md', 17, 0),
      ),
    ],
  },
  {
    handle: 'payments-352',
    reviews: [
      asked(
        'yaw',
        '2026-03-04T17:05',
        'Small thing, but these headers exist so that programs can read them.',
        settled(
          'tomas',
          '2026-03-05T10:15',
          'internal/api/deprecation.go',
          31,
          '`Deprecation: true` comes from an early draft. As it was published (RFC 9745) the value is a moment, written `@1772668800`. `Sunset` (RFC 8594) wants an HTTP date with a weekday, not an ISO one; our own SDK would have failed to parse it and warned about nothing.',
          said(
            'tomas',
            '2026-03-05T09:24',
            "I had read the draft, in 2021 apparently. Both follow the published forms now, and the test parses them with the SDK's own parser.",
          ),
        ),
      ),
      approved('yaw', '2026-03-05T11:02', 'The SDK prints its warning with the right day in two time zones.'),
    ],
    pushes: [
      pushed(
        '2026-03-05T09:18',
        'Write both headers as they were published',
        file('internal/api/deprecation.go', 9, 0),
        file('internal/api/deprecation_test.go', 18, 0),
      ),
    ],
  },
  {
    handle: 'payments-392',
    reviews: [
      approved(
        'marit',
        '2026-04-24T07:20',
        'Our two calls moved on 19 March and I compared a whole month of totals afterwards: no difference, also not around midnight.',
      ),
    ],
  },
  {
    handle: 'payments-414',
    opened: '2026-06-01T01:10:00Z',
    reviews: [
      asked(
        'ingrid',
        '2026-06-01T08:20',
        'Welcome back. I would have merged this with joy, but the two deploys are only one.',
        settled(
          'ingrid',
          '2026-06-01T14:05',
          'migrations/0159_drop_ledger_entries_old.sql',
          1,
          'Both migrations are in this change, and the runner applies whatever it finds, one after the other. The table would be renamed at 09:00:00 and dropped at 09:00:01, so a forgotten reader would have one second to fail in. Either 0159 waits for its own release, or it needs the mark that makes the runner hold it back.',
          said(
            'jun',
            '2026-06-01T09:02',
            'You are right, I thought of deploys and wrote one. 0159 now carries `-- migrate:hold until 2.19.0`, and I have seen the runner skip it on staging.',
          ),
        ),
      ),
      approved(
        'marit',
        '2026-06-01T11:40',
        "Billing reads nothing from the old table: I took our role's right to it away on Friday and have waited three nights for a complaint.",
      ),
      approved(
        'ingrid',
        '2026-06-01T14:08',
        'Held until 2.19.0, and I read the new last section twice. "Start the comparison on day one" should stand at the top of our next RFC.',
      ),
    ],
    pushes: [
      pushed(
        '2026-06-01T08:54',
        'Hold the drop back until the next release',
        file('migrations/0159_drop_ledger_entries_old.sql', 1, 0),
      ),
    ],
  },
];
