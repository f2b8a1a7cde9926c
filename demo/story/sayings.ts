import type { StorySaying } from './story.ts';

/** What people say to the application: below work that is merged, and in an issue of their own. */
export const sayings: readonly StorySaying[] = [
  said('payments-341', 'jun', '2026-02-20T06:10:11Z', '/groundwork area quality', 'noted'),
  said(
    'payments-344',
    'adaeze',
    '2026-02-25T09:31:07Z',
    'Half of this was found at the screen of a colleague.\n\n/groundwork also @arturs-k',
    'noted',
  ),
  said(
    'payments-346',
    'ingrid',
    '2026-02-27T08:02:40Z',
    '/groundwork contest Tomás wrote half of the announcement and all of the dates.',
    'noted',
  ),
  said('payments-362', 'tomas', '2026-03-20T09:15:22Z', '/groundwork not-mine', 'noted'),
  said('payments-369', 'jun', '2026-03-31T05:40:03Z', '/groundwork away 2026-04-01 2026-05-31', 'noted'),
  said(
    'payments-386',
    'tomas',
    '2026-04-20T12:20:19Z',
    '/groundwork context Support had asked for it after three merchants had locked themselves out.',
    'noted',
  ),
  said(
    'payments-397',
    'marit',
    '2026-05-08T07:12:44Z',
    '/groundwork kudos @noor The yen invoices balance for the first time this year.',
    'noted',
  ),
  said('payments-409', 'adaeze', '2026-05-25T08:05:31Z', '/groundwork hide', 'noted'),
  said('payments-409', 'adaeze', '2026-05-25T11:45:02Z', '/groundwork undo', 'noted'),
  said('payments-409', 'marit', '2026-05-25T12:30:17Z', '/groundwork hide', 'refused'),
  said(
    'payments-416',
    'noor',
    '2026-06-05T13:04:58Z',
    '/groundwork contxt Yaw showed me the trap.',
    'refused',
  ),
  said(
    'payments-421',
    'priya',
    '2026-06-15T06:50:26Z',
    '/groundwork win area:reliability Walked four colleagues through two failover drills on the phone.',
    'noted',
  ),
  said(
    'payments-421',
    'lucia',
    '2026-06-15T09:22:35Z',
    '/groundwork kudos @priya The drill found the missing grant before a real night could.',
    'noted',
  ),
];

function said(
  handle: string,
  by: string,
  at: string,
  body: string,
  answered: StorySaying['answered'],
): StorySaying {
  return { handle, by, at, body, answered };
}

/** An issue that an engineer opens in their own reports repository. */
export const winIssue = {
  handle: 'win-of-yaw',
  repository: 'reviews-yaw',
  by: 'yaw',
  at: '2026-06-10T08:15:50Z',
  title: 'Something worth remembering',
  body: '/groundwork win Sat with three partners for a day each while they moved to the new client.',
} as const;
