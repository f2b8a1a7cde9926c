import { isAtLeast, permissionOf } from './permissions.ts';
import { notFound, Problem } from './router-problem.ts';
import type { Organisation, Permission, Repository, State } from './state.ts';
import type { Access, Caller } from './tokens.ts';

/** A permission of an app, as `issues=write`. */
export type Grant = `${string}=${Access}`;

/** What a request takes: any one of the grants for an app, and for a person at least this permission. */
export type Need = { readonly app: readonly Grant[]; readonly user: Permission };

/** Whether the caller may know that the repository exists. */
export function mayRead(state: State, caller: Caller, repository: Repository): boolean {
  if (repository.visibility === 'public') return true;
  if (caller.kind === 'installation') return covers(caller, repository);
  return caller.kind === 'user' && personHas(state, repository, caller.name, 'read');
}

/** Throws a Problem: 404 where the caller may not see the repository, 403 where they see it and need more. */
export function demand(state: State, caller: Caller, repository: Repository, need: Need): void {
  if (!mayRead(state, caller, repository)) throw notFound();
  if (caller.kind === 'installation') return demandGrant(caller, repository, need.app);
  if (need.user === 'read' && onlyReads(need)) return;
  if (caller.kind !== 'user') throw new Problem(401, 'Requires authentication');
  if (!personHas(state, repository, caller.name, need.user)) throw lacks(need.user);
}

/** Whether the caller may do this to a repository that they can see. */
export function allows(state: State, caller: Caller, repository: Repository, need: Need): boolean {
  try {
    demand(state, caller, repository, need);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** Throws where the caller may not know who belongs to the organisation. */
export function demandMembers(caller: Caller, organisation: Organisation): void {
  if (caller.kind === 'nobody' || caller.kind === 'app') throw new Problem(401, 'Requires authentication');
  if (caller.kind === 'user') {
    if (!organisation.members.has(caller.name)) throw notFound();
    return;
  }
  const granted = caller.installation.account === organisation.login && holds(caller, 'members=read');
  if (!granted) throw notAccessible(['members=read']);
}

/** What a person has to be told who may see a thing and not do this to it. */
export function lacks(permission: Permission): Problem {
  const what = { read: 'read', triage: 'triage', write: 'push', maintain: 'maintain', admin: 'admin' }[
    permission
  ];
  return new Problem(403, `Must have ${what} rights to Repository.`);
}

/** What an app is told that was not granted this. */
export function notAccessible(grants: readonly Grant[]): Problem {
  return new Problem(403, 'Resource not accessible by integration', {
    'x-accepted-github-permissions': grants.join('; '),
  });
}

type OfInstallation = Extract<Caller, { kind: 'installation' }>;

function demandGrant(caller: OfInstallation, repository: Repository, grants: readonly Grant[]): void {
  const reads = grants.some((grant) => grant.endsWith('=read'));
  if (repository.visibility === 'public' && reads) return;
  const granted = covers(caller, repository) && grants.some((grant) => holds(caller, grant));
  if (!granted) throw notAccessible(grants);
}

function covers(caller: OfInstallation, repository: Repository): boolean {
  const ofAccount = caller.installation.account === repository.owner;
  return ofAccount && (caller.repositories === null || caller.repositories.has(repository.id));
}

function holds(caller: OfInstallation, grant: Grant): boolean {
  const [name = '', access] = grant.split('=');
  if (name === 'metadata') return access === 'read';
  const held = caller.permissions[name];
  return held === 'write' || (held === 'read' && access === 'read');
}

function onlyReads(need: Need): boolean {
  return need.app.every((grant) => grant.endsWith('=read'));
}

function personHas(state: State, repository: Repository, name: string, permission: Permission): boolean {
  return isAtLeast(permissionOf(state, repository, name), permission);
}
