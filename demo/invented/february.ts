import { added, changed } from './change.ts';
import type { Change } from './change.ts';
import { adaeze, adaezeAtHome, ingrid, jun, priya, tomasOnLaptop } from './people.ts';

export const february: readonly Change[] = [
  {
    number: 324,
    at: '2026-02-03T07:15:36Z',
    by: jun,
    style: 'squash',
    title: 'Ledger outbox, step 2 of 5: compare both paths continuously',
    body: `Step 2 of RFC 0009 (#301), follows #315. PAY-1411.

A job walks the ledger and the outbox side by side and reports each entry that
is missing, doubled or different. It keeps its own position, so that a restart
neither skips nor repeats, and it reads from the replica only.

A difference is never repaired by the job. It opens a ticket with both versions
and stops counting that account as clean, because a repair that hides its cause
would teach us nothing.

The comparison itself is a small package without any knowledge of ledgers:
give it two ordered readers and a function that says whether two items agree.
Billing plans to use it for their invoice move.

- [x] a planted gap, a planted double and a planted wrong amount are all found
- [x] restart in the middle of a page
- [ ] alert on differences: comes with the dashboard in PAY-1424`,
    files: [
      added('internal/compare/compare.go', 132),
      added('internal/compare/compare_test.go', 201),
      added('cmd/ledger-compare/main.go', 88),
      added('deploy/ledger-compare.yaml', 42),
    ],
  },
  {
    number: 327,
    at: '2026-02-05T06:22:13Z',
    by: priya,
    style: 'squash',
    title: 'Runbook: card declines rise suddenly',
    body: `PAY-1421

- What to look at first: declines by acquirer, then by reason code, then by card country.
- How to tell an issuer's outage from our own mistake. One query for each, ready to paste.
- How to route one acquirer's traffic elsewhere, and what that costs.
- When to stop retries by hand (\`retries.hard_declines\`), and who must be told.
- Walked through with Tomás and Adaeze on Tuesday. They had not seen it before and got
  through without asking me, after two corrections.

Linked from the decline alert.`,
    files: [added('runbooks/card-declines.md', 97), changed('alerts/declines.yml', 2, 1)],
  },
  {
    number: 330,
    at: '2026-02-09T11:08:27Z',
    by: ingrid,
    style: 'squash',
    title: 'Name an owner for every folder',
    body: `Seventeen folders had nobody's name on them. Questions about them ended in the
team channel, where the person with the most patience answered, which is not
the same as the person who knows.

CODEOWNERS now covers the whole tree. I asked everyone before writing a name
down; where two teams share a folder (the webhook payloads, and the tables
that billing reads) both are listed, and docs/ownership.md says who decides
what. Risk and billing have agreed to their lines.

Folders without an owner: 17 → 0. A check in CI keeps it that way.`,
    files: [
      added('.github/CODEOWNERS', 16),
      added('docs/ownership.md', 64),
      changed('.github/workflows/ci.yml', 9, 0),
      added('scripts/check-owners.sh', 23),
    ],
  },
  {
    number: 332,
    at: '2026-02-11T13:44:50Z',
    by: adaeze,
    with: [jun],
    style: 'squash',
    title: 'Retry acquirer calls with backoff and jitter',
    body: `A capture that met a timeout was put back and tried at once, three times, by
every worker. When an acquirer was slow we made it slower.

Calls are now retried at most four times with exponential backoff and full
jitter, only for errors that the acquirer's contract calls safe to repeat, and
only while the request's own deadline allows. A budget caps retries at a tenth
of all calls, so that a long outage cannot turn into a flood of our own.

Jun wrote the budget; I wrote the classification of errors, one table per
acquirer with a link to the page of their contract for each line.

Two weeks behind the flag for half of the merchants, same weeks for the rest:

| | old | new |
| --- | --- | --- |
| captures failed by timeout | 0.42 % | 0.05 % |
| calls per capture | 1.31 | 1.04 |

PAY-1388`,
    files: [
      added('internal/retry/retry.go', 97),
      added('internal/retry/budget.go', 71),
      added('internal/retry/retry_test.go', 189),
      changed('internal/acquirer/client.go', 52, 67),
      added('internal/acquirer/errors.go', 84),
    ],
  },
  {
    number: 335,
    at: '2026-02-13T17:02:08Z',
    by: tomasOnLaptop,
    style: 'squash',
    title: 'Page through GET /v2/payments with cursors',
    body: `Page numbers lie as soon as somebody pays while you are reading: page 3 starts
with the last row of page 2, or skips one. One merchant's bookkeeping had been
missing a payment every few days, and they thought it was their fault.

So: cursors. Opaque, signed, good for a day, and they carry the filter they were
made with, which means you cannot start with one filter and finish with
another. \`page\` keeps working until the next major version and answers with a
warning header.

Asking for the last page of a large account no longer counts its way there, but
that was never the point of this.`,
    files: [
      added('internal/api/cursor.go', 86),
      added('internal/api/cursor_test.go', 133),
      changed('internal/api/payments.go', 41, 28),
      changed('openapi/payments.yaml', 27, 6),
      changed('clients/typescript/src/payments.ts', 33, 12),
    ],
  },
  {
    number: 338,
    at: '2026-02-17T04:58:40Z',
    by: priya,
    style: 'squash',
    title: 'Dashboard: latency by acquirer',
    body: `PAY-1424. One row for each acquirer, same scale everywhere, deploys as vertical lines.
Also the panel for ledger differences that #324 left open.`,
    files: [added('dashboards/acquirers.json', 412), changed('dashboards/README.md', 3, 0)],
  },
  {
    number: 341,
    at: '2026-02-19T05:37:22Z',
    by: jun,
    style: 'squash',
    title: 'ADR 0014: one money type',
    body: `We hold amounts in four shapes: integer cents, decimal strings, a pair from the
v1 API, and a float in two reports. Each border between them is a place to be
wrong, and PAY-1399 was exactly that.

This adds the decision and the package that it asks for. \`money.Amount\` is an
integer of minor units with its currency; amounts of two currencies cannot be
added, and there is no way to build one from a float. Encoding is exact for
JSON and SQL, which property tests check for every currency in ISO 4217.

Only the ledger uses it here. The ADR has the order for the rest, and a table of
who converts which folder.`,
    files: [
      added('docs/adr/0014-one-money-type.md', 92),
      added('internal/money/amount.go', 118),
      added('internal/money/amount_test.go', 207),
      changed('internal/ledger/entry.go', 22, 31),
    ],
  },
  {
    number: 344,
    at: '2026-02-24T15:29:19Z',
    by: adaezeAtHome,
    style: 'merge',
    title: 'Bring CI from 40 to 12 minutes',
    body: `People had begun to merge on a green unit run and hope for the rest, which I
understand, and which let two broken builds through in January.

Where the time went, from the timings of 50 runs: 14 min building the same
images twice, 11 min starting Postgres for each package, 7 min tests that slept.

- images are built once and passed on
- one Postgres per run, one database per package, copied from a template
- the sleeping tests wait for a condition instead
- the integration suite runs in four shards

Median of 30 runs on main against 30 of this branch: 40 → 12 minutes. All checks
are required again, integration included; nothing was skipped to get there.`,
    branch: {
      name: 'faster-ci',
      mergedBy: adaeze,
      commits: [
        {
          at: '2026-02-20T18:02:44Z',
          by: adaezeAtHome,
          title: 'Build images once',
          files: [changed('.github/workflows/ci.yml', 61, 88), changed('Dockerfile', 12, 19)],
        },
        {
          at: '2026-02-21T10:40:03Z',
          by: adaezeAtHome,
          title: 'Copy test databases from a template',
          files: [added('internal/testdb/template.go', 74), changed('internal/testdb/open.go', 18, 43)],
        },
        {
          at: '2026-02-23T09:15:30Z',
          by: adaeze,
          title: 'Wait for conditions, not for clocks',
          files: [
            changed('internal/webhooks/delivery_test.go', 26, 31),
            changed('internal/capture/worker_test.go', 14, 17),
          ],
        },
      ],
    },
  },
  {
    number: 346,
    at: '2026-02-26T10:00:05Z',
    by: ingrid,
    style: 'squash',
    title: 'Announce the end of /v1/refunds on 23 April',
    body: `Eight weeks' notice, a guide, and a name to ask.

Nine callers remain: four merchants, two of our own teams, and three scripts
that I traced to people who had forgotten them. I have written to each of them,
and the two teams have a date in their plans.

The guide shows each v1 call beside its v2 sibling, with the three differences
that bite: amounts are in minor units, a refund may be pending, and errors have
codes. It ends with a way to try v2 against the sandbox that needs no new key.

If eight weeks are not enough for you, please tell me before 20 March. I would
rather move the date than surprise anybody.`,
    files: [
      added('docs/guides/refunds-v1-to-v2.md', 148),
      added('docs/deprecations.md', 37),
      changed('openapi/payments-v1.yaml', 6, 0),
      changed('CHANGELOG.md', 5, 0),
    ],
  },
];
