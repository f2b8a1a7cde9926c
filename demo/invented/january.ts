import { added, changed, removed } from './change.ts';
import type { Change } from './change.ts';
import { adaeze, ingrid, jun, priya, tomas } from './people.ts';

export const january: readonly Change[] = [
  {
    number: 301,
    at: '2026-01-05T09:12:40Z',
    by: jun,
    style: 'squash',
    title: 'RFC 0009: write the ledger through an outbox',
    body: `Proposes how ledger entries leave the payments database without the two-phase
dance we do today, where a crash between the two writes loses the entry and
nobody knows until reconciliation at 06:00.

The document weighs three ways (outbox table, change data capture, a log in
front of both) and argues for the outbox: it needs no new system, it can be
compared with the old path entry by entry, and every step can be undone.

Five steps, each its own pull request:
1. write outbox rows beside the ledger
2. compare the two, continuously
3. read from the outbox behind a flag
4. switch every reader, stop the old writes
5. remove the old writer and its table

Discussed with billing (Marit) and risk (Deniz) before the holidays; their
open questions are in the last section with the answers we agreed on.`,
    files: [added('docs/rfc/0009-ledger-outbox.md', 214), changed('docs/rfc/README.md', 1, 0)],
  },
  {
    number: 304,
    at: '2026-01-08T05:41:10Z',
    by: priya,
    style: 'squash',
    title: 'Alert when captures fall behind',
    body: `PAY-1402

- On 22 December captures stood still for three hours and we heard it from a merchant.
- The queue's depth looked normal all along, because new work had stopped as well.
- So: alert on the age of the oldest uncaptured authorisation, not on depth.
- Pages on-call after ten minutes, links the runbook, stays quiet in the nightly window.
- Replayed against December's metrics: it would have fired at 02:14, eleven minutes in.

The old depth alert stays for a month so that we can compare.`,
    files: [
      added('alerts/capture-age.yml', 34),
      added('alerts/capture-age.test.yml', 41),
      added('runbooks/captures-behind.md', 52),
      changed('internal/capture/metrics.go', 18, 2),
    ],
  },
  {
    number: 307,
    at: '2026-01-12T14:03:55Z',
    by: adaeze,
    style: 'squash',
    title: 'Index orders by account and time',
    body: `Order search is the page support opens first in every call, and for large
accounts it took seconds.

EXPLAIN (ANALYZE, BUFFERS) on the replica shows why: the planner walks the
index on created_at backwards and throws away every row of another account,
412,000 of them for the account in PAY-1377. With (account_id, created_at)
it reads 50 rows and stops. Both plans are in docs/plans/order-search.md.

Built with CREATE INDEX CONCURRENTLY, so nothing waits. It is in production
already: I built it on Friday evening with Tomás watching, in 9 minutes, and the
migration finds it there. No application code changes.

Measured on the production replicas, this morning against Friday morning:

    p95 1.8 s → 210 ms
    p50 unchanged at 40 ms

The old index on created_at is still used by the export and stays.`,
    files: [
      added('migrations/0142_orders_account_created_index.sql', 6),
      added('docs/plans/order-search.md', 88),
    ],
  },
  {
    number: 309,
    at: '2026-01-13T16:20:31Z',
    by: tomas,
    style: 'squash',
    title: 'Accept an Idempotency-Key on POST /v2/refunds',
    body: `Every month somebody's HTTP client times out, sends the refund again, and we
cheerfully pay a customer twice. Then finance writes me a polite mail.

Clients may now send an Idempotency-Key. Same key and same body: you get the
first answer back, whatever it was. Same key and another body: 422 with the
code \`idempotency_key_reused\`, because guessing would be worse. Keys are kept
for 48 hours, in the same transaction as the refund itself, so there is no
moment in which one exists without the other.

Two requests with one key at the same time: the second waits up to five
seconds and then gets 409. There is a test with forty goroutines that all want
the same refund; exactly one gets to make it.

No key, no change. The OpenAPI description and the client know about it.`,
    files: [
      added('internal/idempotency/store.go', 121),
      added('internal/idempotency/store_test.go', 164),
      added('migrations/0143_idempotency_keys.sql', 14),
      changed('internal/refunds/handler.go', 47, 9),
      changed('openapi/payments.yaml', 38, 2),
      changed('clients/typescript/src/refunds.ts', 12, 3),
    ],
  },
  {
    number: 312,
    at: '2026-01-16T10:55:02Z',
    by: ingrid,
    style: 'squash',
    title: 'Write down how we review ledger changes',
    body: `In the last quarter I asked for the same four things in eleven reviews of the
ledger, so the fault is mine for never having written them down.

The page has one section for each: entries are only ever added, amounts carry
their currency, every entry balances inside its own transaction, and a
migration says how it is undone. Each comes with a real change of ours where it
mattered, and with the question I would ask in a review.

It is not a gate. If you think a rule is wrong for your change, say so in the
description and we talk.

Jun and Adaeze read a first version, and the part on undoing is better for it.`,
    files: [
      added('docs/reviewing-ledger-changes.md', 126),
      changed('.github/pull_request_template.md', 3, 1),
      changed('docs/README.md', 2, 0),
    ],
  },
  {
    number: 315,
    at: '2026-01-20T08:30:00Z',
    by: jun,
    style: 'merge',
    title: 'Ledger outbox, step 1 of 5: dual write',
    body: `Step 1 of RFC 0009 (#301). PAY-1410.

## What
Each ledger entry is now also written as an outbox row, in the same
transaction. Nothing reads the rows yet.

## Safety
- The write is behind \`ledger_outbox_write\`, off by default, per merchant.
- A failure to write the row fails the entry. Deliberate: a silent gap would
  make the comparison in step 2 worthless.
- Undo: switch the flag off; the rows can be dropped at any time.

## Not in this change
Ordering across accounts. Section 4 of the RFC says why no reader needs it.`,
    branch: {
      name: 'ledger-outbox-1',
      mergedBy: ingrid,
      commits: [
        {
          at: '2026-01-16T02:11:09Z',
          by: jun,
          title: 'Add the outbox table',
          files: [added('migrations/0144_ledger_outbox.sql', 31)],
        },
        {
          at: '2026-01-16T07:48:51Z',
          by: jun,
          title: 'Write an outbox row with each ledger entry',
          files: [
            added('internal/ledger/outbox.go', 143),
            changed('internal/ledger/writer.go', 36, 11),
            changed('internal/flags/flags.go', 4, 0),
          ],
        },
        {
          at: '2026-01-19T03:20:17Z',
          by: jun,
          title: 'Test that entry and row share one fate',
          files: [added('internal/ledger/outbox_test.go', 178)],
        },
      ],
    },
  },
  {
    number: 318,
    at: '2026-01-23T12:36:44Z',
    by: priya,
    style: 'squash',
    title: 'Settle in pages of merchants instead of all at once',
    body: `PAY-1419

- The nightly settlement loads every merchant before it starts.
- Now it takes them in pages, commits after each, and picks up where it stopped.
- This should help a lot with batch times. Will look at the numbers after month end.`,
    files: [changed('internal/settlement/run.go', 64, 38), changed('internal/settlement/run_test.go', 29, 4)],
  },
  {
    number: 321,
    at: '2026-01-28T15:47:20Z',
    by: tomas,
    style: 'squash',
    title: 'Remove the SOAP acquirer',
    body: `Nordlys switched off their SOAP endpoint in October, and I have been walking
around its corpse ever since. Before deleting it I put a counter on every entry
point (#289): 30 days, zero calls, on all three environments.

What goes: the adapter, its retry loop, the XML signing code that only it used,
two feature flags and a certificate check that paged Priya twice for a
certificate nobody presents any more.

4,112 lines removed, none added. Behaviour is the same, and the remaining
acquirers' tests were not touched.`,
    files: [
      removed('internal/acquirer/nordlys/soap.go', 1480),
      removed('internal/acquirer/nordlys/soap_test.go', 1236),
      removed('internal/acquirer/nordlys/signing.go', 871),
      removed('internal/acquirer/nordlys/retry.go', 312),
      removed('internal/acquirer/nordlys/certificate.go', 189),
      changed('internal/acquirer/registry.go', 0, 14),
      changed('internal/flags/flags.go', 0, 10),
    ],
  },
];
