import * as actions from '../../../demo/github/actions.ts';
import { issue, one, pull } from './actions-steps.ts';
import type { Steps } from './actions-steps.ts';
import { aPull, changed, PAYMENTS } from './actions-world.ts';

const { openPull } = actions;

/** What people do with pull requests. */
export const ON_PULLS: Steps = {
  'openPull: plain': { act: pull, tells: ['pull_request.opened'] },
  'openPull: by a bot, without a body': {
    act: (world) => openPull(world, 'dependabot[bot]', { ...aPull, body: '' }),
    tells: ['pull_request.opened'],
  },
  'openPull: with everything': {
    act: (world) =>
      openPull(world, 'adaeze', {
        ...aPull,
        draft: true,
        labels: ['bug', 'Bug', 'payments'],
        assignees: ['adaeze'],
        reviewers: ['tomas', 'priya'],
      }),
    tells: [
      'pull_request.opened',
      'pull_request.assigned',
      'pull_request.labeled',
      'pull_request.labeled',
      'pull_request.review_requested',
      'pull_request.review_requested',
    ],
  },
  push: {
    given: pull,
    act: (world) =>
      actions.push(world, 'adaeze', { ...one, message: 'Pass it on', files: [changed('src/bank.ts')] }),
    tells: ['pull_request.synchronize'],
  },
  'editPull: title and body': {
    given: pull,
    act: (world) =>
      actions.editPull(world, 'adaeze', { ...one, title: 'Another title', body: 'Another body' }),
    tells: ['pull_request.edited'],
  },
  'editPull: the same again': {
    given: pull,
    act: (world) => actions.editPull(world, 'adaeze', { ...one, title: aPull.title, body: aPull.body }),
    tells: [],
  },
  'editPull: labels and assignees': {
    given: (world) => openPull(world, 'adaeze', { ...aPull, labels: ['bug'], assignees: ['adaeze'] }),
    act: (world) => actions.editPull(world, 'siri', { ...one, labels: ['urgent'], assignees: ['tomas'] }),
    tells: [
      'pull_request.unlabeled',
      'pull_request.labeled',
      'pull_request.unassigned',
      'pull_request.assigned',
    ],
  },
  'editPull: to a draft': {
    given: pull,
    act: (world) => actions.editPull(world, 'adaeze', { ...one, draft: true }),
    tells: ['pull_request.converted_to_draft'],
  },
  'editPull: ready': {
    given: (world) => openPull(world, 'adaeze', { ...aPull, draft: true }),
    act: (world) => actions.editPull(world, 'adaeze', { ...one, draft: false }),
    tells: ['pull_request.ready_for_review'],
  },
  'editPull: closed': {
    given: pull,
    act: (world) => actions.editPull(world, 'adaeze', { ...one, state: 'closed' }),
    tells: ['pull_request.closed'],
  },
  'editPull: another base': {
    given: (world) => {
      actions.createBranch(world, 'siri', { repository: PAYMENTS, name: 'release/2.1' });
      pull(world);
    },
    act: (world) => actions.editPull(world, 'adaeze', { ...one, base: 'release/2.1' }),
    tells: ['pull_request.edited'],
  },
  'deleteBranch: with a pull request on top': {
    given: (world) => {
      pull(world);
      openPull(world, 'adaeze', { ...aPull, head: 'next-step', base: aPull.head });
      actions.mergePull(world, 'tomas', one);
    },
    act: (world) => actions.deleteBranch(world, 'tomas', { repository: PAYMENTS, name: aPull.head }),
    tells: ['pull_request.edited'],
  },
  'deleteBranch: of an open pull request': {
    given: pull,
    act: (world) => actions.deleteBranch(world, 'tomas', { repository: PAYMENTS, name: aPull.head }),
    tells: ['pull_request.closed'],
  },
  requestReview: {
    given: pull,
    act: (world) => actions.requestReview(world, 'adaeze', { ...one, reviewer: 'tomas' }),
    tells: ['pull_request.review_requested'],
  },
  unrequestReview: {
    given: (world) => openPull(world, 'adaeze', { ...aPull, reviewers: ['tomas'] }),
    act: (world) => actions.unrequestReview(world, 'adaeze', { ...one, reviewer: 'tomas' }),
    tells: ['pull_request.review_request_removed'],
  },
  'mergePull: closing an issue': {
    given: (world) => {
      issue(world);
      openPull(world, 'adaeze', { ...aPull, body: 'Fixes #1' });
    },
    act: (world) => actions.mergePull(world, 'tomas', { ...one, number: 2 }),
    tells: ['pull_request.closed', 'issues.closed'],
  },
  closePull: {
    given: pull,
    act: (world) => actions.closePull(world, 'adaeze', one),
    tells: ['pull_request.closed'],
  },
  reopenPull: {
    given: (world) => {
      pull(world);
      actions.closePull(world, 'adaeze', one);
    },
    act: (world) => actions.reopenPull(world, 'adaeze', one),
    tells: ['pull_request.reopened'],
  },
};
