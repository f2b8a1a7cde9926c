import { createHash } from 'node:crypto';
import type { RepositoryFacts } from '../../../src/people/organisation.ts';

export type Author = { readonly login: string; readonly type: 'User' | 'Bot' };

export const appAuthor: Author = { login: 'groundwork[bot]', type: 'Bot' };

export type PostedComment = {
  readonly id: number;
  readonly repository: number;
  /** The issue or pull request it stands on. */
  readonly number: number;
  readonly author: Author;
  body: string;
};

/** An issue, or a pull request where `pull` is set. */
export type PostedIssue = {
  readonly id: number;
  readonly repository: number;
  readonly number: number;
  readonly author: Author;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly pull: { readonly branch: string; readonly base: string; merged: boolean } | null;
  title: string;
  body: string;
  state: 'open' | 'closed';
  closedBy: Author | null;
};

export type Branch = { readonly sha: string; readonly files: ReadonlyMap<string, string> };

export type BoardRepository = {
  facts: RepositoryFacts;
  readonly defaultBranch: string;
  readonly branches: Map<string, Branch>;
  /** Who may be assigned, as logins. */
  readonly assignable: Set<string>;
};

/** What stands on a GitHub in memory: repositories with their branches, issues, pull requests and comments. */
export type Board = {
  readonly repositories: Map<number, BoardRepository>;
  readonly issues: PostedIssue[];
  readonly comments: PostedComment[];
  lastId: number;
};

export function emptyBoard(): Board {
  return { repositories: new Map(), issues: [], comments: [], lastId: 1000 };
}

export function addRepository(
  board: Board,
  facts: RepositoryFacts,
  options = { empty: false },
): BoardRepository {
  const branches = new Map<string, Branch>();
  const repository = { facts, defaultBranch: 'main', branches, assignable: new Set<string>() };
  if (!options.empty) branches.set('main', branchOf(new Map([['README.md', `# ${facts.name}\n`]])));
  board.repositories.set(facts.id, repository);
  return repository;
}

type NewIssue = Pick<PostedIssue, 'repository' | 'author' | 'title' | 'body'> &
  Partial<Pick<PostedIssue, 'labels' | 'assignees' | 'pull'>>;

export function addIssue(board: Board, issue: NewIssue): PostedIssue {
  const number = Math.max(0, ...issuesOf(board, issue.repository).map((one) => one.number)) + 1;
  const rest = { labels: [], assignees: [], pull: null, state: 'open', closedBy: null } as const;
  const added = { ...rest, ...issue, number, id: (board.lastId += 1) };
  board.issues.push(added);
  return added;
}

export function addComment(board: Board, comment: Omit<PostedComment, 'id'>): PostedComment {
  const added = { ...comment, id: (board.lastId += 1) };
  board.comments.push(added);
  return added;
}

export function removeComment(board: Board, id: number): void {
  const index = board.comments.findIndex((comment) => comment.id === id);
  if (index !== -1) board.comments.splice(index, 1);
}

export function setState(issue: PostedIssue, state: PostedIssue['state'], by: Author): void {
  issue.state = state;
  issue.closedBy = state === 'closed' ? by : null;
}

/** Issues and pull requests, oldest first. */
export function issuesOf(board: Board, repository: number): readonly PostedIssue[] {
  return board.issues.filter((issue) => issue.repository === repository);
}

export function commentsOf(board: Board, repository: number, number: number): readonly PostedComment[] {
  return board.comments.filter((one) => one.repository === repository && one.number === number);
}

export function findIssue(board: Board, repository: number, number: number): PostedIssue | null {
  return issuesOf(board, repository).find((issue) => issue.number === number) ?? null;
}

export function fileOf(repository: BoardRepository, branch: string, path: string): string | null {
  return repository.branches.get(branch)?.files.get(path) ?? null;
}

export function putFile(repository: BoardRepository, branch: string, path: string, text: string): Branch {
  const files = new Map(repository.branches.get(branch)?.files);
  const put = branchOf(files.set(path, text));
  repository.branches.set(branch, put);
  return put;
}

/** Merges as GitHub does where nothing conflicts: the files of the branch are then on the base. */
export function mergePull(board: Board, pull: PostedIssue, by: Author): void {
  const repository = board.repositories.get(pull.repository);
  if (!pull.pull || !repository) throw new Error(`#${pull.number} is no pull request.`);
  for (const [path, text] of repository.branches.get(pull.pull.branch)?.files ?? [])
    putFile(repository, pull.pull.base, path, text);
  pull.pull.merged = true;
  setState(pull, 'closed', by);
}

export function shaOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}

function branchOf(files: ReadonlyMap<string, string>): Branch {
  return { files, sha: shaOf(JSON.stringify([...files])) };
}
