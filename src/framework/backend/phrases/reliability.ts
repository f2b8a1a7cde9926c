import { bankOf, besideIt, pattern, phrase } from './bank.ts';

/** Performance & reliability. */
export const reliability = bankOf('reliability', {
  exceeds: [
    phrase('query', 'Found a shorter way to the same answer in the database: {win}', {
      all: ['unseen.query', 'notable'],
    }),
    phrase('measured', 'Measured before and after, and said so: {win}; {metric}', { metric: 'compared' }),
    phrase('measured-held', 'Won something that lasted: {win}; {metric}; {held}', {
      metric: 'stated',
      all: ['held'],
    }),
    phrase(
      'incident',
      'Ended an incident and wrote down what others can learn from it: {win}; on record: {part}, with the fix merged {after}',
      {
        work: 'incident',
        all: ['did.fixed', 'did.wrote-up'],
      },
    ),
    phrase(
      'incident-of-others',
      'Stepped in where others had raised the alarm: {win}; on record: {part}, with the fix merged {after}',
      {
        work: 'incident',
        all: ['did.fixed', 'reported-by-others'],
      },
    ),
    phrase('after-incident', 'Drew lasting work out of an incident: {win}', {
      all: ['with.incident'],
      any: ['code'],
    }),
    phrase('runbook', 'Prepared whoever is called next, with the steps written down: {win}', {
      any: ['unseen.runbook', 'mostly.runbook'],
    }),
    phrase('alert', 'Sharpened what calls somebody when something is wrong: {win}', {
      any: ['unseen.alert', 'mostly.alert'],
    }),
    phrase('gentle', 'Taught a service to bear the failure of what it depends on: {win}', {
      all: ['unseen.resilience', 'notable'],
    }),
    phrase('room', 'Set the room for more load with care: {win}', {
      all: ['unseen.capacity', 'notable'],
    }),
    phrase('steps', 'Took risk out of a change by going in {steps}: {win}', { all: ['steps', 'code'] }),
  ],
  meets: [
    phrase('retries', 'Handled what can fail on the way, with tests: {win}', {
      any: ['title.retries', 'title.failure', 'title.handles'],
      all: ['shape.tests-with-code'],
    }),
    phrase('fix', 'Fixed a fault and left a test beside it: {win}', {
      all: ['title.fix', 'shape.tests-with-code'],
    }),
    phrase('caching', 'Spared the system some of its work: {win}', { any: ['title.caching'] }),
    phrase('sight', 'Opened a view on how the system behaves: {win}', {
      any: ['unseen.instrumentation', 'title.observing', 'mostly.observing', 'path.dashboard'],
    }),
    phrase('limits', 'Put bounds on what a service may take: {win}', {
      any: ['title.limits', 'title.bounds', 'title.memory'],
    }),
    phrase('background', 'Kept work in the background dependable: {win}', {
      any: ['mostly.jobs', 'mostly.concurrency'],
    }),
    phrase('lasted', 'Did work on reliability that stayed in place: {win}; {held}', { all: ['held'] }),
    phrase('data', 'Changed stored data with care for what runs on it: {win}', {
      any: ['unseen.migration', 'mostly.migration'],
    }),
    phrase('took-part', 'Helped in an incident while it lasted: {win}; on record: {part}', {
      work: 'incident',
      any: ['did.took-part', 'did.reported'],
    }),
    phrase('wrote-up', 'Recorded what an incident taught: {win}; on record: {part}', {
      work: 'incident',
      any: ['did.wrote-up', 'did.followed-up'],
    }),
    phrase('effect', 'Told in plain words whom a change concerns, and how: {win}. It says {impact}', {
      all: ['impact'],
    }),
    phrase('steady', 'Cared for what keeps running, time and again: {count}, among them {win}', {
      pieces: 4,
      any: ['code'],
    }),
  ],
  developing: [
    phrase(
      'failure-paths',
      'Took up in review what happens when something fails, in {count}; {beside} has the failure in view from the start',
      {
        pieces: pattern,
        areas: 'any',
        all: ['received.failure'],
        ...besideIt({
          areas: 'any',
          any: [
            'title.retries',
            'title.failure',
            'unseen.resilience',
            'title.handles',
            'unseen.alert',
            'unseen.runbook',
            'mostly.runbook',
            'mostly.alert',
          ],
        }),
      },
    ),
    phrase(
      'hopes',
      'Wrote down what a change should bring, in {count}; {beside} gives the figure as well: {besideMetric}',
      {
        pieces: pattern,
        areas: 'any',
        all: ['hopes'],
        ...besideIt({ areas: 'any', metric: 'stated' }),
      },
    ),
    phrase(
      'speed-in-words',
      'Spoke of speed in words, in {count}; {beside} tells it in figures: {besideMetric}',
      {
        pieces: pattern,
        areas: 'any',
        all: ['unmeasured'],
        ...besideIt({ areas: 'any', metric: 'stated' }),
      },
    ),
    phrase(
      'small-fixes',
      'Tended reliability in small changes, in {count}; {beside} reached through several parts',
      {
        pieces: pattern,
        all: ['shape.few-lines', 'code'],
        ...besideIt({ all: ['shape.many-places'], none: ['shape.few-lines'] }),
      },
    ),
    phrase(
      'load-in-review',
      'Learned from reviewers to ask what load does to a change, in {count}; {beside} answers with a figure: {besideMetric}',
      {
        pieces: pattern,
        areas: 'any',
        all: ['received.load'],
        ...besideIt({ areas: 'any', metric: 'stated' }),
      },
    ),
    phrase(
      'together',
      'Kept things running side by side with colleagues, in {count}; a step of its own is {beside}',
      { pieces: pattern, all: ['shared'], ...besideIt({ all: ['alone'] }) },
    ),
  ],
});
