import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, on, pushed, said, settled } from './say.ts';

/** Clients, guides, and the border to other teams. */
export const reviewsOfClients: readonly StoryAddition[] = [
  {
    handle: 'payments-359',
    reviews: [
      asked(
        'lucia',
        '2026-03-16T09:10',
        '',
        settled(
          'lucia',
          '2026-03-16T14:10',
          'scripts/release-notes.ts',
          27,
          'It removes links that begin with `javascript:`. Browsers also accept `JaVaScRiPt:`, and a tab in the middle of the word. A list of what is forbidden is never finished: allow `https:` and `mailto:` and drop the rest. Your title is a good test, add those two spellings.',
          said(
            'tomas',
            '2026-03-16T13:02',
            'Allowed: two. Everything else becomes text. Both spellings are in the test, and a third one that I found on the way.',
          ),
        ),
      ),
      approved('lucia', '2026-03-16T14:12', 'Tried nine more spellings. All come out as text.'),
    ],
    pushes: [
      pushed(
        '2026-03-16T12:44',
        'Allow two kinds of link',
        file('scripts/release-notes.ts', 5, 2),
        file('scripts/release-notes.test.ts', 16, 0),
      ),
    ],
  },
  {
    handle: 'payments-393',
    reviews: [
      noted(
        'noor',
        '2026-04-28T08:30',
        '',
        on(
          'internal/payouts/handler.go',
          58,
          'What does this show for a payout that was promised for a day which has passed? A date in the past might read as "already paid".',
          said(
            'tomas',
            '2026-04-28T15:12',
            'It also carries `late: true` then. I had not described that in OpenAPI, done.',
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-04-28T15:40',
        'Support asked me for this date last week, so it has one happy reader already.',
      ),
    ],
  },
  {
    handle: 'payments-416',
    reviews: [
      noted(
        'jun',
        '2026-06-03T01:25',
        '',
        settled(
          'noor',
          '2026-06-03T14:20',
          'docs/guides/verify-webhooks.md',
          88,
          'A client that remembers ids for five minutes does so in one process. Merchants with three processes would accept a replay in the other two. The guide should say that the memory must be shared, and show it with a table that has a unique key, because every merchant has a database and not every one has Redis.',
          said(
            'noor',
            '2026-06-03T11:02',
            'I tested with one process and believed myself. The guide now has the table, six lines of SQL, and a box that says why.',
          ),
        ),
      ),
      asked(
        'yaw',
        '2026-06-03T09:35',
        '',
        settled(
          'yaw',
          '2026-06-04T08:15',
          'docs/guides/verify-webhooks.md',
          41,
          'The Node sample verifies `JSON.stringify(request.body)`. Frameworks parse first, and writing it out again changes spaces and the order of escapes: the signature fails for about one in thirty of our real payloads, those with an "é". It has to be the raw bytes. Most "your signatures are broken" letters I get are this.',
          said(
            'noor',
            '2026-06-03T11:20',
            'Raw bytes in all four samples, and a payload with an "é" in the tests. How did you get to one in thirty?',
          ),
          said(
            'yaw',
            '2026-06-03T12:05',
            "By counting last month's letters against last month's payloads. It is a rough number.",
          ),
        ),
      ),
      approved(
        'yaw',
        '2026-06-04T08:19',
        'Pasted each sample into an empty project and sent it an old one, a late one and a forged one. Twelve out of twelve as they should be.',
      ),
    ],
    pushes: [
      pushed(
        '2026-06-03T10:52',
        'Verify the bytes that came, remember them together',
        file('docs/guides/verify-webhooks.md', 34, 0),
        file('internal/webhooks/sign_test.go', 18, 0),
      ),
    ],
  },
  {
    handle: 'payments-426',
    reviews: [
      asked(
        'yaw',
        '2026-06-18T09:20',
        "I ran the codemod on the SDK's own examples, which are as old as the SDK.",
        settled(
          'yaw',
          '2026-06-18T15:10',
          'clients/typescript/codemod/two-to-three.ts',
          61,
          'It finds `import`, and about a third of our examples still use `require`. Those files come out unchanged and without a comment, so their owner believes that nothing had to be done. Either handle `require` or say loudly which files it did not understand.',
          said(
            'ingrid',
            '2026-06-18T13:40',
            'It does both now: simple `require` is handled, and the files it did not understand are listed at the end with the reason. On the examples: 31 handled, 2 listed.',
          ),
        ),
      ),
      approved(
        'noor',
        '2026-06-19T08:10',
        "I moved my own toy project with only the guide. The section on writing one's own retry is the one I needed; I had indeed written my own retry.",
      ),
    ],
    pushes: [
      pushed(
        '2026-06-18T13:30',
        'Understand require, and name what was not understood',
        file('clients/typescript/codemod/two-to-three.ts', 28, 0),
        file('clients/typescript/codemod/two-to-three.test.ts', 31, 0),
      ),
    ],
  },
  {
    handle: 'payments-428',
    reviews: [
      noted(
        'priya',
        '2026-06-24T05:40',
        '',
        on(
          'internal/fraud/client.go',
          39,
          'A person looks at new merchants from now on. How many are that on a Monday morning? Their queue is four people and no night shift.',
          said(
            'noor',
            '2026-06-24T08:30',
            'Eleven a day in May, 19 on the busiest. I asked Deniz before the change: they expected 30. A null older than four hours raises a counter, in case that changes.',
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-06-24T12:15',
        'One set of examples, two teams, and a real risk found on the first day. The note in the README on how to change an example without breaking the other side is what will keep it alive.',
      ),
    ],
  },
];
