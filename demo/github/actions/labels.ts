import { restLabel } from '../shapes/label.ts';
import type { Issue, Label, Pull, Repository, State } from '../state.ts';
import type { World } from '../world.ts';
import { openRepository } from './find.ts';
import type { Place } from './find.ts';
import { nextId } from './ids.ts';
import { Refusal } from './refusal.ts';
import { threadScene } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';
import { record, touch } from './timeline.ts';

/** Makes a label, or returns the one there is: names differ in more than capitals. */
export function createLabel(
  world: World,
  wish: { readonly repository: string; readonly name: string; readonly color?: string },
): Label {
  return labelNamed(world.state, openRepository(world.state, wish.repository), wish.name, wish.color);
}

/** Labels that do not exist yet are made; one that is there already tells nobody anything. */
export function addLabels(
  world: World,
  actor: string,
  wish: Place & { readonly labels: readonly string[] },
): Issue | Pull {
  const { thread, ...scene } = threadScene(world, actor, wish);
  for (const label of wish.labels) putOn(scene, thread, label);
  return thread;
}

export function removeLabel(
  world: World,
  actor: string,
  wish: Place & { readonly label: string },
): Issue | Pull {
  const { thread, ...scene } = threadScene(world, actor, wish);
  const label = known(scene.repository, wish.label);
  if (label === undefined || !thread.labels.includes(label.name))
    throw new Refusal(404, 'Label does not exist');
  takeOff(scene, thread, label.name);
  return thread;
}

/** Makes the labels these and no others. */
export function setLabels(scene: Scene, thread: Issue | Pull, labels: readonly string[]): void {
  const wanted = labels.map((name) => labelNamed(scene.world.state, scene.repository, name).name);
  for (const name of thread.labels.filter((there) => !wanted.includes(there))) takeOff(scene, thread, name);
  for (const name of wanted) putOn(scene, thread, name);
}

/** The labels something is opened with: on it before anybody is told, then told one by one. */
export function namesFor(state: State, repository: Repository, labels: readonly string[]): string[] {
  return [...new Set(labels.map((name) => labelNamed(state, repository, name).name))];
}

export function announceLabel(scene: Scene, thread: Issue | Pull, name: string): void {
  const { world, repository, actor } = scene;
  record(world.state, thread, 'labeled', actor, name);
  const label = restLabel(world.url, repository, labelNamed(world.state, repository, name));
  tellThread(scene, thread, 'labeled', { label });
}

function putOn(scene: Scene, thread: Issue | Pull, wanted: string): void {
  const { name } = labelNamed(scene.world.state, scene.repository, wanted);
  if (thread.labels.includes(name)) return;
  thread.labels.push(name);
  touch(scene.world.state, thread);
  announceLabel(scene, thread, name);
}

function takeOff(scene: Scene, thread: Issue | Pull, name: string): void {
  const { world, repository, actor } = scene;
  thread.labels = thread.labels.filter((there) => there !== name);
  touch(world.state, thread);
  record(world.state, thread, 'unlabeled', actor, name);
  const label = restLabel(world.url, repository, labelNamed(world.state, repository, name));
  tellThread(scene, thread, 'unlabeled', { label });
}

function labelNamed(state: State, repository: Repository, name: string, color = 'ededed'): Label {
  const found = known(repository, name);
  if (found !== undefined) return found;
  const label = { id: nextId(state), name, color };
  repository.labels.set(name, label);
  return label;
}

function known(repository: Repository, name: string): Label | undefined {
  const small = name.toLowerCase();
  return [...repository.labels.values()].find((label) => label.name.toLowerCase() === small);
}
