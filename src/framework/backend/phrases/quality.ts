import { bankOf, besideIt, pattern, phrase } from './bank.ts';

/** Code quality & review culture. */
export const quality = bankOf('quality', {
  exceeds: [
    phrase('across-review', 'Reviewed beyond the own team, and the lines changed: {win}', {
      work: 'review',
      all: ['across', 'followed'],
    }),
    phrase('defect', 'Caught in review what would have gone wrong: {win}. The answer was {answer}', {
      work: 'review',
      all: ['notable', 'answered'],
    }),
    phrase('trust', 'Restored trust in a check that failed by chance: {win}', { any: ['unseen.trust'] }),
    phrase('test-base', 'Laid a foundation for tests that others can build on: {win}', {
      any: ['unseen.tests'],
    }),
    phrase('pipeline', 'Eased the way from change to release that everybody takes: {win}', {
      any: ['unseen.pipeline', 'mostly.pipeline'],
    }),
    phrase('rule', 'Handed a rule over to a tool, so that nobody has to remember it: {win}', {
      any: ['mostly.lint'],
    }),
    phrase('figures', 'Proved an improvement of the code by figures: {win}; {metric}', {
      metric: 'compared',
    }),
    phrase('wide', 'Cleaned up across several parts, with tests as thorough as the code: {win}', {
      all: ['shape.many-places', 'shape.well-tested'],
      any: [
        'title.structure',
        'title.refactor',
        'title.removes',
        'title.tidies',
        'title.replaces',
        'title.renames',
      ],
    }),
    phrase(
      'several-reviews',
      'Made colleagues’ work better through review, where {count} had lines changed in answer; one of them says {win}',
      {
        work: 'review',
        pieces: 5,
        all: ['followed'],
      },
    ),
    phrase('tools', 'Equipped colleagues with better tools for daily work: {win}', {
      any: ['mostly.tooling', 'title.tooling'],
    }),
  ],
  meets: [
    phrase('with-tests', 'Brought tests along with the code: {win}', {
      all: ['shape.tests-with-code'],
    }),
    phrase('well-tested', 'Tested as carefully as the code was written: {win}', {
      all: ['shape.well-tested'],
    }),
    phrase('review', 'Reviewed with effect: {win}, after which the lines were changed', {
      work: 'review',
      all: ['followed'],
    }),
    phrase('review-answered', 'Gave a reason in review that was taken up: {win}. The answer was {answer}', {
      work: 'review',
      all: ['answered'],
    }),
    phrase('removed', 'Removed what nobody needed any more: {win}', {
      any: ['title.removes', 'title.unused'],
    }),
    phrase('names', 'Chose clearer names, and places where code is looked for: {win}', {
      any: ['title.renames', 'shape.mostly-moves'],
    }),
    phrase('tests', 'Added tests to what was there already: {win}', { all: ['mostly.test', 'title.tests'] }),
    phrase('flaky', 'Calmed a test that failed now and then: {win}', { any: ['title.flaky'] }),
    phrase('tidied', 'Tidied code on the way: {win}', {
      any: ['title.tidies', 'title.refactor', 'title.replaces', 'title.structure'],
    }),
    phrase('explained', 'Justified a clean-up in writing: {win}', {
      all: ['shape.many-own-words'],
    }),
    phrase('lasted', 'Improved code without breaking what rests on it: {win}; {held}', {
      all: ['held', 'code'],
    }),
    phrase('steady', 'Looked after the code throughout: {count}, among them {win}', {
      pieces: 4,
      any: ['code'],
    }),
  ],
  developing: [
    phrase(
      'tests-in-review',
      'Settled with reviewers which cases a change has to prove, in {count}; {beside} came with tests as thorough as its code',
      {
        pieces: pattern,
        areas: 'any',
        any: ['received.tests', 'received.edges'],
        ...besideIt({ areas: 'any', all: ['shape.well-tested'], none: ['received.tests', 'received.edges'] }),
      },
    ),
    phrase('reading', 'Cleared up in review what was hard to read, in {count}; {beside} explains itself', {
      pieces: pattern,
      areas: 'any',
      all: ['received.reading'],
      ...besideIt({
        areas: 'any',
        any: ['shape.own-words', 'shape.many-own-words'],
        none: ['received.reading'],
      }),
    }),
    phrase(
      'first-tests',
      'Came to know the code through its tests, in {count}; {beside} changes the code itself',
      {
        pieces: pattern,
        all: ['mostly.test'],
        none: ['shape.tests-with-code'],
        ...besideIt({ areas: 'any', all: ['shape.tests-with-code'] }),
      },
    ),
    phrase(
      'small-steps',
      'Practised care for the code in small steps, in {count}; {beside} is one through several parts',
      {
        pieces: pattern,
        all: ['shape.few-lines', 'code'],
        ...besideIt({ areas: 'any', all: ['shape.many-places'], none: ['shape.few-lines'] }),
      },
    ),
    phrase(
      'ready-in-review',
      'Improved changes with the help of reviewers, in {count}; {beside} has tests as thorough as its code',
      {
        pieces: 5,
        areas: 'any',
        all: ['received'],
        ...besideIt({ areas: 'any', all: ['shape.well-tested'], none: ['received'] }),
      },
    ),
    phrase(
      'to-deeper-review',
      'Asked in review before telling, in {count}; {beside} names what would go wrong',
      {
        work: 'review',
        pieces: pattern,
        all: ['asks'],
        none: ['notable'],
        ...besideIt({ work: 'review', all: ['notable'], none: ['asks'] }),
      },
    ),
  ],
});
