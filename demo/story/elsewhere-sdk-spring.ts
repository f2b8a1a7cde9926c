import { changed, created } from './elsewhere-files.ts';
import { approved, asked, noted, on, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'harbour-sdk-node';
const older = 'release/2.x';

/** The next major version of the SDK is announced, and the present one cared for. */
export const pullsOfSdkInSpring: readonly StoryPull[] = [
  {
    handle: 'sdk-three-announced',
    repository,
    by: 'yaw',
    at: '2026-04-14T09:00:00Z',
    title: 'What 3.0 will take away, and when: 29 June',
    body: `Nearly eleven weeks ahead. Page numbers have printed a warning since March, everything else on the list for at least six months. I counted who still uses it:

| goes | instead | callers in 30 days |
| --- | --- | --- |
| callbacks | promises | 4 |
| \`amount\` as a number | \`Money\` | 37 |
| \`page\` numbers | \`all()\`, since 2.9 | 112 |
| Node 18 | Node 20.19 or newer | 61 |

MIGRATING.md shows each with the line before and the line after. \`npx @harbour/sdk-check\` lists the places in your own code and changes nothing.

2.x gets security fixes and mended bugs until the end of the year, on \`release/2.x\`. If you depend on something that goes, please say so in the discussion that is linked from the README. Up to the release candidate on 8 June, the list can become shorter, and not longer.`,
    files: [
      created('MIGRATING.md', 127),
      created('packages/sdk-check/index.ts', 94),
      created('packages/sdk-check/index.test.ts', 88),
      changed('README.md', 9, 2),
    ],
    pushes: [pushed('2026-04-15T10:20', 'What the warning could not see', created('MIGRATING.md', 146))],
    reviews: [
      asked(
        'ingrid',
        '2026-04-14T13:30',
        'The promise in the last line, shorter and never longer, is what I would want to hear.',
        settled(
          'ingrid',
          '2026-04-15T12:10',
          'MIGRATING.md',
          33,
          'The count of those who use a number for `amount` comes from the warning, and the warning goes to `console.warn`. In a serverless function nobody sees it, and with `--no-warnings` it is not even counted. So 37 is the least. Could this row say so, and name the symptom after the change ("TypeError: amount.plus …") for those who arrive here from a search?',
          said(
            'yaw',
            '2026-04-15T10:27',
            'It says "at least 37", and each row has its symptom now, word for word as Node prints it. I had written for people who read ahead. Most will come with an error in their hand.',
          ),
        ),
      ),
      noted(
        'fenna-v',
        '2026-04-14T19:10',
        'As one of the 112: `sdk-check` found 3 of our 4 places. The fourth hands the function over as a value (`pages.map(payments.page)`). I do not think that a tool can find that, I only want you to know.',
      ),
      approved(
        'ingrid',
        '2026-04-15T12:14',
        'I read it as somebody with an error in their hand, and arrived.',
      ),
      approved('tomas', '2026-04-15T13:00', 'Sure.'),
    ],
    comments: [
      said(
        'yaw',
        '2026-04-15T10:35',
        '@fenna-v: it lists such places as "could not tell" now, which is at least honest. Thank you for trying it on real code.',
      ),
    ],
    merged: { at: '2026-04-15T13:20:00Z', by: 'yaw' },
  },
  {
    handle: 'sdk-retry-after',
    repository,
    by: 'yaw',
    at: '2026-05-07T09:10:00Z',
    title: 'Wait for as long as the API asks',
    body: `Since {#payments-386} the API answers 429 with \`Retry-After\` when a key is too fast. The SDK does not read it and tries again after 200 ms, which is the politest way of making things worse.

Now it waits for what the header says plus up to a tenth at random, at most twice, and never beyond the caller's own \`timeout\`: if the wait would not fit, it fails at once with \`RateLimited\` and \`retryAfter\`, because a person at a till should hear that now and not in 30 seconds.

Only GET, and POST with an Idempotency-Key, are ever repeated. That was so before; it is written in the README now.`,
    files: [
      changed('src/http.ts', 39, 12),
      created('src/retry-after.ts', 28),
      created('test/retry-after.test.ts', 114),
      changed('README.md', 14, 1),
    ],
    pushes: [
      pushed(
        '2026-05-07T14:20',
        'Understand a date, and distrust it',
        created('src/retry-after.ts', 47),
        created('test/retry-after.test.ts', 149),
      ),
    ],
    reviews: [
      asked(
        'tomas',
        '2026-05-07T11:00',
        'Speaking as the one who sends that header.',
        settled(
          'tomas',
          '2026-05-08T09:05',
          'src/retry-after.ts',
          9,
          'We send seconds. The proxies that some merchants sit behind rewrite it as a date, which the standard allows, and `Number("Fri, 08 May 2026 …")` is NaN. `setTimeout` with NaN fires after one millisecond: a very obedient stampede. Please read both, and do not trust a date further than a minute, since it comes with somebody else\'s clock.',
          said(
            'yaw',
            '2026-05-07T14:27',
            'Both are read, anything unreadable counts as five seconds, and nothing counts as more than sixty. The proxy is a test, with a clock that is an hour off.',
          ),
        ),
      ),
      approved('tomas', '2026-05-08T09:08', 'Behaves behind two proxies and one of my own making.'),
    ],
    merged: { at: '2026-05-08T09:20:00Z', by: 'yaw' },
  },
  {
    handle: 'sdk-exports-types',
    repository,
    by: 'fenna-v',
    at: '2026-05-19T19:05:00Z',
    title: 'Types are not found with moduleResolution "nodenext"',
    body: `After we set \`"moduleResolution": "nodenext"\`, TypeScript says that your package has no types. They are there, but \`exports\` in package.json does not name them. One line for import, one for require.`,
    files: [changed('package.json', 2, 0)],
    pushes: [
      pushed(
        '2026-05-20T18:50',
        'Install the package and compile against it',
        created('test/types/nodenext.test.ts', 33),
      ),
    ],
    reviews: [
      noted(
        'noor',
        '2026-05-20T08:40',
        'Thank you for finding the cause as well, I could reproduce it in five minutes with your two settings.',
        on(
          'package.json',
          14,
          'Our tests import from `src`, so they would stay green if somebody removed these lines again. Would you like to add one that packs the package, installs it into an empty folder and compiles three lines against it? I did the same for a toy shop of mine and am happy to share how. If you have no time, I will add it and name you.',
          said(
            'fenna-v',
            '2026-05-20T18:56',
            'Thank you for the example, it was easy with it. The test fails without my two lines, I checked.',
          ),
        ),
      ),
      approved('yaw', '2026-05-21T08:30', 'nice one'),
    ],
    merged: { at: '2026-05-21T08:45:00Z', by: 'yaw' },
  },
  {
    handle: 'sdk-exports-types-2x',
    repository,
    by: 'yaw',
    at: '2026-05-21T09:20:00Z',
    base: older,
    title: 'Backport: name the types in exports ({#sdk-exports-types})',
    body: `For 2.x, unchanged.`,
    files: [changed('package.json', 2, 0), created('test/types/nodenext.test.ts', 33)],
    reviews: [approved('noor', '2026-05-21T10:10', 'Good for me :)')],
    merged: { at: '2026-05-21T10:30:00Z', by: 'yaw' },
  },
];
