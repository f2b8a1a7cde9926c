import type { Issue, Repository, State } from '../state.ts';
import type { World } from '../world.ts';
import { announceAssignee, assigneesOf } from './assignees.ts';
import { requireBody } from './find.ts';
import type { Place } from './find.ts';
import { nextId } from './ids.ts';
import { announceLabel, namesFor } from './labels.ts';
import { noteReferences } from './references.ts';
import { invalid } from './refusal.ts';
import { issueScene, sceneAt } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';
import { record, touch } from './timeline.ts';

export type IssueWish = {
  readonly repository: string;
  /** Where it must have a certain number; otherwise the next free one. */
  readonly number?: number;
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
};

export function openIssue(world: World, actor: string, wish: IssueWish): Issue {
  const scene = sceneAt(world, actor, wish.repository);
  const { state } = world;
  requireText('Issue', wish);
  requireFree(scene.repository, wish.number);
  const assignees = assigneesOf(scene, wish.assignees ?? []);
  const issue = newIssue(state, scene, { ...wish, assignees });
  scene.repository.threads.set(issue.number, issue);
  noteReferences(state, scene.repository, issue, `${issue.title}\n${issue.body}`, scene.actor);
  tellThread(scene, issue, 'opened');
  for (const label of issue.labels) announceLabel(scene, issue, label);
  for (const person of issue.assignees) announceAssignee(scene, issue, person);
  return issue;
}

export function closeIssue(
  world: World,
  actor: string,
  wish: Place & { readonly reason?: 'completed' | 'not_planned' | 'duplicate' },
): Issue {
  const { issue, ...scene } = issueScene(world, actor, wish);
  close(scene, issue, wish.reason ?? 'completed', null);
  return issue;
}

export function reopenIssue(world: World, actor: string, wish: Place): Issue {
  const { issue, ...scene } = issueScene(world, actor, wish);
  if (issue.state === 'open') return issue;
  Object.assign(issue, { state: 'open', stateReason: 'reopened', closedAt: null, closedBy: null });
  touch(world.state, issue);
  record(world.state, issue, 'reopened', scene.actor, null);
  tellThread(scene, issue, 'reopened');
  return issue;
}

/** `closer`: `owner/name#number` of the pull request whose merge closed it; null where somebody did by hand. */
export function close(
  scene: Scene,
  issue: Issue,
  reason: 'completed' | 'not_planned' | 'duplicate',
  closer: string | null,
): void {
  if (issue.state === 'closed') return;
  const { state } = scene.world;
  Object.assign(issue, {
    state: 'closed',
    stateReason: reason,
    closedAt: state.now,
    closedBy: scene.actor,
  });
  touch(state, issue);
  record(state, issue, 'closed', scene.actor, closer);
  tellThread(scene, issue, 'closed');
}

export function requireFree(repository: Repository, number: number | undefined): void {
  if (number !== undefined && repository.threads.has(number))
    throw invalid('Issue', 'number', `#${number} is taken`);
}

/** The wanted number, or the next. */
export function takeNumber(repository: Repository, wanted: number | undefined): number {
  const number = wanted ?? repository.lastNumber + 1;
  repository.lastNumber = Math.max(repository.lastNumber, number);
  return number;
}

export function requireText(resource: string, wish: { readonly title: string; readonly body: string }): void {
  if (wish.title.trim() === '') throw invalid(resource, 'title', "title can't be blank");
  if (wish.title.length > 256)
    throw invalid(resource, 'title', 'title is too long (maximum is 256 characters)');
  requireBody(resource, wish.body);
}

function newIssue(
  state: State,
  scene: Scene,
  wish: IssueWish & { readonly assignees: readonly string[] },
): Issue {
  return {
    kind: 'issue',
    id: nextId(state),
    number: takeNumber(scene.repository, wish.number),
    title: wish.title,
    body: wish.body,
    author: scene.actor,
    editor: null,
    editedAt: null,
    createdAt: state.now,
    updatedAt: state.now,
    state: 'open',
    stateReason: null,
    closedAt: null,
    closedBy: null,
    labels: namesFor(state, scene.repository, wish.labels ?? []),
    assignees: [...wish.assignees],
    comments: [],
    events: [],
  };
}
