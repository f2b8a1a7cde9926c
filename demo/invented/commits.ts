import { baselineAt, baselineTree } from './baseline.ts';
import { filesOf } from './change.ts';
import type { Branch, BranchCommit, Change } from './change.ts';
import { adaeze, mergeButton } from './people.ts';
import type { Identity } from './people.ts';
import { withEdits } from './tree.ts';
import type { Tree } from './tree.ts';

/** One git commit. `mark` counts from 1 and names it; the first parent comes first. */
export type Commit = {
  readonly mark: number;
  readonly parents: readonly number[];
  readonly at: string;
  readonly author: Identity;
  readonly committer: Identity;
  readonly message: string;
  /** The first parent's files; empty for the first commit. */
  readonly before: Tree;
  readonly tree: Tree;
};

function paragraphs(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function trailers(coAuthors: readonly Identity[]): string {
  return coAuthors.map((person) => `Co-authored-by: ${person.name} <${person.mail}>`).join('\n');
}

/** The message as GitHub writes it for each style of merge. */
function messageOf(change: Change): string {
  if (change.style === 'merge') {
    const subject = `Merge pull request #${change.number} from harbour/${change.branch.name}`;
    return paragraphs(subject, change.title, change.body);
  }
  const subject = change.style === 'squash' ? `${change.title} (#${change.number})` : change.title;
  return paragraphs(subject, change.body, trailers(change.with ?? []));
}

function lastBefore(main: readonly Commit[], at: string): Commit {
  const found = main.findLast((commit) => Date.parse(commit.at) < Date.parse(at));
  if (found === undefined)
    throw new Error(`Nothing had reached main before ${at}. Give that commit a later time.`);
  return found;
}

function withBranch(tree: Tree, commits: readonly BranchCommit[]): Tree {
  return commits.reduce((before, commit) => withEdits(before, commit.files, commit.at), tree);
}

function treeOnBranch(
  told: BranchCommit,
  earlier: readonly BranchCommit[],
  tip: Commit,
  upstream: Commit,
): Tree {
  if (told.mergesMain === true) return withBranch(upstream.tree, earlier);
  return withEdits(tip.tree, told.files, told.at);
}

/** The commits of a branch; it leaves main where main stood at its first commit. */
function branchCommits(branch: Branch, main: readonly Commit[], firstMark: number): readonly Commit[] {
  const made: Commit[] = [];
  for (const [index, told] of branch.commits.entries()) {
    const upstream = lastBefore(main, told.at);
    const tip = made.at(-1) ?? upstream;
    made.push({
      mark: firstMark + index,
      parents: told.mergesMain === true ? [tip.mark, upstream.mark] : [tip.mark],
      at: told.at,
      author: told.by,
      committer: told.by,
      message: paragraphs(told.title),
      before: tip.tree,
      tree: treeOnBranch(told, branch.commits.slice(0, index), tip, upstream),
    });
  }
  return made;
}

function signers(change: Change): Pick<Commit, 'author' | 'committer'> {
  if (change.style === 'plain') return { author: change.by, committer: change.by };
  if (change.style === 'squash') return { author: change.by, committer: mergeButton };
  return { author: change.branch.mergedBy, committer: mergeButton };
}

function treeAfter(change: Change, head: Commit): Tree {
  if (change.style === 'merge') return withBranch(head.tree, change.branch.commits);
  return withEdits(head.tree, filesOf(change), change.at);
}

function landed(change: Change, head: Commit, tip: Commit | undefined, mark: number): Commit {
  return {
    mark,
    parents: tip === undefined ? [head.mark] : [head.mark, tip.mark],
    at: change.at,
    ...signers(change),
    message: messageOf(change),
    before: head.tree,
    tree: treeAfter(change, head),
  };
}

function firstCommit(changes: readonly Change[]): Commit {
  return {
    mark: 1,
    parents: [],
    at: baselineAt,
    author: adaeze,
    committer: adaeze,
    message: 'The service as it was at the end of 2025\n',
    before: new Map(),
    tree: baselineTree(changes),
  };
}

/** Every commit in an order in which parents come before children; the last one is main's head. */
export function commitsOf(changes: readonly Change[]): readonly Commit[] {
  let head = firstCommit(changes);
  const main = [head];
  const commits = [head];
  for (const change of changes) {
    const branch = change.style === 'merge' ? branchCommits(change.branch, main, commits.length + 1) : [];
    commits.push(...branch);
    head = landed(change, head, branch.at(-1), commits.length + 1);
    commits.push(head);
    main.push(head);
  }
  return commits;
}
