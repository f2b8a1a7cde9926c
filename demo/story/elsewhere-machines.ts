import { changed, created } from './elsewhere-files.ts';
import { approved, asked, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'platform-infra';

/** Metrics, databases and disks. */
export const pullsOfMachines: readonly StoryPull[] = [
  {
    handle: 'fewer-series',
    repository,
    by: 'arturs-k',
    at: '2026-01-27T08:15:00Z',
    title: 'Metrics: 9.2 M series → 2.1 M, dashboards answer again',
    body: `The shared on-call dashboard takes 19 s to load. In an incident that is a long time.

Cause: 9.2 M active series on two machines sized for 3 M. Top five labels:

| label | series | who asks for it |
| --- | --- | --- |
| pod, on histograms | 3.9 M | nobody in 90 days of query logs |
| merchant_id | 1.8 M | one panel, once a month |
| path with ids in it | 1.1 M | nobody, it is a mistake |
| build | 0.4 M | deploy markers: keep |
| rest | 2.0 M | keep |

Done: pods summed away by recording rules before storage, \`merchant_id\` dropped (the panel reads the database now), paths cut to their route. I asked each owner first; 14 of 14 said yes, two after a question.

Measured, same dashboard, ten loads each, 10:00 on a Monday:

    load of the on-call dashboard 19 s → 1.4 s
    memory of each machine 118 GB → 31 GB

So the third machine, ordered for March, is not needed. Finance has the order back (€ 840 a month).`,
    files: [
      created('metrics/recording-rules.yml', 141),
      changed('metrics/scrape.yml', 37, 22),
      created('metrics/recording-rules.test.yml', 96),
      changed('docs/metrics.md', 41, 13),
    ],
    pushes: [
      pushed(
        '2026-01-28T09:20',
        'Keep the pod where one pod can be ill',
        created('metrics/recording-rules.yml', 149),
        created('metrics/recording-rules.test.yml', 123),
      ),
    ],
    reviews: [
      asked(
        'priya',
        '2026-01-28T05:15',
        'I want those 17 seconds back. Not this one:',
        settled(
          'priya',
          '2026-01-29T05:20',
          'metrics/recording-rules.yml',
          66,
          '- `process_open_fds` loses its pod too.\n- On 22 December one pod of six leaked. The sum rose by a sixth, which is a normal Monday.\n- By pod it was a straight line up.\n- Please keep `pod` on what a single process can run out of: descriptors, memory, connections.',
          said(
            'arturs-k',
            '2026-01-28T09:27',
            'Correct. Kept for 11 gauges, costs 6 k series. The leak of December is a test case: visible by pod, invisible in the sum.',
          ),
        ),
      ),
      approved('priya', '2026-01-29T05:24', 'Loaded it from a train. Two seconds.'),
      approved('lucia', '2026-01-29T08:00', 'Go.'),
    ],
    merged: { at: '2026-01-29T08:20:00Z', by: 'arturs-k' },
  },
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
];
