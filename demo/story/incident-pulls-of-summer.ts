import { approved, noted, on, outdated, said } from './say.ts';
import type { StoryPull } from './story.ts';

/** What mended the incidents of May and June, and what was learned from them. */
export const incidentPullsOfSummer: readonly StoryPull[] = [
  {
    handle: 'invoice-page-one-query',
    repository: 'merchant-portal-api',
    by: 'yaw',
    at: '2026-05-26T09:50:00Z',
    title: 'Load the payers of an invoice in one query',
    body: `Fixes {#incident-slow-invoices}.

The "paid by" column asked for the payer of each line by itself. With 12 lines nobody feels that; with 1,200 it is 1,201 queries and half a minute.

All payers of a page now come in one query, and the page asks for at most 200 lines at a time. A test counts the queries that a page makes and fails above four, for this page and for the six others that I looked through on the way (one of them made nine).

Demo account, 1,200 lines, column switched on again: 34 s → 0.7 s. The page of 12 lines is as fast as before.`,
    files: [
      { path: 'src/invoices/payers.ts', status: 'added', additions: 46, deletions: 0 },
      { path: 'src/invoices/page.ts', additions: 22, deletions: 31 },
      { path: 'src/statements/page.ts', additions: 9, deletions: 14 },
      { path: 'test/queries-per-page.test.ts', status: 'added', additions: 88, deletions: 0 },
    ],
    reviews: [
      approved(
        'marit',
        '2026-05-26T11:15',
        'I checked the case that is ours alone: an invoice paid by two payers shows both, with their parts. Before the column existed it showed nobody, so that is better than on Friday. I would also keep the count of queries as a test for all new pages.',
      ),
    ],
    merged: { at: '2026-05-26T11:40:00Z', by: 'yaw' },
  },
  {
    handle: 'drop-slots-with-replicas',
    repository: 'platform-infra',
    by: 'arturs-k',
    at: '2026-06-22T07:20:00Z',
    title: 'A replica takes its slot with it when it goes',
    body: `Fixes {#incident-replication-slot}.

Until now the replica was a resource and its slot was a line in a runbook, and on 16 June I followed the runbook and stopped one line too early. The slot is now part of the replica's module: created with it, dropped with it.

New alert on what an inactive slot holds back: above 50 GB a message, above 200 GB a page. Replayed over last week: message on 17 June at 00:50, page on the same day at noon, almost four days before the disk said anything.`,
    files: [
      { path: 'modules/replica/main.tf', additions: 27, deletions: 4 },
      { path: 'modules/replica/slot.tf', status: 'added', additions: 41, deletions: 0 },
      { path: 'alerts/replication.yml', additions: 24, deletions: 0 },
      { path: 'alerts/replication.test.yml', status: 'added', additions: 58, deletions: 0 },
      { path: 'runbooks/retire-a-replica.md', additions: 5, deletions: 19 },
    ],
    pushes: [
      {
        at: '2026-06-22T10:17:00Z',
        message: 'Make the new one before the old one goes',
        files: [{ path: 'modules/replica/slot.tf', status: 'added', additions: 47, deletions: 0 }],
      },
    ],
    reviews: [
      noted(
        'lucia',
        '2026-06-22T09:05',
        '',
        outdated(
          on(
            'modules/replica/slot.tf',
            18,
            'If Terraform replaces a replica, it destroys first: the slot is dropped and the new replica has to be built from a backup, five hours. Please set `create_before_destroy` and give each its own slot name.',
            said(
              'arturs-k',
              '2026-06-22T10:25',
              "Set, and the name carries the replica's number. A replacement on staging kept reading all the time.",
            ),
          ),
        ),
      ),
      approved(
        'priya',
        '2026-06-22T11:40',
        'Retired a replica on staging with the short runbook: slot gone, nothing to remember. That is the part I wanted.',
      ),
    ],
    merged: { at: '2026-06-22T12:05:00Z', by: 'lucia' },
  },
  {
    handle: 'bound-slot-wal',
    repository: 'platform-infra',
    by: 'adaeze',
    at: '2026-06-23T09:10:00Z',
    title: 'No slot may hold back more than 300 GB',
    body: `Second line of defence after {#drop-slots-with-replicas}: \`max_slot_wal_keep_size = 300GB\` on the payments primary. A slot that falls further behind is given up, and its replica has to be built anew.

That trades five hours of work on a replica for a primary that cannot fill up this way. Why 300: the longest a replica was ever away is 9 hours, which over a night would be 190 GB.

Reload only, no restart. Tried on staging with a limit of 1 GB and a sleeping replica: slot lost at 1.02 GB, primary unimpressed.`,
    files: [
      { path: 'databases/payments/primary.tf', additions: 3, deletions: 1 },
      { path: 'runbooks/replica-behind.md', status: 'added', additions: 44, deletions: 0 },
    ],
    reviews: [
      approved(
        'arturs-k',
        '2026-06-24T08:10',
        'The arithmetic holds: I found the 9 hours too, in November. 300 is above the page at 200, so a person has a chance before Postgres decides.',
      ),
    ],
    merged: { at: '2026-06-24T09:00:00Z', by: 'arturs-k' },
  },
  {
    handle: 'postmortem-replication-slot',
    repository: 'platform-infra',
    by: 'priya',
    at: '2026-06-24T05:30:00Z',
    with: ['arturs-k', 'adaeze'],
    title: 'Post-mortem: the forgotten slot of 21 June',
    body: `For {#incident-replication-slot}.

- 57 minutes from alert to free disk. No user noticed.
- What helped: somebody who knew slots answered the phone on a Sunday at six in the morning. That is luck, so it is listed under causes as well.
- What did not: our disk alert knows how full, not how fast nor why.
- Done: {#drop-slots-with-replicas}, {#bound-slot-wal}.
- Open: a page "disk fills up" with the four usual reasons. Mine, by 10 July.`,
    files: [
      { path: 'docs/incidents/2026-06-21-replication-slot.md', status: 'added', additions: 87, deletions: 0 },
    ],
    reviews: [
      noted(
        'noor',
        '2026-06-24T09:20',
        'I shadowed this one afterwards with only the document, as an exercise, and could follow every step except 03:19: how did you know to look at archiving and at long transactions first? If that list of suspects is in your head, I think it is the open page.',
      ),
      approved(
        'ingrid',
        '2026-06-24T13:30',
        "Luck under causes is where it belongs. I like that Noor's question became the first section of the open page before it exists.",
      ),
    ],
    merged: { at: '2026-06-25T05:45:00Z', by: 'priya' },
  },
];
