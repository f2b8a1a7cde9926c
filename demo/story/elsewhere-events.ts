import { changed, created } from './elsewhere-files.ts';
import { approved, asked, noted, outdated, on, pushed, said, settled } from './say.ts';
import type { StoryPull } from './story.ts';

const repository = 'ledger-events';

/** Ledger events: their contract, and the move of the invoices to them. */
export const pullsOfEvents: readonly StoryPull[] = [
  {
    handle: 'event-schema',
    repository,
    by: 'marit',
    at: '2026-01-12T09:10:00Z',
    title: 'Ledger events get a schema, and a check that nobody breaks it',
    body: `Two teams write ledger events and three read them, and what an event looks like is known from examples in a wiki. In December we renamed \`fee\` to \`fees\` and found the third reader by breaking it (MER-774).

\`proto/ledger/v2/event.proto\` is now the only description. What it promises, in the order in which people ask:

- A field is never renamed and never changes its type. One that is not needed any more is reserved.
- Money is minor units and a currency.
- \`event_id\` is unique for ever. \`position\` orders the events of one account and says nothing about two accounts.
- A reader that meets a kind it does not know skips it and counts it.

CI compares each change with main and refuses one that would break a reader. I tried it with December's rename: refused, and the message names the field.

v1 keeps flowing beside v2 until the last reader has moved. The README lists the readers, with a person for each. Jun for payments and Deniz for risk have agreed to the text.`,
    files: [
      created('proto/ledger/v2/event.proto', 96),
      created('docs/format.md', 71),
      created('buf.yaml', 14),
      created('.github/workflows/schema.yml', 31),
      changed('README.md', 18, 6),
    ],
    commits: ['Describe ledger events, version 2', 'Refuse changes that break a reader'],
    pushes: [
      pushed(
        '2026-01-13T11:20',
        'Zero is no kind; show the JSON',
        created('proto/ledger/v2/event.proto', 101),
        created('docs/format.md', 88),
      ),
    ],
    reviews: [
      asked(
        'jun',
        '2026-01-13T01:20',
        'The promises are the ones that I would have asked for. One number is dangerous.',
        settled(
          'jun',
          '2026-01-13T23:50',
          'proto/ledger/v2/event.proto',
          41,
          'The first kind, `ENTRY_POSTED`, has the number 0. In proto3 zero is also what a reader sees when the field was never set, so an event with a forgotten kind becomes a posting and nobody can tell the two apart. Zero should be "unspecified" and be refused by the writer: https://protobuf.dev/best-practices/dos-donts/#unspecified-enum',
          said(
            'marit',
            '2026-01-13T11:26',
            'Zero is `KIND_UNSPECIFIED` now and the writer refuses it. I had tested that an unknown kind is skipped, and never the missing one.',
          ),
        ),
      ),
      noted(
        'yaw',
        '2026-01-13T09:35',
        '',
        settled(
          'yaw',
          '2026-01-13T13:05',
          'docs/format.md',
          22,
          'The portal reads these as JSON, where an int64 arrives as a string: `"amount": "1250"`. That is right, and the first person who adds two of them gets "12501250". Could the page show one whole event in JSON, with the quotes, and say why they are there?',
          said(
            'marit',
            '2026-01-13T11:31',
            'There is one now, with a box beside it about adding. Your example is in the box.',
          ),
        ),
      ),
      approved('jun', '2026-01-13T23:52', 'I generated our writer from this. One line of ours changes.'),
      approved('yaw', '2026-01-14T08:40', ''),
    ],
    merged: { at: '2026-01-14T09:15:00Z', by: 'marit' },
  },
  {
    handle: 'invoice-compare',
    repository,
    by: 'marit',
    at: '2026-02-10T08:20:00Z',
    title: 'Build every invoice a second time, from events, and compare',
    body: `First step of the invoice move (MER-790). Invoices shall come from ledger events as they happen, and no longer from a batch at 01:00 that reads the whole month again.

Nothing is switched here. Each night both ways build the day's invoices, and Jun's comparison package (harbour-payments, {#payments-324}) walks them side by side. I only had to write the two readers, 64 lines.

First night, 18,204 invoices, of which 311 differ. Before touching anything I sorted them by cause:

| cause | invoices | which side is right |
| --- | --- | --- |
| credit note booked after midnight | 207 | events |
| fee of a reversed payment | 96 | batch |
| rounded sum against sum of rounded lines | 8 | finance decides by Friday |

The 96 are our mistake and the second commit mends it. About the 207 the batch has been wrong for as far back as I can look, always by a day and never by an amount.`,
    files: [
      created('cmd/invoice-compare/main.go', 71),
      created('internal/invoices/from_events.go', 184),
      created('internal/invoices/from_events_test.go', 203),
      created('internal/invoices/readers.go', 64),
      created('deploy/invoice-compare.yaml', 36),
    ],
    commits: ['Build invoices from events and compare', 'Leave out the fee of a reversed payment'],
    pushes: [
      pushed(
        '2026-02-11T10:12',
        'Both readers look at one moment',
        created('internal/invoices/readers.go', 75),
      ),
    ],
    reviews: [
      noted(
        'jun',
        '2026-02-11T00:40',
        '',
        outdated(
          on(
            'internal/invoices/readers.go',
            33,
            'Each reader opens a snapshot of its own. A credit note that is booked between the two looks like a difference and is none. In payments the second reader takes over the snapshot of the first: `pg_export_snapshot()` on one connection, `SET TRANSACTION SNAPSHOT` on the other.',
            said(
              'marit',
              '2026-02-11T10:18',
              'It does so now. Nine of the 207 were of this kind. I leave the table above as it was measured and write the nine beneath the next one.',
            ),
          ),
        ),
      ),
      approved('yaw', '2026-02-12T09:30', ''),
    ],
    merged: { at: '2026-02-12T10:05:00Z', by: 'yaw' },
  },
  {
    handle: 'batch-by-merchant',
    repository,
    by: 'marit',
    at: '2026-03-03T08:30:00Z',
    title: 'Write invoice lines in batches, so that the last evening of a month is an evening',
    body: `The last evening of a month brings eleven times the events of an ordinary one. On 31 January the consumer was three hours behind at midnight, and finance waited for it with us.

It was not computing. A profile shows 78 % of the time in COMMIT, once for every line, and about 4,100 of those a second is all that the disk confirms. Lines are now collected for at most 200 ms or 500 lines and written in one transaction, together with the position. Within a merchant the order stays as it was, and the index of {#invoices-once} still refuses what arrives twice.

Measured on 28 February, when half of the partitions ran this branch and the other half did not:

    behind at midnight: 2 h 55 min → 4 min
    commits on the primary: 4,100 → 190 a second

The price: in the portal, a line shows up to 200 ms later. Yaw says that nobody will mind.`,
    files: [
      created('internal/consumer/batch.go', 117),
      created('internal/consumer/batch_test.go', 158),
      changed('internal/consumer/consumer.go', 31, 22),
      created('docs/month-end.md', 47),
    ],
    pushes: [
      pushed(
        '2026-03-04T08:44',
        'Write merchants in one order',
        created('internal/consumer/batch.go', 126),
        created('internal/consumer/batch_test.go', 187),
        created('docs/month-end.md', 49),
      ),
    ],
    reviews: [
      asked(
        'adaeze',
        '2026-03-03T13:20',
        'The measurement convinces me: same night, same load, two halves. I read the new transaction for what it locks.',
        settled(
          'adaeze',
          '2026-03-04T10:24',
          'internal/consumer/batch.go',
          58,
          "Every line also updates its merchant's total, so a batch locks the totals in the order in which lines happened to arrive. Two partitions that meet the same two merchants in opposite order wait for each other until Postgres cancels one. With half of the partitions it is rare, and with all of them I expect it every few minutes. Sorting the batch by merchant id before writing removes the cycle.",
          said(
            'marit',
            '2026-03-04T08:52',
            'Reproduced: two partitions in a loop deadlock after 40 seconds. Sorted, the same loop has now run for an hour, and it is in the tests with a smaller count.',
          ),
        ),
      ),
      noted(
        'ingrid',
        '2026-03-03T14:45',
        '',
        outdated(
          on(
            'docs/month-end.md',
            12,
            'It says that ten minutes behind is "acceptable". To whom? Support opens this page while a merchant is on the telephone and needs a sentence that they can say aloud.',
            said(
              'marit',
              '2026-03-04T08:56',
              'Now it is the sentence: "All lines of last month are complete at a quarter past midnight."',
            ),
          ),
        ),
      ),
      approved(
        'adaeze',
        '2026-03-04T10:30',
        'With 31 January as input and all twelve partitions: no deadlock, 3 min 40 s behind at the end.',
      ),
    ],
    merged: { at: '2026-03-04T11:00:00Z', by: 'marit' },
  },
];
