import { addCollaborator, removeCollaborator } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { nameOf, permissionOf, readersOf } from '../permissions.ts';
import { noContent, ok, paged, parameter, textIn } from '../router-answers.ts';
import { invalid, notFound } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restUser } from '../shapes/user.ts';
import type { Permission, Repository } from '../state.ts';
import type { Need } from '../tokens-access.ts';
import { actor, ADMINISTRATION, METADATA, repositoryOf } from './needs.ts';
import { permissionNamed, rightsWith } from './repository-shape.ts';

/** Who reads a list of collaborators has to be able to push. */
const LIST: Need = { app: ['metadata=read'], user: 'write' };

const AT = '/repos/:owner/:repo/collaborators';

export const collaboratorRoutes: readonly Route[] = [
  { method: 'GET', path: AT, answer: list },
  { method: 'GET', path: `${AT}/:login`, answer: check },
  { method: 'PUT', path: `${AT}/:login`, answer: add },
  { method: 'DELETE', path: `${AT}/:login`, answer: remove },
  { method: 'GET', path: `${AT}/:login/permission`, answer: permission },
  { method: 'GET', path: '/repos/:owner/:repo/invitations', answer: invitations },
  { method: 'GET', path: '/repos/:owner/:repo/assignees/:login', answer: assignable },
];

function list(call: Call): Answer {
  const repository = repositoryOf(call, LIST);
  const affiliation = call.url.searchParams.get('affiliation') ?? 'all';
  const { state } = call.world;
  const all = [...readersOf(state, repository)].filter(
    ([name]) => state.users.get(name)?.type === 'User' && belongs(call, repository, name, affiliation),
  );
  return paged(call, all, ([name, has]) => ({
    ...restUser(state, call.base, name),
    permissions: rightsWith(has),
    role_name: has,
  }));
}

/** `outside`: collaborators who are no members; `direct`: everybody who was let in by name. */
function belongs(call: Call, repository: Repository, name: string, affiliation: string): boolean {
  if (affiliation === 'all') return true;
  const isMember = call.world.state.organisations.get(repository.owner)?.members.has(name) === true;
  return repository.collaborators.has(name) && (affiliation === 'direct' || !isMember);
}

function check(call: Call): Answer {
  const repository = repositoryOf(call, METADATA);
  if (!readersOf(call.world.state, repository).has(personOf(call))) throw notFound();
  return noContent();
}

/** Invitations are accepted at once here, so that there is never one that waits. */
function add(call: Call): Answer {
  const repository = repositoryOf(call, ADMINISTRATION);
  const wanted = textIn(call, 'permission') ?? 'push';
  const given = permissionNamed(wanted);
  if (given === null) throw invalid(`"${wanted}" is not a permission.`);
  const login = personOf(call);
  addCollaborator(call.world, actor(call), { repository: fullName(repository), login, permission: given });
  return noContent();
}

function remove(call: Call): Answer {
  const repository = repositoryOf(call, ADMINISTRATION);
  removeCollaborator(call.world, actor(call), { repository: fullName(repository), login: personOf(call) });
  return noContent();
}

function permission(call: Call): Answer {
  const repository = repositoryOf(call, METADATA);
  const { state } = call.world;
  const name = personOf(call);
  const has = permissionOf(state, repository, name);
  const user = { ...restUser(state, call.base, name), permissions: rightsWith(has), role_name: has };
  return ok({ permission: coarse(has), role_name: has, user });
}

function invitations(call: Call): Answer {
  repositoryOf(call, ADMINISTRATION);
  return ok([]);
}

function assignable(call: Call): Answer {
  const repository = repositoryOf(call, METADATA);
  const name = nameOf(call.world.state, parameter(call, 'login'));
  if (name === null || !readersOf(call.world.state, repository).has(name)) throw notFound();
  return noContent();
}

/** GitHub's old four words for six permissions. */
function coarse(has: Permission | 'none'): string {
  return { none: 'none', read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' }[
    has
  ];
}

function personOf(call: Call): string {
  const name = nameOf(call.world.state, parameter(call, 'login'));
  if (name === null) throw notFound();
  return name;
}
