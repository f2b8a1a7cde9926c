import { collaboratorPayload } from '../payloads/account.ts';
import type { Permission } from '../state.ts';
import type { World } from '../world.ts';
import { personAt } from './find.ts';
import { sceneAt } from './scene.ts';
import { tell } from './tell.ts';

type At = { readonly repository: string; readonly login: string };

/** Without an invitation: who is asked has said yes already. */
export function addCollaborator(
  world: World,
  actor: string,
  wish: At & { readonly permission: Permission },
): void {
  const { repository, actor: doer } = sceneAt(world, actor, wish.repository);
  const person = personAt(world.state, wish.login);
  const before = repository.collaborators.get(person);
  if (before === wish.permission) return;
  repository.collaborators.set(person, wish.permission);
  const action = before === undefined ? 'added' : 'edited';
  const changes = { changes: { permission: { from: before ?? null, to: wish.permission } } };
  tell(world, 'member', repository, () =>
    collaboratorPayload(world, doer, repository, { action, person, changes }),
  );
}

export function removeCollaborator(world: World, actor: string, wish: At): void {
  const { repository, actor: doer } = sceneAt(world, actor, wish.repository);
  const person = personAt(world.state, wish.login);
  if (!repository.collaborators.delete(person)) return;
  tell(world, 'member', repository, () =>
    collaboratorPayload(world, doer, repository, { action: 'removed', person, changes: {} }),
  );
}
