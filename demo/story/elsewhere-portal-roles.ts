import { changed, created, removed } from './elsewhere-files.ts';
import { approved, asked, noted, on, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'merchant-portal-api';

/** Who may see and do what in the portal: three steps, one on top of the other. */
export const pullsOfRoles: readonly StoryPull[] = [
  {
    handle: 'portal-roles-1',
    repository,
    by: 'yaw',
    at: '2026-03-09T10:15:00Z',
    title: 'Roles 1 of 3: the decision, and a table of who may do what',
    body: `A shop's cashier could see the payout account of the shop (MER-788). Not a bug in one place: "may they?" is asked in 61 handlers, in four different ways, and forgotten in two.

ADR 0007 decides for one table, \`roles.yaml\`, with a row for each thing one can do and a column for each role, and for one function that reads it. I compared it with rules as code and with a service of its own. The table wins because the people who must agree with it (support, two merchants, our lawyer) can read it.

Nothing reads it yet. Steps 2 and 3 are on top of this; please review from the bottom, I merge from the top down, each into the one below, when all three are approved.`,
    files: [created('docs/adr/0007-roles-in-one-table.md', 88), created('src/roles/roles.yaml', 74)],
    pushes: [
      pushed(
        '2026-03-10T10:05',
        'What nobody is allowed is a row as well',
        created('docs/adr/0007-roles-in-one-table.md', 95),
        created('src/roles/roles.yaml', 79),
      ),
    ],
    reviews: [
      asked(
        'ingrid',
        '2026-03-09T13:50',
        'I read the table as somebody from support would, aloud.',
        settled(
          'ingrid',
          '2026-03-10T12:30',
          'src/roles/roles.yaml',
          8,
          'An empty cell can mean "no" or "nobody has thought about it yet". I found five where I could not tell which. If no had to be written, the empty ones would be questions, and CI could ask them.',
          said(
            'yaw',
            '2026-03-10T10:14',
            'All five were the second kind. No is written now, an empty cell does not load, and support and I have answered the five.',
          ),
        ),
      ),
      approved('ingrid', '2026-03-10T12:33', 'Every line can be said aloud now.'),
      noted(
        'hamza',
        '2026-03-10T14:20',
        'Seen. The payout account is for owners only, as we agreed with the lawyer.',
      ),
    ],
    comments: [
      said(
        'yaw',
        '2026-03-16T09:05',
        '/groundwork contest The idea of one table was Marit’s, at the whiteboard. I wrote it down.',
      ),
      said('marit', '2026-03-16T09:20', '/groundwork hide\n\nYou are too modest. It was your table.'),
    ],
    merged: { at: '2026-03-13T10:06:00Z', by: 'yaw' },
  },
  {
    handle: 'portal-roles-2',
    repository,
    by: 'yaw',
    at: '2026-03-09T10:40:00Z',
    base: '{head:portal-roles-1}',
    title: 'Roles 2 of 3: one function asks, and writes down what it answered',
    body: `On top of {#portal-roles-1}. \`may(person, action, subject)\` reads the table and is called by the router, before any handler runs. A route without an action does not start, so that forgetting is no longer possible.

For a week the old questions stay and both answers are compared. A different answer is logged and the stricter one holds.`,
    files: [
      created('src/roles/may.ts', 58),
      created('test/roles/may.test.ts', 143),
      changed('src/router.ts', 47, 19),
      changed('src/log.ts', 9, 0),
    ],
    pushes: [
      pushed('2026-03-11T09:50', 'Not there and not yours look alike', created('src/roles/may.ts', 61)),
    ],
    reviews: [
      asked(
        'marit',
        '2026-03-10T09:30',
        '',
        settled(
          'marit',
          '2026-03-11T12:05',
          'src/roles/may.ts',
          37,
          "A refusal answers 403, and an invoice that does not exist 404. Our invoice numbers are consecutive, so anybody with a login can count another merchant's invoices by the difference, and that is their turnover. What is not yours should look like what is not there.",
          said(
            'yaw',
            '2026-03-11T09:57',
            'Both 404 now, in the same time and with the same body. The log still knows which it was.',
          ),
        ),
      ),
      approved('marit', '2026-03-11T12:08', 'I can no longer tell them apart, which was the point.'),
    ],
    merged: { at: '2026-03-13T10:04:00Z', by: 'yaw' },
  },
  {
    handle: 'portal-roles-3',
    repository,
    by: 'yaw',
    at: '2026-03-12T09:00:00Z',
    base: '{head:portal-roles-2}',
    title: 'Roles 3 of 3: remove the 61 old questions',
    body: `On top of {#portal-roles-2}, with two nights of comparison on staging: the answers differ in the two forgotten handlers and nowhere else. The rest of the week of comparing happens in production behind \`roles_compare\`.`,
    files: [
      changed('src/handlers/invoices.ts', 4, 61),
      changed('src/handlers/statements.ts', 3, 48),
      changed('src/handlers/users.ts', 6, 77),
      changed('src/handlers/payouts.ts', 2, 39),
      removed('src/roles/old.ts', 112),
    ],
    reviews: [
      noted(
        'marit',
        '2026-03-12T13:15',
        '',
        on(
          'src/handlers/users.ts',
          29,
          'Does an invitation to a person who has no login yet pass through `may`? It has no subject.',
          said(
            'yaw',
            '2026-03-12T14:00',
            'It does, the subject is the merchant who invites. There is a row for it: `users.invite`.',
          ),
        ),
      ),
      approved('marit', '2026-03-13T08:30', 'Agreed.'),
    ],
    merged: { at: '2026-03-13T10:02:00Z', by: 'yaw' },
  },
];
