import type { Branch, Commit, Pull, Repository } from '../state.ts';
import type { World } from '../world.ts';
import { branchOff, changesOf, commitOn } from './branches.ts';
import { branchAt } from './find.ts';
import { moveHead } from './push.ts';
import { notFound, Refusal } from './refusal.ts';
import { sceneAt } from './scene.ts';
import type { Scene } from './tell.ts';

type At = {
  readonly repository: string;
  readonly branch?: string;
  readonly path: string;
  readonly message?: string;
};

/** From the default branch where nothing else is said. */
export function createBranch(
  world: World,
  actor: string,
  wish: { readonly repository: string; readonly name: string; readonly from?: string },
): Branch {
  const { repository } = sceneAt(world, actor, wish.repository);
  if (repository.branches.has(wish.name)) throw new Refusal(422, 'Reference already exists');
  return branchOff(repository, wish.name, wish.from ?? repository.defaultBranch);
}

/** A commit with one file. On the head of an open pull request it is a push to that. */
export function writeFile(world: World, actor: string, wish: At & { readonly text: string }): Commit {
  const scene = sceneAt(world, actor, wish.repository);
  return commitFile(scene, wish, wish.text);
}

export function deleteFile(world: World, actor: string, wish: At): Commit {
  const scene = sceneAt(world, actor, wish.repository);
  const branch = branchAt(scene.repository, wish.branch ?? scene.repository.defaultBranch);
  if (!branch.files.has(wish.path)) throw notFound();
  return commitFile(scene, wish, null);
}

function commitFile(scene: Scene, at: At, text: string | null): Commit {
  const { world, repository, actor } = scene;
  const name = at.branch ?? repository.defaultBranch;
  const branch = branchAt(repository, name);
  if (text === null) branch.files.delete(at.path);
  else branch.files.set(at.path, text);
  branch.own.add(at.path);
  const message = at.message ?? `${text === null ? 'Delete' : 'Update'} ${at.path}`;
  const commit = commitOn(world.state, branch, { author: actor, message, at: world.state.now });
  for (const pull of openPullsOf(repository, name)) follow(scene, pull, commit, at.path);
  return commit;
}

function follow(scene: Scene, pull: Pull, commit: Commit, path: string): void {
  const files = changesOf(scene.repository, pull.base, pull.head);
  moveHead(scene, pull, { commit, files, touched: [path], outdated: null });
}

function openPullsOf(repository: Repository, head: string): readonly Pull[] {
  return [...repository.threads.values()].filter(
    (thread): thread is Pull => thread.kind === 'pull' && thread.head === head && thread.state === 'open',
  );
}
