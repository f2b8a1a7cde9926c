import type { StoryAddition } from './addition.ts';
import { approved, asked, file, noted, on, outdated, pushed, said, settled } from './say.ts';

/** Amounts, currencies and fees. */
export const reviewsOfMoney: readonly StoryAddition[] = [
  {
    handle: 'payments-318',
    reviews: [
      noted(
        'ingrid',
        '2026-01-22T15:10',
        '',
        outdated(
          on(
            'internal/settlement/run_test.go',
            61,
            'Is there a test in which the process dies between the commit of a page and the write of the marker? As I read it, that page would be settled a second time after the restart.',
            said(
              'priya',
              '2026-01-23T05:40',
              'Marker and page share one transaction, so no. But nothing proved it. Test added: killed at four points, no merchant twice.',
            ),
          ),
        ),
      ),
    ],
    pushes: [
      pushed(
        '2026-01-23T05:28',
        'Kill the run at four points',
        file('internal/settlement/run_test.go', 17, 0),
      ),
    ],
  },
  {
    handle: 'payments-341',
    reviews: [
      asked(
        'marit',
        '2026-02-18T08:20',
        'I am for one type, and billing would follow. But our invoices are older than the current list of currencies.',
        settled(
          'marit',
          '2026-02-18T13:50',
          'internal/money/amount.go',
          66,
          'Decoding refuses a code that is not in the present ISO 4217 list. We have paid invoices in Croatian kuna, which left the list in 2023, and the law makes us keep them readable for ten years. Could decoding accept withdrawn currencies, and only making a new amount refuse them?',
          said(
            'jun',
            '2026-02-18T10:04',
            'A good distinction: old amounts may be read, new ones may not be made. The withdrawn codes are a second table with the year of their end. The property tests now run over both.',
          ),
        ),
      ),
      noted(
        'tomas',
        '2026-02-17T13:30',
        'A question for the document rather than the code: why not a decimal type? I think I know the answer, but the person who asks me next year will not.',
      ),
      approved('marit', '2026-02-18T13:54', 'Kuna from 2021 reads, kuna from today does not. Thank you.'),
    ],
    comments: [
      said(
        'jun',
        '2026-02-18T10:20',
        '@tomas: because a decimal can hold a third of a cent, and then each place has to decide what that means. The ADR has a section "Why not decimals" with two of our own mistakes.',
      ),
    ],
    pushes: [
      pushed(
        '2026-02-18T09:59',
        'Read withdrawn currencies, refuse to make new amounts of them',
        file('internal/money/amount.go', 24, 0),
        file('internal/money/amount_test.go', 33, 0),
        file('docs/adr/0014-one-money-type.md', 16, 0),
      ),
    ],
  },
  {
    handle: 'payments-395',
    reviews: [
      asked(
        'marit',
        '2026-05-04T08:15',
        'I laid the contract beside it and checked each tenth row by hand. All but one agree.',
        settled(
          'marit',
          '2026-05-04T13:10',
          'internal/fees/testdata/contract.csv',
          31,
          "Swedish krona, 12.345: the table says 12.34, the contract's clause 7 says that halves go away from zero, so 12.35. I think this row was rounded to the even neighbour, which is what spreadsheets and many languages do by themselves. Are there other rows that end in exactly five?",
          said(
            'noor',
            '2026-05-04T11:42',
            'You are right, and there were three more that end in five; two of them were right by luck. I have added one such row for each currency, so luck is out of it.',
          ),
        ),
      ),
      approved(
        'marit',
        '2026-05-04T13:14',
        'All rows agree with clause 7 now. This table is clearer than the contract; may we show it to the auditors?',
      ),
    ],
    pushes: [
      pushed(
        '2026-05-04T11:33',
        'One amount that ends in five for each currency',
        file('internal/fees/testdata/contract.csv', 14, 0),
        file('internal/fees/rounding_test.go', 9, 0),
      ),
    ],
  },
  {
    handle: 'payments-397',
    reviews: [
      approved(
        'marit',
        '2026-05-07T08:05',
        "I went through the 212 invoices with finance. Every difference is between 0.001 and 0.4 of a unit and in the merchant's favour, as you wrote. Credit notes go out with the May run.",
      ),
    ],
  },
  {
    handle: 'payments-411',
    reviews: [
      noted(
        'ingrid',
        '2026-05-26T12:30',
        '',
        settled(
          'ingrid',
          '2026-05-27T13:00',
          'tools/moneylint/analyzer.go',
          58,
          'The words are amount, fee, price and total. The float that I remember best was called `balance`, and the one before that `share`. Could the list live in a file, so that a reviewer who meets the next name can add it without reading Go?',
          said(
            'tomas',
            '2026-05-26T16:45',
            'It is a setting in .golangci.yml now, with your two and `payout`. It found one more `share`; that one was a percentage and has an escape comment with a reason.',
          ),
        ),
      ),
    ],
    pushes: [
      pushed(
        '2026-05-26T16:40',
        'Keep the words in a list',
        file('tools/moneylint/analyzer.go', 18, 0),
        file('.golangci.yml', 5, 0),
        file('tools/moneylint/analyzer_test.go', 11, 0),
      ),
    ],
  },
  {
    handle: 'payments-424',
    reviews: [
      noted(
        'marit',
        '2026-06-16T09:50',
        'The three choices at the end are fair, and I can take them to finance as they are. Where I hesitate is before that.',
        on(
          'docs/rfc/0011-balances-in-several-currencies.md',
          73,
          'With one balance for each currency, a refund in dollars can find the dollars already paid out while the euros lie there. Do we then refuse the refund, convert, or let the balance go below zero? Merchants will meet this in their first month, so I would settle it before anything is built.',
          said(
            'jun',
            '2026-06-17T00:35',
            'It was hidden in "reasons from the ledger\'s side". It deserves a fourth question with the three answers you name; I have opened it as such, without a recommendation.',
          ),
        ),
      ),
      noted(
        'adaeze',
        '2026-06-16T13:15',
        'On the goal for reads: p99 below 50 ms with twenty currencies is twenty rows by primary key, so I would not worry. The statement page sums them over a year, and that is where I would measure first.',
      ),
      approved(
        'ingrid',
        '2026-06-16T14:25',
        'I approve of asking, which is what an RFC is for. It names who decides what, and it is short enough that they may even read it.',
      ),
    ],
  },
];
