import * as actions from '../../../demo/github/actions.ts';
import { issue, one, pull } from './actions-steps.ts';
import type { Steps } from './actions-steps.ts';
import { anIssue, PAYMENTS } from './actions-world.ts';

const { openIssue } = actions;

/** What people do with issues, and with labels and assignees of both. */
export const ON_ISSUES: Steps = {
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
};
