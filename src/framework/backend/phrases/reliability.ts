import { bankOf, besideIt, pattern, phrase } from './bank.ts';

/** Performance & reliability. */
export const reliability = bankOf('reliability', {
  exceeds: [
    phrase('query', 'Found a shorter way to the same answer in the database: {win}; {metric}', {
      any: ['unseen.query', 'word.queries'],
      metric: 'stated',
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
      any: ['unseen.runbook', 'path.runbook'],
    }),
    phrase('alert', 'Sharpened what calls somebody at night: {win}', { any: ['unseen.alert', 'path.alert'] }),
    phrase('gentle', 'Taught a service to bear the failure of what it depends on: {win}', {
      all: ['unseen.resilience', 'notable'],
    }),
    phrase('room', 'Secured room for more load before it was needed: {win}', {
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
    phrase('caching', 'Saved the system work that it did twice: {win}', { any: ['title.caching'] }),
    phrase('sight', 'Opened a view on how the system behaves: {win}', {
      any: ['unseen.instrumentation', 'title.observing', 'mostly.observing', 'path.dashboard'],
    }),
    phrase('limits', 'Set limits where something could grow without end: {win}', {
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
    phrase(
      'effect',
      'Told what a change is to spare the people who depend on it: {win}. In plain words: {impact}',
      {
        all: ['impact'],
      },
    ),
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
          any: ['title.retries', 'title.failure', 'unseen.resilience', 'title.handles', 'unseen.alert'],
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
    phrase('from-helping', 'Lent a hand in {count}; {beside} ended with an own fix', {
      work: 'incident',
      pieces: pattern,
      all: ['did-not-fix'],
      ...besideIt({ all: ['did.fixed'] }),
    }),
    phrase(
      'small-fixes',
      'Solved faults one by one with small changes, in {count}; {beside} goes after more than the symptom, across several parts',
      {
        pieces: pattern,
        all: ['shape.few-lines', 'code'],
        ...besideIt({ all: ['shape.many-places'], none: ['shape.few-lines'] }),
      },
    ),
    phrase(
      'load-in-review',
      'Learned from reviewers to ask what load does to a change, in {count}; {beside} sets its limits unasked',
      {
        pieces: pattern,
        areas: 'any',
        all: ['received.load'],
        ...besideIt({
          areas: 'any',
          any: [
            'title.limits',
            'title.bounds',
            'unseen.capacity',
            'title.speed',
            'unseen.query',
            'title.caching',
          ],
        }),
      },
    ),
    phrase(
      'together',
      'Kept things running side by side with colleagues, in {count}; a step of its own is {beside}',
      { pieces: pattern, all: ['shared'], ...besideIt({ all: ['alone'] }) },
    ),
  ],
});
