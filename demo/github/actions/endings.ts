import type { Issue, Pull } from '../state.ts';
import type { World } from '../world.ts';
import { commitOn, mergeInto } from './branches.ts';
import { branchAt, findRepository, fullName, openRepository } from './find.ts';
import type { Place } from './find.ts';
import { close } from './issues.ts';
import { closedByMerge } from './references.ts';
import { Refusal } from './refusal.ts';
import { pullScene } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';
import { record, touch } from './timeline.ts';

/** Merges, then closes the issues that it said it fixes: as GitHub does, in the name of who merged. */
export function mergePull(world: World, actor: string, wish: Place): Pull {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const { state } = world;
  if (pull.state === 'closed') throw new Refusal(405, 'Pull Request is not mergeable');
  if (pull.draft) throw new Refusal(405, 'Pull Request is still a draft');
  const issues = closedByMerge(state, scene.repository, pull);
  land(scene, pull);
  record(state, pull, 'merged', scene.actor, null);
  end(scene, pull);
  const closer = `${fullName(scene.repository)}#${pull.number}`;
  for (const place of issues) closeElsewhere(scene, place, closer);
  return pull;
}

export function closePull(world: World, actor: string, wish: Place): Pull {
  const { pull, ...scene } = pullScene(world, actor, wish);
  if (pull.state === 'open') end(scene, pull);
  return pull;
}

export function reopenPull(world: World, actor: string, wish: Place): Pull {
  const { pull, ...scene } = pullScene(world, actor, wish);
  requireReopenable(pull);
  if (pull.state === 'open') return pull;
  Object.assign(pull, { state: 'open', closedAt: null, closedBy: null });
  touch(world.state, pull);
  record(world.state, pull, 'reopened', scene.actor, null);
  tellThread(scene, pull, 'reopened');
  return pull;
}

/** What is merged stays closed. */
export function requireReopenable(pull: Pull): void {
  if (pull.mergedAt !== null)
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'PullRequest', code: 'custom', field: 'state', message: 'state cannot be changed.' },
    ]);
}

/** The commit on the base branch, and the contents with it. */
function land(scene: Scene, pull: Pull): void {
  const { world, repository, actor } = scene;
  const { state } = world;
  const base = branchAt(repository, pull.base);
  const message = `Merge pull request #${pull.number} from ${repository.owner}/${pull.head}\n\n${pull.title}`;
  mergeInto(repository, pull.base, pull.head);
  pull.mergeSha = commitOn(state, base, { author: actor, message, at: state.now }).sha;
  pull.mergedAt = state.now;
  pull.mergedBy = actor;
}

function end(scene: Scene, pull: Pull): void {
  const { state } = scene.world;
  pull.state = 'closed';
  pull.closedAt = state.now;
  pull.closedBy = scene.actor;
  touch(state, pull);
  record(state, pull, 'closed', scene.actor, null);
  tellThread(scene, pull, 'closed');
}

function closeElsewhere(scene: Scene, place: Place, closer: string): void {
  const { state } = scene.world;
  if (findRepository(state, place.repository)?.archived !== false) return;
  const repository = openRepository(state, place.repository);
  const issue: Issue | Pull | undefined = repository.threads.get(place.number);
  if (issue?.kind === 'issue') close({ ...scene, repository }, issue, 'completed', closer);
}
