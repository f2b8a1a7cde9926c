import type { StoryExpectation } from './story.ts';

function handled(because: string, ...credited: readonly string[]): StoryExpectation {
  return { credited, because };
}

function worthCiting(because: string, ...credited: readonly string[]): StoryExpectation {
  return { tagged: true, credited, because };
}

/** The issues: who handled what broke. Issues never get a comment about themselves. */
const ofIssues: readonly (readonly [handle: string, StoryExpectation])[] = [
  [
    'incident-invoices-twice',
    handled('found and led; stopped the sending; counted what was wrong', 'marit', 'yaw', 'jun'),
  ],
  ['incident-one-key', handled('led; stopped it within minutes of being asked', 'tomas', 'lucia')],
  [
    'incident-card-declines',
    handled('led with the runbook; explained it; rerouted it', 'priya', 'tomas', 'adaeze'),
  ],
  ['incident-certificate', handled('led; found the cause and renewed by hand', 'lucia', 'arturs-k')],
  [
    'incident-slow-invoices',
    {
      credited: ['yaw', 'adaeze'],
      never: ['graham'],
      because: 'mended; counted the queries; a manager opened it',
    },
  ],
  [
    'incident-replication-slot',
    handled('led; found the slot; made sure that it may go', 'priya', 'arturs-k', 'adaeze'),
  ],
  [
    'incident-template',
    { tagged: false, never: ['graham'], because: 'the form, opened by mistake: nothing broke' },
  ],
  [
    'drill-rates-away',
    {
      tagged: false,
      never: ['lucia', 'noor', 'priya', 'arturs-k'],
      because: 'a practice: nobody handled an incident',
    },
  ],
];

/** The pull requests that followed. */
const ofPulls: readonly (readonly [handle: string, StoryExpectation])[] = [
  [
    'invoices-once',
    {
      ...worthCiting('the cause mended and proved; a lock avoided in review', 'marit', 'adaeze'),
      never: ['yaw'],
    },
  ],
  [
    'postmortem-invoices-twice',
    { ...worthCiting('what helped and what was luck', 'marit', 'yaw'), never: ['graham'] },
  ],
  [
    'nightly-totals-check',
    worthCiting('adopts the comparison of another team; its author warns of the edge', 'yaw', 'jun'),
  ],
  ['payments-375', worthCiting('the follow-up that turns red before the graph does', 'tomas', 'adaeze')],
  ['renew-with-shared-token', worthCiting('the cause and its copies removed, rehearsed', 'arturs-k')],
  [
    'postmortem-certificate',
    {
      ...worthCiting('causes in the order in which they can be changed', 'lucia', 'arturs-k'),
      never: ['wanjiru'],
    },
  ],
  [
    'alert-certificate-days',
    worthCiting('found two more; a review found that it looked at one', 'lucia', 'arturs-k'),
  ],
  ['invoice-page-one-query', worthCiting('measured, and guarded for all pages', 'yaw')],
  [
    'drop-slots-with-replicas',
    worthCiting('a step that cannot be forgotten, alerts replayed', 'arturs-k', 'lucia'),
  ],
  ['bound-slot-wal', worthCiting('a limit with its arithmetic, tried out', 'adaeze')],
  ['postmortem-replication-slot', worthCiting('luck listed among the causes', 'priya', 'arturs-k', 'adaeze')],
];

export const expectedOfIncidents: ReadonlyMap<string, StoryExpectation> = new Map([...ofIssues, ...ofPulls]);
