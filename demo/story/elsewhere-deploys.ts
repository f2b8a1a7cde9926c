import { changed, created } from './elsewhere-files.ts';
import { approved, asked, noted, on, outdated, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'platform-infra';

/** How things get to production. */
export const pullsOfDeploys: readonly StoryPull[] = [
  {
    handle: 'drain-runbook',
    repository,
    by: 'lucia',
    at: '2026-01-08T09:00:00Z',
    title: 'Runbook: take a node out of the cluster without anybody noticing',
    body: `Until today one person could do this: me. I wrote down what I do.

- Before: is there room elsewhere? One query. If not, add a node first.
- During: cordon, drain, wait. What a stuck drain looks like and the three usual reasons.
- After: what to check, and when to stop checking.
- What you must never do: \`--force\`. It kills pods that nobody restarts.

Tomás did it yesterday with only this page. He had never drained anything. 22 minutes, no alert. He stopped once, at step 4. Step 4 is new since then.`,
    files: [created('runbooks/drain-a-node.md', 83), changed('runbooks/README.md', 1, 0)],
    pushes: [pushed('2026-01-08T14:10', 'Say how long is long', created('runbooks/drain-a-node.md', 91))],
    reviews: [
      noted(
        'tomas',
        '2026-01-08T11:20',
        'I can report that the cluster survived me.',
        settled(
          'tomas',
          '2026-01-08T15:30',
          'runbooks/drain-a-node.md',
          47,
          'The new step 4 tells me to wait until the settlement worker has left. It left after nine minutes, and for eight of them I was composing my apology. How long is normal, and after how long do I call somebody?',
          said(
            'lucia',
            '2026-01-08T14:14',
            'Normal: up to 12 minutes, it finishes its page first. After 15: call. Both written.',
          ),
        ),
      ),
      approved('arturs-k', '2026-01-09T07:40', 'ack'),
    ],
    merged: { at: '2026-01-09T08:05:00Z', by: 'lucia' },
  },
  {
    handle: 'rfc-deploys',
    repository,
    by: 'lucia',
    at: '2026-01-19T10:00:00Z',
    title: 'RFC 0003: deploy in steps, and stop by itself',
    body: `Comments until 30 January.

Today a deploy replaces all pods of a service within two minutes. In the last year nine bad releases reached every user before a person saw a graph. Median until rolled back: 19 minutes.

Three ways compared:
1. Blue and green. Safe, and doubles 14 services at noon. We do not have the machines.
2. Flags for everything. We use flags. A flag does not help when the process does not start.
3. Steps: 5 %, 25 %, 100 % of traffic with ten minutes between them, and back without a person when errors or latency leave the band.

The RFC recommends the third. It says what it costs: a deploy takes 25 minutes instead of two, and two versions run side by side, so every change must live beside its predecessor. Section 5 is a list of changes that cannot, with what to do instead.

Not decided here: databases, and who may skip the steps at night. I have opinions and want yours.`,
    files: [created('docs/rfc/0003-deploy-in-steps.md', 164), changed('docs/rfc/README.md', 1, 0)],
    pushes: [
      pushed(
        '2026-01-26T09:30',
        'Skipping, small services, and what comes back',
        created('docs/rfc/0003-deploy-in-steps.md', 203),
      ),
    ],
    reviews: [
      noted(
        'priya',
        '2026-01-20T05:40',
        'From on-call:',
        settled(
          'lucia',
          '2026-01-29T08:10',
          'docs/rfc/0003-deploy-in-steps.md',
          118,
          '- At 03:00 with payments down, 25 minutes is too long. I need to skip.\n- But a skip that is easy will be used at 16:55 on Friday.\n- Proposal: on-call may skip while an incident is open. The skip names the incident.\n- Going back is never slowed by steps. Please say so.',
          said(
            'lucia',
            '2026-01-26T09:36',
            'Section 6 is your proposal. Going back: at once, always, without asking.',
          ),
        ),
      ),
      asked(
        'adaeze',
        '2026-01-22T13:10',
        '',
        settled(
          'adaeze',
          '2026-01-28T12:40',
          'docs/rfc/0003-deploy-in-steps.md',
          91,
          'How many requests does 5 % of a small service see in ten minutes? Disputes has about 40 an hour, so the first step would judge on the basis of no request at all, or of one. I worked out how many are needed to tell 1 % errors from 3 % with reasonable certainty: about 800. Six of the 14 services never get there within the step.',
          said(
            'lucia',
            '2026-01-26T09:42',
            'True, and I had only looked at payments. Small services now get two steps and wait for a count, not for a clock, with an hour at most. The table names the six. Your 800 is in it with the arithmetic.',
          ),
        ),
      ),
      approved('adaeze', '2026-01-28T12:44', 'I would now trust it with disputes.'),
      approved('ingrid', '2026-01-29T12:00', 'Reads well.'),
      approved('wanjiru', '2026-01-30T08:15', 'Accepted by the platform team.'),
    ],
    merged: { at: '2026-02-02T09:00:00Z', by: 'lucia' },
  },
  {
    handle: 'deploys-in-steps',
    repository,
    by: 'lucia',
    at: '2026-03-16T09:10:00Z',
    title: 'Deploy in steps: the controller, and the first four services',
    body: `RFC 0003 ({#rfc-deploys}), built. PLAT-231.

A release gets 5 %, 25 %, 100 % of the traffic. After each step the controller compares errors and p99 with the version before, over the same minutes. Outside the band: back, within 40 s, with a message that shows the graph.

Rolled out like what it does: rates on 9 February, refunds on the 16th, the portal and the invoice consumer since 2 March. 61 releases by now. Two were sent back, both rightly:

- 19 February, refunds: an index that existed on staging only. 5 % of users for 11 minutes instead of everyone for 19.
- 9 March, portal: started, then crashed on the second request.

Wrongly sent back: none. Bad and let through: none that we know.

The other ten follow one a week, each with somebody of its team beside me.`,
    files: [
      created('controllers/steps/controller.go', 188),
      created('controllers/steps/judge.go', 92),
      created('controllers/steps/judge_test.go', 171),
      created('modules/service/steps.tf', 64),
      changed('modules/service/main.tf', 12, 4),
      created('runbooks/deploy-in-steps.md', 58),
    ],
    pushes: [
      pushed(
        '2026-03-17T13:20',
        'No traffic is no verdict; consumers are judged by lag',
        created('controllers/steps/judge.go', 117),
        created('controllers/steps/judge_test.go', 226),
      ),
    ],
    reviews: [
      asked(
        'arturs-k',
        '2026-03-16T13:40',
        'Ran the judge against 60 days of recorded metrics.',
        settled(
          'arturs-k',
          '2026-03-18T07:30',
          'controllers/steps/judge.go',
          54,
          'Errors divided by requests, and with zero requests that is NaN. Every comparison with NaN is false, also "outside the band", so a version that receives no traffic at all passes with the best marks. Cheapest way to get there: a readiness probe that never turns green. Treat NaN as "no verdict" and do not advance.',
          said(
            'lucia',
            '2026-03-17T13:26',
            'No verdict, no step. Message after 15 minutes. Your probe is a test.',
          ),
        ),
      ),
      noted(
        'marit',
        '2026-03-17T08:50',
        '',
        outdated(
          on(
            'controllers/steps/judge.go',
            31,
            'The invoice consumer answers no requests. What is it judged by? I fear by its health endpoint, which has never said anything but "ok". Its lag behind the newest event would tell the truth.',
            said(
              'lucia',
              '2026-03-17T13:31',
              'By its health endpoint, yes. Lag now, for all three consumers. Thank you.',
            ),
          ),
        ),
      ),
      approved(
        'arturs-k',
        '2026-03-18T07:36',
        'Same 60 days: sends back the two, nothing else. No step on silence.',
      ),
    ],
    merged: { at: '2026-03-20T09:30:00Z', by: 'lucia' },
  },
];
