import { changed, created } from './elsewhere-files.ts';
import { approved, asked, noted, on, outdated, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'harbour-sdk-node';

/** The public SDK in winter. */
export const pullsOfSdk: readonly StoryPull[] = [
  {
    handle: 'sdk-abort',
    repository,
    by: 'fenna-v',
    at: '2026-02-09T13:20:00Z',
    title: 'Accept an AbortSignal in every call',
    body: `Hello! We call \`payments.get\` while a customer waits at a till. When they walk away we would like to stop the call, and today we can only stop listening to it.

This adds \`{ signal }\` as a last argument everywhere and hands it to fetch. It works in our shop since Friday. I am not sure about retries, and I did not find out how you like your tests to be written, so please tell me what to change.`,
    files: [
      changed('src/http.ts', 14, 5),
      changed('src/payments.ts', 9, 9),
      changed('src/refunds.ts', 6, 6),
      created('test/abort.test.ts', 41),
    ],
    pushes: [
      pushed(
        '2026-02-10T19:35',
        'Stop waiting, too',
        changed('src/http.ts', 26, 7),
        created('test/abort.test.ts', 83),
      ),
    ],
    reviews: [
      asked(
        'yaw',
        '2026-02-10T09:05',
        'Thank you, Fenna! The person at the till is exactly who I want to think of, and your tests are fine as they are. You asked about retries, and that is indeed the interesting part.',
        settled(
          'yaw',
          '2026-02-11T08:50',
          'src/http.ts',
          62,
          "Between two attempts we sleep up to four seconds, and the sleep does not know about the signal: a call aborted there wakes up, tries once more and only then fails. Node's own timer takes a signal: `await setTimeout(delay, undefined, { signal })` from `node:timers/promises`. There is an example in its documentation: https://nodejs.org/api/timers.html#timerspromisessettimeoutdelay-value-options",
          said(
            'fenna-v',
            '2026-02-10T19:42',
            'I did not know that timers can do that. Done, and the test aborts in the middle of the second sleep.',
          ),
        ),
        on(
          'src/refunds.ts',
          30,
          'One thing to tell callers, in the comment above: aborting a refund does not undo it. The request may have arrived. They should ask again with the same Idempotency-Key to find out. If you prefer, I write that sentence after the merge.',
          said('fenna-v', '2026-02-10T19:48', 'Please write it, you know better than I how to say it.'),
        ),
      ),
      approved(
        'yaw',
        '2026-02-11T08:55',
        'Aborted in all four states by hand: before, during, between, after. It will be in 2.8.0 with your name in the notes, if you like.',
      ),
      approved('tomas', '2026-02-11T10:30', 'Lovely, go.'),
    ],
    merged: { at: '2026-02-11T10:45:00Z', by: 'yaw' },
  },
  {
    handle: 'sdk-iterate',
    repository,
    by: 'tomas',
    at: '2026-03-02T13:30:00Z',
    title: 'Walk through all payments with for await',
    body: `Cursors are in ({#payments-335}), and everybody who calls them writes the same loop. I have read five of these loops in merchants' code. Two never ended, one skipped the last page.

    for await (const payment of harbour.payments.all({ from, to })) { … }

Pages of 100 are fetched as you get there, one ahead. Leaving the loop stops the fetching. A cursor older than a day cannot be continued, and instead of a bare 422 you then get \`CursorExpired\` with the last payment you saw, so that you can start there.

\`payments.page()\` remains for those who enjoy loops.`,
    files: [
      created('src/iterate.ts', 72),
      created('test/iterate.test.ts', 138),
      changed('src/payments.ts', 21, 2),
      changed('README.md', 19, 8),
    ],
    pushes: [
      pushed(
        '2026-03-03T14:45',
        'Nobody fails unheard',
        created('src/iterate.ts', 81),
        created('test/iterate.test.ts', 167),
      ),
    ],
    reviews: [
      asked(
        'yaw',
        '2026-03-03T09:15',
        'The example in the README is all that most people will ever read, and it is enough.',
        settled(
          'yaw',
          '2026-03-04T08:40',
          'src/iterate.ts',
          39,
          'The page ahead is a promise that nobody holds yet. If it fails while the caller is still busy with the current page, Node sees an unhandled rejection and ends the process, and the stack trace shows only our code. Attach an empty `.catch()` when it is made and await the original when it is needed; then the error comes out where the caller can catch it.',
          said(
            'tomas',
            '2026-03-03T14:52',
            'Tried it with a slow consumer and a rude server: process gone, exit code 1, not a word about payments. The catch is in, and so is the rude server.',
          ),
        ),
      ),
      noted(
        'ingrid',
        '2026-03-03T12:10',
        '',
        outdated(
          on(
            'src/iterate.ts',
            12,
            'What will people expect of `all()` when a payment arrives while they are walking? It is newest first, so they will not see it. That is fine, and a sentence in the comment would spare them a support call.',
            said('tomas', '2026-03-03T15:01', 'Sentence added. It even rhymes, by accident.'),
          ),
        ),
      ),
      approved(
        'yaw',
        '2026-03-04T08:44',
        'Walked the sandbox, 41,000 payments, and pulled the network cable at a third. One catchable error.',
      ),
    ],
    merged: { at: '2026-03-04T09:20:00Z', by: 'tomas' },
  },
];
