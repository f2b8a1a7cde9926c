import { added, changed, moved, removed } from './change.ts';
import type { Change } from './change.ts';
import { adaeze, codingAgent, ingrid, noor, priya, tomas, tomasOnLaptop } from './people.ts';

export const may: readonly Change[] = [
  {
    number: 395,
    at: '2026-05-05T12:44:38Z',
    by: noor,
    with: [codingAgent],
    style: 'squash',
    title: 'Test fee rounding for every currency we settle in',
    body: `The fee tests used euros and pounds. Now there is a table with every currency we
settle in, the amounts worked out by hand from the contract's wording, and a
property: fees of the parts never differ from the fee of the whole by more than
one minor unit per part.

The table found something. Kuwaiti dinar has three decimals and yen has none, and
we round both as if they had two. Those rows are marked as known to fail with a
link to PAY-1488; the fix is next, on its own, so that it can be reviewed in
peace.

The assistant typed most of the table. I checked each amount against the contract
with a calculator, and corrected four.`,
    files: [added('internal/fees/rounding_test.go', 214), added('internal/fees/testdata/contract.csv', 46)],
  },
  {
    number: 397,
    at: '2026-05-07T10:31:15Z',
    by: noor,
    style: 'squash',
    title: "Round fees by the currency's own decimals",
    body: `PAY-1488. Fees in dinar and yen are now rounded by the decimals that
\`money.Amount\` already knows (ADR 0014). The rows that #395 marked as known to
fail pass, and the marks are gone. Finance has a list of the 212 invoices that
change, all in the merchant's favour.`,
    files: [changed('internal/fees/rounding.go', 9, 14), changed('internal/fees/rounding_test.go', 2, 8)],
  },
  {
    number: 400,
    at: '2026-05-11T13:05:44Z',
    by: adaeze,
    style: 'merge',
    title: 'Settlement moves into a process of its own',
    body: `At 02:00 the API answers slowly, because the nightly settlement runs inside it and
takes the memory and the connections that requests need. Tuning has been tried
four times.

Settlement is now \`cmd/settlement\`, a worker with its own pool and its own
limits. The border is an interface of three methods; the API may only ask when
the last run ended. An import check keeps it that way.

Moved in an order in which each commit could be deployed by itself: first the
interface, then the files (renames only, so blame survives), then the binary,
then the API's copy goes.

After a week in the second region, deployed from this branch: API p99 between 02:00
and 03:00 2.4 s → 310 ms, and the run itself ends 20 minutes earlier, since it no
longer waits for requests.`,
    branch: {
      name: 'settlement-worker',
      mergedBy: tomas,
      commits: [
        {
          at: '2026-04-28T08:20:10Z',
          by: adaeze,
          title: 'Put settlement behind an interface',
          files: [added('internal/settlement/port.go', 29), changed('internal/api/admin.go', 8, 27)],
        },
        {
          at: '2026-04-29T15:42:55Z',
          by: adaeze,
          title: 'Move the run out of the API package',
          files: [
            moved('internal/api/nightly/plan.go', 'internal/settlement/plan.go', 2, 2),
            moved('internal/api/nightly/transfer.go', 'internal/settlement/transfer.go', 3, 3),
            moved('internal/api/nightly/totals.go', 'internal/settlement/totals.go', 0, 0),
          ],
        },
        {
          at: '2026-05-01T11:11:11Z',
          by: adaeze,
          title: 'Run settlement as its own worker',
          files: [
            added('cmd/settlement/main.go', 77),
            added('deploy/settlement.yaml', 61),
            changed('cmd/payments-api/main.go', 3, 41),
            added('scripts/check-imports.sh', 18),
          ],
        },
      ],
    },
  },
  {
    number: 401,
    at: '2026-05-12T14:26:30Z',
    by: tomas,
    style: 'squash',
    title: 'Backport to the v1 client: round fees by currency (#397)',
    body: `Three merchants still use clients/v1, and it shows the fee before the server does.
Same fix as #397, by hand, because v1 has no money type. Released as 1.9.4.`,
    files: [changed('clients/v1/src/fees.ts', 16, 7), changed('clients/v1/test/fees.test.ts', 38, 0)],
  },
  {
    number: 404,
    at: '2026-05-15T05:17:52Z',
    by: priya,
    style: 'squash',
    title: 'Show payments even when exchange rates are away',
    body: `PAY-1495

- When the rates service is down, the payments list answers 500, for everyone, rates or not.
- Now: amounts without conversion, \`converted: null\`, and a notice in the answer.
- Calls to rates get 300 ms and a circuit breaker. Half open after 30 s.
- Tried in Thursday's game day: rates switched off for an hour in production, in the open.
  Payments stayed up, support saw the notice, no alert fired that should not.
- The runbook for rates is shorter now. Its first step was "tell everyone to wait".`,
    files: [
      added('internal/rates/breaker.go', 88),
      added('internal/rates/breaker_test.go', 119),
      changed('internal/api/payments.go', 21, 6),
      changed('runbooks/rates.md', 9, 26),
      changed('openapi/payments.yaml', 7, 1),
    ],
  },
  {
    number: 406,
    at: '2026-05-19T09:53:07Z',
    by: ingrid,
    with: [noor],
    style: 'squash',
    title: 'One shape for every error, and a page that explains each',
    body: `Our API answers errors in five shapes. Client authors told me that they match on
the English message, and that a corrected comma once broke a shop.

Each error now has a stable code, a sentence for people, a link to its own entry
in the catalogue, and the field it is about if there is one. Old fields stay
where they were until v3, so nobody has to do anything today.

Noor and I went through all 64 places that make an error. Nine pairs said the
same thing in different words and share a code now. A test fails when a code has
no entry in the catalogue, or an entry has no code.

If you only read one section, read "Which errors may I retry?". It is the question
I am asked most.`,
    files: [
      added('internal/api/problem.go', 73),
      added('internal/api/problem_test.go', 101),
      changed('internal/api/errors.go', 96, 118),
      changed('openapi/payments.yaml', 84, 47),
      added('docs/errors.md', 231),
    ],
  },
  {
    number: 409,
    at: '2026-05-22T15:12:26Z',
    by: adaeze,
    style: 'squash',
    title: 'Stream the payments export',
    body: `The export built the whole CSV in memory and was killed for it whenever two large
merchants asked on the same morning (PAY-1501, four times in April).

Rows now go from a server-side cursor straight to the response, 1,000 at a time.
If the client goes away, the query is cancelled. The first byte leaves after the
first page instead of after the last.

Largest merchant, 2.3 million rows:

- peak memory 3.1 GiB → 180 MiB
- first byte after 71 s → 0.4 s
- total time about the same, the disk decides that

No restarts for memory in the 12 days on the canary.`,
    files: [
      changed('internal/export/csv.go', 68, 91),
      changed('internal/export/csv_test.go', 84, 22),
      changed('internal/api/export.go', 19, 33),
    ],
  },
  {
    number: 411,
    at: '2026-05-27T16:49:03Z',
    by: tomasOnLaptop,
    style: 'squash',
    title: 'Teach the linter that money is not a float',
    body: `ADR 0014 says it, Ingrid's review page says it, and still I reviewed a float64 fee
last week, tired, and let it through. Machines don't get tired.

The analyser looks for floats that come from, or end in, anything called amount,
fee, price or total, and for money.Amount being taken apart with arithmetic. It
found 17 places. Sixteen were conversions nobody needed; the seventeenth was a
real one in the monthly report, off by a cent for about one merchant in nine
hundred. All are fixed here, so it can be required from today.

There is an escape comment, and it must give a reason.`,
    files: [
      added('tools/moneylint/analyzer.go', 146),
      added('tools/moneylint/analyzer_test.go', 88),
      changed('.golangci.yml', 7, 0),
      changed('internal/reports/monthly.go', 13, 16),
      changed('internal/fees/preview.go', 8, 11),
      removed('internal/fees/float.go', 39),
    ],
  },
];
