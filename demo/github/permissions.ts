import { notFound, Refusal } from './actions/refusal.ts';
import type { Organisation, Permission, Repository, State, Team } from './state.ts';

const RANK: Readonly<Record<Permission | 'none', number>> = {
  none: 0,
  read: 1,
  triage: 2,
  write: 3,
  maintain: 4,
  admin: 5,
};

/** What somebody may do in a repository. A login of today and the name in the state are both understood. */
export function permissionOf(state: State, repository: Repository, login: string): Permission | 'none' {
  const granted = grantedTo(state, repository, login);
  return repository.visibility === 'public' ? higher(granted, 'read') : granted;
}

/** Who has access by name, not because everybody has: the owners, members, teams and collaborators. By name in the state. */
export function readersOf(state: State, repository: Repository): ReadonlyMap<string, Permission> {
  const readers = new Map<string, Permission>();
  for (const [name] of state.users) {
    const permission = grantedTo(state, repository, name);
    if (permission !== 'none') readers.set(name, permission);
  }
  return readers;
}

/**
 * Refuses as GitHub does when somebody may do less than is needed: 404 to those who may not even read, so that a
 * private repository does not give itself away; 403 to the others.
 */
export function requireAccess(state: State, repository: Repository, login: string, needed: Permission): void {
  const permission = permissionOf(state, repository, login);
  if (permission === 'none') throw notFound();
  if (RANK[permission] < RANK[needed]) throw new Refusal(403, 'Must have admin rights to Repository.');
}

export function isAtLeast(permission: Permission | 'none', needed: Permission): boolean {
  return RANK[permission] >= RANK[needed];
}

/** The name by which the state knows a person: that of their first login. Null for nobody. */
export function nameOf(state: State, login: string): string | null {
  for (const [name, user] of state.users) if (user.login === login) return name;
  return state.users.has(login) ? login : null;
}

/** The members of a team and of the teams below it, by name in the state. */
export function membersOf(organisation: Organisation, team: Team): ReadonlySet<string> {
  const members = new Set<string>(team.members.keys());
  for (const other of organisation.teams.values())
    if (lineOf(organisation, other).includes(team))
      for (const name of other.members.keys()) members.add(name);
  return members;
}

/** What somebody may do because they, their team or their role was given it: not because everybody may. */
export function grantedTo(state: State, repository: Repository, login: string): Permission | 'none' {
  const name = nameOf(state, login);
  if (name === null) return 'none';
  if (repository.owner === name) return 'admin';
  const direct = repository.collaborators.get(name) ?? 'none';
  const organisation = state.organisations.get(repository.owner);
  return organisation === undefined ? direct : higher(direct, asMember(organisation, repository, name));
}

function asMember(organisation: Organisation, repository: Repository, name: string): Permission | 'none' {
  const role = organisation.members.get(name);
  if (role === undefined) return 'none';
  if (role === 'admin') return 'admin';
  const base = higher(organisation.basePermission, repository.visibility === 'internal' ? 'read' : 'none');
  return higher(base, throughTeams(organisation, `${repository.owner}/${repository.name}`, name));
}

/** A team may do what the teams above it may do. */
function throughTeams(organisation: Organisation, repository: string, name: string): Permission | 'none' {
  const teams = [...organisation.teams.values()].filter((team) => team.members.has(name));
  const lines = teams.flatMap((team) => lineOf(organisation, team));
  return lines
    .map((team) => team.repositories.get(repository) ?? 'none')
    .reduce((one, other) => higher(one, other), 'none');
}

/** A team and those above it. */
function lineOf(organisation: Organisation, team: Team): readonly Team[] {
  const line: Team[] = [];
  let current: Team | undefined = team;
  while (current !== undefined && !line.includes(current)) {
    line.push(current);
    current = current.parent === null ? undefined : organisation.teams.get(current.parent);
  }
  return line;
}

function higher(one: Permission | 'none', other: Permission | 'none'): Permission | 'none' {
  return RANK[one] >= RANK[other] ? one : other;
}
