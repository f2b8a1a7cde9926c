import type { Issue, Pull, Repository, State } from '../state.ts';
import { associationOf, noReactions } from './association.ts';
import { restLabels } from './label.ts';
import { apiOf, threadPage } from './links.ts';
import { nodeId } from './node-id.ts';
import { restUser, restUserOrNull } from './user.ts';

/** An issue, or a pull request seen as one: then with `pull_request`, and under its id as an issue. */
export function restIssue(state: State, base: string, repository: Repository, thread: Issue | Pull) {
  const url = `${apiOf(base, repository)}/issues/${thread.number}`;
  return {
    ...addressesOf(base, repository, thread),
    ...namesOf(thread),
    number: thread.number,
    title: thread.title,
    user: restUser(state, base, thread.author),
    labels: restLabels(base, repository, thread),
    state: thread.state,
    locked: false,
    assignee: restUserOrNull(state, base, thread.assignees[0] ?? null),
    assignees: thread.assignees.map((name) => restUser(state, base, name)),
    milestone: null,
    comments: thread.comments.length,
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    closed_at: thread.closedAt,
    closed_by: restUserOrNull(state, base, thread.closedBy),
    author_association: associationOf(state, repository, thread.author),
    active_lock_reason: null,
    ...(thread.kind === 'pull'
      ? { draft: thread.draft, pull_request: linksOf(base, repository, thread) }
      : {}),
    body: thread.body === '' ? null : thread.body,
    reactions: noReactions(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: thread.kind === 'issue' ? thread.stateReason : null,
  };
}

function namesOf(thread: Issue | Pull) {
  const id = thread.kind === 'pull' ? thread.issueId : thread.id;
  return { id, node_id: thread.kind === 'pull' ? nodeId('PullRequest', thread.id) : nodeId('Issue', id) };
}

function addressesOf(base: string, repository: Repository, thread: Issue | Pull) {
  const url = `${apiOf(base, repository)}/issues/${thread.number}`;
  return {
    url,
    repository_url: apiOf(base, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: threadPage(base, repository, thread),
  };
}

function linksOf(base: string, repository: Repository, pull: Pull) {
  const page = threadPage(base, repository, pull);
  return {
    url: `${apiOf(base, repository)}/pulls/${pull.number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: pull.mergedAt,
  };
}
