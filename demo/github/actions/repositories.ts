import { repositoryAddedPayload, repositoryPayload } from '../payloads/account.ts';
import type { Repository } from '../state.ts';
import { addRepository } from '../world.ts';
import type { Payload, RepositoryPlan, World } from '../world.ts';
import { fullName, listenerOf, personAt, repositoryAt } from './find.ts';
import { Refusal } from './refusal.ts';
import { sceneAt } from './scene.ts';
import { tell } from './tell.ts';
import type { Scene } from './tell.ts';

type At = { readonly repository: string };

/** The app sees every repository of the account it is installed on, also new ones. */
export function createRepository(
  world: World,
  actor: string,
  wish: RepositoryPlan & { readonly owner: string },
): Repository {
  const { state } = world;
  const person = personAt(state, actor);
  if (state.repositories.has(`${wish.owner}/${wish.name}`)) throw taken();
  const repository = addRepository(state, wish.owner, wish);
  state.formerNames.delete(fullName(repository));
  tellRepository({ world, actor: person, repository }, 'created');
  const installation = listenerOf(state, wish.owner);
  if (installation !== null)
    world.emit('installation_repositories', repositoryAddedPayload(world, person, installation, repository), {
      installation,
      repository: null,
    });
  return repository;
}

export function setVisibility(
  world: World,
  actor: string,
  wish: At & { readonly visibility: Repository['visibility'] },
): Repository {
  const scene = sceneAt(world, actor, wish.repository);
  const { repository } = scene;
  if (repository.visibility === wish.visibility) return repository;
  repository.visibility = wish.visibility;
  tellRepository(scene, wish.visibility === 'public' ? 'publicized' : 'privatized');
  return repository;
}

/** The old name leads to the new one until another repository takes it. */
export function renameRepository(
  world: World,
  actor: string,
  wish: At & { readonly name: string },
): Repository {
  const scene = sceneAt(world, actor, wish.repository);
  const { repository } = scene;
  const { state } = world;
  const before = { name: repository.name, full: fullName(repository) };
  if (before.name === wish.name) return repository;
  if (state.repositories.has(`${repository.owner}/${wish.name}`)) throw taken();
  state.repositories.delete(before.full);
  repository.name = wish.name;
  state.repositories.set(fullName(repository), repository);
  state.formerNames.delete(fullName(repository));
  state.formerNames.set(before.full, fullName(repository));
  moveTeams(world, repository.owner, before.full, fullName(repository));
  tellRepository(scene, 'renamed', { changes: { repository: { name: { from: before.name } } } });
  return repository;
}

export function archive(world: World, actor: string, wish: At): Repository {
  const scene = sceneAt(world, actor, wish.repository);
  scene.repository.archived = true;
  tellRepository(scene, 'archived');
  return scene.repository;
}

export function unarchive(world: World, actor: string, wish: At): Repository {
  const repository = repositoryAt(world.state, wish.repository);
  if (!repository.archived) return repository;
  repository.archived = false;
  tellRepository(sceneAt(world, actor, wish.repository), 'unarchived');
  return repository;
}

function moveTeams(world: World, owner: string, from: string, to: string): void {
  for (const team of world.state.organisations.get(owner)?.teams.values() ?? []) {
    const permission = team.repositories.get(from);
    if (permission === undefined) continue;
    team.repositories.delete(from);
    team.repositories.set(to, permission);
  }
}

function tellRepository(scene: Scene, action: string, more: Payload = {}): void {
  const { world, actor, repository } = scene;
  tell(world, 'repository', repository, () => repositoryPayload(world, actor, repository, { action, more }));
}

function taken(): Refusal {
  return new Refusal(422, 'Repository creation failed.', [
    { resource: 'Repository', code: 'custom', field: 'name', message: 'name already exists on this account' },
  ]);
}
