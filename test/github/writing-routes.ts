import {
  addComment,
  addIssue,
  appAuthor,
  commentsOf,
  fileOf,
  findIssue,
  issuesOf,
  putFile,
  removeComment,
  setState,
  shaOf,
} from '../fakes/github/board.ts';
import type { Board, BoardRepository, PostedComment, PostedIssue } from '../fakes/github/board.ts';
import { commentJson, issueJson, pullJson, repositoryJson } from './writing-json.ts';

export type Request = {
  readonly method: string;
  readonly url: URL;
  readonly body: Readonly<Record<string, unknown>>;
};

export type Answer = { readonly status: number; readonly data?: unknown; readonly link?: string };

type Asked = Request & { readonly parts: Readonly<Record<string, string | undefined>> };
type Here = Asked & { readonly board: Board; readonly repository: BoardRepository };

type Route = {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: (board: Board, asked: Asked) => Answer;
};

const missing: Answer = { status: 404, data: { message: 'Not Found' } };

/** What the app asks, as GitHub documents it. Answers hold the fields that matter and a few more. */
export const routes: readonly Route[] = [
  at('GET', '/app', () => ok({ id: 1, slug: 'groundwork', name: 'Groundwork' })),
  inside('GET', '', ({ repository }) => ok(repositoryJson(repository))),
  inside('GET', '/issues', (here) => ok(listIssues(here), here)),
  inside('POST', '/issues', postIssue),
  inside('GET', '/issues/(?<number>\\d+)', (here) =>
    found(issueAt(here), (issue) => ok(issueJson(here, issue, true))),
  ),
  inside('PATCH', '/issues/(?<number>\\d+)', (here) =>
    found(issueAt(here), (issue) => patchIssue(here, issue)),
  ),
  inside('GET', '/issues/(?<number>\\d+)/comments', (here) =>
    found(issueAt(here), (issue) =>
      ok(
        commentsOf(here.board, issue.repository, issue.number).map((one) => commentJson(here, one)),
        here,
      ),
    ),
  ),
  inside('POST', '/issues/(?<number>\\d+)/comments', (here) =>
    found(issueAt(here), (issue) => postComment(here, issue)),
  ),
  inside('GET', '/issues/comments/(?<id>\\d+)', (here) =>
    found(commentAt(here), (comment) => ok(commentJson(here, comment))),
  ),
  inside('PATCH', '/issues/comments/(?<id>\\d+)', (here) =>
    found(commentAt(here), (comment) => patchComment(here, comment)),
  ),
  inside('DELETE', '/issues/comments/(?<id>\\d+)', (here) =>
    found(commentAt(here), ({ id }) => (removeComment(here.board, id), { status: 204 })),
  ),
  inside('GET', '/assignees/(?<login>[^/]+)', ({ repository, parts }) =>
    repository.assignable.has(parts['login'] ?? '') ? { status: 204 } : missing,
  ),
  inside('GET', '/pulls', (here) => ok(listPulls(here), here)),
  inside('POST', '/pulls', postPull),
  inside('PATCH', '/pulls/(?<number>\\d+)', (here) => found(issueAt(here), (pull) => patchPull(here, pull))),
  inside('GET', '/git/ref/heads/(?<branch>.+)', getRef),
  inside('POST', '/git/refs', postRef),
  inside('PATCH', '/git/refs/heads/(?<branch>.+)', patchRef),
  inside('GET', '/contents/(?<path>.+)', getContents),
  inside('PUT', '/contents/(?<path>.+)', putContents),
];

function at(method: string, path: string, answer: Route['answer']): Route {
  return { method, path: new RegExp(`^${path}$`, 'u'), answer };
}

function inside(method: string, path: string, answer: (here: Here) => Answer): Route {
  return at(method, `/repos/(?<name>[^/]+/[^/]+)${path}`, (board, asked) => {
    const all = [...board.repositories.values()];
    const repository = all.find(({ facts }) => facts.name === asked.parts['name']);
    if (repository === undefined) return missing;
    if (repository.facts.archived && asked.method !== 'GET')
      return { status: 403, data: { message: 'Repository was archived so is read-only.' } };
    return answer({ ...asked, board, repository });
  });
}

function found<Thing>(thing: Thing | null, answer: (thing: Thing) => Answer): Answer {
  return thing === null ? missing : answer(thing);
}

/** A list comes in pages, as its link header tells. */
function ok(data: unknown, here: Here | null = null): Answer {
  if (here === null || !Array.isArray(data)) return { status: 200, data };
  const size = Number(here.url.searchParams.get('per_page') ?? 30);
  const page = Number(here.url.searchParams.get('page') ?? 1);
  const next = new URL(here.url);
  next.searchParams.set('page', String(page + 1));
  const more = data.length > page * size ? { link: `<${next.href}>; rel="next"` } : {};
  return { status: 200, data: data.slice((page - 1) * size, page * size), ...more };
}

function unprocessable(message: string): Answer {
  return { status: 422, data: { message: 'Validation Failed', errors: [{ message }] } };
}

function issueAt({ board, repository, parts }: Here): PostedIssue | null {
  return findIssue(board, repository.facts.id, Number(parts['number']));
}

function commentAt({ board, repository, parts }: Here): PostedComment | null {
  const id = Number(parts['id']);
  return board.comments.find((one) => one.id === id && one.repository === repository.facts.id) ?? null;
}

function listIssues(here: Here): readonly unknown[] {
  const { searchParams } = here.url;
  const creator = searchParams.get('creator');
  const state = searchParams.get('state') ?? 'open';
  const issues = issuesOf(here.board, here.repository.facts.id)
    .filter(({ author }) => creator === null || author.login === creator)
    .filter((issue) => state === 'all' || issue.state === state);
  const sorted = searchParams.get('direction') === 'asc' ? issues : issues.toReversed();
  return sorted.map((issue) => issueJson(here, issue, false));
}

