import type { Issue, Pull } from '../state.ts';
import type { World } from '../world.ts';
import { assigneesOf, setAssignees } from './assignees.ts';
import { missing, retarget } from './bases.ts';
import { closePull, reopenPull, requireReopenable } from './endings.ts';
import type { Place } from './find.ts';
import { closeIssue, reopenIssue, requireText } from './issues.ts';
import { setLabels } from './labels.ts';
import { noteReferences } from './references.ts';
import { issueScene, pullScene } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';
import { record, touch } from './timeline.ts';

type Edits = Place & {
  readonly title?: string;
  readonly body?: string;
  readonly state?: 'open' | 'closed';
  /** All there are to be, not those to add. */
  readonly assignees?: readonly string[];
  readonly labels?: readonly string[];
};

export function editPull(
  world: World,
  actor: string,
  wish: Edits & { readonly draft?: boolean; readonly base?: string },
): Pull {
  const { pull, ...scene } = pullScene(world, actor, wish);
  if (wish.base !== undefined && !scene.repository.branches.has(wish.base)) throw missing('base');
  edit(scene, pull, wish);
  if (wish.base !== undefined) retarget(scene, pull, wish.base);
  if (wish.draft !== undefined && wish.draft !== pull.draft) {
    pull.draft = wish.draft;
    touch(world.state, pull);
    tellThread(scene, pull, wish.draft ? 'converted_to_draft' : 'ready_for_review');
  }
  if (wish.state === 'closed') closePull(world, actor, wish);
  if (wish.state === 'open') reopenPull(world, actor, wish);
  return pull;
}

export function editIssue(
  world: World,
  actor: string,
  wish: Edits & { readonly stateReason?: 'completed' | 'not_planned' | 'duplicate' },
): Issue {
  const { issue, ...scene } = issueScene(world, actor, wish);
  edit(scene, issue, wish);
  if (wish.state === 'closed') closeIssue(world, actor, { ...wish, reason: wish.stateReason ?? 'completed' });
  if (wish.state === 'open') reopenIssue(world, actor, wish);
  return issue;
}

/** Refuses first what GitHub would refuse, so that nothing is half done. */
function edit(scene: Scene, thread: Issue | Pull, wish: Edits): void {
  const text = { title: wish.title ?? thread.title, body: wish.body ?? thread.body };
  requireText(thread.kind === 'pull' ? 'PullRequest' : 'Issue', text);
  if (wish.assignees !== undefined) assigneesOf(scene, wish.assignees);
  if (wish.state === 'open' && thread.kind === 'pull') requireReopenable(thread);
  rewrite(scene, thread, text);
  if (wish.labels !== undefined) setLabels(scene, thread, wish.labels);
  if (wish.assignees !== undefined) setAssignees(scene, thread, wish.assignees);
}

/** One event with what was there before; none where nothing is different. */
function rewrite(
  scene: Scene,
  thread: Issue | Pull,
  text: { readonly title: string; readonly body: string },
): void {
  const { title, body } = thread;
  if (text.title === title && text.body === body) return;
  const { state } = scene.world;
  thread.title = text.title;
  thread.body = text.body;
  if (text.body !== body) {
    thread.editor = scene.actor;
    thread.editedAt = state.now;
  }
  touch(state, thread);
  if (text.title !== title) record(state, thread, 'renamed', scene.actor, title);
  noteReferences(state, scene.repository, thread, `${text.title}\n${text.body}`, scene.actor);
  const changes = {
    ...(text.title === title ? {} : { title: { from: title } }),
    ...(text.body === body ? {} : { body: { from: body } }),
  };
  tellThread(scene, thread, 'edited', { changes });
}
