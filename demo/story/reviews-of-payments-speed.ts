import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, on, outdated, pushed, resolved, said, settled } from './say.ts';

/** What was slow, and why. */
export const reviewsOfSpeed: readonly StoryAddition[] = [
  {
    handle: 'payments-307',
    opened: '2026-01-12T08:35:00Z',
    reviews: [
      noted(
        'jun',
        '2026-01-12T09:02',
        '',
        resolved(
          'adaeze',
          '2026-01-12T11:05',
          on(
            'migrations/0142_orders_account_created_index.sql',
            4,
            'A small trap with these two options together: if a concurrent build fails, Postgres leaves an invalid index with this name behind. `IF NOT EXISTS` then finds the name, does nothing and reports success, and we would have an index that is written to but never read. It would be good to check `pg_index.indisvalid` after the migration. The manual describes it here: https://www.postgresql.org/docs/current/sql-createindex.html',
            said(
              'adaeze',
              '2026-01-12T10:20',
              'I did not know that it stays behind. In production it is valid, I have just looked, in all three regions. The check is now a query in the plans document, with what to do if it says false.',
            ),
          ),
        ),
      ),
      approved(
        'tomas',
        '2026-01-12T13:15',
        "I sat next to this on Friday. The longest lock anybody waited for during the build was 18 ms, and that was an unrelated vacuum. Jun's check is worth more than my watching, so thanks for putting it where the next one will find it.",
      ),
    ],
    comments: [
      said(
        'priya',
        '2026-01-19T05:12',
        'One week of on-call without the order search alert. In December it fired on most mornings.',
      ),
    ],
    pushes: [
      pushed(
        '2026-01-12T11:00',
        'Show how to see that the index is valid',
        file('docs/plans/order-search.md', 12, 0),
      ),
    ],
  },
  {
    handle: 'payments-332',
    reviews: [
      asked(
        'tomas',
        '2026-02-10T10:40',
        'I like the budget a lot. I think the deadline has a hole in it.',
        settled(
          'tomas',
          '2026-02-11T10:02',
          'internal/retry/retry.go',
          63,
          "The deadline is checked before the pause and not after it. With 300 ms left and a pause of 280 ms we begin a call that has 20 ms to live; it is certain to time out on our side and may well succeed on theirs. That is the one result we can least afford. Compare pause plus the acquirer's median with what is left, and give up early?",
          said(
            'adaeze',
            '2026-02-10T13:22',
            "Agreed, that is worse than no retry. It now gives up when pause and the acquirer's p50 together do not fit. A test with a clock that we move by hand covers 20 ms, 0 ms and a deadline in the past.",
          ),
        ),
      ),
      noted(
        'priya',
        '2026-02-10T05:48',
        '',
        outdated(
          on(
            'internal/retry/budget.go',
            40,
            '- An empty budget is the best early sign of an outage that we could have.\n- Today it is only a branch in the code.\n- Please count it by acquirer; I will put the alert on it.',
            said(
              'jun',
              '2026-02-11T00:20',
              'Counter `retry_budget_empty_total` added, label acquirer, nine values.',
            ),
          ),
        ),
      ),
      approved(
        'tomas',
        '2026-02-11T10:06',
        'Reads well, and I tried to get two calls out of a 5 ms deadline without success. The links to each contract in errors.go are going to age, but at least we shall see them age.',
      ),
    ],
    pushes: [
      pushed(
        '2026-02-10T13:16',
        'Give up when there is no time for an answer',
        file('internal/retry/retry.go', 14, 0),
        file('internal/retry/retry_test.go', 41, 0),
        file('internal/retry/budget.go', 6, 0),
      ),
    ],
  },
  {
    handle: 'payments-337',
    reviews: [
      noted(
        'lucia',
        '2026-02-16T16:02',
        'Does this connection ever go through PgBouncer? In transaction mode a prepared statement lives on a server connection that the next transaction may not get, and it breaks only under load.',
      ),
      approved('tomas', '2026-02-17T10:11', 'Honest numbers, and the query is nicer to read. Keep it.'),
    ],
    comments: [
      said(
        'adaeze',
        '2026-02-16T16:40',
        'No: payouts connect directly, and I checked the other service that shares this package. I have noted it beside the constructor, because nobody would think of it when moving it.',
      ),
    ],
  },
  {
    handle: 'payments-355',
    opened: '2026-03-03T10:05:00Z',
    continued: { at: '2026-03-09T09:10:00Z', from: 'Six days on one' },
    reviews: [
      noted(
        'jun',
        '2026-03-04T01:18',
        'The same 31 stacks an hour apart: that is a beautiful way to find it.',
        on(
          'internal/webhooks/handler.go',
          52,
          'Is this the only handler that opens a transaction before it reads? I searched for `BeginTx` above `io.ReadAll` and found the dispute upload as well, but it registers its rollback in time. Could you look whether I have missed one?',
          said(
            'adaeze',
            '2026-03-04T08:20',
            'I looked at all eleven handlers with a body. Disputes is fine, as you say; nothing else does it. I will propose a lint rule, so that we need not look a second time.',
          ),
        ),
      ),
      approved(
        'priya',
        '2026-03-09T10:02',
        '- Canary next to its neighbours on one graph for six days: checked.\n- Restarts of the canary: none. Of the others: four.\n- No alert changed to get there.\n\nShip it, I would like my Sunday nights back.',
      ),
    ],
  },
  {
    handle: 'payments-380',
    reviews: [
      asked(
        'tomas',
        '2026-04-09T08:52',
        'The saw-tooth graph is going to look so dull afterwards. I think I can get an old value in for a whole minute, though:',
        settled(
          'tomas',
          '2026-04-10T08:11',
          'internal/merchants/cache.go',
          77,
          'A load starts and reads the old row. Support saves a change, the invalidation arrives and finds nothing to throw away, because the load is not finished. Then the load finishes and stores the old row for 60 s. Support sees its change everywhere except where it counts. A number per merchant that each invalidation raises would do: a load only stores what it read if the number is still the same.',
          said(
            'adaeze',
            '2026-04-09T12:33',
            'Yes, and I had the ingredients on the page without seeing it. The number is in, and the test stops the load halfway, invalidates, and lets it go on; it fails without the number.',
          ),
        ),
      ),
      noted(
        'priya',
        '2026-04-09T05:20',
        '',
        settled(
          'priya',
          '2026-04-10T05:02',
          'internal/merchants/cache.go',
          94,
          '- Ten minutes of old settings without a database: good for fees and names.\n- Not good for `suspended`. Risk stops a merchant because somebody is emptying stolen cards; we would go on for ten minutes.\n- Can that one field fail closed?',
          said(
            'adaeze',
            '2026-04-09T12:40',
            '`suspended` now has its own limit of 60 s, after which payments of that merchant are refused. Risk has confirmed that this is what they would want.',
          ),
        ),
      ),
      approved(
        'tomas',
        '2026-04-10T08:13',
        'I could not get the old value back in, and I tried for longer than I will admit.',
      ),
    ],
    pushes: [
      pushed(
        '2026-04-09T12:29',
        'Store only what nobody has invalidated meanwhile',
        file('internal/merchants/cache.go', 27, 0),
        file('internal/merchants/cache_test.go', 52, 0),
      ),
    ],
  },
];
