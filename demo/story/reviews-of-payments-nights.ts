import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, on, pushed, said, settled } from './say.ts';

/** Runbooks, incidents and what became of them. */
export const reviewsOfNights: readonly StoryAddition[] = [
  {
    handle: 'payments-327',
    reviews: [
      noted(
        'tomas',
        '2026-02-04T09:18',
        "From Tuesday's walk, so that it is written down: I lost four minutes here.",
        settled(
          'priya',
          '2026-02-04T10:55',
          'runbooks/card-declines.md',
          38,
          'The second query groups by reason over all acquirers. I read "do not honour: 6 %" and felt calm; for one acquirer alone it would have been 40 %. At night I will not think of adding the filter myself. Can the query come with `acquirer = \'…\'` already in it?',
          said(
            'priya',
            '2026-02-04T10:31',
            'Filter is in, with a line above it that lists the acquirers to paste.',
          ),
        ),
      ),
      approved(
        'adaeze',
        '2026-02-04T13:26',
        'I asked on Tuesday what rerouting costs, and now there is a number: the second acquirer takes 0.3 points more, and we may pay that for an hour without asking anybody. That sentence will save a phone call.',
      ),
    ],
    pushes: [
      pushed('2026-02-04T10:20', 'Ask one acquirer at a time', file('runbooks/card-declines.md', 9, 0)),
    ],
  },
  {
    handle: 'payments-358',
    opened: '2026-03-14T21:28:00Z',
    continued: { at: '2026-03-14T21:56:00Z', from: '- Deployed from the branch' },
    reviews: [
      approved(
        'tomas',
        '2026-03-14T21:40',
        'Read on the call, line by line, with Priya talking. It only ever makes a decline final that was retried before, so the worst it can do is to give up one payment too early. The list is data: if 05 turns out wrong, it is one line back.',
      ),
    ],
    comments: [
      said(
        'adaeze',
        '2026-03-14T22:03',
        "Issuers' approval rate on that acquirer is climbing again, slowly, as blocked cards are tried anew. Graph is in the incident.",
      ),
    ],
  },
  {
    handle: 'payments-361',
    opened: '2026-03-16T09:00:00Z',
    reviews: [
      asked(
        'ingrid',
        '2026-03-16T10:35',
        'The time line is the best we have had: I could click every sentence. One paragraph I would write differently.',
        settled(
          'priya',
          '2026-03-17T06:40',
          'docs/incidents/2026-03-14-card-declines.md',
          88,
          'Cause three says that "the reviewer did not notice the retry on 05". That is true and helps nobody, because nobody could have noticed: the table of codes and the code that retries are in two places. "The mapping could be changed without any test on what is retried" says the same and can be repaired.',
          said(
            'priya',
            '2026-03-16T12:20',
            'Changed. It also made the follow-up clearer: test the pair, not the person.',
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-03-17T07:05',
        'Four causes, and each of them is now something that we can change.',
      ),
    ],
    comments: [
      said(
        'mira',
        '2026-03-17T08:12',
        'Thank you all for the weekend, and for writing it down while it was fresh. Please take the Monday back when it suits you.',
      ),
    ],
    pushes: [
      pushed(
        '2026-03-16T12:15',
        'Say what the system allowed',
        file('docs/incidents/2026-03-14-card-declines.md', 14, 0),
      ),
    ],
  },
  {
    handle: 'payments-364',
    reviews: [
      noted(
        'adaeze',
        '2026-03-23T13:36',
        '',
        on(
          'internal/capture/batch.go',
          48,
          "What does a small merchant's capture wait for when one large merchant alone fills batch after batch? As I read it the 200 ms only begin once a capture is in a batch, and until then it stands in line behind all of the large one's.",
          said(
            'tomas',
            '2026-03-23T16:20',
            'In the load test nobody waited longer than 400 ms, with the five largest in it. I will watch the wait by merchant after the deploy.',
          ),
        ),
      ),
      approved('priya', '2026-03-24T05:20', 'Fine with me, with that watch. Rolling back is one flag.'),
    ],
  },
  {
    handle: 'payments-366',
    opened: '2026-03-26T08:31:00Z',
    reviews: [
      approved(
        'adaeze',
        '2026-03-26T08:50',
        "Yes. I have yesterday's traffic recorded, shall we replay it together this afternoon?",
      ),
    ],
  },
  {
    handle: 'payments-371',
    reviews: [
      noted(
        'arturs-k',
        '2026-03-30T08:42',
        'Only about the metric that comes with it.',
        settled(
          'tomas',
          '2026-03-30T14:30',
          'internal/capture/worker.go',
          71,
          "A label with the merchant's id makes one series per merchant: 38,000 of them, times eight buckets, times pods. That alone would double what our metrics store holds. Export the longest wait of anybody as one number, and log the merchant only when it is above a second.",
          said(
            'tomas',
            '2026-03-30T12:18',
            'One number and one log line. The bakery would have been the only line last Wednesday.',
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-03-31T09:25',
        'I asked myself what happens to a merchant who arrives while a round is under way. They wait for the next round, at most one batch, and there is a test with that name. So: yes, and well turned around in five days.',
      ),
    ],
    pushes: [
      pushed(
        '2026-03-30T12:13',
        "Measure the longest wait, not everybody's",
        file('internal/capture/worker.go', 8, 3),
      ),
    ],
  },
  {
    handle: 'payments-421',
    reviews: [
      asked(
        'lucia',
        '2026-06-10T12:10',
        'Good script. It shows too much.',
        settled(
          'lucia',
          '2026-06-11T09:05',
          'scripts/failover.sh',
          44,
          'Printing what it is about to run prints the connection string, and with it the password of the replication user. During an incident the terminal is shared with eight people and recorded. Read the password from the file that `PGPASSFILE` names, and print the host only.',
          said(
            'priya',
            '2026-06-11T05:30',
            'Changed, and the recording of practice two is deleted. Password of that user rotated as well.',
          ),
        ),
      ),
      noted(
        'yaw',
        '2026-06-11T13:20',
        'I am the one from billing who had never done it. Without knowing a single command I was through in 3 min 40 s, and 50 seconds of that were me reading a question twice. The questions are good: each one says what happens if I answer yes.',
      ),
      approved(
        'lucia',
        '2026-06-11T09:08',
        'No secret on the screen. Tried with a wrong host: it stops before touching anything.',
      ),
    ],
    pushes: [pushed('2026-06-11T05:20', 'Print hosts, never passwords', file('scripts/failover.sh', 8, 0))],
  },
  {
    handle: 'payments-431',
    reviews: [
      approved(
        'priya',
        '2026-06-29T12:05',
        '- Was on call on Sunday.\n- "Which lock" would have saved me about two of the six hours.\n- Alert text now says what to do with the answer. Good.',
      ),
    ],
  },
];
