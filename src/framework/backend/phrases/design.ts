import { bankOf, besideIt, pattern, phrase } from './bank.ts';

/** System design & architecture. */
export const design = bankOf('design', {
  exceeds: [
    phrase(
      'decision',
      'Put a decision about structure into writing, where all who build on it can look it up: {win}',
      {
        any: ['path.decision'],
      },
    ),
    phrase('steps', 'Moved a structure over in {steps}, so that each could be checked: {win}', {
      all: ['steps'],
    }),
    phrase('figures', 'Backed a structure with figures: {win}; {metric}', { metric: 'compared' }),
    phrase('wide', 'Reshaped several parts under tests as thorough as the code: {win}', {
      all: ['shape.many-places', 'shape.well-tested', 'notable'],
    }),
    phrase('replaced', 'Replaced a structure and took the old one away: {win}', {
      all: ['shape.mostly-removes'],
    }),
    phrase('founded', 'Founded a new part and argued in writing for its shape: {win}', {
      all: ['shape.new-files', 'shape.many-own-words', 'notable'],
    }),
    phrase('purpose', 'Weighed a structure by what it changes for others: {win}. In plain words: {impact}', {
      all: ['impact', 'notable', 'shape.many-places'],
    }),
  ],
  meets: [
    phrase('migration', 'Fitted stored data to the work at hand, with a migration: {win}', {
      any: ['path.migration'],
    }),
    phrase('structure', 'Improved the structure where the work showed the need: {win}', {
      any: ['title.structure', 'title.parts', 'title.refactor'],
    }),
    phrase('background', 'Arranged work in the background and its tests together: {win}', {
      all: ['path.jobs', 'shape.tests-with-code'],
    }),
    phrase('contract', 'Shaped a contract and the code behind it in one change: {win}', {
      all: ['path.contract', 'code'],
    }),
    phrase('data', 'Organised how data is kept, with tests beside it: {win}', {
      all: ['path.database', 'shape.tests-with-code'],
    }),
    phrase('reasons', 'Described the way that was taken, and why: {win}', {
      all: ['shape.many-own-words'],
    }),
    phrase('throughout', 'Worked on structure more than once: {count}, such as {win}', {
      pieces: 3,
      any: ['code', 'documents'],
    }),
    phrase('lasted', 'Left a structure in place that lasted: {win}; {held}', { all: ['held'] }),
    phrase('sight', 'Built the means to watch a part into its structure: {win}', { any: ['path.observing'] }),
    phrase('foundation', 'Strengthened a part that others build on: {win}', { any: ['path.core'] }),
    phrase('settings', 'Settled code and its settings in one design: {win}', { any: ['path.settings'] }),
  ],
  developing: [
    phrase(
      'large',
      'Carried large designs through in one change each, in {count}; {beside} shows a smaller one',
      {
        pieces: pattern,
        all: ['shape.many-files'],
        ...besideIt({ areas: 'any', all: ['shape.few-lines', 'shape.tests-with-code'] }),
      },
    ),
    phrase(
      'data-in-review',
      'Took in from reviewers what a change of stored data has to survive: taken up in {count}; {beside} changes how data is kept, too',
      {
        pieces: pattern,
        areas: 'any',
        all: ['received.data'],
        ...besideIt({ areas: 'any', any: ['path.migration', 'path.database', 'unseen.migration'] }),
      },
    ),
    phrase(
      'within',
      'Extended a given structure with new files, in {count}; {beside} changed the structure itself',
      {
        pieces: pattern,
        areas: 'any',
        all: ['shape.new-files', 'code'],
        none: ['title.structure', 'title.refactor'],
        ...besideIt({ any: ['title.structure', 'title.refactor', 'path.decision', 'shape.many-places'] }),
      },
    ),
  ],
});
