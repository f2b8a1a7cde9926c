import { archive, createRepository, renameRepository, setVisibility, unarchive } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { created, numberParameter, ok, paged, textIn, textNeeded } from '../router-answers.ts';
import { invalid, notFound, Problem } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import type { Organisation, Repository } from '../state.ts';
import { mayRead, notAccessible } from '../tokens-access.ts';
import { actor, ADMINISTRATION, METADATA, organisationOf, repositoryOf } from './needs.ts';
import { fullRepository, listedRepository } from './repository-shape.ts';

export const repositoryRoutes: readonly Route[] = [
  { method: 'GET', path: '/orgs/:org/repos', answer: list },
  { method: 'POST', path: '/orgs/:org/repos', answer: create },
  { method: 'GET', path: '/repositories/:id', answer: byId },
  {
    method: 'GET',
    path: '/repos/:owner/:repo',
    answer: (call) => ok(fullRepository(call, repositoryOf(call, METADATA))),
  },
  { method: 'PATCH', path: '/repos/:owner/:repo', answer: edit },
];

function list(call: Call): Answer {
  const { login } = organisationOf(call);
  const { state } = call.world;
  const all = [...state.repositories.values()].filter(
    (one) => one.owner === login && mayRead(state, call.caller, one),
  );
  return paged(call, all, (one) => listedRepository(call, one));
}

function create(call: Call): Answer {
  const organisation = organisationOf(call);
  demandOwner(call, organisation);
  const name = textNeeded(call, 'name');
  const description = textIn(call, 'description');
  const repository = createRepository(call.world, actor(call), {
    owner: organisation.login,
    name,
    visibility: visibilityIn(call) ?? 'public',
    ...(description === null ? {} : { description }),
    ...(call.body['auto_init'] === true ? { files: { 'README.md': `# ${name}\n` } } : {}),
  });
  // Without a first commit there is no branch.
  if (call.body['auto_init'] !== true) repository.branches.clear();
  return created(fullRepository(call, repository));
}

function byId(call: Call): Answer {
  const id = numberParameter(call, 'id');
  const { state } = call.world;
  const repository = [...state.repositories.values()].find((one) => one.id === id);
  if (repository === undefined || !mayRead(state, call.caller, repository)) throw notFound();
  return ok(fullRepository(call, repository));
}

function edit(call: Call): Answer {
  const repository = repositoryOf(call, ADMINISTRATION);
  const name = textIn(call, 'name');
  const visibility = visibilityIn(call);
  const { archived } = call.body;
  const at = (): { readonly repository: string } => ({ repository: fullName(repository) });
  if (archived === false) unarchive(call.world, actor(call), at());
  if (visibility !== null) setVisibility(call.world, actor(call), { ...at(), visibility });
  if (name !== null) renameRepository(call.world, actor(call), { ...at(), name });
  if (archived === true) archive(call.world, actor(call), at());
  return ok(fullRepository(call, repository));
}

function visibilityIn(call: Call): Repository['visibility'] | null {
  const visibility = textIn(call, 'visibility');
  if (visibility === null) return privacyIn(call);
  if (visibility === 'private' || visibility === 'internal' || visibility === 'public') return visibility;
  throw invalid('"visibility" is not one of private, internal and public.');
}

function privacyIn({ body }: Call): Repository['visibility'] | null {
  if (body['private'] === undefined) return null;
  return body['private'] === true ? 'private' : 'public';
}

/** Members may make repositories where the organisation lets them; here only owners may. */
function demandOwner({ caller }: Call, organisation: Organisation): void {
  if (caller.kind === 'user') {
    if (organisation.members.get(caller.name) === 'admin') return;
    throw new Problem(403, 'You need admin access to the organization before adding a repository to it.');
  }
  const granted = caller.kind === 'installation' && caller.installation.account === organisation.login;
  if (!granted || caller.permissions['administration'] !== 'write')
    throw notAccessible(['administration=write']);
}
