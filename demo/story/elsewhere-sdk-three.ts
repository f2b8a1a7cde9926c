import { changed, created, removed } from './elsewhere-files.ts';
import { approved, asked, noted, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'harbour-sdk-node';
const older = 'release/2.x';

/** The SDK arrives at 3.0. */
export const pullsOfSdkThree: readonly StoryPull[] = [
  {
    handle: 'sdk-webhook-time',
    repository,
    by: 'noor',
    at: '2026-06-15T09:30:00Z',
    title: 'Refuse a webhook that is old or was seen before',
    body: `The other half of {#payments-416}: webhooks are signed with their time, and now the SDK checks it, so that merchants do not have to copy code from my guide.

    const event = await harbour.webhooks.verify(rawBody, headers, { seen });

- older than five minutes, or from the future by more than that: refused
- \`seen\` is yours: a function that answers "did this id come before?" and remembers it. There is one for a Postgres table and one in memory, and the second prints a warning when you run more than one process.
- the body must be the bytes that came. A parsed object is refused with a sentence that says why, because that is the mistake I made myself.

Both signatures, old and new, are accepted until December. I learned from Yaw's letters what people get wrong, and each of the six has its own error message. Thank you for letting me read them!`,
    files: [
      changed('src/webhooks.ts', 88, 21),
      created('src/seen.ts', 54),
      created('test/webhooks.test.ts', 206),
      changed('README.md', 31, 12),
    ],
    commits: ['Check the time', 'Remember ids', 'Say what was wrong'],
    pushes: [
      pushed(
        '2026-06-16T13:20',
        'Remember only what was proved',
        changed('src/webhooks.ts', 91, 21),
        created('src/seen.ts', 63),
        created('test/webhooks.test.ts', 251),
      ),
    ],
    reviews: [
      asked(
        'yaw',
        '2026-06-16T08:45',
        'Six messages for six mistakes: I will be able to answer half of my letters with "read what it says".',
        settled(
          'yaw',
          '2026-06-17T08:20',
          'src/webhooks.ts',
          71,
          '`seen(id)` is asked before the signature is checked. Somebody who can guess or overhear an id sends it first with a wrong signature; we refuse that, but the id is remembered, and then the genuine delivery is refused as seen. The order must be signature, time, and only then the id.',
          said(
            'noor',
            '2026-06-16T13:28',
            'I tried it as the attacker and it works embarrassingly well. The order is turned round, and the test sends the forged one first. Is there a rule for this?',
          ),
          said(
            'yaw',
            '2026-06-16T14:05',
            'The one I use: write nothing down on the word of somebody you have not yet recognised.',
          ),
        ),
      ),
      noted(
        'jun',
        '2026-06-16T01:10',
        '',
        settled(
          'noor',
          '2026-06-17T09:00',
          'src/seen.ts',
          31,
          'The Postgres version asks with SELECT and then inserts. Two processes that receive the same delivery together both find nothing. `INSERT … ON CONFLICT DO NOTHING` and the number of rows answer the question in one statement: https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT',
          said(
            'noor',
            '2026-06-16T13:34',
            'One statement now. With twenty processes and one id, exactly one gets "new". Thank you, Jun!',
          ),
        ),
      ),
      approved(
        'yaw',
        '2026-06-17T08:24',
        'Forged, late, twice, parsed, wrong secret, no secret. Each says what it is.',
      ),
    ],
    merged: { at: '2026-06-17T09:15:00Z', by: 'noor' },
  },
  {
    handle: 'sdk-webhook-time-2x',
    repository,
    by: 'noor',
    at: '2026-06-18T09:00:00Z',
    base: older,
    title: 'Backport to 2.x: refuse old and repeated webhooks',
    body: `{#sdk-webhook-time} for those who cannot move before December. Only the default differs: without \`seen\`, 2.x warns and 3.0 refuses.`,
    files: [
      changed('src/webhooks.ts', 93, 19),
      created('src/seen.ts', 63),
      created('test/webhooks.test.ts', 244),
    ],
    reviews: [approved('yaw', '2026-06-18T12:00', 'works for me')],
    merged: { at: '2026-06-18T12:20:00Z', by: 'noor' },
  },
  {
    handle: 'sdk-three',
    repository,
    by: 'yaw',
    at: '2026-06-26T09:00:00Z',
    title: '3.0.0: what was announced, and nothing else',
    body: `As told in {#sdk-three-announced}, on the day that was told. The list became one row shorter on the way: \`page\` stays as a deprecated alias until 4.0, because 58 callers asked or were silent in a way that worried me.

The release candidate has been out since 8 June. 23 merchants tried it; nine reports, seven mended, two were wishes. Four of our own integrations run on it since the 15th.

- removed: callbacks, \`amount\` as a number, Node 18 (1,380 lines gone, with the tests of what is gone)
- the typed client underneath is 3.0 of payments
- MIGRATING.md has three new symptoms, all from reports

Way back for a merchant: install 2.11 again. No data of ours differs between the two, I checked by running both test suites against one sandbox account.`,
    files: [
      removed('src/callbacks.ts', 412),
      removed('test/callbacks.test.ts', 671),
      changed('src/money.ts', 18, 143),
      changed('package.json', 4, 4),
      changed('MIGRATING.md', 37, 9),
      changed('CHANGELOG.md', 29, 0),
    ],
    pushes: [pushed('2026-06-26T13:40', 'For those who come by accident', changed('MIGRATING.md', 52, 9))],
    reviews: [
      asked(
        'ingrid',
        '2026-06-26T11:20',
        'I read it together with my guide for the client ({#payments-426}), because people will have both open.',
        settled(
          'ingrid',
          '2026-06-29T07:30',
          'MIGRATING.md',
          11,
          'Whoever has `"harbour-sdk": "latest"` or no lock file gets 3.0 on Monday without having decided anything. They are not stupid, they followed our old README, which said "latest" until 2024. A first paragraph for them would help: how to see that this has happened, and the one command that brings 2.11 back before they read on.',
          said(
            'yaw',
            '2026-06-26T13:47',
            'It is the first paragraph now, before any praise of the new. And 3.0 gets the tag `next` for three days before it becomes `latest`.',
          ),
        ),
      ),
      approved(
        'noor',
        '2026-06-26T14:30',
        'I moved my toy shop with only this page: eleven minutes, and the checker found everything that I had hidden for it.',
      ),
      approved('ingrid', '2026-06-29T07:34', 'Gladly.'),
    ],
    merged: { at: '2026-06-29T08:00:00Z', by: 'yaw' },
  },
];
