import { changed, created, removed } from './elsewhere-files.ts';
import { approved, asked, noted, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'platform-infra';

/** Who is paged, and who may sign in. */
export const pullsOfKeys: readonly StoryPull[] = [
  {
    handle: 'pages-to-owners',
    repository,
    by: 'priya',
    at: '2026-04-23T05:40:00Z',
    title: 'Pages go to those whose service it is',
    body: `- In the first quarter payments was paged 58 times. 23 were not ours: portal, invoices, certificates.
- Each of the 23 cost two people a night, us and whoever we then had to wake.
- Now the label \`owner\` on an alert decides. It comes from the same list as CODEOWNERS.
- An alert without an owner does not pass CI. 31 had none; Marit, Lucía and I named them all.
- First two weeks, in shadow beside the old routing: 9 pages, 9 right.`,
    files: [
      changed('alerts/routing.yml', 64, 29),
      created('alerts/routing.test.yml', 108),
      created('scripts/check-alert-owners.py', 47),
      created('docs/on-call/who-is-paged.md', 39),
    ],
    pushes: [
      pushed(
        '2026-04-24T05:25',
        'Somebody is always the last',
        changed('alerts/routing.yml', 78, 29),
        created('alerts/routing.test.yml', 141),
        created('docs/on-call/who-is-paged.md', 48),
      ),
    ],
    reviews: [
      asked(
        'lucia',
        '2026-04-23T08:30',
        '',
        settled(
          'lucia',
          '2026-04-24T07:50',
          'alerts/routing.yml',
          52,
          'Routes are matched by exact name. I set `owner: Billing` with a capital on a test alert: no route, no page, no error. There must be a last route without any condition. It pages us, with "nobody owns this" in its title.',
          said(
            'priya',
            '2026-04-24T05:31',
            '- Last route added.\n- CI compares with the list, capitals included.\n- Your alert is in the tests.',
          ),
        ),
      ),
      noted(
        'marit',
        '2026-04-23T09:45',
        'We accept ours. One thing about nights, since we are two:',
        settled(
          'priya',
          '2026-04-24T10:00',
          'docs/on-call/who-is-paged.md',
          21,
          'Billing has no rota at night, and until now payments caught what fell. Seven of the 23 were invoices, and none of the seven could have waited less than until morning. Could ours turn into messages between 19:00 and 07:00, except the two that stop the sending?',
          said(
            'priya',
            '2026-04-24T05:38',
            'Yes. The two page platform at night; Lucía has the runbook and agreed. Section "small teams" says so.',
          ),
        ),
      ),
      approved('lucia', '2026-04-24T07:54', 'Tried five misspellings. All reach a person.'),
      approved('marit', '2026-04-24T08:20', 'Agreed.'),
    ],
    merged: { at: '2026-04-24T10:15:00Z', by: 'priya' },
  },
  {
    handle: 'keys-that-expire',
    repository,
    by: 'lucia',
    at: '2026-06-08T08:40:00Z',
    title: 'CI and services sign in by who they are: 41 keys without an end → 3',
    body: `PLAT-266. Ends cause 3 of {#postmortem-certificate} for most of what we have: a secret that does not exist cannot be copied.

41 keys to our cloud account had no end. The oldest is from 2021 and its owner left in 2022. Now CI and the services show a token signed by the platform they run on, and get an hour.

Moved in nine steps, one kind of user at a time. After each: the old key switched off for a week, not deleted. Twice somebody called (the export of finance, a test account). Both moved the same day.

3 remain: two vendors who cannot do it, and the key in the safe. Each has an owner and a date in docs/keys.md. A new key without an end fails CI.

Undo, for each step: switch the old key on again. Possible until 30 June.`,
    files: [
      created('modules/identity/main.tf', 133),
      created('modules/identity/trust.tf', 58),
      removed('modules/keys/main.tf', 94),
      changed('.github/workflows/apply.yml', 17, 12),
      created('docs/keys.md', 44),
      created('scripts/check-keys.py', 52),
    ],
    pushes: [
      pushed(
        '2026-06-09T07:40',
        'Trust a branch, not an organisation',
        created('modules/identity/trust.tf', 71),
      ),
    ],
    reviews: [
      asked(
        'arturs-k',
        '2026-06-08T11:50',
        '41 → 3, counted it myself in the audit log, same number.',
        settled(
          'arturs-k',
          '2026-06-09T08:30',
          'modules/identity/trust.tf',
          14,
          'The condition is `repo:harbour/*`. Any repository of ours, any branch, any pull request, may then become the role that applies. I opened a branch in a repository for slides and got a production token. Sorry, and revoked. Make it `repo:harbour/platform-infra:ref:refs/heads/main` for apply, and a second role that can only read for plans.',
          said(
            'lucia',
            '2026-06-09T07:47',
            'You are right and I am glad that it was you. Two roles now. The slides get nothing; I tried. It is also in the test account, with the policy simulator.',
          ),
        ),
      ),
      noted(
        'hamza',
        '2026-06-09T12:10',
        'The key in the safe: two people, as before. I have changed the seal.',
      ),
      approved('arturs-k', '2026-06-09T08:34', 'Slides, a fork, a tag, a branch named main/x: all refused.'),
      approved('tomas', '2026-06-10T10:00', '👍'),
    ],
    merged: { at: '2026-06-10T10:30:00Z', by: 'lucia' },
  },
];
