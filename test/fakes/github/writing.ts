import { GiveUp } from '../../../src/errors.ts';
import { hashToKeep, joinOutcomes, revise } from '../../../src/github/writing/revise.ts';
import type {
  CommentText,
  Ensured,
  IssueText,
  KnownPosting,
  PullRequestText,
  RepositoryAddress,
  WritingSide,
} from '../../../src/ports/github.ts';
import type { Pacing } from '../../../src/ports/pacing.ts';
import { carriesMarker, contentHash, withMarker } from '../../../src/report/marker.ts';
import {
  addComment,
  addIssue,
  appAuthor,
  commentsOf,
  fileOf,
  findIssue,
  issuesOf,
  putFile,
  setState,
} from './board.ts';
import type { Author, Board, BoardRepository, PostedComment, PostedIssue } from './board.ts';

type Desk = { readonly board: Board; readonly pacing: Pacing; readonly wrote: () => void };
type Standing = { body: string };

/** The writing side on a board. The contract suite shows that it behaves as the real one does. */
export function boardWriting(board: Board, pacing: Pacing, wrote: () => void): WritingSide {
  const desk = { board, pacing, wrote };
  return {
    ensureComment: async (text) => ensureComment(desk, text),
    ensureIssue: async (text) => ensureIssue(desk, text),
    ensurePullRequest: async (text) => ensurePullRequest(desk, text),
    closeIssue: async (repository, number) => closeIssue(desk, repository, number),
  };
}

function ensureComment(desk: Desk, text: CommentText): Ensured {
  const repository = repositoryOf(desk.board, text.repository);
  const comments = ours(commentsOf(desk.board, repository.facts.id, text.number));
  const found = find(comments, text.key, text.known);
  const comment = found ?? create(desk, text, () => newComment(desk, text, text.number));
  const outcome = found === null ? 'created' : apply(desk, comment, revise(comment.body, text));
  return ensured(repository, comment, text, { outcome, number: text.number, whole: text.body });
}

function ensureIssue(desk: Desk, text: IssueText): Ensured {
  const repository = repositoryOf(desk.board, text.repository);
  const issues = ours(issuesOf(desk.board, repository.facts.id)).filter(({ pull }) => pull === null);
  const found = find(issues, text.key, text.known);
  const issue = found ?? create(desk, text, () => newIssue(desk, repository, text));
  const outcome = reviseIssue(desk, text, issue);
  const whole = [text.body, ...text.continuations].join('\n\n');
  const { number } = issue;
  return ensured(repository, issue, text, { outcome: found === null ? 'created' : outcome, number, whole });
}

function reviseIssue(desk: Desk, text: IssueText, issue: PostedIssue): Ensured['outcome'] {
  const below = ours(commentsOf(desk.board, issue.repository, issue.number));
  const keys = below.map((_, index) => `${text.key}#${index + 2}`);
  const wanted = [...keys, ...text.continuations].map((_, index) => ({
    key: `${text.key}#${index + 2}`,
    body:
      text.continuations[index] ?? '_The text above has become shorter; nothing of it stands here any more._',
    needed: index < text.continuations.length,
    known: null,
  }));
  const parts = wanted.map((part) => ({ part, standing: find(below, part.key, null) }));
  const revisions = parts.flatMap(({ part, standing }) => (standing ? [revise(standing.body, part)] : []));
  const own = revise(issue.body, text);
  const reopened = issue.state === 'closed' && issue.closedBy?.login === appAuthor.login;
  const missing = parts.filter(({ part, standing }) => part.needed && standing === null);
  const changed = reopened || issue.title !== text.title || missing.length > 0;
  const outcome = joinOutcomes([
    own.outcome,
    ...revisions.map((one) => one.outcome),
    ...(changed ? ['edited' as const] : []),
  ]);
  if (outcome !== 'edited') return outcome;
  if (reopened || issue.title !== text.title) desk.wrote();
  issue.title = text.title;
  if (reopened) setState(issue, 'open', appAuthor);
  apply(desk, issue, own);
  for (const { part, standing } of parts) {
    if (standing !== null) apply(desk, standing, revise(standing.body, part));
    else if (part.needed) create(desk, text, () => newComment(desk, { ...text, ...part }, issue.number));
  }
  return outcome;
}

function ensurePullRequest(desk: Desk, change: PullRequestText): Ensured {
  const repository = repositoryOf(desk.board, change.repository);
  const pulls = ours(issuesOf(desk.board, repository.facts.id)).filter(
    ({ pull }) => pull?.branch === change.branch,
  );
  const open = pulls.find(({ state }) => state === 'open');
  const pull = open ?? pulls.at(-1);
  const outcome = pull === undefined ? 'edited' : revisePull(desk, change, repository, pull);
  const proposed =
    open === undefined && outcome === 'edited'
      ? create(desk, change, () => propose(desk, change, repository))
      : null;
  const standing = proposed ?? pull;
  if (standing === undefined) throw new Error('There is neither an old pull request nor a new one.');
  const whole = `${change.body}\n\n${change.content}`;
  const { number } = standing;
  return ensured(repository, standing, change, { outcome: proposed ? 'created' : outcome, number, whole });
}

