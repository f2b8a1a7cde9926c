import * as actions from '../../../demo/github/actions.ts';
import type { World } from '../../../demo/github/world.ts';
import { anIssue, aPull, changed, PAYMENTS } from './actions-world.ts';

export type Step = {
  /** What happens before. */
  readonly given?: (world: World) => void;
  readonly act: (world: World) => void;
  /** What the app is told, in GitHub's order. */
  readonly tells: readonly string[];
};

const { openPull, openIssue, submitReview, comment } = actions;
const one = { repository: PAYMENTS, number: 1 };
const harbour = { organisation: 'harbour' };

const pull = (world: World): void => void openPull(world, 'adaeze', aPull);
const issue = (world: World): void => void openIssue(world, 'adaeze', anIssue);
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

/** Every action, and more than once where it can tell different things. */
export const STEPS: Readonly<Record<string, Step>> = {
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
  'openIssue: with everything': {
    act: (world) =>
      openIssue(world, 'adaeze', { ...anIssue, labels: ['incident', 'sev2'], assignees: ['tomas'] }),
    tells: ['issues.opened', 'issues.labeled', 'issues.labeled', 'issues.assigned'],
  },
  closeIssue: {
    given: issue,
    act: (world) => actions.closeIssue(world, 'tomas', { ...one, reason: 'not_planned' }),
    tells: ['issues.closed'],
  },
  reopenIssue: {
    given: (world) => {
      issue(world);
      actions.closeIssue(world, 'tomas', one);
    },
    act: (world) => actions.reopenIssue(world, 'adaeze', one),
    tells: ['issues.reopened'],
  },
  editIssue: {
    given: issue,
    act: (world) =>
      actions.editIssue(world, 'tomas', {
        ...one,
        title: 'Payouts stuck from 04:10 to 05:25',
        body: '',
        labels: ['incident'],
        assignees: ['priya'],
        state: 'closed',
      }),
    tells: ['issues.edited', 'issues.labeled', 'issues.assigned', 'issues.closed'],
  },
  'addLabels: to an issue': {
    given: issue,
    act: (world) => actions.addLabels(world, 'tomas', { ...one, labels: ['incident'] }),
    tells: ['issues.labeled'],
  },
  'addLabels: to a pull request': {
    given: pull,
    act: (world) => actions.addLabels(world, 'tomas', { ...one, labels: ['bug'] }),
    tells: ['pull_request.labeled'],
  },
  'addLabels: one that is there': {
    given: (world) => openIssue(world, 'adaeze', { ...anIssue, labels: ['incident'] }),
    act: (world) => actions.addLabels(world, 'tomas', { ...one, labels: ['Incident'] }),
    tells: [],
  },
  'removeLabel: from an issue': {
    given: (world) => openIssue(world, 'adaeze', { ...anIssue, labels: ['incident'] }),
    act: (world) => actions.removeLabel(world, 'tomas', { ...one, label: 'incident' }),
    tells: ['issues.unlabeled'],
  },
  createLabel: {
    act: (world) => actions.createLabel(world, { repository: PAYMENTS, name: 'incident' }),
    tells: [],
  },
  assign: {
    given: issue,
    act: (world) => actions.assign(world, 'adaeze', { ...one, assignees: ['tomas', 'jonas', 'priya'] }),
    tells: ['issues.assigned', 'issues.assigned'],
  },
  unassign: {
    given: (world) => openIssue(world, 'adaeze', { ...anIssue, assignees: ['tomas'] }),
    act: (world) => actions.unassign(world, 'adaeze', { ...one, assignees: ['tomas', 'priya'] }),
    tells: ['issues.unassigned'],
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
  createRepository: {
    act: (world) =>
      actions.createRepository(world, 'groundwork[bot]', {
        owner: 'harbour',
        name: 'reviews-tomas',
        visibility: 'private',
      }),
    tells: ['repository.created', 'installation_repositories.added'],
  },
  'setVisibility: public': {
    act: (world) => actions.setVisibility(world, 'siri', { repository: PAYMENTS, visibility: 'public' }),
    tells: ['repository.publicized'],
  },
  'setVisibility: private': {
    act: (world) =>
      actions.setVisibility(world, 'siri', { repository: 'harbour/sdk-node', visibility: 'private' }),
    tells: ['repository.privatized'],
  },
  renameRepository: {
    act: (world) => actions.renameRepository(world, 'siri', { repository: PAYMENTS, name: 'payments' }),
    tells: ['repository.renamed'],
  },
  archive: {
    act: (world) => actions.archive(world, 'siri', { repository: PAYMENTS }),
    tells: ['repository.archived'],
  },
  unarchive: {
    given: (world) => void actions.archive(world, 'siri', { repository: PAYMENTS }),
    act: (world) => actions.unarchive(world, 'siri', { repository: PAYMENTS }),
    tells: ['repository.unarchived'],
  },
  addCollaborator: {
    act: (world) =>
      actions.addCollaborator(world, 'siri', { repository: PAYMENTS, login: 'jonas', permission: 'read' }),
    tells: ['member.added'],
  },
  removeCollaborator: {
    act: (world) =>
      actions.removeCollaborator(world, 'siri', { repository: 'harbour/reviews-adaeze', login: 'adaeze' }),
    tells: ['member.removed'],
  },
  'addTeamMember: of a member': {
    act: (world) => actions.addTeamMember(world, 'siri', { ...harbour, team: 'payments', login: 'noor' }),
    tells: ['membership.added'],
  },
  'addTeamMember: of somebody new': {
    act: (world) => actions.addTeamMember(world, 'siri', { ...harbour, team: 'payments', login: 'jonas' }),
    tells: ['organization.member_added', 'membership.added'],
  },
  removeTeamMember: {
    act: (world) => actions.removeTeamMember(world, 'siri', { ...harbour, team: 'payments', login: 'tomas' }),
    tells: ['membership.removed'],
  },
  addMember: {
    act: (world) => actions.addMember(world, 'siri', { ...harbour, login: 'jonas', role: 'admin' }),
    tells: ['organization.member_added'],
  },
  removeMember: {
    act: (world) => actions.removeMember(world, 'siri', { ...harbour, login: 'tomas' }),
    tells: ['organization.member_removed'],
  },
  allowTeam: {
    act: (world) =>
      actions.allowTeam(world, {
        ...harbour,
        team: 'on-call',
        repository: 'harbour/ledger-events',
        permission: 'read',
      }),
    tells: [],
  },
  createUser: {
    act: (world) => actions.createUser(world, { login: 'ingrid', name: 'Ingrid Lie' }),
    tells: [],
  },
  renameUser: { act: (world) => actions.renameUser(world, { login: 'tomas', to: 'tomas-r' }), tells: [] },
  deleteUser: { act: (world) => actions.deleteUser(world, { login: 'tomas' }), tells: [] },
  createBranch: {
    act: (world) => actions.createBranch(world, 'adaeze', { repository: PAYMENTS, name: 'report' }),
    tells: [],
  },
  'writeFile: where no pull request is': {
    act: (world) =>
      actions.writeFile(world, 'adaeze', { repository: PAYMENTS, path: 'NOTES.md', text: 'One\n' }),
    tells: [],
  },
  'writeFile: on the head of an open pull request': {
    given: pull,
    act: (world) =>
      actions.writeFile(world, 'adaeze', {
        repository: PAYMENTS,
        branch: aPull.head,
        path: 'NOTES.md',
        text: 'One\n',
      }),
    tells: ['pull_request.synchronize'],
  },
  deleteFile: {
    act: (world) => actions.deleteFile(world, 'adaeze', { repository: PAYMENTS, path: 'README.md' }),
    tells: [],
  },
  suspendApp: {
    act: (world) => actions.suspendApp(world, 'siri', { account: 'harbour' }),
    tells: ['installation.suspend'],
  },
  unsuspendApp: {
    given: (world) => void actions.suspendApp(world, 'siri', { account: 'harbour' }),
    act: (world) => actions.unsuspendApp(world, 'siri', { account: 'harbour' }),
    tells: ['installation.unsuspend'],
  },
  uninstallApp: {
    act: (world) => actions.uninstallApp(world, 'siri', { account: 'harbour' }),
    tells: ['installation.deleted'],
  },
  installApp: {
    given: (world) => actions.uninstallApp(world, 'siri', { account: 'harbour' }),
    act: (world) => actions.installApp(world, 'siri', { account: 'harbour' }),
    tells: ['installation.created'],
  },
};
