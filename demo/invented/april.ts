import { added, changed, removed } from './change.ts';
import type { Change } from './change.ts';
import { adaeze, ingrid, noor, priya, tomas } from './people.ts';

export const april: readonly Change[] = [
  {
    number: 374,
    at: '2026-04-02T09:40:11Z',
    by: ingrid,
    style: 'squash',
    title: 'A first week for people who join us',
    body: `Noor starts on Tuesday, and the last person who joined (me) needed four days and
three colleagues to see a test payment go through.

Five days, each with something that works at its end: run the service, follow
one payment through the code, read the two post-mortems that shaped us, sit with
on-call for an hour, and merge a change that is small and real. For each day
there is a name to ask, and they all know that they are on the page.

I tried the first day on a wiped laptop. Six of the old steps were no longer
true.`,
    files: [added('docs/onboarding/first-week.md', 134), changed('CONTRIBUTING.md', 11, 38)],
  },
  {
    number: 377,
    at: '2026-04-07T13:22:50Z',
    by: noor,
    style: 'squash',
    title: 'Say which Docker the set-up needs',
    body: `My first change here. The set-up asks for Docker but needs Compose 2.24 or newer,
and with an older one it stops at "unknown field" without a hint. The guide says
so now, and the script checks before it starts. Thank you Ingrid for the page!`,
    files: [changed('docs/onboarding/first-week.md', 4, 1), changed('scripts/setup.sh', 8, 0)],
  },
  {
    number: 380,
    at: '2026-04-10T11:47:02Z',
    by: adaeze,
    style: 'squash',
    title: 'Ask for merchant settings once, not once per payment',
    body: `A third of all queries on the primary were the same one: settings of a merchant,
which change a few times a day. When the cache expired, every worker asked at the
same moment, which is the saw-tooth in the CPU graph.

Settings are now kept for 60 s, refreshed in the background, and concurrent
misses share one query. A change in the back office sends an invalidation, so
support sees its effect at once. If the database cannot be reached, the last
known settings are used for up to ten minutes, and a counter says so.

Behind a flag since Tuesday. On the primary, at the same hour a week apart:

    settings queries 38,000 → 900 a minute
    CPU at the daily peak 71 % → 52 %

PAY-1467`,
    files: [
      added('internal/merchants/cache.go', 116),
      added('internal/merchants/cache_test.go', 171),
      changed('internal/merchants/store.go', 23, 10),
      changed('dashboards/database.json', 36, 4),
    ],
  },
  {
    number: 383,
    at: '2026-04-14T15:09:28Z',
    by: noor,
    style: 'squash',
    title: 'Find out why TestSettlementWindow fails on some days',
    body: `It had a retry around it and a comment from 2024 saying "flaky, ignore". It never
failed in CI, and never on my machine while somebody was looking.

So I let it run for two days and sorted the failures by the time at which they
began. All of them lie between midnight and two in the morning. The test asks for
"today" twice, once by the machine's clock and once in UTC, and where I live those
are two different days for two hours of every night. In CI they are always the
same.

The window now takes the day as an argument. The same mistake was in production
code, in one place: a settlement started by hand in those hours could have
skipped a day. It never did; nobody settles by hand at one in the morning.

- retry removed, and the comment
- 2,400 runs spread over a day with a moved clock: 0 failures, against 200 before
- looked for the same pattern elsewhere, found two tests, fixed both

Adaeze showed me how to move the clock in a container. That made it one evening
instead of three.`,
    files: [
      changed('internal/settlement/window.go', 12, 9),
      changed('internal/settlement/window_test.go', 58, 34),
      changed('internal/payouts/schedule_test.go', 7, 5),
      changed('internal/fees/month_test.go', 6, 6),
    ],
  },
  {
    number: 386,
    at: '2026-04-17T16:38:55Z',
    by: tomas,
    style: 'squash',
    title: 'Limit requests per API key, and say so politely',
    body: `Until now a client with a bug and a for loop could take the API down for everyone,
and one nearly did (#351).

Each key gets 100 requests per second with bursts of 300; both are settings per
merchant. Whoever goes over gets 429, a Retry-After that is true, and an error
body that names the limit and where to ask for more. Every answer carries the
remaining allowance, so that good clients can slow down before they must.

Counted in Redis with a sliding window. If Redis is away we let requests
through: a limiter that causes an outage has misunderstood its job.

Merchants were told two weeks ago. By last month's traffic nobody would have met
the limit except the for loop.`,
    files: [
      added('internal/ratelimit/window.go', 94),
      added('internal/ratelimit/window_test.go', 138),
      added('internal/api/limits.go', 67),
      changed('openapi/payments.yaml', 31, 0),
      added('docs/guides/rate-limits.md', 58),
    ],
  },
  {
    number: 389,
    at: '2026-04-21T06:12:34Z',
    by: priya,
    style: 'squash',
    title: 'Payouts: an objective, and alerts that follow it',
    body: `PAY-1450

- Agreed with support and the payouts team: 99.5 % of payouts leave on their promised day.
- Two burn-rate alerts (fast, slow) replace fourteen that fired on causes.
- A cause without an effect goes to the dashboard and wakes nobody.
- Ran both sets side by side for four weeks. Pages at night: 23 → 6. Missed by the new set:
  none. One of the six came nine minutes sooner than the old ones.
- docs/slo/payouts.md says what we do when the budget is used up: stop features, in writing.`,
    files: [
      added('docs/slo/payouts.md', 73),
      added('alerts/payouts-burn.yml', 46),
      added('alerts/payouts-burn.test.yml', 112),
      removed('alerts/payouts.yml', 168),
    ],
  },
  {
    number: 392,
    at: '2026-04-24T08:15:00Z',
    by: ingrid,
    with: [tomas],
    style: 'merge',
    title: 'Remove /v1/refunds',
    body: `Announced on 26 February (#346), headers since 5 March (#352), two rehearsals with
410 on 1 and 8 April. The last caller moved on the 15th; no call in nine days.

Eight of the nine callers moved by themselves with the guide. For the ninth, the
warehouse team's script, I sent the change myself (warehouse#212) and they
merged it the same day. Nobody asked for a later date, and support had no ticket
about it.

/v1/refunds now answers 410 with a link to the guide, and will for a year.`,
    branch: {
      name: 'goodbye-v1-refunds',
      mergedBy: ingrid,
      commits: [
        {
          at: '2026-04-22T12:30:08Z',
          by: ingrid,
          title: 'Answer 410 on /v1/refunds',
          files: [changed('internal/api/v1/refunds.go', 15, 84), changed('openapi/payments-v1.yaml', 9, 112)],
        },
        {
          at: '2026-04-23T07:58:41Z',
          by: tomas,
          title: 'Remove what only v1 refunds used',
          files: [
            removed('internal/api/v1/refund_mapping.go', 203),
            removed('internal/api/v1/refunds_test.go', 347),
          ],
        },
        {
          at: '2026-04-23T14:10:19Z',
          by: ingrid,
          title: 'Close the notice',
          files: [changed('docs/deprecations.md', 6, 9)],
        },
      ],
    },
  },
];