function revisePull(
  desk: Desk,
  change: PullRequestText,
  repository: BoardRepository,
  pull: PostedIssue,
): Ensured['outcome'] {
  const isOpen = pull.state === 'open';
  if (!isOpen && !pull.pull?.merged) return 'left alone';
  const text = fileOf(repository, isOpen ? change.branch : repository.defaultBranch, change.path);
  if (text === null) return 'left alone';
  const ofFile = revise(text, { ...change, body: change.content, known: null });
  if (!isOpen) return ofFile.outcome;
  const ofBody = revise(pull.body, { ...change, known: null });
  const retitled = pull.title === change.title ? [] : ['edited' as const];
  const outcome = joinOutcomes([ofFile.outcome, ofBody.outcome, ...retitled]);
  if (outcome !== 'edited') return outcome;
  if (ofFile.outcome === 'edited') putFile(repository, change.branch, change.path, ofFile.body);
  pull.title = change.title;
  apply(desk, pull, ofBody);
  if (ofBody.outcome !== 'edited') desk.wrote();
  return outcome;
}

function propose({ board }: Desk, change: PullRequestText, repository: BoardRepository): PostedIssue {
  const { branches, defaultBranch, facts } = repository;
  const base = branches.get(defaultBranch) ?? putFile(repository, defaultBranch, 'README.md', '# Reports\n');
  branches.set(change.branch, base);
  putFile(repository, change.branch, change.path, withMarker(change.content, change.key));
  return addIssue(board, {
    repository: facts.id,
    author: appAuthor,
    title: change.title,
    body: withMarker(change.body, change.key),
    pull: { branch: change.branch, base: defaultBranch, merged: false },
  });
}

function closeIssue({ board, wrote }: Desk, repository: RepositoryAddress, number: number): void {
  const issue = findIssue(board, repository.id, number);
  if (issue === null || issue.state === 'closed' || !isOurs(issue)) return;
  repositoryOf(board, repository);
  setState(issue, 'closed', appAuthor);
  wrote();
}

function newComment(
  { board }: Desk,
  { repository, body, key }: Pick<CommentText, 'repository' | 'body' | 'key'>,
  number: number,
): PostedComment {
  if (findIssue(board, repository.id, number) === null)
    throw new GiveUp(
      `GitHub does not have it, or does not show it (commenting on ${repository.name}#${number}).`,
    );
  return addComment(board, {
    repository: repository.id,
    number,
    author: appAuthor,
    body: withMarker(body, key),
  });
}

function newIssue({ board }: Desk, { facts, assignable }: BoardRepository, text: IssueText): PostedIssue {
  const { title, labels } = text;
  const assignees = text.assignees.filter((login) => assignable.has(login));
  const body = withMarker(text.body, text.key);
  return addIssue(board, { repository: facts.id, author: appAuthor, title, labels, assignees, body });
}

function create<Made>(
  { pacing, wrote }: Desk,
  { account }: { readonly account: number },
  make: () => Made,
): Made {
  pacing.beforeWriting(account);
  const made = make();
  wrote();
  return made;
}

function apply({ wrote }: Desk, standing: Standing, revision: ReturnType<typeof revise>): Ensured['outcome'] {
  if (revision.outcome === 'edited') {
    standing.body = revision.body;
    wrote();
  }
  return revision.outcome;
}

function repositoryOf(board: Board, { id, name }: RepositoryAddress): BoardRepository {
  const repository = board.repositories.get(id);
  if (repository === undefined || repository.facts.name !== name)
    throw new GiveUp(`The repository ${name} is gone, or the app is not installed on it.`);
  if (repository.facts.archived) throw new GiveUp(`The repository ${name} is archived.`);
  return repository;
}

function find<Text extends Standing & { readonly id: number }>(
  texts: readonly Text[],
  key: string,
  known: KnownPosting | null,
): Text | null {
  const byId = texts.find(({ id }) => id === known?.githubId);
  return byId ?? texts.find(({ body }) => carriesMarker(body, key)) ?? null;
}

function ours<Text extends { readonly author: Author }>(texts: readonly Text[]): readonly Text[] {
  return texts.filter(isOurs);
}

function isOurs({ author }: { readonly author: Author }): boolean {
  return author.login === appAuthor.login;
}

type Told = { readonly outcome: Ensured['outcome']; readonly number: number; readonly whole: string };

function ensured(
  { facts }: BoardRepository,
  standing: Standing & { readonly id: number },
  { known }: { readonly known: KnownPosting | null },
  { outcome, number, whole }: Told,
): Ensured {
  return {
    outcome,
    githubId: standing.id,
    number,
    url: `https://github.example/${facts.name}/issues/${number}#${standing.id}`,
    contentHash: outcome === 'left alone' ? hashToKeep(standing.body, known) : contentHash(whole),
  };
}
