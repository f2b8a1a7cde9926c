import { changed, created } from './elsewhere-files.ts';
import { approved, asked, noted, on, outdated, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'merchant-portal-api';

/** Faster statements, and one way for two APIs. */
export const pullsOfPortalLater: readonly StoryPull[] = [
  {
    handle: 'statements-from-totals',
    repository,
    by: 'adaeze',
    at: '2026-06-03T09:20:00Z',
    title: 'Read the statement page from the monthly totals',
    body: `When I looked at the invoice page in May, the next entry in the database's list of callers was this one: a statement adds up every payment of a month each time that somebody opens it. Closed months do not change.

The ledger already keeps a total by merchant, month and currency. The page now reads closed months from there and adds up only the open one. A correction to a closed month writes a new total with it, so there is nothing to refresh and nothing that may be stale.

Compared before switching: all 212,000 statements of 2025 both ways, 0 differences.

A week on half of the merchants, same hours:

    p95 of /v2/statements 3.4 s → 310 ms
    share of the primary's reads 14 % → 1 %

The twelve-month view gains most, and I did not measure it separately. Thank you Yaw for showing me where the page is built.`,
    files: [
      changed('src/statements/page.ts', 38, 52),
      created('src/statements/totals.ts', 57),
      created('test/statements/totals.test.ts', 121),
      changed('dashboards/portal.json', 28, 2),
    ],
    pushes: [
      pushed(
        '2026-06-04T11:30',
        'A month is closed when its total is there',
        created('src/statements/totals.ts', 63),
        created('test/statements/totals.test.ts', 152),
      ),
    ],
    reviews: [
      asked(
        'yaw',
        '2026-06-03T13:45',
        'Welcome over here. The comparison of a whole year is more than I would have dared to ask for.',
        settled(
          'yaw',
          '2026-06-04T13:20',
          'src/statements/totals.ts',
          23,
          'A month counts as closed here as soon as the calendar says so. Its total is written by the closing job of the ledger, which ends at about four on the morning of the first. Whoever opens May between midnight and four is told 0.00, and the first is the day on which bookkeepers print. Could "closed" mean that the total is there, with everything else added up as before?',
          said(
            'adaeze',
            '2026-06-04T11:38',
            'It could, and does now. My comparison was blind to this, because all of 2025 has its totals. New test: a month that is over and has none yet.',
          ),
        ),
      ),
      approved(
        'yaw',
        '2026-06-04T13:22',
        'Took the total of May away: the right sum, slowly. Put it back: the same sum, at once.',
      ),
      approved('marit', '2026-06-05T07:50', 'Agreed.'),
    ],
    merged: { at: '2026-06-05T08:15:00Z', by: 'yaw' },
  },
  {
    handle: 'apis-agree',
    repository,
    by: 'ingrid',
    at: '2026-05-28T08:30:00Z',
    with: ['yaw', 'tomas'],
    title: 'Where our two APIs differ, and which of them gives way',
    body: `A merchant's developer told me that we feel like two companies. I wrote down why: payments and the portal differ in eleven places that a caller can see, from the name of the next page to the shape of an error.

Tomás, Yaw and I sat down twice. For each of the eleven the page says what both do today, what both will do, who changes, and what it costs callers:

- in six the portal gives way (errors above all: the catalogue of payments, {#payments-406})
- in three payments does (the portal's way of paging by \`after\` is the clearer one)
- two stay different, and the page says why, so that nobody mends them by mistake

Nothing changes for callers before the next major version of each. A test compares the two OpenAPI files and prints a twelfth difference as soon as somebody makes one.`,
    files: [
      created('docs/one-way.md', 138),
      created('test/one-way.test.ts', 84),
      changed('docs/README.md', 2, 0),
    ],
    pushes: [pushed('2026-05-29T08:05', 'Dates are a difference, too', created('docs/one-way.md', 151))],
    reviews: [
      noted(
        'marit',
        '2026-05-28T12:10',
        '',
        outdated(
          on(
            'docs/one-way.md',
            74,
            'One is missing, and the test cannot find it, because both files call it `date`. In payments the date of a refund is when it was asked for; in the portal it is when it was booked. At the end of a month these are two different months, and I get the letters.',
            said(
              'ingrid',
              '2026-05-29T08:12',
              'So it is twelve, and the most expensive one was the one without a visible difference. It stands first now: two fields, `requested_on` and `booked_on`, in both. Thank you, Marit.',
            ),
          ),
        ),
      ),
      approved('graham', '2026-05-29T09:30', 'I will bring the dates to finance myself.'),
      approved('noor', '2026-05-29T11:00', 'Makes sense!'),
    ],
    merged: { at: '2026-05-29T11:40:00Z', by: 'ingrid' },
  },
];
