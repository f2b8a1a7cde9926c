import { GiveUp } from '../../../src/errors.ts';
import { joinOutcomes, revise } from '../../../src/github/writing/revise.ts';
import type {
  CommentText,
  Ensured,
  IssueText,
  RepositoryAddress,
  WritingSide,
} from '../../../src/ports/github.ts';
import type { Pacing } from '../../../src/ports/pacing.ts';
import { withMarker } from '../../../src/report/marker.ts';
import { addComment, addIssue, appAuthor, commentsOf, findIssue, issuesOf, setState } from './board.ts';
import type { Board, BoardRepository, PostedComment, PostedIssue } from './board.ts';
import { apply, create, ensured, find, isOurs, ours, repositoryOf } from './desk.ts';
import type { Desk } from './desk.ts';
import { ensurePullRequest } from './writing-pulls.ts';

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
  const surplus = text.firstPartOnly === true ? [] : keys;
  const wanted = [...surplus, ...text.continuations].map((_, index) => ({
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
