import { nameOf } from '../permissions.ts';
import type { User } from '../state.ts';
import { addUser } from '../world.ts';
import type { World } from '../world.ts';
import { personAt } from './find.ts';
import { invalid, notFound } from './refusal.ts';

/** Somebody signs up. */
export function createUser(
  world: World,
  wish: { readonly login: string; readonly name: string | null; readonly type?: User['type'] },
): User {
  if (nameOf(world.state, wish.login) !== null) throw invalid('User', 'login', 'login is already taken');
  addUser(world.state, wish.login, wish.name, wish.type ?? 'User');
  return userNamed(world, wish.login);
}

/** Everything they did bears the new login at once. GitHub tells no app about it. */
export function renameUser(world: World, wish: { readonly login: string; readonly to: string }): User {
  const user = userNamed(world, personAt(world.state, wish.login));
  const holder = nameOf(world.state, wish.to);
  if (holder !== null && world.state.users.get(holder) !== user)
    throw invalid('User', 'login', 'login is already taken');
  user.login = wish.to;
  return user;
}

/** What they did stays, in the name of a ghost. */
export function deleteUser(world: World, wish: { readonly login: string }): void {
  const { state } = world;
  const name = personAt(state, wish.login);
  state.users.delete(name);
  for (const repository of state.repositories.values()) repository.collaborators.delete(name);
  for (const organisation of state.organisations.values()) {
    organisation.members.delete(name);
    for (const team of organisation.teams.values()) team.members.delete(name);
  }
}

function userNamed(world: World, name: string): User {
  const user = world.state.users.get(name);
  if (user === undefined) throw notFound();
  return user;
}
