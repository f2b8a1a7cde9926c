import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isLeftOut, mayComment, reportsPlace } from '../../src/people/rules-places.ts';
import { rulesOf } from './organisation.ts';

describe('where one engineer’s reports go', () => {
  test.each([
    ['', 'harbour/reviews-ada'],
    ['publication: {owner: harbour-reviews}', 'harbour-reviews/reviews-ada'],
    ['publication: {repository: "{login}.evidence"}', 'harbour/ada.evidence'],
  ])('%j: %s', (rules, place) => {
    expect(reportsPlace('ada', 'harbour', rulesOf(rules))).toBe(place);
  });
});

describe('what is not read', () => {
  const rules = rulesOf(
    'repositories: {leave_out: [Attic]}\npublication: {repository: "review-of-{login}-here"}',
  );

  test.each([
    ['harbour/attic', true],
    ['harbour/attic-door', false],
    ['attic/orders', false],
    ['harbour/review-of-ada-here', true],
    ['harbour/Review-Of-ada-HERE', true],
    ['harbour/review-of--here', false],
    ['harbour/review-of-ada', false],
    ['harbour/orders', false],
  ])('%s: %s', (name, expected) => {
    expect(isLeftOut(name, rules)).toBe(expected);
  });

  test('where reports have their own organisation, names like theirs are read elsewhere', () => {
    const elsewhere = rulesOf('publication: {owner: Harbour-Reviews, repository: "{login}"}');
    expect(isLeftOut('harbour-reviews/ada', elsewhere)).toBe(true);
    expect(isLeftOut('harbour/orders', elsewhere)).toBe(false);
  });

  test('every place of reports is left out, so that no report becomes evidence', () => {
    const login = fc.stringMatching(/^[A-Za-z\d][A-Za-z\d-]{0,20}$/);
    const pattern = fc.constantFrom('reviews-{login}', '{login}.evidence', 'a-{login}-b');
    fc.assert(
      fc.property(login, pattern, (name, repository) => {
        const named = rulesOf(`publication: {repository: "${repository}"}`);
        expect(isLeftOut(reportsPlace(name, 'harbour', named), named)).toBe(true);
      }),
    );
  });
});

describe('where a comment may stand', () => {
  test.each([
    ['private', 'private', false, true],
    ['private', 'internal', false, false],
    ['private', 'public', false, false],
    ['everywhere', 'public', false, true],
    ['everywhere', 'public', true, false],
    ['nowhere', 'private', false, false],
  ] as const)(
    'comments: %s, in a repository that is %s, archived: %s',
    (comments, visibility, archived, expected) => {
      expect(mayComment(rulesOf(`comments: ${comments}`), { visibility, archived })).toBe(expected);
    },
  );
});
