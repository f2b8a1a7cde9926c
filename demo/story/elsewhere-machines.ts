import { changed, created } from './elsewhere-files.ts';
import { approved, asked, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'platform-infra';

/** What the platform measures, and how long its plans take. */
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
| pod, on histograms | 4.3 M | nobody in 90 days of query logs |
| merchant_id | 1.8 M | one panel, once a month |
| path with ids in it | 1.2 M | nobody, it is a mistake |
| build | 0.3 M | deploy markers: keep |
| rest | 1.6 M | keep |

Done: pods summed away by recording rules before storage, \`merchant_id\` dropped (the panel reads the database now), paths cut to their route. The new sums add 0.2 M. I asked each owner first; 14 of 14 said yes, two after a question.

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
          '- `process_open_fds` loses its pod too.\n- On 3 December one pod of six leaked. The sum rose by a sixth, which is a normal Monday.\n- By pod it was a straight line up.\n- Please keep `pod` on what a single process can run out of: descriptors, memory, connections.',
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
    handle: 'plan-in-four-minutes',
    repository,
    by: 'arturs-k',
    at: '2026-02-05T08:00:00Z',
    title: 'Terraform plan in CI: 26 to 4 minutes',
    body: `26 minutes for a plan means: people plan at home, with their own keys, and apply what CI never saw. Three of the last ten applies were like that.

Where 26 minutes go (40 runs, median):

| part | min |
| --- | --- |
| refresh of all 11 states, also untouched ones | 17 |
| download of providers, again for each state | 6 |
| the plan itself | 3 |

Changes:
1. only states whose files, or whose modules' files, changed
2. one cache of providers, by hash of the lock files
3. states in parallel, 4 at a time

Median of 40 runs on this branch: 3 min 50 s. p95 7 min. Full plan of everything still runs at night, so drift does not hide.

Not faster: a change of a module that all use. 24 min, rightly.`,
    files: [
      changed('.github/workflows/plan.yml', 58, 71),
      created('scripts/touched-states.py', 96),
      created('scripts/test_touched_states.py', 124),
      changed('README.md', 11, 4),
    ],
    pushes: [
      pushed(
        '2026-02-06T09:05',
        'Follow what reads from what',
        created('scripts/touched-states.py', 131),
        created('scripts/test_touched_states.py', 177),
      ),
    ],
    reviews: [
      asked(
        'lucia',
        '2026-02-05T12:30',
        'Good numbers. Unsafe in one place.',
        settled(
          'lucia',
          '2026-02-06T11:20',
          'scripts/touched-states.py',
          38,
          'States read from each other by `terraform_remote_state`. I changed an output in network/ on a branch: only network is planned. Databases reads that output and would have lost its subnets at the next apply, with a green check. Follow these reads as you follow modules.',
          said(
            'arturs-k',
            '2026-02-06T09:12',
            'Confirmed with your branch. Follows them now, any depth. Cost: median 3 min 50 s becomes 4 min 10 s, table above is with it.',
          ),
        ),
      ),
      approved(
        'lucia',
        '2026-02-06T11:25',
        'My branch now plans network, databases and clusters. Nobody needs keys at home. I am removing mine.',
      ),
      approved('adaeze', '2026-02-06T13:00', 'Checked, fine.'),
    ],
    edited: {
      at: '2026-02-06T09:20:00Z',
      body: `26 minutes for a plan means: people plan at home, with their own keys, and apply what CI never saw. Three of the last ten applies were like that.

Where 26 minutes go (40 runs, median):

| part | min |
| --- | --- |
| refresh of all 11 states, also untouched ones | 17 |
| download of providers, again for each state | 6 |
| the plan itself | 3 |

Changes:
1. only states whose files, or whose modules' files, changed, and states that read from these (Lucía's find)
2. one cache of providers, by hash of the lock files
3. states in parallel, 4 at a time

Median of 40 runs with all three: 26 min → 4 min 10 s. p95 7 min. Full plan of everything still runs at night, so drift does not hide.

Not faster: a change of a module that all use. 24 min, rightly.`,
    },
    merged: { at: '2026-02-06T13:30:00Z', by: 'arturs-k' },
  },
];