function postIssue(here: Here): Answer {
  const { title, body, labels, assignees } = here.body as Pick<
    PostedIssue,
    'title' | 'body' | 'labels' | 'assignees'
  >;
  if (body.length > 65_536) return unprocessable('body is too long (maximum is 65536 characters)');
  if (assignees.some((login) => !here.repository.assignable.has(login)))
    return unprocessable('assignee is invalid');
  const issue = { repository: here.repository.facts.id, author: appAuthor, title, body, labels, assignees };
  return { status: 201, data: issueJson(here, addIssue(here.board, issue), true) };
}

function patchIssue(here: Here, issue: PostedIssue): Answer {
  const { title, body, state } = here.body as Partial<Pick<PostedIssue, 'title' | 'body' | 'state'>>;
  if ((body ?? '').length > 65_536) return unprocessable('body is too long (maximum is 65536 characters)');
  issue.title = title ?? issue.title;
  issue.body = body ?? issue.body;
  if (state !== undefined) setState(issue, state, appAuthor);
  return ok(issueJson(here, issue, true));
}

function postComment(here: Here, { repository, number }: PostedIssue): Answer {
  const body = String(here.body['body']);
  if (body.trim() === '' || body.length > 65_536) return unprocessable('body cannot be blank or too long');
  return {
    status: 201,
    data: commentJson(here, addComment(here.board, { repository, number, author: appAuthor, body })),
  };
}

function patchComment(here: Here, comment: PostedComment): Answer {
  comment.body = String(here.body['body']);
  return ok(commentJson(here, comment));
}

function listPulls(here: Here): readonly unknown[] {
  const [, branch] = (here.url.searchParams.get('head') ?? '').split(':');
  return issuesOf(here.board, here.repository.facts.id)
    .filter(({ pull }) => pull !== null && (branch === undefined || pull.branch === branch))
    .map((pull) => pullJson(here, pull));
}

function postPull(here: Here): Answer {
  const { title, body, head, base } = here.body as Record<'title' | 'body' | 'head' | 'base', string>;
  const { branches, facts } = here.repository;
  const open = issuesOf(here.board, facts.id).some(
    ({ pull, state }) => pull?.branch === head && state === 'open',
  );
  if (open) return unprocessable(`A pull request already exists for ${head}.`);
  if (!branches.has(head) || !branches.has(base)) return unprocessable('head or base is invalid');
  if (branches.get(head)?.sha === branches.get(base)?.sha)
    return unprocessable(`No commits between ${base} and ${head}`);
  const pull = { branch: head, base, merged: false };
  const added = addIssue(here.board, { repository: facts.id, author: appAuthor, title, body, pull });
  return { status: 201, data: pullJson(here, added) };
}

function patchPull(here: Here, pull: PostedIssue): Answer {
  const { title, body } = here.body as Partial<Pick<PostedIssue, 'title' | 'body'>>;
  pull.title = title ?? pull.title;
  pull.body = body ?? pull.body;
  return ok(pullJson(here, pull));
}

function getRef({ repository, parts }: Here): Answer {
  if (repository.branches.size === 0) return { status: 409, data: { message: 'Git Repository is empty.' } };
  const sha = repository.branches.get(parts['branch'] ?? '')?.sha;
  return sha === undefined
    ? missing
    : ok({ ref: `refs/heads/${parts['branch']}`, object: { type: 'commit', sha } });
}

function postRef({ repository, body }: Here): Answer {
  const name = String(body['ref']).replace('refs/heads/', '');
  const from = [...repository.branches.values()].find(({ sha }) => sha === body['sha']);
  if (repository.branches.has(name)) return unprocessable('Reference already exists');
  if (from === undefined) return unprocessable('Object does not exist');
  repository.branches.set(name, from);
  return { status: 201, data: { ref: body['ref'], object: { type: 'commit', sha: from.sha } } };
}

function patchRef({ repository, parts, body }: Here): Answer {
  const from = [...repository.branches.values()].find(({ sha }) => sha === body['sha']);
  if (from === undefined || body['force'] !== true) return unprocessable('Update is not a fast forward');
  repository.branches.set(parts['branch'] ?? '', from);
  return ok({ object: { type: 'commit', sha: from.sha } });
}

function getContents({ repository, parts, url }: Here): Answer {
  const path = parts['path'] ?? '';
  const text = fileOf(repository, url.searchParams.get('ref') ?? repository.defaultBranch, path);
  if (text === null) return missing;
  const content = (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,60}/gu) ?? []
  ).join('\n');
  return ok({ type: 'file', encoding: 'base64', path, content, sha: shaOf(text) });
}

function putContents({ repository, parts, body }: Here): Answer {
  const { content, branch, sha } = body as { content: string; branch: string; sha?: string };
  const path = parts['path'] ?? '';
  const isFirst = repository.branches.size === 0 && branch === repository.defaultBranch;
  if (!repository.branches.has(branch) && !isFirst)
    return { status: 404, data: { message: `Branch ${branch} not found` } };
  const standing = fileOf(repository, branch, path);
  if (standing !== null && sha === undefined) return unprocessable('"sha" wasn\'t supplied.');
  if (standing !== null && sha !== shaOf(standing))
    return { status: 409, data: { message: `${path} does not match ${sha}` } };
  const commit = putFile(repository, branch, path, Buffer.from(content, 'base64').toString('utf8'));
  return { status: standing === null ? 201 : 200, data: { content: { path }, commit: { sha: commit.sha } } };
}
