import { said } from './say.ts';
import type { StoryIssue } from './story.ts';

/** What broke from April to June, and what was only practised. Times in the texts are UTC. */
export const incidentsOfSpring: readonly StoryIssue[] = [
  {
    handle: 'incident-certificate',
    repository: 'platform-infra',
    by: 'yaw',
    at: '2026-04-21T07:06:00Z',
    title: 'Internal calls fail: certificate expired',
    body: 'Since 07:00:00 sharp every call from the portal to payments and to the ledger events ends with "certificate has expired". Merchants see an empty portal. Payments themselves go on, they do not pass there.',
    labels: ['incident'],
    assignees: ['lucia'],
    comments: [
      said(
        'lucia',
        '2026-04-21T07:09',
        'I lead. The internal ingress serves the certificate of 21 January. It should have been renewed on 22 March, and every attempt since then has failed.',
      ),
      said(
        'arturs-k',
        '2026-04-21T07:16',
        'Why: on 18 March we rotated the token of the DNS provider. The renewer has a copy of the old one in its own secret, gets 403, logs it and tries again tomorrow. 30 log lines, one a day, and nobody reads a log that has one line a day.',
      ),
      said(
        'arturs-k',
        '2026-04-21T07:24',
        'New token given to the renewer by hand, certificate issued at 07:22. Ingress picks it up now.',
      ),
      said(
        'yaw',
        '2026-04-21T07:27',
        'The portal is back since 07:26. I wrote to the nine merchants who had asked. None had lost anything, two had believed that it was their own network.',
      ),
      said(
        'lucia',
        '2026-04-21T08:40',
        'By hand is not a fix: the next rotation would do it again. {#renew-with-shared-token} makes the renewer read the same secret as everybody else. Stays open until that is in.',
      ),
    ],
  },
  {
    handle: 'follow-up-certificate-alert',
    repository: 'platform-infra',
    by: 'lucia',
    at: '2026-04-22T11:40:00Z',
    title: 'Alert when a certificate has less than 14 days left, seen from outside',
    body: 'From the post-mortem of {#incident-certificate}. Ask the endpoint which certificate it serves. Do not ask the renewer whether it is happy: it was not asked and it was not.\n\nOwner: me. By 8 May.',
    labels: ['follow-up'],
    assignees: ['lucia'],
  },
  {
    handle: 'drill-rates-away',
    repository: 'platform-infra',
    by: 'lucia',
    at: '2026-05-14T07:45:00Z',
    title: 'Game day: the rates service is switched off for an hour',
    body: `A practice, announced to support and to merchants on Monday.

- 09:00 to 10:00: rates is scaled to zero in production.
- Priya watches payments, Artūrs the breaker and the alerts, Noor writes the log.
- Anybody may end it at any time by saying so.`,
    labels: ['incident'],
    assignees: ['lucia'],
    comments: [
      said(
        'noor',
        '2026-05-14T09:02',
        'Log. 09:00:10 rates has no replicas left. 09:00:41 the breaker opens. 09:01 payments answer with `converted: null`, as they should.',
      ),
      said(
        'noor',
        '2026-05-14T10:04',
        'Log. 10:00:05 rates is back. 10:00:36 the breaker closes on its first probe. One question from support in the hour, answered from the notice. No page.',
      ),
      said(
        'lucia',
        '2026-05-14T10:15',
        'Over. Expected: all of it. Not expected: the status page has no word for "works, with less". Noted for the next one.',
      ),
    ],
    closed: { at: '2026-05-14T10:16:00Z', by: 'lucia' },
  },
  {
    handle: 'incident-slow-invoices',
    repository: 'merchant-portal-api',
    by: 'graham',
    at: '2026-05-26T08:10:00Z',
    title: 'Merchants say that the invoice page never loads',
    body: 'Four calls to support since yesterday evening, all from large merchants. Small ones see it as always. I can reproduce it with the demo account that has 1,200 lines: I gave up after half a minute.',
    labelled: [{ at: '2026-05-26T08:18:00Z', by: 'yaw', label: 'incident' }],
    assignees: ['yaw'],
    comments: [
      said(
        'yaw',
        '2026-05-26T08:19',
        'That is an outage for those who have it, so I have labelled it as one. It began with yesterday\'s release at 15:30: the new "paid by" column. Switching the column off now.',
      ),
      said(
        'yaw',
        '2026-05-26T08:26',
        'Column off for everybody. The page of the demo account loads in 0.6 s. No longer urgent, not yet mended.',
      ),
      said(
        'adaeze',
        '2026-05-26T09:05',
        "I saw the portal's role in the database's list of top callers, so here is what it looks like from our end: 1,201 queries for one page, one for the list and one for the payer of each line, each 28 ms with the network. That is 34 seconds, one after the other.",
      ),
      said(
        'yaw',
        '2026-05-26T09:55',
        'Exactly one per line, thank you. I tested with twelve lines, where nobody feels it. One query for all payers instead: {#invoice-page-one-query}.',
      ),
    ],
  },
  {
    handle: 'incident-replication-slot',
    repository: 'platform-infra',
    by: 'priya',
    at: '2026-06-21T03:14:00Z',
    title: 'Disk of the payments primary is filling up',
    body: "- Alert at 03:08: 80 % of 2 TB.\n- `pg_wal` is 1.1 TB of that. Normal is 20 GB.\n- The night's settlement adds about 1 GB a minute: full at about 10:00, and then payments stop.",
    labels: ['incident'],
    assignees: ['priya'],
    comments: [
      said(
        'priya',
        '2026-06-21T03:19',
        'Not archiving: last archived segment is 4 seconds old. Not a long transaction: oldest is 40 s. Called Artūrs.',
      ),
      said(
        'arturs-k',
        '2026-06-21T03:31',
        'It is a replication slot. `reporting_2` is inactive since 16 June, when I retired that replica, and it holds every segment since. `select slot_name, active, restart_lsn from pg_replication_slots` shows it as the only inactive one. Retiring the replica did not remove its slot.',
      ),
      said(
        'adaeze',
        '2026-06-21T03:44',
        "Before it goes: nobody else reads from it. No role has connected with that slot's name since the 16th, and the export moved to `reporting_3` on the 12th. Safe to drop from our side.",
      ),
      said('priya', '2026-06-21T03:49', 'Two people have said yes. Dropping `reporting_2` now.'),
      said(
        'priya',
        '2026-06-21T04:05',
        'Disk 82 % → 28 % after the checkpoint. No payment failed. The failover script was ready in a second window and was not needed.',
      ),
      said('priya', '2026-06-22T07:40', 'Stays open until {#drop-slots-with-replicas} is in.'),
    ],
  },
];
