import type { ChangedFile, Commit, Pull } from '../state.ts';
import type { World } from '../world.ts';
import { branchOff, commitOn } from './branches.ts';
import type { Place } from './find.ts';
import { pullScene } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';
import { touch } from './timeline.ts';

export type PushWish = Place & {
  readonly message: string;
  /** What it touched, with the figures these files now have in the pull request as a whole. */
  readonly files: readonly ChangedFile[];
  readonly at?: string;
  /** Ids of the threads whose lines changed. Left out: all on the touched files. */
  readonly outdated?: readonly number[];
};

/** One more commit on the head. */
export function push(world: World, actor: string, wish: PushWish): Pull {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const { state } = world;
  const branch =
    scene.repository.branches.get(pull.head) ?? branchOff(scene.repository, pull.head, pull.base);
  const commit = commitOn(state, branch, {
    author: scene.actor,
    message: wish.message,
    at: wish.at ?? state.now,
  });
  if (pull.state === 'open')
    moveHead(scene, pull, {
      commit,
      files: merged(pull.files, wish.files),
      touched: wish.files.flatMap(({ path, previousPath }) => [path, previousPath ?? path]),
      outdated: wish.outdated ?? null,
    });
  return pull;
}

type Move = {
  readonly commit: Commit;
  readonly files: ChangedFile[];
  readonly touched: readonly string[];
  readonly outdated: readonly number[] | null;
};

/** The head of a pull request is another commit now. */
export function moveHead(scene: Scene, pull: Pull, move: Move): void {
  const before = pull.headSha;
  pull.commits = [...pull.commits, move.commit];
  pull.headSha = move.commit.sha;
  pull.files = move.files;
  for (const thread of pull.reviewThreads)
    if (move.outdated?.includes(thread.id) ?? move.touched.includes(thread.path)) thread.outdated = true;
  touch(scene.world.state, pull);
  tellThread(scene, pull, 'synchronize', { before, after: pull.headSha });
}

/** A file that the pull request itself had added and now removes is no change any more. */
function merged(files: readonly ChangedFile[], pushed: readonly ChangedFile[]): ChangedFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const file of pushed) {
    if (file.previousPath !== null) byPath.delete(file.previousPath);
    if (file.status === 'removed' && byPath.get(file.path)?.status === 'added') byPath.delete(file.path);
    else byPath.set(file.path, file);
  }
  return [...byPath.values()];
}
