import type { Branch, ChangedFile, Commit, Issue, Pull, Repository, State } from '../state.ts';
import type { World } from '../world.ts';
import { announceAssignee, assigneesOf } from './assignees.ts';
import { missing } from './bases.ts';
import { branchOff, changesOf, commitOn } from './branches.ts';
import { personAt } from './find.ts';
import { nextId } from './ids.ts';
import { requireFree, requireText, takeNumber } from './issues.ts';
import { announceLabel, namesFor } from './labels.ts';
import { noteReferences } from './references.ts';
import { Refusal } from './refusal.ts';
import { announceReviewer, reviewersOf } from './reviewers.ts';
import { sceneAt } from './scene.ts';
import { tellThread } from './tell.ts';
import type { Scene } from './tell.ts';

export type PullWish = {
  readonly repository: string;
  /** Where it must have a certain number; otherwise the next free one. */
  readonly number?: number;
  readonly title: string;
  readonly body: string;
  /** Made where it does not exist and `files` are given. */
  readonly head: string;
  /** The default branch where left out. */
  readonly base?: string;
  readonly draft?: boolean;
  /** What it changes. Left out: what the known contents of the two branches say. */
  readonly files?: readonly ChangedFile[];
  /** Left out: those of the head branch or, without any, one with the title. */
  readonly commits?: readonly Omit<Commit, 'sha'>[];
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  readonly reviewers?: readonly string[];
};

export function openPull(world: World, actor: string, wish: PullWish): Pull {
  const scene = sceneAt(world, actor, wish.repository);
  const { state } = world;
  const plan = planOf(scene, wish);
  const pull = newPull(state, scene, wish, plan);
  scene.repository.threads.set(pull.number, pull);
  noteReferences(state, scene.repository, pull, `${pull.title}\n${pull.body}`, scene.actor);
  announce(scene, pull);
  return pull;
}

/** What was decided before anything changed. */
type Plan = {
  readonly base: string;
  readonly files: readonly ChangedFile[];
  readonly commits: readonly Omit<Commit, 'sha'>[] | null;
  readonly assignees: readonly string[];
  readonly reviewers: readonly string[];
};

/** Refuses all that GitHub would refuse, so that nothing is half done. */
function planOf(scene: Scene, wish: PullWish): Plan {
  const { world, repository } = scene;
  const base = wish.base ?? repository.defaultBranch;
  requireText('PullRequest', wish);
  requireFree(repository, wish.number);
  refuseSecond(repository, wish.head, base);
  if (!repository.branches.has(base)) throw missing('base');
  const authored = wish.commits?.map((commit) => ({
    ...commit,
    author: personAt(world.state, commit.author),
  }));
  return {
    base,
    files: wish.files ?? filesOf(repository, base, wish.head),
    commits: authored ?? null,
    assignees: assigneesOf(scene, wish.assignees ?? []),
    reviewers: reviewersOf(scene, scene.actor, wish.reviewers ?? []),
  };
}

function announce(scene: Scene, pull: Pull): void {
  tellThread(scene, pull, 'opened');
  for (const person of pull.assignees) announceAssignee(scene, pull, person);
  for (const label of pull.labels) announceLabel(scene, pull, label);
  for (const person of pull.requestedReviewers) announceReviewer(scene, pull, person);
}

function newPull(state: State, scene: Scene, wish: PullWish, plan: Plan): Pull {
  const { base } = plan;
  const branch = scene.repository.branches.get(wish.head) ?? branchOff(scene.repository, wish.head, base);
  const commits = commitsOf(state, scene, branch, plan.commits, wish.title);
  return {
    kind: 'pull',
    id: nextId(state),
    issueId: nextId(state),
    number: takeNumber(scene.repository, wish.number),
    title: wish.title,
    body: wish.body,
    author: scene.actor,
    editor: null,
    editedAt: null,
    createdAt: state.now,
    updatedAt: state.now,
    ...unfinished(),
    draft: wish.draft ?? false,
    base,
    head: wish.head,
    headSha: branch.head,
    baseSha: scene.repository.branches.get(base)?.head ?? branch.head,
    commits,
    files: [...plan.files],
    labels: namesFor(state, scene.repository, wish.labels ?? []),
    assignees: [...plan.assignees],
    requestedReviewers: [...plan.reviewers],
  };
}

/** What nobody has said or done about it yet. */
function unfinished() {
  return {
    state: 'open' as const,
    closedAt: null,
    closedBy: null,
    mergedAt: null,
    mergedBy: null,
    mergeSha: null,
    comments: [],
    events: [],
    reviews: [],
    reviewThreads: [],
  };
}

function filesOf(repository: Repository, base: string, head: string): readonly ChangedFile[] {
  if (!repository.branches.has(head)) throw missing('head');
  const files = changesOf(repository, base, head);
  if (files.length > 0) return files;
  throw refused(`No commits between ${base} and ${head}`);
}

function commitsOf(
  state: State,
  scene: Scene,
  branch: Branch,
  given: Plan['commits'],
  title: string,
): Commit[] {
  const alone = { author: scene.actor, message: title, at: state.now };
  const wanted = given ?? (branch.commits.length === 0 ? [alone] : []);
  for (const commit of wanted) commitOn(state, branch, commit);
  return [...branch.commits];
}

function refuseSecond(repository: Repository, head: string, base: string): void {
  if (head === base) throw refused(`No commits between ${base} and ${head}`);
  const isSame = (thread: Issue | Pull): boolean =>
    thread.kind === 'pull' && thread.state === 'open' && thread.head === head && thread.base === base;
  if ([...repository.threads.values()].some(isSame))
    throw refused(`A pull request already exists for ${repository.owner}:${head}.`);
}

function refused(message: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);
}
