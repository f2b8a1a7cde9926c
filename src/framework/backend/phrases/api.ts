import { bankOf, besideIt, pattern, phrase } from './bank.ts';

/** API & service delivery. */
export const api = bankOf('api', {
  exceeds: [
    phrase('notice', 'Announced ahead of time what callers would have to leave behind: {win}', {
      any: ['unseen.deprecation'],
    }),
    phrase('guide', 'Wrote the guide that callers need together with the change itself: {win}', {
      all: ['path.guide', 'code'],
    }),
    phrase('contract-held', 'Changed a contract that others build on, and it lasted: {win}; {held}', {
      all: ['path.contract', 'held'],
    }),
    phrase('steps', 'Led a delivery to its end over {steps}: {win}', { all: ['steps'] }),
    phrase('measured', 'Showed in figures what callers gained: {win}; {metric}', { metric: 'compared' }),
    phrase('wide', 'Reached across several parts of the service, with tests to match: {win}', {
      all: ['shape.many-places', 'shape.well-tested', 'notable'],
    }),
    phrase(
      'purpose',
      'Opened something new to callers and said what it is good for: {win}. In plain words: {impact}',
      {
        all: ['impact', 'notable', 'shape.new-files'],
      },
    ),
  ],
  meets: [
    phrase('endpoint', 'Delivered code that answers callers together with its tests: {win}', {
      all: ['path.endpoint', 'shape.tests-with-code'],
    }),
    phrase('contract', 'Kept contract, code and tests in one change: {win}', {
      all: ['path.contract', 'shape.tests-with-code'],
    }),
    phrase(
      'supports',
      'Extended what callers can ask for and gave the reason: {win}. In plain words: {impact}',
      {
        any: ['title.supports', 'title.adds', 'title.endpoint', 'title.feature'],
        all: ['impact'],
      },
    ),
    phrase('client', 'Improved a command or a client that others call: {win}', { any: ['path.command'] }),
    phrase('answers', 'Answered callers more exactly: {win}', {
      any: ['title.returns', 'title.handles', 'title.avoids', 'title.failure'],
    }),
    phrase('background', 'Saw work in the background through together with its tests: {win}', {
      all: ['path.jobs', 'shape.tests-with-code'],
    }),
    phrase('settings', 'Shipped settings side by side with the code that reads them: {win}', {
      all: ['path.settings', 'code'],
    }),
    phrase('steady', 'Delivered for callers again and again: {count}, among them {win}', {
      pieces: 4,
      any: ['path.endpoint', 'path.contract', 'path.command'],
    }),
    phrase('explained', 'Explained at length what callers get: {win}', {
      all: ['shape.many-own-words'],
    }),
    phrase('lasted', 'Delivered what stayed in place: {win}; {held}', { all: ['held'] }),
    phrase('stored', 'Brought the change of stored data along with the feature that needs it: {win}', {
      all: ['path.migration', 'code'],
    }),
  ],
  developing: [
    phrase(
      'edges',
      'Met the edge cases of an input in review, in {count}, and took each of them up; {beside} already brings its tests along',
      {
        pieces: pattern,
        areas: 'any',
        all: ['received.edges'],
        ...besideIt({ areas: 'any', all: ['shape.tests-with-code'], none: ['received.edges'] }),
      },
    ),
    phrase(
      'contract-in-review',
      'Learned in review what callers rely on: remarks on it were taken up in {count}; {beside} kept contract and tests together',
      {
        pieces: pattern,
        areas: 'any',
        all: ['received.contract'],
        ...besideIt({
          areas: 'any',
          all: ['path.contract', 'shape.tests-with-code'],
          none: ['received.contract'],
        }),
      },
    ),
    phrase(
      'together',
      'Built for callers side by side with colleagues, in {count}; a step of its own is {beside}',
      { pieces: pattern, all: ['shared'], ...besideIt({ all: ['alone'] }) },
    ),
    phrase(
      'contained',
      'Began with contained steps for callers, in {count}; {beside} reached further, through several parts',
      {
        pieces: pattern,
        all: ['shape.few-lines', 'code'],
        ...besideIt({ all: ['shape.many-places'], none: ['shape.few-lines'] }),
      },
    ),
    phrase(
      'one-sitting',
      'Delivered through many files in one go, in {count}; {beside} shows the smaller step',
      {
        pieces: pattern,
        all: ['shape.many-files'],
        ...besideIt({ all: ['shape.few-lines', 'shape.tests-with-code'] }),
      },
    ),
  ],
});
