import { changed, created } from './elsewhere-files.ts';
import { approved, asked, noted, on, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'merchant-portal-api';

/** What the merchant portal calls. */
export const pullsOfPortal: readonly StoryPull[] = [
  {
    handle: 'portal-cursors',
    repository,
    by: 'yaw',
    at: '2026-02-17T10:00:00Z',
    title: 'Design: how invoices are paged, and why not by number',
    body: `A merchant with 40,000 invoices scrolls through them on a telephone. Today the portal asks for page 1, 2, 3, the database counts its way there each time, and a new invoice on top pushes the last row of each page onto the next, so it is shown twice. Support has a name for it: "the echo".

This is the contract and its first user, GET /v2/invoices:

- \`?limit=50&after=<cursor>\`, newest first. The answer has \`next\`, or null at the end. No total.
- A cursor is opaque and belongs to its filter. Used with another filter it is refused, in words a developer understands.
- A cursor never expires. It is a place in a list, and the list stays.
- Whoever needs a number of invoices asks \`/v2/invoices/count\`, which may be up to an hour old and says how old it is.

Why no total: the designer and I watched three merchants, and none of them looked at it. It is half of the query's cost.

Pages by number stay until the portal of all merchants is on v2; I will write to the two who call us directly.`,
    files: [
      created('docs/paging.md', 92),
      created('src/paging/cursor.ts', 61),
      created('test/paging/cursor.test.ts', 118),
      changed('src/invoices/list.ts', 44, 37),
      changed('openapi/portal.yaml', 51, 4),
    ],
    pushes: [
      pushed(
        '2026-02-18T10:40',
        'A place is a time and an id',
        created('src/paging/cursor.ts', 68),
        created('test/paging/cursor.test.ts', 151),
        changed('src/invoices/list.ts', 47, 37),
      ),
    ],
    reviews: [
      asked(
        'tomas',
        '2026-02-17T15:30',
        'I have just been through this with payments ({#payments-335}), so allow me to be tiresome about one detail.',
        settled(
          'tomas',
          '2026-02-18T13:10',
          'src/paging/cursor.ts',
          19,
          'The cursor is `issuedAt` alone. On the first of a month you issue some four thousand invoices in the same second, and a page that ends among them continues *after* that second: everybody else born in it is never shown. Make it the pair `(issued_at, id)` and compare the pair as a row, `WHERE (issued_at, id) < ($1, $2)`, so that the index can still walk it.',
          said(
            'yaw',
            '2026-02-18T10:48',
            'I took the first of February as a test: 3,871 invoices of one second, page size 50, and my version lost 3,821 of them. The pair loses none.',
          ),
        ),
        on(
          'docs/paging.md',
          40,
          'Ours die after a day, yours live for ever. Not a mistake in either, but people will call both. Why for ever?',
          said(
            'yaw',
            '2026-02-18T10:52',
            'Because merchants bookmark them. I saw it in the logs: cursors of October, used every Monday. I have added the reason to the page.',
          ),
        ),
      ),
      approved('tomas', '2026-02-18T13:14', 'Not tiresome any more.'),
      approved('marit', '2026-02-18T14:20', 'Fine from our side.'),
    ],
    merged: { at: '2026-02-18T15:00:00Z', by: 'yaw' },
  },
  {
    handle: 'portal-v1-statements-end',
    repository,
    by: 'yaw',
    at: '2026-04-27T09:00:00Z',
    title: 'Announce that /v1/statements ends on 31 July',
    body: `A little over thirteen weeks from today. v1 gives amounts as decimals in a string and dates without a zone, and both have cost merchants money; v2 has been there for a year.

Who still calls it, from the counter by key of the last 30 days: five merchants and our own monthly mail. The mail moves in May. I have written to the five, by name, with their own calls translated into v2, because "see the guide" is what one writes to nobody in particular.

- every answer of v1 has \`Deprecation\` and \`Sunset\` headers and a link, as payments does it
- docs/guides/statements-v1-to-v2.md: each call beside its sibling, and the three differences that change a total
- 10 and 24 June, 14:00 to 14:15: v1 answers 410, announced, with both of us watching

Two answered already. One asks for August, which is a no with an offer: I sit with them for a morning in May.`,
    files: [
      created('docs/guides/statements-v1-to-v2.md', 131),
      created('src/deprecation.ts', 39),
      created('test/deprecation.test.ts', 52),
      changed('src/v1/statements.ts', 6, 1),
      changed('openapi/portal-v1.yaml', 11, 0),
    ],
    pushes: [
      pushed(
        '2026-04-27T13:50',
        'Say what happens to the cents',
        created('docs/guides/statements-v1-to-v2.md', 149),
      ),
    ],
    reviews: [
      asked(
        'marit',
        '2026-04-27T11:10',
        '',
        settled(
          'marit',
          '2026-04-28T07:45',
          'docs/guides/statements-v1-to-v2.md',
          57,
          'The guide says that v2 gives "the same total in minor units". For invoices before 2024 it does not: v1 rounds each line and adds, v2 adds and rounds, and the two may differ by a few cents. A bookkeeper who compares them finds that within a minute and trusts nothing afterwards. Please show one such statement, and say which one agrees with the ledger.',
          said(
            'yaw',
            '2026-04-27T14:02',
            'Section 3 now begins with one: 1,204.17 against 1,204.19, line by line, and v2 is the one that the ledger agrees with. How many are there?',
          ),
          said(
            'marit',
            '2026-04-27T14:40',
            '611 of 1.2 million, the largest by seven cents. You may quote that.',
          ),
        ),
      ),
      noted(
        'ingrid',
        '2026-04-27T12:25',
        'The translated calls are kinder than any guide. In February I sent mine as text; people copied the quotation marks of their mail program into a terminal. A file attached, or a link to a gist, survives.',
      ),
      approved('marit', '2026-04-28T07:48', 'With the example I would send it to an auditor.'),
    ],
    merged: { at: '2026-04-28T08:30:00Z', by: 'yaw' },
  },
];
