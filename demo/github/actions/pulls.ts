import type { Branch, ChangedFile, Commit, Issue, Pull, Repository, State } from '../state.ts';
import type { World } from '../world.ts';
import { announceAssignee, assigneesOf } from './assignees.ts';
import { branchOff, changesOf, commitOn } from './branches.ts';
import { personAt } from './find.ts';
import { nextId } from './ids.ts';
import { numberFor, requireText } from './issues.ts';
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
  /** Made where it does not exist. */
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
  requireText('PullRequest', wish);
  const base = wish.base ?? scene.repository.defaultBranch;
  refuseSecond(scene.repository, wish.head, base);
  const branch = scene.repository.branches.get(wish.head) ?? branchOff(scene.repository, wish.head, base);
  const pull = newPull(state, scene, wish, { base, branch });
  scene.repository.threads.set(pull.number, pull);
  noteReferences(state, scene.repository, pull, `${pull.title}\n${pull.body}`, scene.actor);
  announce(scene, pull);
  return pull;
}

function announce(scene: Scene, pull: Pull): void {
  tellThread(scene, pull, 'opened');
  for (const person of pull.assignees) announceAssignee(scene, pull, person);
  for (const label of pull.labels) announceLabel(scene, pull, label);
  for (const person of pull.requestedReviewers) announceReviewer(scene, pull, person);
}

type Line = { readonly base: string; readonly branch: Branch };

function newPull(state: State, scene: Scene, wish: PullWish, { base, branch }: Line): Pull {
  const files = filesOf(scene.repository, wish, base);
  const commits = commitsOf(state, scene, wish, branch);
  return {
    kind: 'pull',
    id: nextId(state),
    issueId: nextId(state),
    number: numberFor(scene.repository, wish.number),
    title: wish.title,
    body: wish.body,
    author: scene.actor,
    createdAt: state.now,
    updatedAt: state.now,
    ...unfinished(),
    draft: wish.draft ?? false,
    base,
    head: wish.head,
    headSha: branch.head,
    baseSha: scene.repository.branches.get(base)?.head ?? branch.head,
    commits,
    files,
    labels: namesFor(state, scene.repository, wish.labels ?? []),
    assignees: assigneesOf(scene, wish.assignees ?? []),
    requestedReviewers: reviewersOf(scene, scene.actor, wish.reviewers ?? []),
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

function filesOf(repository: Repository, wish: PullWish, base: string): ChangedFile[] {
  if (wish.files !== undefined) return [...wish.files];
  const files = changesOf(repository, base, wish.head);
  if (files.length > 0) return files;
  throw refused(`No commits between ${base} and ${wish.head}`);
}

function commitsOf(state: State, scene: Scene, wish: PullWish, branch: Branch): Commit[] {
  const given = wish.commits?.map((commit) => ({ ...commit, author: personAt(state, commit.author) }));
  const alone = { author: scene.actor, message: wish.title, at: state.now };
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
