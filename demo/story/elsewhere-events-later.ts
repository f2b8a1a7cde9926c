import { changed, created, removed } from './elsewhere-files.ts';
import { approved, asked, noted, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'ledger-events';

/** What came of the move of the invoices in spring. */
export const pullsOfEventsLater: readonly StoryPull[] = [
  {
    handle: 'events-set-aside',
    repository,
    by: 'yaw',
    at: '2026-04-13T09:00:00Z',
    title: 'Set aside an event that cannot be read, and go on with the others',
    body: `On 9 April somebody sent a test event with the currency "EURO" to staging, and one partition of twelve stood still until the next morning. The consumer tried that event 31,000 times. On the 30th, in production, a twelfth of all merchants would have had no invoice.

An event that fails three times is now set aside, with the error and the bytes as they came, and the partition goes on. \`events-aside list\`, \`show\` and \`retry\` are there for whoever deals with it, and a message (no page) comes once anything has lain there for five minutes.

Checked with the real "EURO": aside after 1.4 s, everybody else unaffected, retried with success after I corrected the currency.

The runbook is for the person who is called. I would be glad if somebody who is called read it.`,
    files: [
      created('internal/consumer/aside.go', 121),
      created('internal/consumer/aside_test.go', 139),
      created('cmd/events-aside/main.go', 94),
      created('migrations/0034_events_aside.sql', 17),
      created('runbooks/events-set-aside.md', 44),
      created('alerts/events-aside.yml', 16),
    ],
    pushes: [
      pushed(
        '2026-04-14T10:15',
        'Hold the whole account, and tell the night what is safe',
        created('internal/consumer/aside.go', 153),
        created('internal/consumer/aside_test.go', 198),
        created('runbooks/events-set-aside.md', 58),
      ),
    ],
    reviews: [
      asked(
        'marit',
        '2026-04-13T11:40',
        '',
        settled(
          'marit',
          '2026-04-15T08:02',
          'internal/consumer/aside.go',
          44,
          'Going on is right for everybody else and wrong for this account. If its payment is set aside and its refund goes through, the invoice shows a refund of nothing, and the format promises that the events of one account are applied in order. Please hold back whatever comes for that account until the first one is dealt with.',
          said(
            'yaw',
            '2026-04-14T10:24',
            'I had thought of partitions, and you of the merchant who opens the invoice. Everything of the account waits now, `list` shows how many wait behind whom, and the refund of nothing is a test.',
          ),
        ),
      ),
      noted(
        'priya',
        '2026-04-14T05:30',
        'I am the person who is called.',
        settled(
          'priya',
          '2026-04-15T05:10',
          'runbooks/events-set-aside.md',
          18,
          '- Step 2: "decide whether the event matters".\n- At 03:00 I cannot, and I should not.\n- Please say what is safe for somebody who knows nothing of invoices: may it wait, until when, who is called at eight?',
          said(
            'yaw',
            '2026-04-14T10:31',
            'Written for exactly that person now: it may wait, until 11:00, then call billing. The deciding is a second part, for Marit and me.',
          ),
        ),
      ),
      approved(
        'marit',
        '2026-04-15T08:05',
        'Payment aside, refund waiting, both retried: one correct invoice.',
      ),
    ],
    merged: { at: '2026-04-15T08:20:00Z', by: 'marit' },
  },
  {
    handle: 'invoices-from-events',
    repository,
    by: 'marit',
    at: '2026-04-20T07:45:00Z',
    title: 'Invoices come from events, for every merchant',
    body: `Last step of the invoice move (MER-790), after {#invoice-compare} and ten weeks of both ways running side by side.

| from | merchants on events | invoices compared | differences |
| --- | --- | --- | --- |
| 2 March | 5 % | 11,300 | 0 |
| 16 March | 25 % | 58,900 | 1: a merchant who changed currency in mid-month, mended |
| 30 March | 100 %, batch still compared | 402,000 | 0 |

With that the batch goes out of the schedule. Until the end of May it can be brought back by \`invoices_from_batch\`, and docs/invoice-move.md says how; the code goes in June.

What finance notices: the invoices of March were complete on 1 April at 00:40, those of February on 1 March at 05:30. What a merchant notices should be nothing.`,
    files: [
      changed('internal/invoices/run.go', 34, 41),
      changed('internal/invoices/run_test.go', 62, 18),
      removed('deploy/invoice-batch.yaml', 44),
      changed('deploy/flags.yaml', 3, 3),
      created('docs/invoice-move.md', 66),
    ],
    pushes: [
      pushed(
        '2026-04-21T09:10',
        'Without flags, build from events',
        changed('internal/invoices/run.go', 37, 41),
        changed('internal/invoices/run_test.go', 89, 18),
        created('docs/invoice-move.md', 79),
      ),
    ],
    reviews: [
      asked(
        'tomas',
        '2026-04-20T13:15',
        'A table with one honest difference in it is worth ten with none.',
        settled(
          'tomas',
          '2026-04-21T12:20',
          'internal/invoices/run.go',
          77,
          'When the flags service cannot be reached, `Bool` returns false, and false means the batch. The batch has just left the schedule. So on the one night on which flags are down, invoices are built by nobody, with great discipline and no error. The fallback should be the way that is still wired up.',
          said(
            'marit',
            '2026-04-21T09:18',
            'Neither way, then, and the job would have ended green. The fallback is events, and a test runs the night without a flags service. A run that builds no invoice at all is an error from now on.',
          ),
        ),
      ),
      noted(
        'ingrid',
        '2026-04-20T14:30',
        '',
        settled(
          'ingrid',
          '2026-04-21T13:40',
          'docs/invoice-move.md',
          31,
          'The way back is "switch the flag". I tried to follow it as if you were on holiday and had two questions: until what time on the 1st does switching still help, and what happens to invoices that were sent from events an hour before?',
          said(
            'marit',
            '2026-04-21T09:24',
            'Until 04:00, and they stay: what has been sent is corrected by a credit note, never by a second invoice. Both are in the document, with the name of who may decide.',
          ),
        ),
      ),
      approved('yaw', '2026-04-22T07:20', '🚢'),
    ],
    merged: { at: '2026-04-22T07:30:00Z', by: 'yaw' },
  },
];
