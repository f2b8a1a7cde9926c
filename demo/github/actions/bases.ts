import type { Pull, Repository } from '../state.ts';
import type { World } from '../world.ts';
import { closePull } from './endings.ts';
import { branchAt, fullName } from './find.ts';
import { Refusal } from './refusal.ts';
import { sceneAt } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';
import { touch } from './timeline.ts';

/** Points an open pull request at another branch. */
export function retarget(scene: Scene, pull: Pull, base: string): void {
  if (pull.base === base || pull.state === 'closed') return;
  const before = { ref: pull.base, sha: pull.baseSha };
  pull.base = base;
  pull.baseSha = branchAt(scene.repository, base).head;
  touch(scene.world.state, pull);
  const changes = { base: { ref: { from: before.ref }, sha: { from: before.sha } } };
  tellThread(scene, pull, 'edited', { changes });
}

/**
 * As people do after a merge. What was stacked on the branch is pointed at where that was merged to, and an open pull
 * request of the branch itself is closed.
 */
export function deleteBranch(
  world: World,
  actor: string,
  wish: { readonly repository: string; readonly name: string },
): void {
  const scene = sceneAt(world, actor, wish.repository);
  const { repository } = scene;
  branchAt(repository, wish.name);
  if (wish.name === repository.defaultBranch) throw new Refusal(422, 'Cannot delete the default branch.');
  const pulls = pullsOf(repository);
  const merged = pulls.findLast(({ head, mergedAt }) => head === wish.name && mergedAt !== null);
  for (const pull of pulls) {
    if (pull.base === wish.name) retarget(scene, pull, merged?.base ?? repository.defaultBranch);
    if (pull.head === wish.name && pull.state === 'open')
      closePull(world, actor, { repository: fullName(repository), number: pull.number });
  }
  repository.branches.delete(wish.name);
}

export function missing(field: 'head' | 'base'): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource: 'PullRequest', field, code: 'invalid' }]);
}

function pullsOf(repository: Repository): readonly Pull[] {
  return [...repository.threads.values()].filter((thread): thread is Pull => thread.kind === 'pull');
}
