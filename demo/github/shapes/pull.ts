import type { Pull, Repository, State } from '../state.ts';
import { associationOf } from './association.ts';
import { restLabels } from './label.ts';
import { apiOf, threadPage } from './links.ts';
import { nodeId } from './node-id.ts';
import { restRepository } from './repository.ts';
import { restUser, restUserOrNull } from './user.ts';

/** A pull request as lists and review webhooks show it. */
export function restPullInList(state: State, base: string, repository: Repository, pull: Pull) {
  return {
    ...addressesOf(base, repository, pull),
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: restUser(state, base, pull.author),
    body: pull.body === '' ? null : pull.body,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    assignee: restUserOrNull(state, base, pull.assignees[0] ?? null),
    assignees: pull.assignees.map((name) => restUser(state, base, name)),
    requested_reviewers: pull.requestedReviewers.map((name) => restUser(state, base, name)),
    requested_teams: [],
    labels: restLabels(base, repository, pull),
    milestone: null,
    draft: pull.draft,
    head: end(state, base, repository, { ref: pull.head, sha: pull.headSha }),
    base: end(state, base, repository, { ref: pull.base, sha: pull.baseSha }),
    _links: linksOf(base, repository, pull),
    author_association: associationOf(state, repository, pull.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request whole, with its figures. */
export function restPull(state: State, base: string, repository: Repository, pull: Pull) {
  const open = pull.state === 'open';
  return {
    ...restPullInList(state, base, repository, pull),
    merged: pull.mergedAt !== null,
    mergeable: open ? true : null,
    rebaseable: open ? true : null,
    mergeable_state: open ? 'clean' : 'unknown',
    merged_by: restUserOrNull(state, base, pull.mergedBy),
    comments: pull.comments.length,
    review_comments: pull.reviewThreads.reduce((sum, thread) => sum + thread.comments.length, 0),
    maintainer_can_modify: false,
    commits: pull.commits.length,
    additions: pull.files.reduce((sum, file) => sum + file.additions, 0),
    deletions: pull.files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: pull.files.length,
  };
}

function end(
  state: State,
  base: string,
  repository: Repository,
  at: { readonly ref: string; readonly sha: string },
) {
  return {
    label: `${repository.owner}:${at.ref}`,
    ref: at.ref,
    sha: at.sha,
    user: restUser(state, base, repository.owner),
    repo: {
      ...restRepository(state, base, repository),
      // Webhooks carry a few settings here that repositories elsewhere do not have.
      allow_squash_merge: true,
      allow_merge_commit: true,
      allow_rebase_merge: true,
      allow_auto_merge: false,
      delete_branch_on_merge: false,
      allow_update_branch: false,
      use_squash_pr_title_as_default: false,
      squash_merge_commit_message: 'COMMIT_MESSAGES',
      squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
      merge_commit_message: 'PR_TITLE',
      merge_commit_title: 'MERGE_MESSAGE',
    },
  };
}

function addressesOf(base: string, repository: Repository, pull: Pull) {
  const api = apiOf(base, repository);
  const page = threadPage(base, repository, pull);
  return {
    url: `${api}/pulls/${pull.number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: `${api}/issues/${pull.number}`,
    commits_url: `${api}/pulls/${pull.number}/commits`,
    review_comments_url: `${api}/pulls/${pull.number}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${pull.number}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
  };
}

function linksOf(base: string, repository: Repository, pull: Pull) {
  const addresses = addressesOf(base, repository, pull);
  return {
    self: { href: addresses.url },
    html: { href: addresses.html_url },
    issue: { href: addresses.issue_url },
    comments: { href: addresses.comments_url },
    review_comments: { href: addresses.review_comments_url },
    review_comment: { href: addresses.review_comment_url },
    commits: { href: addresses.commits_url },
    statuses: { href: addresses.statuses_url },
  };
}
