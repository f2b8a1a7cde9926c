import { commentsOf } from '../fakes/github/board.ts';
import type { Author, Board, BoardRepository, PostedComment, PostedIssue } from '../fakes/github/board.ts';

/* What stands on the board, as GitHub spells it. */

type Home = { readonly board: Board; readonly repository: BoardRepository };

export function repositoryJson({ facts, defaultBranch }: BoardRepository) {
  const { id, name, visibility, archived } = facts;
  return {
    id,
    full_name: name,
    private: visibility !== 'public',
    visibility,
    archived,
    default_branch: defaultBranch,
  };
}

export function issueJson({ board, repository }: Home, issue: PostedIssue, whole: boolean) {
  const { id, number, title, body, state, labels, assignees, pull, closedBy } = issue;
  return {
    id,
    number,
    title,
    body,
    state,
    html_url: `https://github.example/${repository.facts.name}/issues/${number}`,
    comments: commentsOf(board, repository.facts.id, number).length,
    labels: labels.map((name) => ({ name })),
    assignees: assignees.map((login) => ({ login })),
    user: userJson(issue.author),
    ...(pull === null ? {} : { pull_request: { url: '' } }),
    ...(whole ? { closed_by: closedBy && userJson(closedBy) } : {}),
  };
}

export function commentJson({ repository }: Home, { id, number, body, author }: PostedComment) {
  const html_url = `https://github.example/${repository.facts.name}/issues/${number}#issuecomment-${id}`;
  return { id, body, html_url, user: userJson(author) };
}

export function pullJson(
  { repository }: Home,
  { id, number, title, body, state, pull, author }: PostedIssue,
) {
  return {
    id,
    number,
    title,
    body,
    state,
    html_url: `https://github.example/${repository.facts.name}/pull/${number}`,
    merged_at: pull?.merged ? '2026-07-01T09:00:00Z' : null,
    head: { ref: pull?.branch },
    user: userJson(author),
  };
}

function userJson({ login, type }: Author) {
  return { login, type, id: 41_898_282 };
}
