import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, on, outdated, pushed, resolved, said, settled } from './say.ts';

/** The move of the ledger to its outbox. */
export const reviewsOfLedger: readonly StoryAddition[] = [
  {
    handle: 'payments-301',
    opened: '2026-01-02T02:40:00Z',
    reviews: [
      noted(
        'ingrid',
        '2026-01-02T09:31',
        'A clear read, thank you. I could explain the three ways to somebody in finance after reading it once, and that is my measure. One thing is missing before I would start building.',
        settled(
          'jun',
          '2026-01-05T01:20',
          'docs/rfc/0009-ledger-outbox.md',
          121,
          'Who deletes outbox rows, and when? If a reader stands still over a long weekend, the table either grows without a limit or loses rows that nobody has read yet. Both have happened to me elsewhere. Could the RFC say which of the two we choose, and at which size somebody is called?',
          said(
            'jun',
            '2026-01-05T00:41',
            'You are right, it was not decided. I propose: rows are deleted only after every reader has confirmed them, and on-call is told at 5 million waiting rows, which is about nine hours of traffic. I have added section 6 with the calculation.',
          ),
        ),
      ),
      noted(
        'marit',
        '2026-01-02T12:14',
        'From the side of billing: invoices only need the order of entries within one account, never across accounts. Does section 4 promise that also when two API processes write to the same account in the same second? If it does, I have no further questions.',
      ),
      approved(
        'ingrid',
        '2026-01-05T08:22',
        'Section 6 answers it, and the number in it can be checked. I would like step 2 to start early, even before everyone agrees on step 3: a comparison costs little and teaches a lot.',
      ),
    ],
    comments: [
      said(
        'jun',
        '2026-01-05T00:52',
        '@marit: yes. Both processes take the row lock of the account before they write, so their entries get consecutive sequence numbers. Section 4 now says it with the name of the lock.',
      ),
    ],
    pushes: [
      pushed(
        '2026-01-05T00:36',
        'Say who deletes rows, and when',
        file('docs/rfc/0009-ledger-outbox.md', 23, 0),
      ),
    ],
  },
  {
    handle: 'payments-315',
    reviews: [
      asked(
        'ingrid',
        '2026-01-19T08:12',
        'The commits are in the order in which I would want to deploy them, which made this easy to follow. One change before it goes in.',
        settled(
          'ingrid',
          '2026-01-20T08:05',
          'internal/ledger/writer.go',
          44,
          'The flag is asked twice in one transaction: here, and again before the row is written. If somebody switches it between the two, we get an entry without a row, which is precisely the silent gap you rule out in the description. Ask once, at the start, and pass the answer along?',
          said(
            'jun',
            '2026-01-20T00:48',
            "Thank you, that is correct. The window is a few milliseconds, but we will switch this flag for each merchant, so it would have happened. The answer is now part of the transaction's context.",
          ),
        ),
      ),
      noted(
        'adaeze',
        '2026-01-19T11:30',
        'Not against this step; it concerns whoever reads in step 3, so I would rather say it early.',
        outdated(
          on(
            'migrations/0144_ledger_outbox.sql',
            12,
            "A reader that remembers the highest `id` it has seen will lose rows. Transaction A takes id 100, B takes 101, B commits first, the reader sees 101 and moves on, A commits 100 and nobody ever looks there again. Ids follow the order of taking, not of committing. Reading per account by sequence number is safe, because the account's lock makes the two orders the same. Could the comment on this column warn of it?",
            said(
              'jun',
              '2026-01-20T00:55',
              'I had the lock in mind and did not write it down. The comment now has your example with 100 and 101 word for word, and step 3 will have a test that commits them in the wrong order.',
            ),
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-01-20T08:07',
        'Asked once, passed along, and the warning stands where a reader will look. I merge it when the nightly run is over.',
      ),
    ],
    pushes: [
      pushed(
        '2026-01-20T00:39',
        'Ask the flag once for each transaction, and warn of ids',
        file('internal/ledger/writer.go', 9, 4),
        file('migrations/0144_ledger_outbox.sql', 6, 0),
      ),
    ],
  },
  {
    handle: 'payments-324',
    reviews: [
      asked(
        'marit',
        '2026-01-30T13:05',
        'We want to take this package for the invoice move, so I read it as its second user. Two ordered readers and one question is all that we need. One thing would have cost us a day:',
        settled(
          'marit',
          '2026-02-02T10:30',
          'internal/compare/compare.go',
          71,
          'The walk trusts that both readers are in order. Ours is ordered by account and invoice number, except for credit notes, which is how I noticed: one row out of place makes every following row "missing" on one side and "extra" on the other. I got 212,000 differences from a single credit note. Could it stop and say "reader B is out of order at …" instead?',
          said(
            'jun',
            '2026-02-02T02:15',
            'That is a much better failure. It keeps the last key of each reader and refuses a smaller one, with both keys in the error.',
          ),
        ),
      ),
      noted(
        'ingrid',
        '2026-02-02T08:50',
        'The rule that a difference is never repaired is the part I would have argued for, so I only have this:',
        on(
          'cmd/ledger-compare/main.go',
          52,
          "The ticket carries both versions in full, which includes the payer's name. Support can see tickets and is not meant to see payers. Would the entry's id and the names of the fields that differ be enough?",
          said('jun', '2026-02-02T23:58', 'Yes, and it makes the ticket shorter. Ids and field names only.'),
        ),
      ),
      approved(
        'marit',
        '2026-02-02T10:34',
        'With my credit note it now stops at row 4,117 and names it. We start on our side next week.',
      ),
    ],
    pushes: [
      pushed(
        '2026-02-02T02:07',
        'Refuse a reader that is out of order',
        file('internal/compare/compare.go', 19, 0),
        file('internal/compare/compare_test.go', 34, 0),
      ),
    ],
  },
  {
    handle: 'payments-349',
    reviews: [
      noted(
        'adaeze',
        '2026-02-27T10:12',
        '',
        resolved(
          'adaeze',
          '2026-03-02T09:20',
          on(
            'internal/ledger/reversal.go',
            29,
            'New reversals go through the new writer now. What became of the ones that were written before the fix? The comparison is clean today, so somebody must have mended them, and I would like the description to say who and how.',
            said(
              'jun',
              '2026-03-02T01:30',
              'There were 41. I wrote their rows again from the ledger with the step 1 writer, one by one, and the list is in PAY-1412. You are right that "clean" should not need detective work.',
            ),
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-03-02T12:40',
        'I checked the claim myself on the replica: I counted the entries of two of the nine days on both sides and got the same number and the same sum. I am content with "0 differences" now because I know what it counts.',
      ),
    ],
  },
  {
    handle: 'payments-369',
    reviews: [
      asked(
        'adaeze',
        '2026-03-27T11:15',
        'Since the watch is mine from next week, I did the way back on staging alone, with only the runbook open. I got stuck once.',
        settled(
          'adaeze',
          '2026-03-30T04:50',
          'runbooks/ledger-outbox.md',
          64,
          'Step 3 runs `ledger-refill` but does not say from which position. Without `--from` it starts at the first row there is, 61 GB of them, and I only saw it because staging is small. Could the step read the position that step 2 has just printed, and could the command refuse to start without one?',
          said(
            'jun',
            '2026-03-30T01:05',
            'Both done; the command now asks for `--from` or `--everything`. Thank you for doing it alone. When I rehearsed it I knew the number by heart and did not notice that I typed it.',
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-03-27T14:44',
        'The last section, three graphs and what each should show, is how I would like every handover to look. I have one month end in my calendar to look at them beside Adaeze.',
      ),
      approved(
        'adaeze',
        '2026-03-30T04:52',
        'Second try with the new step: 11 minutes, without a question. I have it from here.',
      ),
    ],
    pushes: [
      pushed(
        '2026-03-30T00:52',
        'Refuse to refill from nowhere',
        file('cmd/ledger-refill/main.go', 15, 0),
        file('runbooks/ledger-outbox.md', 9, 0),
      ),
    ],
  },
];
