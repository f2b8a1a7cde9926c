import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, on, pushed, said, settled } from './say.ts';

/** What merchants call. */
export const reviewsOfApi: readonly StoryAddition[] = [
  {
    handle: 'payments-309',
    reviews: [
      asked(
        'ingrid',
        '2026-01-12T08:45',
        'The promise in the description is exactly what merchants need. There is one case in which we break it ourselves.',
        settled(
          'ingrid',
          '2026-01-13T09:12',
          'internal/idempotency/store.go',
          58,
          'The hash is taken over the bytes of the request. Two of the HTTP clients that our merchants use do not keep the order of JSON fields between attempts, so their second attempt is "another body" and gets 422: a retry that was meant to be safe now fails loudly. Could we hash the parsed fields in a fixed order instead? A test with the same refund written in two orders would show the difference.',
          said(
            'tomas',
            '2026-01-12T15:02',
            'That would have been a lovely week of support tickets. It now hashes the decoded refund, field by field. The test fails on the old hash, I checked that it does.',
          ),
        ),
      ),
      noted(
        'yaw',
        '2026-01-12T10:26',
        'Reading this as the person who maintains the SDK.',
        settled(
          'yaw',
          '2026-01-13T10:40',
          'openapi/payments.yaml',
          214,
          'What should a client do with the 409? "Same key, other request still running" and "give up" look alike from outside. If the answer carried `Retry-After: 1`, the SDK could wait and ask again with the same key, and nobody would have to write that loop by hand.',
          said(
            'tomas',
            '2026-01-12T15:20',
            'Added, and described as safe to repeat. Tell me if one second is wrong in practice.',
          ),
        ),
      ),
      noted(
        'adaeze',
        '2026-01-12T14:05',
        '',
        on(
          'migrations/0143_idempotency_keys.sql',
          9,
          'At our rate of refunds 48 hours is about 60,000 rows, so I am not worried about size. But please delete in small batches: one statement for a whole day holds its row versions until the end, and vacuum waits.',
          said(
            'tomas',
            '2026-01-12T15:31',
            'It deletes 500 at a time already, in the store. Said so in the comment now.',
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-01-13T09:15',
        'Forty goroutines and one refund: I enjoyed that test. The two orders of fields are covered now as well.',
      ),
    ],
    pushes: [
      pushed(
        '2026-01-12T14:49',
        'Hash what the refund says, not how it is written',
        file('internal/idempotency/store.go', 31, 0),
        file('internal/idempotency/store_test.go', 38, 0),
        file('openapi/payments.yaml', 9, 0),
      ),
    ],
  },
  {
    handle: 'payments-335',
    reviews: [
      asked(
        'jun',
        '2026-02-12T02:20',
        'Two remarks on the signature, the second one matters more.',
        settled(
          'tomas',
          '2026-02-12T14:55',
          'internal/api/cursor.go',
          47,
          '1. Please compare with `hmac.Equal`, so that the time does not depend on the content.\n2. There is one key. When it is rotated, every cursor in the world becomes invalid at the same second, and every export that runs at that moment fails. If the cursor carries a key id, the old key can stay valid for one more day.',
          said(
            'tomas',
            '2026-02-12T11:37',
            'Both done. Key id is one byte, the previous key is accepted for 24 hours, and there is a test called "rotation on a Friday".',
          ),
        ),
      ),
      noted(
        'yaw',
        '2026-02-12T09:44',
        '',
        settled(
          'yaw',
          '2026-02-13T08:30',
          'openapi/payments.yaml',
          301,
          'An expired cursor and a broken cursor both answer `invalid_cursor`. A program should do different things: with an expired one, begin again from the last payment it has; with a broken one, stop and show a person. Two codes would let the SDK do the first by itself.',
          said(
            'tomas',
            '2026-02-12T11:40',
            '`cursor_expired` and `cursor_invalid` it is. The second one says which part it could not read.',
          ),
        ),
      ),
      approved(
        'ingrid',
        '2026-02-13T12:25',
        'I read the guide part as the merchant whose bookkeeping missed payments. It would have been nice to have this two years ago; the warning header on `page` is kind to those who stay.',
      ),
    ],
    pushes: [
      pushed(
        '2026-02-12T11:28',
        'Two keys, two codes',
        file('internal/api/cursor.go', 22, 0),
        file('internal/api/cursor_test.go', 37, 0),
        file('openapi/payments.yaml', 6, 0),
      ),
    ],
  },
  {
    handle: 'payments-386',
    reviews: [
      noted(
        'noor',
        '2026-04-16T09:14',
        'I am reading this to learn the API, so please tell me if this is meant to be so.',
        settled(
          'noor',
          '2026-04-17T08:05',
          'internal/api/limits.go',
          41,
          'The wait is rounded down to whole seconds. When less than a second is left, a client reads `Retry-After: 0` and calls again at once, gets 429 again, and so on. I tried it with the SDK: 212 calls until the window had moved. Would rounding up be right?',
          said(
            'tomas',
            '2026-04-16T11:50',
            'It would be right, and mine would have been a second for loop to fight the first one. Thank you. Rounded up, and your 212 calls are a test.',
          ),
        ),
      ),
      asked(
        'lucia',
        '2026-04-16T10:20',
        '',
        settled(
          'lucia',
          '2026-04-17T09:30',
          'internal/ratelimit/window.go',
          36,
          'The window is counted before the key is checked. Anybody can send a million invented keys and fill our Redis with a million windows. Check the key first, and count calls with wrong keys by address instead, in a table of fixed size.',
          said('tomas', '2026-04-16T14:22', 'Turned round. Wrong keys share 1,024 counters by address.'),
        ),
      ),
      approved(
        'yaw',
        '2026-04-17T11:45',
        'The SDK already waits for `Retry-After`. I will make it slow down by the remaining allowance in its next version, so that well-behaved merchants never see a 429.',
      ),
    ],
    pushes: [
      pushed(
        '2026-04-16T11:40',
        'Round up, and know the key before counting',
        file('internal/api/limits.go', 8, 0),
        file('internal/ratelimit/window.go', 21, 0),
        file('internal/ratelimit/window_test.go', 46, 0),
      ),
    ],
  },
  {
    handle: 'payments-406',
    reviews: [
      asked(
        'yaw',
        '2026-05-15T09:10',
        'This is the change I have wanted since I began on the SDK, so I read all 64.',
        settled(
          'ingrid',
          '2026-05-18T13:05',
          'openapi/payments.yaml',
          96,
          '`code` is a closed enum here. A generated client then throws on the first code that we add, that is, our next improvement breaks every merchant on the old version. Describe it as a string, list the known codes in the text, and say that unknown ones must be treated by their HTTP status.',
          said(
            'ingrid',
            '2026-05-18T11:20',
            'I had meant the list as a kindness and it was a trap. It is a string now, and the sentence on unknown codes has its own heading.',
          ),
        ),
      ),
      approved(
        'tomas',
        '2026-05-18T15:30',
        'I read "Which errors may I retry?" first, then found two places of ours that retry what it says one must not. Coming up as a separate change.',
      ),
    ],
    pushes: [
      pushed(
        '2026-05-18T11:10',
        'Leave the list of codes open',
        file('openapi/payments.yaml', 13, 9),
        file('docs/errors.md', 12, 0),
      ),
    ],
  },
];
