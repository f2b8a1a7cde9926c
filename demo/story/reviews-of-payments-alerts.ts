import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, pushed, said, settled } from './say.ts';

/** What wakes people up, and what should not. */
export const reviewsOfAlerts: readonly StoryAddition[] = [
  {
    handle: 'payments-304',
    reviews: [
      asked(
        'arturs-k',
        '2026-01-07T08:10',
        'Right signal. One hole: think of the exporter itself going away.',
        settled(
          'priya',
          '2026-01-07T11:31',
          'alerts/capture-age.yml',
          11,
          'When the exporter is down there is no series, and a comparison with no series is neither true nor false: the alert stays quiet for the very outage in which nobody captures. Add a second rule with `absent_over_time(capture_oldest_age_seconds[10m])` and give it the same runbook. We learned this with the mail queue in 2024.',
          said(
            'priya',
            '2026-01-07T10:52',
            'Confirmed by stopping the exporter on staging: silence. Second rule added, with a test that has no series at all.',
          ),
        ),
      ),
      approved(
        'arturs-k',
        '2026-01-07T13:40',
        'Ran both test files here. With the exporter gone it now fires after ten minutes.',
      ),
    ],
    pushes: [
      pushed(
        '2026-01-07T10:44',
        'Fire when there is nothing to measure, too',
        file('alerts/capture-age.yml', 11, 0),
        file('alerts/capture-age.test.yml', 14, 0),
      ),
    ],
  },
  {
    handle: 'payments-338',
    reviews: [
      asked(
        'arturs-k',
        '2026-02-13T09:24',
        'Useful page. The main panel shows a number that is not what its title says.',
        settled(
          'arturs-k',
          '2026-02-16T09:15',
          'dashboards/acquirers.json',
          96,
          'This takes the p95 of each pod and then averages them. An average of percentiles is not a percentile: two pods at 100 ms and one idle pod at 2 s give 733 ms, although almost no payment was that slow. Sum the buckets first, `sum by (le, acquirer) (rate(…_bucket[5m]))`, then take the quantile once. I keep an example at https://prometheus.io/docs/practices/histograms/',
          said(
            'priya',
            '2026-02-16T05:31',
            'All six panels changed. Two acquirers look better than last week, one looks worse and is worse.',
          ),
        ),
      ),
      approved(
        'arturs-k',
        '2026-02-16T09:17',
        "Now the panel and the acquirer's own monthly report agree to within 10 ms.",
      ),
    ],
    pushes: [
      pushed(
        '2026-02-16T05:20',
        'Sum first, then take the quantile',
        file('dashboards/acquirers.json', 6, 0),
      ),
    ],
  },
  {
    handle: 'payments-362',
    reviews: [
      asked(
        'priya',
        '2026-03-19T05:55',
        '',
        settled(
          'priya',
          '2026-03-19T09:48',
          'alerts/declines.yml',
          22,
          '- Our smallest acquirer has about 3 payments an hour at night.\n- One decline among 3 is 33 %: this would page me for a single expired card.\n- Please require at least 50 payments in the window, and a slower rule (6 hours) for the small ones.',
          said(
            'tomas',
            '2026-03-19T09:12',
            'Fair. 50 in the window, six hours for the rest, and the test plays your single expired card at 03:00. Nobody wakes up.',
          ),
        ),
      ),
      approved(
        'priya',
        '2026-03-19T09:50',
        'Replayed 14 March: fires at 20:37 for the one acquirer, 6 minutes after it began.',
      ),
    ],
    pushes: [
      pushed(
        '2026-03-19T09:05',
        'Do not page for a single expired card',
        file('alerts/declines.yml', 9, 0),
        file('alerts/declines.test.yml', 24, 0),
      ),
    ],
  },
  {
    handle: 'payments-389',
    reviews: [
      noted(
        'arturs-k',
        '2026-04-17T10:05',
        'Four weeks side by side is how it should be done. One worry about the arithmetic.',
        settled(
          'arturs-k',
          '2026-04-20T08:55',
          'alerts/payouts-burn.yml',
          17,
          'The rate is taken over one hour, but payouts leave in two batches a day. In the 22 hours between them the divisor is zero and the alert knows nothing; a failed batch at 06:00 is seen only when the next one comes. Count what is due and has not left, instead of what has left: that number exists at any minute.',
          said(
            'priya',
            '2026-04-20T05:48',
            'Replayed your case: silent until 16:00, as you say. It now divides late by due. One alert in March comes 9 minutes earlier.',
          ),
        ),
      ),
      noted(
        'marit',
        '2026-04-17T12:30',
        'A question about "promised day", because finance will ask me: which calendar? A payout promised for 1 May to a bank in Norway is late by our clock and on time by theirs.',
      ),
      approved(
        'arturs-k',
        '2026-04-20T08:58',
        'Replayed January and March against the new rule. I see nothing that it misses.',
      ),
    ],
    comments: [
      said(
        'priya',
        '2026-04-20T06:02',
        "@marit: the calendar of the receiving bank's country. It was so in the code and nowhere in words; docs/slo/payouts.md has it now.",
      ),
    ],
    pushes: [
      pushed(
        '2026-04-20T05:35',
        'Divide what is late by what is due',
        file('alerts/payouts-burn.yml', 12, 0),
        file('alerts/payouts-burn.test.yml', 31, 0),
        file('docs/slo/payouts.md', 6, 0),
      ),
    ],
  },
  {
    handle: 'payments-404',
    opened: '2026-05-13T05:05:00Z',
    continued: { at: '2026-05-14T12:10:00Z', from: "- Tried in Thursday's game day" },
    reviews: [
      asked(
        'arturs-k',
        '2026-05-13T08:30',
        '',
        settled(
          'arturs-k',
          '2026-05-14T06:40',
          'internal/rates/breaker.go',
          61,
          'After 30 s the breaker lets everybody through at once. A service that is just getting up receives 600 calls in that instant and lies down again; I saw this make a restart of two minutes last forty. Half open should mean one call. The others go on without rates until that one has answered.',
          said('priya', '2026-05-13T11:02', 'One probe at a time now. Test: 600 callers, one call.'),
        ),
      ),
      approved(
        'arturs-k',
        '2026-05-14T12:55',
        'In the game day the breaker closed 31 s after the service was back, on the first probe. Nobody noticed, which was the aim.',
      ),
    ],
    pushes: [
      pushed(
        '2026-05-13T10:54',
        'One probe while half open',
        file('internal/rates/breaker.go', 19, 0),
        file('internal/rates/breaker_test.go', 34, 0),
      ),
    ],
  },
];
