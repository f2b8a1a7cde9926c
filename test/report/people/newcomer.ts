import { file } from '../../fixtures/facts.ts';
import { kofi, materialFor, merged } from './place.ts';

/** Began in May; three changes, and one that says nothing. */
const subjects = [
  merged(kofi, 'tariffs', 54, '2026-05-27', {
    title: 'Return 404 for a hut that has no tariff',
    body: '',
    files: [file('src/api/tariff.go', 6, 1), file('src/api/tariff_test.go', 20, 0)],
  }),
  merged(kofi, 'tariffs', 57, '2026-06-10', {
    title: 'Explain in the README how to run the tests without the shop',
    body: 'It took me a day to find out, so that the next person should not need one.',
    files: [file('README.md', 30, 2)],
  }),
  merged(kofi, 'tariffs', 60, '2026-06-18', {
    title: 'Rename seasonKey',
    files: [file('src/season.go', 9, 9)],
  }),
];

export const newcomer = materialFor(kofi, subjects, { keptFrom: '2026-05-18' });
