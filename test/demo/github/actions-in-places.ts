import * as actions from '../../../demo/github/actions.ts';
import { pull } from './actions-steps.ts';
import type { Steps } from './actions-steps.ts';
import { aPull, PAYMENTS } from './actions-world.ts';

const harbour = { organisation: 'harbour' };

/** Repositories, branches, people and the app itself. */
export const IN_PLACES: Steps = {
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
