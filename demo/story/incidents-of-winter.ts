import { inventedRepository } from '../invented/build.ts';
import { said } from './say.ts';
import type { StoryIssue } from './story.ts';

const payments = inventedRepository.name;

/** What broke from January to March, and what was only taken for it. Times in the texts are UTC. */
export const incidentsOfWinter: readonly StoryIssue[] = [
  {
    handle: 'incident-invoices-twice',
    repository: 'ledger-events',
    by: 'marit',
    at: '2026-02-18T06:42:00Z',
    title: 'Invoice lines of last night are counted twice',
    body: `The total of yesterday's invoices is 4.1 % above the ledger for the same day. I looked at three merchants: each has some lines twice, with the same event id and two different line ids.

Nothing has been sent yet. Invoices leave at 12:00, so we have five hours.

What I know so far: the consumer was restarted at 23:50 by an ordinary deploy.`,
    labels: ['incident'],
    assignees: ['marit'],
    comments: [
      said(
        'yaw',
        '2026-02-18T06:55',
        'I have stopped the sending job, so noon is no longer a cliff. The portal shows the doubled lines to merchants who look now; I have put a notice above the list.',
      ),
      said(
        'marit',
        '2026-02-18T07:20',
        'Found how. The consumer writes the lines, then commits its position. The restart fell between the two for every partition, so the broker gave it the last batches again, and nothing in our table says that an event may be there only once.',
      ),
      said(
        'jun',
        '2026-02-18T07:48',
        'If it helps: the comparison package from {#payments-324} takes any two ordered readers. I pointed it at the ledger and your lines for the 17th. It reports 1,840 events that are there twice and none that is missing, in 312 invoices. The list is attached in the usual folder.',
      ),
      said(
        'marit',
        '2026-02-18T08:10',
        'Thank you Jun. 1,840 is also what the partitions had uncommitted, so the two counts explain each other. I take out exactly those lines once the constraint is in, otherwise the next restart brings them back.',
      ),
      said(
        'marit',
        '2026-02-18T10:58',
        'Fixed by {#invoices-once}. Lines removed at 10:49, totals equal to the ledger to the cent. Invoices leave at noon as usual.',
      ),
    ],
  },
  {
    handle: 'follow-up-totals-check',
    repository: 'ledger-events',
    by: 'marit',
    at: '2026-02-19T12:50:00Z',
    title: 'Compare invoice lines with the ledger every night, before anything is sent',
    body: 'From the post-mortem of {#incident-invoices-twice}. It was luck that I looked at that total on a Wednesday morning. A job should look every night, and stop the sending where the two differ.\n\nOwner: Yaw. By 15 March.',
    assignees: ['yaw'],
    labels: ['follow-up'],
  },
  {
    handle: 'incident-one-key',
    repository: payments,
    number: 351,
    by: 'tomas',
    at: '2026-03-04T14:02:00Z',
    title: 'API slow for everyone: one key sends 4,000 requests a second',
    body: `p99 of the API went from 310 ms to 6 s at 13:48. The portal times out, terminals in shops retry.

One merchant's key accounts for nine calls in ten, all of them GET of one payment that does not exist.`,
    labels: ['incident'],
    assignees: ['tomas'],
    comments: [
      said(
        'arturs-k',
        '2026-03-04T14:05',
        'First graph that moved is the connection pool, at 13:47:40. Everything else follows from waiting for it. Link in the channel; I keep an eye on the database, which is fine.',
      ),
      said(
        'tomas',
        '2026-03-04T14:11',
        'I have them on the phone. A new version of theirs asks for a payment until it exists, without a pause, and today one never will. They are rolling back and need half an hour. We do not have half an hour.',
      ),
      said(
        'lucia',
        '2026-03-04T14:23',
        'That one key now gets 429 at the ingress. Rule is by hand and expires at 18:00 by itself. p99 was back at 320 ms at 14:22.',
      ),
      said(
        'tomas',
        '2026-03-04T15:10',
        'They have rolled back; I took the rule out and nothing moved. Closing. 34 minutes of slow answers, no payment lost, and nobody to blame but the absence of any limit. I will bring a proposal for limits by key that do not need Lucía to be awake.',
      ),
      said(
        'tomas',
        '2026-04-17T16:52',
        'The limits are in: {#payments-386}. I sent it the requests of 4 March at double speed; the other keys did not notice.',
      ),
    ],
    closed: { at: '2026-03-04T15:11:00Z', by: 'tomas' },
  },
  {
    handle: 'incident-template',
    repository: 'merchant-portal-api',
    by: 'graham',
    at: '2026-03-10T10:20:00Z',
    title: '[Incident] One sentence: what do users see?',
    body: `## What do users see?
<!-- In their words, not in ours. -->

## Since when?

## Who leads?

## What was tried?
- [ ] runbook opened
- [ ] support told
- [ ] status page changed`,
    labels: ['incident'],
    comments: [
      said(
        'graham',
        '2026-03-10T10:23',
        'I wanted to see what the new form asks before I show it to support, and did not expect it to open anything. Nothing is broken.',
      ),
    ],
    closed: { at: '2026-03-10T10:24:00Z', by: 'graham' },
  },
  {
    handle: 'incident-card-declines',
    repository: payments,
    number: 357,
    by: 'priya',
    at: '2026-03-14T20:41:00Z',
    title: 'Card declines at 31 % on one acquirer',
    body: `- Since 20:31. Normal is 5 %.
- One acquirer only, all countries.
- Seen by a merchant, not by our alert: the total is only slightly up.
- Following runbooks/card-declines.md (#327).`,
    labels: ['incident'],
    assignees: ['priya'],
    comments: [
      said(
        'priya',
        '2026-03-14T20:47',
        'Runbook, second query: it is one reason code, 05, "do not honour". They mark it as soft since tonight. Six minutes from opening the page.',
      ),
      said(
        'tomas',
        '2026-03-14T20:55',
        'On the call. Each of these is retried four times by us. Seen from an issuer that is somebody guessing at a card, so they block it and the next payment fails as well. We are feeding it.',
      ),
      said(
        'adaeze',
        '2026-03-14T21:06',
        "Confirmed with numbers: of the cards that declined after 20:50, two thirds had one of our retries in the ten minutes before. Routed that acquirer's traffic elsewhere as in the runbook's section 4; the cost is 0.3 points, noted for finance.",
      ),
      said(
        'priya',
        '2026-03-14T21:30',
        'Fix in #358. Risk (Deniz) and support are told, in words that support may pass on.',
      ),
      said('priya', '2026-03-14T21:54', 'Deployed from the branch at 21:44. 4.8 % at 21:52.'),
      said(
        'priya',
        '2026-03-14T22:19',
        '- Traffic is back on the acquirer since 22:10, declines stay at 4.8 %.\n- Lowest approval 69 %, 73 minutes until the fix was out.\n- Post-mortem on Tuesday: Tomás, Adaeze and I.',
      ),
      said('priya', '2026-03-17T07:40', 'Post-mortem merged: #361.'),
    ],
    closed: { at: '2026-03-14T22:20:00Z', by: 'priya' },
  },
  {
    handle: 'follow-up-acquirer-sandbox',
    repository: payments,
    number: 367,
    by: 'priya',
    at: '2026-03-27T05:30:00Z',
    title: 'Test the declines against the sandbox of each acquirer',
    body: 'Second follow-up of #361. It stood in the document only, and documents remind nobody.\n\n- Owner: Tomás.\n- By 10 April.\n- Done when a changed meaning of a code turns a test red before it turns a graph red.',
    labels: ['follow-up'],
    assignees: ['tomas'],
  },
  {
    handle: 'follow-up-acquirer-notice',
    repository: payments,
    number: 368,
    by: 'priya',
    at: '2026-03-27T05:36:00Z',
    title: 'Ask the acquirer to announce changes of reason codes',
    body: 'Third follow-up of #361. Owner: me. By 10 April.',
    labels: ['follow-up'],
    assignees: ['priya'],
    comments: [
      said(
        'priya',
        '2026-04-09T06:20',
        '- Spoke with their integration team twice.\n- Changes of codes are now in their monthly letter, 30 days ahead, to an address that three of us read.\n- First letter arrived today and is empty, which is also information.',
      ),
    ],
    closed: { at: '2026-04-09T06:21:00Z', by: 'priya' },
  },
];
