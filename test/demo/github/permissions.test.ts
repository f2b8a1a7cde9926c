import { describe, expect, test } from '@jest/globals';

import {
  addCollaborator,
  addTeamMember,
  allowTeam,
  deleteUser,
  removeMember,
  renameRepository,
  renameUser,
  setVisibility,
} from '../../../demo/github/actions.ts';
import {
  membersOf,
  nameOf,
  permissionOf,
  readersOf,
  requireAccess,
} from '../../../demo/github/permissions.ts';
import type { Organisation, Permission, Repository } from '../../../demo/github/state.ts';
import type { World } from '../../../demo/github/world.ts';
import { bareWorld, PAYMENTS } from './actions-world.ts';

type May = Permission | 'none';

describe('who may do what', () => {
  test.each<[string, string, string, Organisation['basePermission'], May]>([
    ['an owner, in a private repository', 'siri', 'payments-service', 'none', 'admin'],
    ['an owner, where nobody put them', 'siri', 'reviews-adaeze', 'none', 'admin'],
    ['a member of the team', 'tomas', 'payments-service', 'none', 'write'],
    ['a maintainer of the team', 'adaeze', 'payments-service', 'none', 'write'],
    ['a member of the team below it', 'priya', 'payments-service', 'none', 'write'],
    ['a member without a team', 'noor', 'payments-service', 'none', 'none'],
    ['a member without a team, where members read all', 'noor', 'payments-service', 'read', 'read'],
    ['a team that may more than all members', 'tomas', 'payments-service', 'read', 'write'],
    ['members who may more than a team gives', 'tomas', 'ledger-events', 'write', 'write'],
    ['a team that was not given the repository', 'tomas', 'ledger-events', 'none', 'none'],
    ['a collaborator', 'adaeze', 'reviews-adaeze', 'none', 'read'],
    ['a colleague of the collaborator', 'tomas', 'reviews-adaeze', 'none', 'none'],
    ['a member, in an internal repository', 'noor', 'handbook', 'none', 'read'],
    ['an outsider, in an internal repository', 'jonas', 'handbook', 'write', 'none'],
    ['an outsider, in a private repository', 'jonas', 'payments-service', 'write', 'none'],
    ['an outsider, in a public repository', 'jonas', 'sdk-node', 'none', 'read'],
    ['somebody without an account, in a public repository', 'nobody', 'sdk-node', 'none', 'read'],
    ['somebody without an account, in a private repository', 'nobody', 'payments-service', 'write', 'none'],
  ])('%s', (_, login, repository, base, expected) => {
    const world = bareWorld(base);
    expect(permissionOf(world.state, inHarbour(world, repository), login)).toBe(expected);
  });

  test('the higher of a team and being asked as a collaborator counts', () => {
    const world = bareWorld();
    addCollaborator(world, 'siri', { repository: PAYMENTS, login: 'tomas', permission: 'maintain' });
    addCollaborator(world, 'siri', { repository: PAYMENTS, login: 'adaeze', permission: 'read' });
    expect(may(world, 'tomas')).toBe('maintain');
    expect(may(world, 'adaeze')).toBe('write');
  });

  test('what changes counts at once', () => {
    const world = bareWorld();
    addTeamMember(world, 'siri', { organisation: 'harbour', team: 'on-call', login: 'noor' });
    expect(may(world, 'noor')).toBe('write');
    removeMember(world, 'siri', { organisation: 'harbour', login: 'tomas' });
    expect(may(world, 'tomas')).toBe('none');
    expect([
      ...(world.state.organisations.get('harbour')?.teams.get('payments')?.members.keys() ?? []),
    ]).toEqual(['adaeze']);
    allowTeam(world, {
      organisation: 'harbour',
      team: 'payments',
      repository: PAYMENTS,
      permission: 'admin',
    });
    expect(may(world, 'noor')).toBe('admin');
    setVisibility(world, 'siri', { repository: PAYMENTS, visibility: 'public' });
    expect(may(world, 'jonas')).toBe('read');
  });

  test('a team above does not get what only the team below it may', () => {
    const world = bareWorld();
    const repository = 'harbour/ledger-events';
    allowTeam(world, { organisation: 'harbour', team: 'on-call', repository, permission: 'write' });
    expect(permissionOf(world.state, inHarbour(world, 'ledger-events'), 'priya')).toBe('write');
    expect(permissionOf(world.state, inHarbour(world, 'ledger-events'), 'tomas')).toBe('none');
  });

  test('a team keeps its access when the repository is renamed', () => {
    const world = bareWorld();
    renameRepository(world, 'siri', { repository: PAYMENTS, name: 'payments' });
    expect(permissionOf(world.state, inHarbour(world, 'payments'), 'tomas')).toBe('write');
  });
});

