import { changed, created, removed } from './elsewhere-files.ts';
import { approved, asked, noted, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'platform-infra';

/** A database moved, backups that are proved, and a disk that says how fast. */
export const pullsOfMachinesLater: readonly StoryPull[] = [
  {
    handle: 'ledger-db-upgrade',
    repository,
    by: 'arturs-k',
    at: '2026-03-24T08:30:00Z',
    with: ['adaeze'],
    title: "Move the ledger's database from Postgres 15 to 17 with 41 s without writes",
    body: `The usual way (stop, pg_upgrade, analyse, start) took 2 h 10 min in the rehearsal. Ledger writers can buffer for 3 minutes.

Our way: new machine on 17, logical replication from 15, wait until it has caught up, stop writers, check, switch the name, start writers. Adaeze wrote the check: row counts and a hash of each table by range of keys, 4 min for everything, 9 s for what changed in the last hour.

Rehearsed four times on a copy of production (2.4 TB):

| rehearsal | without writes | note |
| --- | --- | --- |
| 1 | 6 min 20 s | statistics missing, every plan a sequential scan |
| 2 | 1 min 55 s | analysed before the switch |
| 3 | 44 s | connections drained by the pooler |
| 4 | 41 s | same, done by Adaeze from the runbook |

Way back: replication runs in the other direction after the switch, for a week.

Planned for Saturday 28 March, 05:00. Result comes as a comment here.`,
    files: [
      created('databases/ledger/upgrade.tf', 118),
      created('scripts/upgrade/switch.sh', 104),
      created('scripts/upgrade/check.sql', 77),
      created('runbooks/upgrade-a-database.md', 96),
    ],
    pushes: [
      pushed(
        '2026-03-25T08:10',
        'Carry the sequences over',
        created('scripts/upgrade/switch.sh', 117),
        created('scripts/upgrade/check.sql', 89),
        created('runbooks/upgrade-a-database.md', 103),
      ),
    ],
    reviews: [
      asked(
        'jun',
        '2026-03-25T00:50',
        'The order of steps is careful, and the way back is better than none in most upgrades that I have seen. Something is left behind.',
        settled(
          'jun',
          '2026-03-26T01:15',
          'scripts/upgrade/switch.sh',
          71,
          "Logical replication carries rows and does not carry the positions of sequences. On the new machine `ledger_entries_id_seq` stands at 1, so the first entry after the switch collides with a row of 2019, and so does each one after it. The check compares tables only and would be green. Set each sequence a good way above its table's maximum, between stopping and starting the writers: https://www.postgresql.org/docs/17/logical-replication-restrictions.html",
          said(
            'arturs-k',
            '2026-03-25T08:18',
            'Four rehearsals and we never wrote a row afterwards. Set now, plus 100,000, and the check fails when a sequence is below its table. Rehearsal 5 ends with a write: it works, 41 s.',
          ),
        ),
      ),
      approved('jun', '2026-03-26T01:20', 'Thank you. I would do it on Saturday.'),
      approved('priya', '2026-03-26T05:30', 'OK, go ahead'),
    ],
    comments: [
      said(
        'arturs-k',
        '2026-03-28T05:40',
        'Done. Writers stopped 05:11:08, started 05:11:49. 41 s. No entry lost, check green, sequences above. Replication back to 15 is running.',
      ),
      said(
        'adaeze',
        '2026-03-30T09:10',
        'First weekday: p99 of ledger writes 18 ms, was 19 ms. So nothing to see, as hoped.',
      ),
    ],
    merged: { at: '2026-03-30T09:30:00Z', by: 'adaeze' },
  },
  {
    handle: 'restore-every-week',
    repository,
    by: 'arturs-k',
    at: '2026-05-18T08:00:00Z',
    title: 'Restore one backup each week, and say so when it does not work',
    body: `We make 9 backups a night. Last restore anybody can remember: 2024.

Each Sunday one of them, by turns, is restored to an empty machine. Then: does Postgres start, does \`pg_amcheck\` pass, is the newest row younger than the backup says. Machine is thrown away. Takes 20 min to 5 h, by size.

First round by hand, all 9: seven good, one good but 11 h older than its name, one not restorable since 2 May. The last: still encrypted for the old key, whose private half was destroyed in the rotation of 2 May. Repaired, new full backup on 15 May.

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

New: time until full, twice. By the slope of the last 24 h: below five days, a message. By the slope of the last hour: below 6 h, a page. The 80 % stays as a message, for slopes that we do not foresee.

Replayed on 90 days of 38 disks:

| | old | new |
| --- | --- | --- |
| pages | 14 | 2 |
| of which somebody had to act | 1 | 2 |
| 21 June: first word | that night, a page | 18 June in the morning, a message |

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
          'The export disk fills from 01:00 to 05:00 every night and is emptied at 06:00. On an ordinary night its last hour says nine hours, so it stays quiet. On 1 July the half-year export comes on top, and by my sum it says four at 03:30, although everything is as it should be. Would that page?',
          said(
            'arturs-k',
            '2026-06-29T08:12',
            'It would. 90 days contain no half-year. Jobs that empty a disk now have a label with their hour, and the slope is taken from one emptying to the next. Your first of July is in the test.',
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
