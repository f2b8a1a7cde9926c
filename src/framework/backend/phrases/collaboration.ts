import { bankOf, besideIt, pattern, phrase } from './bank.ts';

/** Cross-team collaboration. */
export const collaboration = bankOf('collaboration', {
  exceeds: [
    phrase('across', 'Carried the work of another team on by a review: {win}', {
      work: 'review',
      all: ['across', 'followed'],
    }),
    phrase('across-answered', 'Convinced another team in review: {win}. Their answer was {answer}', {
      work: 'review',
      all: ['across', 'answered'],
    }),
    phrase('guide', 'Published a guide that others can work by: {win}', {
      any: ['unseen.guide', 'mostly.guide'],
    }),
    phrase('ownership', 'Named who answers for what, for everybody to see: {win}', {
      any: ['unseen.ownership', 'mostly.ownership'],
    }),
    phrase('runbook', 'Left instructions for whoever is called: {win}', {
      any: ['unseen.runbook', 'mostly.runbook'],
    }),
    phrase('post-mortem', 'Shared openly what an incident taught: {win}', {
      any: ['mostly.post-mortem'],
    }),
    phrase('steps', 'Stayed with a joint undertaking through {steps}: {win}', { all: ['steps'] }),
    phrase('measured', 'Demonstrated with figures what others gain: {win}; {metric}', { metric: 'stated' }),
    phrase(
      'several-across',
      'Kept several teams in contact through reviews: {count} across teams were taken up, such as {win}',
      {
        work: 'review',
        pieces: 4,
        all: ['across', 'taken-up'],
      },
    ),
    phrase('decision', 'Invited others into a decision by writing it down: {win}', {
      any: ['path.decision'],
    }),
  ],
  meets: [
    phrase('documentation', 'Documented what others need in order to go on: {win}', {
      any: ['mostly.documentation'],
    }),
    phrase('with-code', 'Wrote documentation hand in hand with the code: {win}', {
      all: ['path.documentation', 'code'],
    }),
    phrase('correction', 'Touched up documentation that others read: {win}', {
      all: ['documents', 'shape.few-lines'],
    }),
    phrase('together', 'Shared the work with colleagues: {win}', { all: ['shared'] }),
    phrase('review-across', 'Answered another team with a remark that explains itself: {win}', {
      work: 'review',
      all: ['across', 'taken-up'],
    }),
    phrase('explained', 'Gave others the whole picture in writing: {win}', {
      any: ['shape.own-words', 'shape.many-own-words'],
    }),
    phrase('effect', 'Put the use for others into plain words: {win}. It says {impact}', {
      all: ['impact'],
    }),
    phrase('lasted', 'Wrote what has stood since: {win}; {held}', { all: ['held'] }),
    phrase('shared-parts', 'Improved what others rely on: {win}', {
      any: ['path.core', 'path.command', 'path.tooling', 'path.deployment'],
    }),
    phrase('steady', 'Helped others along repeatedly: {count}, among them {win}', {
      pieces: 3,
      any: ['code', 'documents'],
    }),
  ],
  developing: [
    phrase(
      'small-corrections',
      'Took first steps for others with small corrections, in {count}; {beside} is something to look up',
      {
        pieces: pattern,
        areas: 'any',
        all: ['shape.few-lines', 'path.documentation'],
        ...besideIt({
          areas: 'any',
          any: ['unseen.guide', 'path.guide', 'shape.mostly-document', 'path.decision'],
          none: ['shape.few-lines'],
        }),
      },
    ),
    phrase(
      'notice-in-review',
      'Heard in review whom a change concerns, and acted on it in {count}; {beside} tells others by itself',
      {
        pieces: pattern,
        areas: 'any',
        all: ['received.people'],
        ...besideIt({
          areas: 'any',
          any: [
            'path.changelog',
            'path.guide',
            'unseen.guide',
            'unseen.runbook',
            'unseen.deprecation',
            'mostly.documentation',
          ],
        }),
      },
    ),
    phrase(
      'questions-across',
      'Opened talks with another team by questions, in {count}; {beside} goes on to say what should change',
      {
        work: 'review',
        pieces: pattern,
        all: ['across', 'asks'],
        ...besideIt({ work: 'review', all: ['across', 'followed'], none: ['asks'] }),
      },
    ),
  ],
});
