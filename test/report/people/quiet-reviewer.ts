import { file } from '../../fixtures/facts.ts';
import {
  firstHalf,
  held90,
  ileana,
  kofi,
  marisol,
  materialFor,
  merged,
  rasmus,
  remark,
  sunniva,
} from './place.ts';

/** Little of her own is merged; much of what others merged is better for what she asked. */
const subjects = [
  merged(ileana, 'bookings', 112, '2026-01-22', {
    title: 'Retry the confirmation when the mail server is busy',
    body: 'Three attempts, then the booking is marked.',
    threads: [
      remark(
        [
          sunniva,
          'If the second attempt succeeds after the first one was only slow, the guest gets two confirmations. Could the attempt carry the id of the booking, so that the mail server can tell them apart?',
        ],
        [ileana, 'You are right, I had only thought of failures. The id travels with it now.'],
        '2026-01-20',
      ),
    ],
  }),
  merged(kofi, 'tariffs', 41, '2026-02-12', {
    title: 'Round prices to whole kroner',
    body: 'Asked for by the shop.',
    threads: [
      remark(
        [
          sunniva,
          'Rounding each night and rounding the stay give different sums: seven nights at 349.50 differ by 3 kroner. Which of the two does the invoice expect?',
        ],
        [kofi, 'The stay. I added a test with seven nights.'],
        '2026-02-10',
      ),
    ],
  }),
  merged(rasmus, 'doors', 58, '2026-03-19', {
    title: 'Keep the last codes on the lock',
    body: 'So that a door opens without a network.',
    threads: [
      remark(
        [
          sunniva,
          'A code that was taken back stays valid on the lock until it is online again, because the list is only added to. A guest who cancelled could still walk in.',
        ],
        [rasmus, 'That would have gone out. The lock now asks for the whole list and forgets the rest.'],
        '2026-03-17',
      ),
    ],
  }),
  merged(marisol, 'tariffs', 52, '2026-05-21', {
    title: 'Read the season from the calendar',
    body: 'No more dates in code.',
    threads: [
      remark(
        [
          sunniva,
          'Easter moves. This reads the season once at start, so that a process that runs over midnight keeps the old one. Reading it with each request costs nothing here, since the calendar is in memory.',
        ],
        [marisol, 'Changed, with a test over midnight.'],
        '2026-05-20',
      ),
    ],
  }),
  merged(ileana, 'bookings', 140, '2026-06-04', {
    title: 'Let a group book several huts at once',
    body: 'One reservation for all of them.',
    threads: [remark([sunniva, 'Nice.'], [ileana, 'Thank you!'], '2026-06-03', false)],
  }),
  merged(sunniva, 'bookings', 121, '2026-02-26', {
    title: 'Write down how we review changes to bookings',
    body: 'Five questions that caught something before, each with the change in which it did, so that a new reviewer need not find them again.',
    files: [file('docs/reviewing.md', 70, 0)],
  }),
];

export const quietReviewer = materialFor(sunniva, subjects, {
  cycle: firstHalf,
  outcomes: { 121: held90 },
  replies: [
    {
      text: 'I sat with Kofi for two afternoons in February and went through how the tariffs are put together. None of that is written anywhere.',
      url: 'https://fjell.example/reviews-sunniva/issues/1#c1',
      at: '2026-06-19T09:00:00Z',
    },
  ],
});
