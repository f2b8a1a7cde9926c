import { grantedTo, nameOf } from '../permissions.ts';
import { restUser } from '../shapes/user.ts';
import type { Issue, Pull, Repository, State } from '../state.ts';
import type { World } from '../world.ts';
import { personAt } from './find.ts';
import type { Place } from './find.ts';
import { Refusal } from './refusal.ts';
import { threadScene } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';
import { record, touch } from './timeline.ts';

type Wish = Place & { readonly assignees: readonly string[] };

/** Like GitHub, it says nothing about those who cannot be assigned: they just are not. */
export function assign(world: World, actor: string, wish: Wish): Issue | Pull {
  const { thread, ...scene } = threadScene(world, actor, wish);
  const able = wish.assignees.filter((login) => isAssignable(world.state, scene.repository, login));
  for (const name of peopleOf(world.state, able)) add(scene, thread, name);
  return thread;
}

export function unassign(world: World, actor: string, wish: Wish): Issue | Pull {
  const { thread, ...scene } = threadScene(world, actor, wish);
  for (const name of peopleOf(world.state, wish.assignees)) remove(scene, thread, name);
  return thread;
}

/** Makes the assignees these and no others. */
export function setAssignees(scene: Scene, thread: Issue | Pull, logins: readonly string[]): void {
  const wanted = assigneesOf(scene, logins);
  for (const name of thread.assignees.filter((there) => !wanted.includes(there))) remove(scene, thread, name);
  for (const name of wanted) add(scene, thread, name);
}

/** Refuses all if one of them cannot be assigned: as when something is opened or edited with assignees. */
export function assigneesOf(scene: Scene, logins: readonly string[]): string[] {
  const { state } = scene.world;
  const wrong = logins.find((login) => !isAssignable(state, scene.repository, login));
  if (wrong === undefined) return peopleOf(state, logins);
  throw new Refusal(422, 'Validation Failed', [
    { value: wrong, resource: 'Issue', field: 'assignees', code: 'invalid' },
  ]);
}

export function peopleOf(state: State, logins: readonly string[]): string[] {
  return [...new Set(logins.map((login) => personAt(state, login)))];
}

/** Whoever has access to the repository, and coding agents. */
function isAssignable(state: State, repository: Repository, login: string): boolean {
  const name = nameOf(state, login);
  if (name === null) return false;
  return state.users.get(name)?.type === 'Bot' || grantedTo(state, repository, name) !== 'none';
}

export function announceAssignee(scene: Scene, thread: Issue | Pull, name: string): void {
  const { world, actor } = scene;
  record(world.state, thread, 'assigned', actor, name);
  tellThread(scene, thread, 'assigned', { assignee: restUser(world.state, world.url, name) });
}

function add(scene: Scene, thread: Issue | Pull, name: string): void {
  if (thread.assignees.includes(name)) return;
  thread.assignees.push(name);
  touch(scene.world.state, thread);
  announceAssignee(scene, thread, name);
}

function remove(scene: Scene, thread: Issue | Pull, name: string): void {
  const { world, actor } = scene;
  if (!thread.assignees.includes(name)) return;
  thread.assignees = thread.assignees.filter((there) => there !== name);
  touch(world.state, thread);
  record(world.state, thread, 'unassigned', actor, name);
  tellThread(scene, thread, 'unassigned', { assignee: restUser(world.state, world.url, name) });
}
