import { inventedRepository } from '../invented/build.ts';
import { approved, asked, noted, on, outdated, said } from './say.ts';
import type { StoryPull } from './story.ts';

/** What mended the incidents of January to March, and what was learned from them. */
export const incidentPullsOfWinter: readonly StoryPull[] = [
  {
    handle: 'invoices-once',
    repository: 'ledger-events',
    by: 'marit',
    at: '2026-02-18T09:05:00Z',
    title: 'An event makes an invoice line once, however often it arrives',
    body: `Fixes {#incident-invoices-twice}.

The broker promises to deliver an event at least once, and we have always read that as "once". Until tonight we were lucky with our restarts.

Each line now carries the id of its event, unique within the table. A second arrival of the same event writes nothing and counts it (\`events_seen_again_total\`), so that we can see how often we were saved. Line and position are committed together; that alone would not be enough, since the broker may repeat an event for reasons of its own.

Checked by killing the consumer at each of its six steps and starting it again: 50,000 events, 50,000 lines, every time. On the old code the same test ends with up to 50,400.

The 1,840 doubled lines are removed by hand with the list from the incident, after this is out.`,
    files: [
      { path: 'migrations/0031_invoice_lines_event_id.sql', status: 'added', additions: 12, deletions: 0 },
      { path: 'internal/consumer/consumer.go', additions: 38, deletions: 27 },
      { path: 'internal/invoices/lines.go', additions: 19, deletions: 6 },
      { path: 'internal/consumer/restart_test.go', status: 'added', additions: 131, deletions: 0 },
    ],
    commits: ['Give each invoice line the id of its event', 'Kill the consumer at every step'],
    pushes: [
      {
        at: '2026-02-18T09:52:00Z',
        message: 'Build the index without stopping writers',
        files: [
          {
            path: 'migrations/0031_invoice_lines_event_id.sql',
            status: 'added',
            additions: 19,
            deletions: 0,
          },
        ],
      },
    ],
    reviews: [
      asked(
        'adaeze',
        '2026-02-18T09:30',
        'The fix is right. The migration would add a second incident to the first.',
        outdated(
          on(
            'migrations/0031_invoice_lines_event_id.sql',
            7,
            "`ADD CONSTRAINT … UNIQUE` builds its index under a lock that stops every write to the table; with 90 million lines that is some minutes, and the consumer's timeouts are 30 s. `CREATE UNIQUE INDEX CONCURRENTLY` takes longer and stops nobody, and `ON CONFLICT` is content with an index. It would fail on the doubled lines, so make it a partial index for today (lines from midnight on), and repeat its condition in the `ON CONFLICT`, otherwise Postgres does not find it.",
            said(
              'marit',
              '2026-02-18T09:55',
              'Done that way, from midnight on. The whole table gets its index next week, when the old lines are clean. I am glad that you looked before I pressed anything.',
            ),
          ),
        ),
      ),
      approved('adaeze', '2026-02-18T10:12', 'Ran it on a copy: 3 min 20 s, longest wait of a writer 15 ms.'),
      approved('yaw', '2026-02-18T10:31', ''),
    ],
    merged: { at: '2026-02-18T10:40:00Z', by: 'marit' },
  },
  {
    handle: 'postmortem-invoices-twice',
    repository: 'ledger-events',
    by: 'marit',
    at: '2026-02-19T13:10:00Z',
    with: ['yaw'],
    title: 'Post-mortem: invoice lines counted twice on 17 February',
    body: `For {#incident-invoices-twice}. Yaw wrote what merchants saw, I wrote the rest.

What helped: stopping the sending first and asking questions afterwards; and Jun's comparison, which turned "some lines" into a list within half an hour.

What did not: the check of totals is a person, and that person had a dentist's appointment planned for Wednesday.

No merchant received a wrong invoice. 26 merchants saw wrong lines in the portal for up to 4 hours and have a letter from us.

Two follow-ups, each with an owner and a date; the nightly check is {#follow-up-totals-check}.`,
    files: [
      { path: 'docs/incidents/2026-02-17-invoices-twice.md', status: 'added', additions: 104, deletions: 0 },
    ],
    reviews: [
      noted(
        'ingrid',
        '2026-02-19T14:45',
        "Read from payments, because we make the events. I did not find anywhere in our documents that they may arrive more than once. That is our omission, not yours; I have written the sentence into the format's description, in bold.",
      ),
      approved('graham', '2026-02-20T08:50', "Thank you. I have sent the letter's text to the 26 myself."),
    ],
    merged: { at: '2026-02-20T09:05:00Z', by: 'yaw' },
  },
  {
    handle: 'nightly-totals-check',
    repository: 'ledger-events',
    by: 'yaw',
    at: '2026-03-04T10:30:00Z',
    title: 'Compare invoice lines with the ledger each night, and hold the sending where they differ',
    body: `Fixes {#follow-up-totals-check}.

At 04:00 a job walks the day's ledger entries and invoice lines side by side. It is Jun's comparison package (harbour-payments, {#payments-324}) with two readers of ours, 90 lines in all. If the two differ for a merchant, that merchant's invoices wait and Marit and I get a message with the events' ids. Everybody else's leave as usual.

I played the night of 17 February through it: 312 invoices held, which are exactly the ones that were wrong, after 6 minutes.

- [x] a merchant without any lines is not a difference
- [x] the job itself failing holds everything, and says so
- [x] releasing a merchant by hand leaves a trace of who and why`,
    files: [
      { path: 'cmd/totals-check/main.go', status: 'added', additions: 96, deletions: 0 },
      { path: 'internal/totals/readers.go', status: 'added', additions: 88, deletions: 0 },
      { path: 'internal/totals/readers_test.go', status: 'added', additions: 142, deletions: 0 },
      { path: 'internal/sending/hold.go', status: 'added', additions: 57, deletions: 0 },
      { path: 'deploy/totals-check.yaml', status: 'added', additions: 33, deletions: 0 },
    ],
    pushes: [
      {
        at: '2026-03-05T09:12:00Z',
        message: 'Stop ten minutes short of now',
        files: [{ path: 'internal/totals/readers.go', status: 'added', additions: 94, deletions: 0 }],
      },
    ],
    reviews: [
      noted(
        'jun',
        '2026-03-05T01:10',
        'It is good to see the package with a second user.',
        outdated(
          on(
            'internal/totals/readers.go',
            41,
            "An entry written at 03:59:59 may become an invoice line only at 04:00:02, and then it is reported as missing. The ledger's own job therefore stops at entries that are ten minutes old. I would do the same here; otherwise you will release somebody by hand every other night.",
            said(
              'yaw',
              '2026-03-05T09:20',
              'Stops ten minutes short now. I would have learned that at four in the morning.',
            ),
          ),
        ),
      ),
      approved(
        'marit',
        '2026-03-06T09:40',
        'Held and released myself on staging. The trace has my name, the reason and the totals of that moment: this is what the auditors ask for.',
      ),
    ],
    merged: { at: '2026-03-06T10:02:00Z', by: 'marit' },
  },
  {
    handle: 'payments-375',
    repository: inventedRepository.name,
    number: 375,
    by: 'tomas',
    at: '2026-04-02T13:40:00Z',
    with: ['adaeze'],
    title: "Ask every acquirer's sandbox each night what its codes mean",
    body: `Fixes {#follow-up-acquirer-sandbox}.

On 14 March a code changed its meaning and our graphs were the first to know. Each acquirer's sandbox has cards that decline on demand, so each night we now decline 64 times on purpose and compare what comes back, hard or soft, with final_codes.yaml. A difference is a red job and a message, not a page: codes change slowly, people should sleep.

Adaeze brought the idea of testing the pair (code and whether we retry it) instead of the code alone; that is the pair which nobody could see in March.

One acquirer's sandbox is down on Sundays. We skip it on Sundays, in writing, rather than retry it into shape.`,
    files: [
      { path: 'internal/acquirer/sandbox/nightly_test.go', status: 'added', additions: 118, deletions: 0 },
      { path: 'internal/acquirer/sandbox/cards.yaml', status: 'added', additions: 71, deletions: 0 },
      { path: '.github/workflows/sandbox.yml', status: 'added', additions: 29, deletions: 0 },
    ],
    reviews: [
      approved(
        'priya',
        '2026-04-07T06:15',
        '- Changed 05 to soft in a copy: red in 4 minutes, message names acquirer, code and both meanings.\n- No page. Agreed.',
      ),
    ],
    merged: { at: '2026-04-07T09:30:00Z', by: 'tomas' },
  },
];
