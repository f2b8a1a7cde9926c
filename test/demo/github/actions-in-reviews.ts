import * as actions from '../../../demo/github/actions.ts';
import type { World } from '../../../demo/github/world.ts';
import { issue, one, pull } from './actions-steps.ts';
import type { Steps } from './actions-steps.ts';
import { PAYMENTS } from './actions-world.ts';

const { submitReview, comment } = actions;

const reviewed = (world: World): void => {
  pull(world);
  submitReview(world, 'tomas', {
    ...one,
    state: 'CHANGES_REQUESTED',
    body: 'The deadline must be passed on.',
    threads: [{ path: 'src/bank.ts', line: 12, body: 'This call still waits for ever.' }],
  });
};
const commented = (world: World): void => {
  issue(world);
  comment(world, 'tomas', { ...one, body: 'On it.' });
};

/** The first thread, its first comment and the first review of pull request 1. */
function first(world: World) {
  const thread = world.state.repositories.get(PAYMENTS)?.threads.get(1);
  if (thread?.kind !== 'pull') throw new Error('no pull request 1');
  const [conversation] = thread.reviewThreads;
  return {
    ...one,
    thread: conversation?.id ?? 0,
    comment: conversation?.comments[0]?.id ?? 0,
    review: thread.reviews[0]?.id ?? 0,
  };
}

function firstComment(world: World) {
  const thread = world.state.repositories.get(PAYMENTS)?.threads.get(1);
  return { repository: PAYMENTS, comment: thread?.comments[0]?.id ?? 0 };
}

/** Reviews, conversations and comments. */
export const IN_REVIEWS: Steps = {
  'submitReview: a bare approval': {
    given: pull,
    act: (world) => submitReview(world, 'tomas', { ...one, state: 'APPROVED' }),
    tells: ['pull_request_review.submitted'],
  },
  'submitReview: with two comments': {
    given: pull,
    act: (world) =>
      submitReview(world, 'tomas', {
        ...one,
        state: 'COMMENTED',
        threads: [
          { path: 'src/bank.ts', line: 12, body: 'Why here?' },
          { path: 'src/settlement.ts', line: 3, body: 'And here?' },
        ],
      }),
    tells: [
      'pull_request_review.submitted',
      'pull_request_review_comment.created',
      'pull_request_review_comment.created',
    ],
  },
  dismissReview: {
    given: reviewed,
    act: (world) => actions.dismissReview(world, 'siri', first(world)),
    tells: ['pull_request_review.dismissed'],
  },
  editReview: {
    given: reviewed,
    act: (world) => actions.editReview(world, 'tomas', { ...first(world), body: 'Said better.' }),
    tells: ['pull_request_review.edited'],
  },
  replyToThread: {
    given: reviewed,
    act: (world) => actions.replyToThread(world, 'adaeze', { ...first(world), body: 'True, passed on.' }),
    tells: ['pull_request_review.submitted', 'pull_request_review_comment.created'],
  },
  resolveThread: {
    given: reviewed,
    act: (world) => actions.resolveThread(world, 'adaeze', first(world)),
    tells: ['pull_request_review_thread.resolved'],
  },
  unresolveThread: {
    given: (world) => {
      reviewed(world);
      actions.resolveThread(world, 'adaeze', first(world));
    },
    act: (world) => actions.unresolveThread(world, 'tomas', first(world)),
    tells: ['pull_request_review_thread.unresolved'],
  },
  editReviewComment: {
    given: reviewed,
    act: (world) => actions.editReviewComment(world, 'tomas', { ...first(world), body: 'It waits.' }),
    tells: ['pull_request_review_comment.edited'],
  },
  deleteReviewComment: {
    given: reviewed,
    act: (world) => actions.deleteReviewComment(world, 'tomas', first(world)),
    tells: ['pull_request_review_comment.deleted'],
  },
  'comment: on an issue': {
    given: issue,
    act: (world) => comment(world, 'tomas', { ...one, body: 'On it.' }),
    tells: ['issue_comment.created'],
  },
  'comment: on a pull request, by the app': {
    given: pull,
    act: (world) => comment(world, 'groundwork[bot]', { ...one, body: 'Noted.' }),
    tells: ['issue_comment.created'],
  },
  editComment: {
    given: commented,
    act: (world) => actions.editComment(world, 'tomas', { ...firstComment(world), body: 'Done.' }),
    tells: ['issue_comment.edited'],
  },
  deleteComment: {
    given: commented,
    act: (world) => actions.deleteComment(world, 'tomas', firstComment(world)),
    tells: ['issue_comment.deleted'],
  },
};
