import { added, changed, removed } from './change.ts';
import type { Change } from './change.ts';
import { adaeze, ingrid, jun, noor, priya } from './people.ts';

export const june: readonly Change[] = [
  {
    number: 414,
    at: '2026-06-02T04:36:29Z',
    by: jun,
    with: [adaeze],
    style: 'squash',
    title: 'Ledger outbox, step 5 of 5: remove the old writer and its table',
    body: `Last step of RFC 0009 (#301). PAY-1414.

The old path has been silent since 30 March (#369): three month ends, one failover,
no difference and no reader. Adaeze kept the watch while I was away and wrote
down each weekly check; thank you.

Removed: the old writer, the compare job's ledger half, both flags, the refill
command, and the table. The table is dropped in two deploys, renamed first, so
that a forgotten reader would fail loudly with the data still there.

1,017 lines and 61 GB of table gone. The generic comparison package stays;
billing is using it.

The RFC has a last section now: what we would do differently. Mostly, start the
comparison on day one.`,
    files: [
      removed('internal/ledger/legacy_writer.go', 486),
      removed('internal/ledger/legacy_writer_test.go', 339),
      removed('cmd/ledger-compare/main.go', 88),
      removed('cmd/ledger-refill/main.go', 104),
      added('migrations/0158_rename_ledger_entries_old.sql', 4),
      added('migrations/0159_drop_ledger_entries_old.sql', 3),
      changed('docs/rfc/0009-ledger-outbox.md', 41, 2),
    ],
  },
  {
    number: 416,
    at: '2026-06-04T14:58:17Z',
    by: noor,
    style: 'squash',
    title: 'Sign webhooks with their time, so that they cannot be replayed',
    body: `A webhook of ours can be recorded and sent again a year later, and the signature
is still good. A merchant's security review found it (PAY-1510).

The signature now covers a time stamp and the delivery id. The clients refuse
what is older than five minutes and remember ids for that long. Two signatures
are sent side by side, old and new, until December, so merchants can move when
it suits them. Rotating a secret works the same way and had no answer before.

The guide has code for the four languages our merchants use. I asked two of them
to try it from the text alone; one found that I had left out the encoding.

## Checked
- [x] old clients still accept (run against 2.8 and 1.9.4)
- [x] clocks that are off by four minutes, both ways
- [x] constant-time comparison in all four samples`,
    files: [
      changed('internal/webhooks/sign.go', 58, 17),
      changed('internal/webhooks/sign_test.go', 122, 9),
      changed('clients/typescript/src/webhooks.ts', 49, 11),
      changed('openapi/webhooks.yaml', 22, 3),
      added('docs/guides/verify-webhooks.md', 143),
    ],
  },
  {
    number: 419,
    at: '2026-06-09T12:20:48Z',
    by: adaeze,
    style: 'squash',
    title: 'Partition payment events by month',
    body: `payment_events holds 1.9 billion rows. We delete by age every night, row by row,
and autovacuum never catches up, which is why backups grow although data does
not.

The table is now partitioned by month. Rows older than 25 months go by dropping
a partition. The move ran without a pause: new rows to the new table, old months
attached one by one after a constraint check that takes no lock, and a view over
both in between. The order of steps is in the runbook, because orders will need
the same next year.

All of it has been live since 26 May; this makes it the only way. After two weeks:
nightly clean-up 5 h 50 min → 3 s; backup 410 GB → 265 GB.

- [x] every query of the last 30 days replayed against both, plans compared
- [x] undo rehearsed up to the last attach; after that it is forward only`,
    files: [
      added('migrations/0160_payment_events_partitioned.sql', 84),
      added('migrations/0161_attach_old_months.sql', 57),
      added('internal/events/partitions.go', 91),
      added('internal/events/partitions_test.go', 126),
      added('runbooks/partition-a-table.md', 109),
      removed('internal/events/delete_old.go', 63),
    ],
  },
  {
    number: 421,
    at: '2026-06-12T07:45:20Z',
    by: priya,
    style: 'squash',
    title: 'Practise the database failover every month',
    body: `PAY-1498

- Last failover took 14 minutes. Eleven of them were people looking for commands.
- One script now does it, asks before each step, and prints what it is about to run.
- Practised three times: Noor, Tomás, and someone from billing who had never done one.
- Time without writes: 14 min → 3 min 40 s, the slowest of the three.
- First Tuesday of each month from now on, by rota, in working hours.`,
    files: [
      added('scripts/failover.sh', 117),
      changed('runbooks/database-failover.md', 48, 95),
      added('docs/on-call/practice.md', 36),
    ],
  },
  {
    number: 424,
    at: '2026-06-17T06:05:59Z',
    by: jun,
    style: 'squash',
    title: 'RFC 0011: balances in several currencies',
    body: `Asks for comments until 3 July.

Merchants who sell in four currencies want to be paid out in four. Today a balance
is one number. The RFC compares one balance per currency against one balance with
a basket inside, and recommends the first, with reasons from the ledger's side.

It also says what it does not solve: who carries the risk of a rate that moves
between sale and payout. That is a decision for risk and finance, not for us, and
the document sets out the three choices for them with an example each.

Goal for reads: p99 below 50 ms with twenty currencies. Nothing is built or
measured yet.`,
    files: [
      added('docs/rfc/0011-balances-in-several-currencies.md', 187),
      changed('docs/rfc/README.md', 1, 0),
    ],
  },
  {
    number: 426,
    at: '2026-06-19T10:37:14Z',
    by: ingrid,
    style: 'squash',
    title: 'Guide: from client 2.x to 3.0',
    body: `3.0 removes what we have warned about for a year, and I would like nobody to learn
it from a stack trace.

One page: what changes, why, what to type instead. A codemod does the renames and
leaves a comment where it is not sure. I ran it on the four integrations that we
may see; three compiled at once, and the fourth had written its own retry, which
the guide now has a section about.

Reviewed by two merchants' engineers, whose names are on the page with their leave.`,
    files: [
      added('docs/guides/client-2-to-3.md', 176),
      added('clients/typescript/codemod/two-to-three.ts', 133),
      added('clients/typescript/codemod/two-to-three.test.ts', 98),
    ],
  },
  {
    number: 428,
    at: '2026-06-24T13:41:36Z',
    by: noor,
    style: 'merge',
    title: 'Contract tests with the fraud service',
    body: `Twice this year fraud renamed a field and we learned it from failed payments. We
also did it to them once, in March.

Both sides now keep one set of examples, here in contracts/fraud. Our tests play
them against our client, theirs against their server (fraud#530, merged by
Deniz), and a change to an example asks both teams for review through
CODEOWNERS.

It found one difference on the first day: they send a score of null for new
merchants, and we read that as zero, which means "safe". Fixed here: null now
means that a person looks.`,
    branch: {
      name: 'fraud-contract',
      mergedBy: ingrid,
      commits: [
        {
          at: '2026-06-18T09:12:00Z',
          by: noor,
          title: 'Collect the examples',
          files: [added('contracts/fraud/score.json', 58), added('contracts/fraud/README.md', 41)],
        },
        {
          at: '2026-06-19T13:30:00Z',
          by: noor,
          title: 'Play the examples against our client',
          files: [added('internal/fraud/contract_test.go', 104), changed('.github/CODEOWNERS', 1, 0)],
        },
        {
          at: '2026-06-22T12:00:00Z',
          by: noor,
          title: "Merge branch 'main' into fraud-contract",
          files: [],
          mergesMain: true,
        },
        {
          at: '2026-06-23T15:03:27Z',
          by: noor,
          title: 'Send new merchants without a score to a person',
          files: [
            changed('internal/fraud/client.go', 17, 6),
            changed('internal/fraud/client_test.go', 33, 2),
          ],
        },
      ],
    },
  },
  {
    number: 431,
    at: '2026-06-29T14:14:51Z',
    by: adaeze,
    style: 'squash',
    title: 'Give the reconcile job a deadline',
    body: `It hung for six hours on Sunday behind a lock. Now it gives up after 30 minutes and says which lock.`,
    files: [changed('cmd/reconcile/main.go', 14, 3), changed('alerts/reconcile.yml', 5, 1)],
  },
];
