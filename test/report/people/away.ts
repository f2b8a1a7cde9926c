import { file } from '../../fixtures/facts.ts';
import { held90, kofi, marisol, materialFor, merged, remark } from './place.ts';

/** Work in January, February and June; away in between, and nobody asks why. */
const subjects = [
  merged(marisol, 'tariffs', 36, '2026-01-20', {
    title: 'Keep the tariffs of a year in memory',
    body: 'Every search asked the database for each night of a stay, so that long stays were slow.\n\np95 of a search for seven nights went from 2.1 s to 240 ms.',
    files: [file('src/cache/year.go', 110, 8), file('src/cache/year_test.go', 80, 0)],
  }),
  merged(marisol, 'tariffs', 43, '2026-02-17', {
    title: 'Move the discount rules out of the shop',
    body: 'Three services had each a copy of the rules, and they disagreed about children.',
    files: [file('src/discounts/rules.go', 140, 0), file('api/openapi.yaml', 30, 0)],
  }),
  merged(kofi, 'tariffs', 54, '2026-05-27', {
    title: 'Return 404 for a hut that has no tariff',
    body: '',
    threads: [
      remark(
        [
          marisol,
          'The shop takes a 404 for a hut that is gone and hides it. A hut without a tariff is still there: 409 would keep it on the page. Would you look at how the shop reads it?',
        ],
        [kofi, 'It does hide them. I made it 409 and told the shop.'],
        '2026-05-26',
      ),
    ],
  }),
  merged(marisol, 'tariffs', 62, '2026-06-16', {
    title: 'Say in the log which rule gave a discount',
    body: 'Support asked us every week why somebody paid what they paid; now they can look it up.',
    files: [file('src/discounts/explain.go', 50, 2)],
  }),
];

const lastAutumn = [
  merged(marisol, 'tariffs', 20, '2025-09-09', {
    title: 'Return the price of each night',
    body: 'The shop had to divide.',
    files: [file('src/api/price.go', 22, 4)],
  }),
];

export const away = materialFor(marisol, subjects, {
  outcomes: { 36: held90, 43: held90 },
  away: [{ from: '2026-03-02', to: '2026-05-04' }],
  before: lastAutumn,
});
