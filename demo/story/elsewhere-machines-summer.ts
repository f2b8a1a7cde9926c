import { changed, created, removed } from './elsewhere-files.ts';
import { approved, asked, noted, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'platform-infra';

/** Backups that are proved, and a disk that says how fast. */
export const pullsOfMachinesLater: readonly StoryPull[] = [
  {
    handle: 'restore-every-week',
    repository,
    by: 'arturs-k',
    at: '2026-05-18T08:00:00Z',
    title: 'Restore one backup each week, and say so when it does not work',
    body: `We make 9 backups a night. Last restore anybody can remember: 2024.

Each Sunday one of them, by turns, is restored to an empty machine. Then: does Postgres start, does \`pg_amcheck\` pass, is the newest row younger than the backup says. Machine is thrown away. Takes 20 min to 5 h, by size.

First round by hand, all 9: seven good, one good but 11 h older than its name, one not restorable since 2 May. The last: its key was rotated and the job kept encrypting with the old one. Repaired, new full backup on 15 May.

An alert when no restore has succeeded for 10 days. One number for each database on the dashboard: time it takes to get it back. Payments: 4 h 50 min. People should know that before they need it.`,
    files: [
      created('jobs/restore/main.py', 146),
      created('jobs/restore/test_main.py', 98),
      created('clusters/shared/restore.tf', 62),
      created('alerts/restore.yml', 22),
      created('runbooks/restore-a-database.md', 77),
      removed('scripts/restore-old.sh', 54),
    ],
    pushes: [
      pushed(
        '2026-05-19T08:30',
        'Count what should be there',
        created('jobs/restore/main.py', 178),
        created('jobs/restore/test_main.py', 131),
      ),
    ],
    reviews: [
      asked(
        'adaeze',
        '2026-05-18T12:15',
        'The backup of 2 May would have been a very bad evening. I am grateful that you went looking.',
        settled(
          'adaeze',
          '2026-05-19T12:30',
          'jobs/restore/main.py',
          88,
          'A restore that has lost a whole table still starts, passes `pg_amcheck` and has a young newest row in another table. While a backup is made we could write down the count of rows for each table that only ever grows, and compare: the restored count may be higher than the noted one, never lower.',
          said(
            'arturs-k',
            '2026-05-19T08:37',
            'Added, for 31 such tables. I dropped one before a test restore: before, green; now, red, and it names the table.',
          ),
        ),
      ),
      noted(
        'lucia',
        '2026-05-18T13:40',
        'The machine that restores holds production data for five hours. Same network rules as production, no login for people, disk encrypted and destroyed. I checked the plan: it has all four. Keep it that way.',
      ),
      approved('adaeze', '2026-05-19T12:34', 'Looks right to me.'),
    ],
    merged: { at: '2026-05-20T07:30:00Z', by: 'arturs-k' },
  },
  {
    handle: 'disk-fills-how-fast',
    repository,
    by: 'arturs-k',
    at: '2026-06-26T08:10:00Z',
    title: 'Alert on when a disk will be full, not on how full it is',
    body: `From {#postmortem-replication-slot}: the alert at 80 % said how full and came at 03:08 on a Sunday. The line had been straight for four days.

New: hours until full, by the slope of the last 6 h and of the last 24 h, the later of the two. Below 48 h: message. Below 8 h: page. The 80 % stays as a message, for slopes that we do not foresee.

Replayed on 90 days of 38 disks:

| | old | new |
| --- | --- | --- |
| pages | 14 | 2 |
| of which somebody had to act | 1 | 2 |
| 21 June: first word | 03:08 that day | 17 June, 02:40, as a message |

The second page is one we never had: a log disk in May that rotated itself empty 20 min before the end.`,
    files: [
      changed('alerts/disks.yml', 33, 9),
      created('alerts/disks.test.yml', 104),
      created('runbooks/disk-fills-up.md', 38),
    ],
    pushes: [
      pushed(
        '2026-06-29T08:05',
        'A disk that breathes is not a disk that fills',
        changed('alerts/disks.yml', 41, 9),
        created('alerts/disks.test.yml', 139),
        created('runbooks/disk-fills-up.md', 44),
      ),
    ],
    reviews: [
      noted(
        'noor',
        '2026-06-26T09:50',
        'I used the replay to learn how slopes work, thank you for checking it in! A question about one disk:',
        settled(
          'noor',
          '2026-06-29T09:10',
          'alerts/disks.yml',
          19,
          'The export disk fills from 01:00 to 05:00 every night and is emptied at 06:00. Over 6 hours it looks as if it were full at noon, over 24 hours it is flat, so "the later of the two" saves us on ordinary nights. On the first of a month there is twice as much to export, and at 04:30 I get 7 hours on both. Would that page?',
          said(
            'arturs-k',
            '2026-06-29T08:12',
            'It would. 90 days held three firsts and none was large enough. Jobs that empty a disk now have a label with their hour, and the slope is taken from one emptying to the next. Your first of July is in the test.',
          ),
        ),
      ),
      noted(
        'priya',
        '2026-06-29T05:20',
        '',
        settled(
          'priya',
          '2026-06-30T04:50',
          'runbooks/disk-fills-up.md',
          12,
          '- The page I promised for 10 July and this one overlap. Take my four reasons, in the order of how often they were it: slot, long transaction, archiving, logs.\n- One command for each, to paste.\n- Then mine is done, and there is one page and not two.',
          said('arturs-k', '2026-06-29T08:20', 'Taken, with your name on top. One page.'),
        ),
      ),
      approved(
        'priya',
        '2026-06-30T04:55',
        'Walked through all four on staging. Open point of the 21st closed.',
      ),
    ],
    merged: { at: '2026-06-30T07:15:00Z', by: 'arturs-k' },
  },
];
