import type { StoryAddition } from './addition.ts';
import { approved, file, noted, on, outdated, pushed, said } from './say.ts';

/** Many words or few, and nothing that changed anything: praise without reading, ticked lists, commas. */
export const reviewsOfNoise: readonly StoryAddition[] = [
  {
    handle: 'payments-316',
    reviews: [
      noted(
        'adaeze',
        '2026-01-21T13:20',
        '',
        on('internal/reports/weekly.go', 31, 'nit: `p3` down here is a payment, too.'),
      ),
    ],
  },
  {
    handle: 'payments-340',
    reviews: [
      noted(
        'adaeze',
        '2026-02-18T09:10',
        '',
        on(
          'internal/payouts/handler_test.go',
          44,
          'nit: blank line too many.',
          said('tomas', '2026-02-18T10:02', 'Gone.'),
        ),
      ),
    ],
  },
  {
    handle: 'payments-345',
    reviews: [
      approved(
        'priya',
        '2026-02-24T06:10',
        'Impressive amount of security work. I have not read the 3,400 new lines, they come from the library as they are.',
      ),
    ],
  },
  {
    handle: 'payments-356',
    reviews: [
      noted(
        'arturs-k',
        '2026-03-10T09:30',
        '',
        outdated(
          on(
            'internal/statements/run.go',
            37,
            'The name ends in `_seconds` and the value is in milliseconds. The panel will say that one step takes twelve hours.',
            said('priya', '2026-03-10T11:15', 'Seconds now.'),
          ),
        ),
      ),
    ],
    pushes: [
      pushed('2026-03-10T11:08', 'Seconds, as the name says', file('internal/statements/run.go', 3, 0)),
    ],
  },
  {
    handle: 'payments-376',
    reviews: [
      approved(
        'noor',
        '2026-04-08T10:20',
        'Wow, €12,000 a year saved with seven lines! What a fantastic optimisation, this is huge.',
      ),
    ],
  },
  {
    handle: 'payments-379',
    reviews: [
      approved(
        'tomas',
        '2026-04-13T08:30',
        '- [x] correctness\n- [x] performance\n- [x] security\n- [x] reliability\n- [x] documentation',
      ),
    ],
  },
  {
    handle: 'payments-396',
    reviews: [
      approved(
        'marit',
        '2026-05-05T09:05',
        'More than five thousand lines in an afternoon! I scrolled to the end, it is all generated and looks it.',
      ),
    ],
  },
  {
    handle: 'payments-403',
    reviews: [approved('yaw', '2026-05-13T11:05', '', on('docs/glossary.md', 9, 'typo: settlment'))],
  },
  {
    handle: 'payments-407',
    comments: [
      said(
        'tomas',
        '2026-05-20T15:20',
        'By far the most important contribution to reliability this quarter. Please remember it in my review: clearly exceeds expectations.',
      ),
    ],
  },
];
