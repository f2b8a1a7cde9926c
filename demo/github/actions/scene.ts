import type { Issue, Pull } from '../state.ts';
import type { World } from '../world.ts';
import { issueAt, openRepository, personAt, pullAt, threadAt } from './find.ts';
import type { Place } from './find.ts';
import type { Scene } from './tell.ts';

/** Who acts in which repository. Refuses what is not there and what is archived. */
export function sceneAt(world: World, actor: string, repository: string): Scene {
  const { state } = world;
  return { world, actor: personAt(state, actor), repository: openRepository(state, repository) };
}

export function pullScene(world: World, actor: string, place: Place): Scene & { readonly pull: Pull } {
  const scene = sceneAt(world, actor, place.repository);
  return { ...scene, pull: pullAt(world.state, place) };
}

export function issueScene(world: World, actor: string, place: Place): Scene & { readonly issue: Issue } {
  const scene = sceneAt(world, actor, place.repository);
  return { ...scene, issue: issueAt(world.state, place) };
}

export function threadScene(
  world: World,
  actor: string,
  place: Place,
): Scene & { readonly thread: Issue | Pull } {
  const scene = sceneAt(world, actor, place.repository);
  return { ...scene, thread: threadAt(world.state, place) };
}