describe('who reads', () => {
  test('a private repository: its people and the owners, by name', () => {
    const world = bareWorld();
    expect(Object.fromEntries(readersOf(world.state, inHarbour(world, 'reviews-adaeze')))).toEqual({
      siri: 'admin',
      adaeze: 'read',
    });
  });

  test('a public repository: everybody may, but nobody was asked', () => {
    const world = bareWorld();
    expect([...readersOf(world.state, inHarbour(world, 'sdk-node')).keys()]).toEqual(['siri']);
  });

  test('members of the teams below belong to a team', () => {
    const organisation = bareWorld().state.organisations.get('harbour');
    const payments = organisation?.teams.get('payments');
    const onCall = organisation?.teams.get('on-call');
    if (organisation === undefined || payments === undefined || onCall === undefined)
      throw new Error('no team');
    expect([...membersOf(organisation, payments)].toSorted()).toEqual(['adaeze', 'priya', 'tomas']);
    expect([...membersOf(organisation, onCall)]).toEqual(['priya']);
  });
});

describe('what is refused', () => {
  test.each<[string, string, Permission, number | null]>([
    ['who may not read is told that it does not exist', 'noor', 'read', 404],
    ['who reads may not write', 'jonas', 'write', 403],
    ['who writes may read', 'tomas', 'read', null],
    ['who writes does not rule', 'tomas', 'admin', 403],
    ['an owner rules', 'siri', 'admin', null],
  ])('%s', (_, login, needed, status) => {
    const world = bareWorld();
    addCollaborator(world, 'siri', { repository: PAYMENTS, login: 'jonas', permission: 'triage' });
    const ask = (): void => requireAccess(world.state, inHarbour(world, 'payments-service'), login, needed);
    expect(statusOf(ask)).toBe(status);
  });
});

describe('who is who', () => {
  test('a new login means the same person, and so does the name in the state', () => {
    const world = bareWorld();
    renameUser(world, { login: 'tomas', to: 'tomas-reyes' });
    expect(nameOf(world.state, 'tomas-reyes')).toBe('tomas');
    expect(may(world, 'tomas-reyes')).toBe('write');
    expect(world.state.users.get('tomas')?.login).toBe('tomas-reyes');
  });

  test('a deleted account may do nothing', () => {
    const world = bareWorld('read');
    deleteUser(world, { login: 'tomas' });
    expect(may(world, 'tomas')).toBe('none');
    expect([...readersOf(world.state, inHarbour(world, 'payments-service')).keys()]).not.toContain('tomas');
  });
});

function inHarbour(world: World, name: string): Repository {
  const repository = world.state.repositories.get(`harbour/${name}`);
  if (repository === undefined) throw new Error(`no ${name}`);
  return repository;
}

function may(world: World, login: string): May {
  return permissionOf(world.state, inHarbour(world, 'payments-service'), login);
}

function statusOf(ask: () => void): number | null {
  try {
    ask();
    return null;
  } catch (error) {
    return (error as { status: number }).status;
  }
}
