import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, on, outdated, pushed, said, settled } from './say.ts';

/** Large tables, long runs and the tests of both. */
export const reviewsOfData: readonly StoryAddition[] = [
  {
    handle: 'payments-344',
    reviews: [
      asked(
        'arturs-k',
        '2026-02-23T11:20',
        'Great to see timings first and changes second. One of the changes will be flaky on a busy runner.',
        settled(
          'arturs-k',
          '2026-02-24T09:05',
          'internal/testdb/template.go',
          33,
          '`CREATE DATABASE … TEMPLATE` fails with "source database is being accessed by other users" while anybody is connected to the template. Migrating it leaves a connection in the pool for up to its idle time, so the first package sometimes loses. Close that pool before the first copy; a lock around the copies is not needed.',
          said(
            'adaeze',
            '2026-02-23T14:12',
            'That explains two red runs that I had put down to the runner. Pool closed before the first copy; 40 runs of the shard since, no failure.',
          ),
        ),
      ),
      approved(
        'arturs-k',
        '2026-02-24T09:07',
        'Forty runs convince me. I will copy the template trick for the infrastructure tests, if you do not mind.',
      ),
    ],
    pushes: [
      pushed(
        '2026-02-23T14:03',
        'Close the pool before copying the template',
        file('internal/testdb/template.go', 7, 0),
      ),
    ],
  },
  {
    handle: 'payments-383',
    reviews: [
      noted(
        'ingrid',
        '2026-04-14T08:35',
        'Sorting the failures by the hour at which they began is a lovely idea. I would like to use it as an example on the page about reviews, if you agree.',
        settled(
          'ingrid',
          '2026-04-14T13:20',
          'internal/settlement/window.go',
          18,
          'The window takes "the day" now. Whose day? The contract says the merchant\'s, and ours happen to be all in one zone so far. If the argument were called `merchantDay` and had its zone with it, the next person could not pass a UTC day by accident.',
          said(
            'noor',
            '2026-04-14T11:05',
            'I did not know that the contract says so. Renamed, and it takes a date with its zone. Yes to the example, gladly!',
          ),
        ),
      ),
      approved(
        'adaeze',
        '2026-04-14T13:48',
        'I ran it here with the clock at 00:30 in four zones. You were two weeks faster than the comment from 2024 believed possible.',
      ),
    ],
    pushes: [
      pushed(
        '2026-04-14T10:58',
        'Say whose day it is',
        file('internal/settlement/window.go', 4, 3),
        file('internal/settlement/window_test.go', 11, 4),
      ),
    ],
  },
  {
    handle: 'payments-400',
    opened: '2026-05-01T11:31:00Z',
    continued: { at: '2026-05-11T09:00:00Z', from: 'After a week in the second region' },
    reviews: [
      asked(
        'lucia',
        '2026-05-04T09:45',
        'The split is good. The deploy file will kill a run in the middle.',
        settled(
          'lucia',
          '2026-05-05T08:20',
          'deploy/settlement.yaml',
          38,
          'No `terminationGracePeriodSeconds`, so 30 s. One page takes up to 90 s on large merchants. A node drain at 02:30 sends SIGTERM, waits 30 s, then kills the page. Set 180 and stop taking pages on SIGTERM. Also add a PodDisruptionBudget: we drain nodes on Tuesdays.',
          said(
            'adaeze',
            '2026-05-04T13:30',
            'It took no new page on SIGTERM already, but it was not given the time to finish the old one. 180 s and the budget are in. I drained its node by hand during the run in region two: the page finished after 71 s.',
          ),
        ),
      ),
      noted(
        'tomas',
        '2026-05-04T15:50',
        '',
        on(
          'internal/settlement/port.go',
          21,
          'Three methods, and none of them lets the API start a run. Was that on purpose? Support does it about twice a year, with a button.',
          said(
            'adaeze',
            '2026-05-05T07:40',
            "On purpose. The button now puts a row into the worker's table and the worker decides. Otherwise the memory comes back through the button.",
          ),
        ),
      ),
      approved(
        'tomas',
        '2026-05-11T12:20',
        'I followed `git log --follow` through the move: blame survives, as promised. Nights in region two have been boring for a week. Merging.',
      ),
    ],
    pushes: [
      pushed('2026-05-04T13:12', 'Give the last page time to finish', file('deploy/settlement.yaml', 17, 0)),
    ],
  },
  {
    handle: 'payments-409',
    reviews: [
      noted(
        'noor',
        '2026-05-21T09:05',
        '',
        settled(
          'noor',
          '2026-05-22T08:30',
          'internal/export/csv.go',
          112,
          'By the time the database fails at row 900,000, the status 200 is long gone. The merchant gets a shorter file that opens without complaint; accounting told me that they would not notice. Could we break the connection instead of ending it, and put a last line with the number of rows, so that a file without it is visibly not whole?',
          said(
            'adaeze',
            '2026-05-21T13:44',
            'The old code could fail before the first byte and I have lost that without noticing. Aborts the stream now, and the last line has the count. Thank you for having gone and asked accounting.',
          ),
        ),
      ),
      noted(
        'tomas',
        '2026-05-21T10:12',
        '',
        outdated(
          on(
            'internal/export/csv.go',
            70,
            "A cursor that is open for as long as a merchant's slow connection keeps a snapshot open, too. Does that hold back vacuum on the primary?",
            said(
              'adaeze',
              '2026-05-21T13:50',
              'It reads from the replica, where `hot_standby_feedback` is off, so the primary does not wait. The price is that the replica may cancel us; after 20 minutes we would rather end anyway. Both are in the comment above.',
            ),
          ),
        ),
      ),
      approved(
        'noor',
        '2026-05-22T08:34',
        'I stopped the database in the middle: curl says error 18, and the file has no last line. That is what I hoped for.',
      ),
    ],
    pushes: [
      pushed(
        '2026-05-21T13:31',
        'Let a broken export look broken',
        file('internal/export/csv.go', 16, 0),
        file('internal/export/csv_test.go', 29, 0),
      ),
    ],
  },
  {
    handle: 'payments-419',
    reviews: [
      noted(
        'jun',
        '2026-06-08T01:40',
        'I read it with the next table in mind, since orders will follow this order of steps.',
        settled(
          'adaeze',
          '2026-06-08T12:05',
          'runbooks/partition-a-table.md',
          52,
          'Step 4 attaches a month after its constraint was validated. Postgres only skips its own scan if the constraint says the same as the bound, including `NOT NULL`, and in the same time zone. For events it does. For orders the column may be null, and the attach would scan 300 GB while holding a lock. One line of warning here would spare somebody an afternoon.',
          said(
            'adaeze',
            '2026-06-08T08:30',
            'Tried it with a nullable column on the copy: 22 minutes of scan. The warning is in, with the query that tells beforehand whether it would scan.',
          ),
        ),
      ),
      approved(
        'arturs-k',
        '2026-06-08T10:15',
        "From the machines' side: the backup has shrunk by 145 GB and ends at 01:40 instead of 03:05. I have given the time to the restore test, which finally fits into one night.",
      ),
    ],
    pushes: [pushed('2026-06-08T08:17', 'Warn of the scan', file('runbooks/partition-a-table.md', 13, 0))],
  },
];
