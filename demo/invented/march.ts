import { added, changed, removed } from './change.ts';
import type { Change } from './change.ts';
import { adaeze, ingrid, jun, priya, tomas } from './people.ts';

export const march: readonly Change[] = [
  {
    number: 349,
    at: '2026-03-03T06:44:12Z',
    by: jun,
    style: 'squash',
    title: 'Ledger outbox, step 3 of 5: read from the outbox behind a flag',
    body: `Step 3 of RFC 0009 (#301). PAY-1412.

The comparison (#324) found two differences in its first week. Both were ours:
a reversal that skipped the new writer, and a time stamp cut to seconds. Both
are fixed and have tests. Since then:

    0 differences in 11.2 million entries over nine days

With that, readers may use the outbox. \`ledger_outbox_read\` chooses per
merchant, and the old path is kept warm so that switching back takes effect on
the next request. I will raise the share slowly and write each step into
PAY-1412.`,
    files: [
      added('internal/ledger/reader.go', 109),
      added('internal/ledger/reader_test.go', 142),
      changed('internal/ledger/reversal.go', 17, 8),
      changed('internal/ledger/balance.go', 25, 19),
    ],
  },
  {
    number: 352,
    at: '2026-03-05T14:51:33Z',
    by: tomas,
    with: [ingrid],
    style: 'squash',
    title: 'Tell v1 refund callers that the end is near',
    body: `Ingrid's notice (#346) reaches people. This reaches programs: every answer of
/v1/refunds carries Deprecation and Sunset headers and a link to the guide, and
a counter by API key tells us who still calls.

On two afternoons (announced, 10 minutes each) v1 will answer 410. Better that
a forgotten script falls over on a Wednesday at three with us watching.`,
    files: [
      changed('internal/api/v1/refunds.go', 24, 3),
      added('internal/api/deprecation.go', 58),
      added('internal/api/deprecation_test.go', 71),
      changed('openapi/payments-v1.yaml', 14, 0),
      changed('docs/deprecations.md', 8, 2),
    ],
  },
  {
    number: 355,
    at: '2026-03-09T13:18:47Z',
    by: adaeze,
    style: 'squash',
    title: 'Return the connection when a webhook body cannot be read',
    body: `The API has been restarted every few days since November because its pool runs
dry. We raised the pool twice (#263, #284), which bought days, not a cause.

The cause: the webhook handler opens a transaction before it reads the request.
When the sender hangs up halfway, the read fails and the handler returns early,
past the deferred rollback, which was only registered after the read. One
connection lost for each broken upload; one partner's proxy breaks about forty
an hour.

How it was found: goroutine dumps an hour apart, the same 31 stacks in both, all
below handleDelivery. The new test hangs up in the middle of a body and counts
the pool; it fails on the old code.

The fix is to read first and open the transaction afterwards. Six days on one
canary: connections in use flat at 22, against 22 → 190 on its neighbours over
the same days. The pool goes back to its old size in #360.`,
    files: [changed('internal/webhooks/handler.go', 19, 14), added('internal/webhooks/hangup_test.go', 66)],
  },
  {
    number: 358,
    at: '2026-03-14T22:06:15Z',
    by: priya,
    style: 'squash',
    title: 'Stop retrying hard declines',
    body: `Fix for the incident of tonight, #357.

- 20:31 UTC declines rise from 5 % to 31 % on one acquirer.
- The runbook from February (runbooks/card-declines.md, #327) got us to the reason code in
  six minutes: the acquirer began to answer "do not honour" as a soft decline.
- We retried each of them four times. Issuers saw an attack and blocked more cards.
- Now: code 05 is final whatever the acquirer calls it, and the list of final codes is data.
- Deployed from the branch at 21:44. Decline rate 31 % → 4.8 % by 21:52.

No other acquirer uses this mapping. Post-mortem follows on Tuesday.`,
    files: [
      changed('internal/acquirer/declines.go', 31, 12),
      added('internal/acquirer/final_codes.yaml', 22),
      changed('internal/acquirer/declines_test.go', 48, 3),
    ],
  },
  {
    number: 361,
    at: '2026-03-17T07:33:58Z',
    by: priya,
    with: [tomas, adaeze],
    style: 'squash',
    title: 'Post-mortem: card declines on 14 March',
    body: `For #357. Written with Tomás and Adaeze, read by risk and support before merging.

- Time line with sources. Every line links the graph or the message it comes from.
- What helped: the runbook, and that one acquirer could be switched off by itself.
- What did not: our decline alert looks at the total, and the total hid one acquirer.
- Four causes, none of them a person.
- Three follow-ups with an owner and a date: metric by reason (#362), contract test with
  the acquirer's sandbox, and a word with the acquirer about announcing such changes.`,
    files: [
      added('docs/incidents/2026-03-14-card-declines.md', 139),
      changed('runbooks/card-declines.md', 18, 4),
    ],
  },
  {
    number: 362,
    at: '2026-03-19T11:26:09Z',
    by: tomas,
    style: 'squash',
    title: 'Count declines by acquirer and reason',
    body: `First follow-up of #361. The alert now looks at each acquirer on its own, so one
of them can no longer hide behind the others' good behaviour.`,
    files: [
      changed('internal/acquirer/metrics.go', 27, 6),
      changed('alerts/declines.yml', 19, 8),
      added('alerts/declines.test.yml', 55),
    ],
  },
  {
    number: 364,
    at: '2026-03-24T16:12:41Z',
    by: tomas,
    style: 'squash',
    title: 'Batch captures per acquirer',
    body: `Captures went out one by one although every acquirer takes up to a hundred in a
call. Now they wait up to 200 ms for company.

Calls to acquirers in the load test: 31 a second → 4 a second, with the same
number of captures.`,
    files: [
      added('internal/capture/batch.go', 127),
      added('internal/capture/batch_test.go', 96),
      changed('internal/capture/worker.go', 33, 21),
    ],
  },
  {
    number: 366,
    at: '2026-03-26T09:04:18Z',
    by: tomas,
    style: 'squash',
    title: 'Revert "Batch captures per acquirer (#364)"',
    body: `This reverts #364.

One very large merchant fills whole batches, and the small ones wait behind it.
Nothing was lost, but a bakery in Bergen waited nine minutes for its captures
yesterday, and it was right to call. I will bring it back with a fair queue.`,
    files: [
      removed('internal/capture/batch.go', 127),
      removed('internal/capture/batch_test.go', 96),
      changed('internal/capture/worker.go', 21, 33),
    ],
  },
  {
    number: 369,
    at: '2026-03-30T05:10:26Z',
    by: jun,
    style: 'merge',
    title: 'Ledger outbox, step 4 of 5: switch every reader, stop the old writes',
    body: `Step 4 of RFC 0009 (#301). PAY-1413.

All merchants have read from the outbox since 17 March, and the comparison has
stayed clean through thirteen nightly settlements. This makes it the only path:
readers no longer ask the flag, and the old writer is switched off but still
there.

## Undo
Until step 5 the old table can be filled again from the outbox; the command and
a rehearsal of it are in the runbook. Rehearsed on staging twice.

## While I am away
Adaeze has the watch over this until June, and step 5 waits. The runbook's last
section lists the three graphs to look at and what each should show.`,
    branch: {
      name: 'ledger-outbox-4',
      mergedBy: adaeze,
      commits: [
        {
          at: '2026-03-25T04:15:00Z',
          by: jun,
          title: 'Read only from the outbox',
          files: [
            changed('internal/ledger/statement.go', 20, 46),
            changed('internal/ledger/export.go', 14, 37),
          ],
        },
        {
          at: '2026-03-26T10:00:00Z',
          by: jun,
          title: "Merge branch 'main' into ledger-outbox-4",
          files: [],
          mergesMain: true,
        },
        {
          at: '2026-03-27T06:31:44Z',
          by: jun,
          title: 'Switch the old writer off, and rehearse the way back',
          files: [
            changed('internal/ledger/writer.go', 9, 42),
            added('cmd/ledger-refill/main.go', 104),
            added('runbooks/ledger-outbox.md', 118),
          ],
        },
      ],
    },
  },
  {
    number: 371,
    at: '2026-03-31T15:55:37Z',
    by: tomas,
    with: [adaeze],
    style: 'squash',
    title: 'Batch captures per acquirer, fairly this time',
    body: `Brings back #364, which #366 took out.

A batch is now filled round robin over merchants, so the large one gets its turn
and no more. Adaeze rewrote my queue as a table of who waits since when, and
then the starvation test was six lines.

Replayed last Wednesday's traffic, bakery included:
- longest wait of any merchant 9 min → 1.1 s
- acquirer calls 31/s → 5/s, one more than the unfair version, and worth it`,
    files: [
      added('internal/capture/batch.go', 158),
      added('internal/capture/fair_queue.go', 83),
      added('internal/capture/fair_queue_test.go', 147),
      changed('internal/capture/worker.go', 35, 21),
    ],
  },
];
