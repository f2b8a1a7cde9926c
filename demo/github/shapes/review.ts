import type { Pull, Repository, Review, ReviewComment, ReviewThread, State } from '../state.ts';
import { associationOf, noReactions } from './association.ts';
import { apiOf, threadPage } from './links.ts';
import { nodeId } from './node-id.ts';
import { restUser } from './user.ts';

/** A review as REST shows it: `state` in capitals. Webhooks write it small. */
export function restReview(state: State, base: string, repository: Repository, pull: Pull, review: Review) {
  const page = `${threadPage(base, repository, pull)}#pullrequestreview-${review.id}`;
  const url = `${apiOf(base, repository)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId('Review', review.id),
    user: restUser(state, base, review.author),
    body: review.body,
    state: review.state as string,
    html_url: page,
    pull_request_url: url,
    author_association: associationOf(state, repository, review.author),
    _links: { html: { href: page }, pull_request: { href: url } },
    submitted_at: review.at,
    commit_id: review.headSha,
  };
}

/** A comment on a line. One that answers another has `in_reply_to_id`: the first of its thread. */
export function restReviewComment(
  state: State,
  base: string,
  repository: Repository,
  at: { readonly pull: Pull; readonly thread: ReviewThread; readonly comment: ReviewComment },
) {
  const { pull, thread, comment } = at;
  const first = thread.comments[0];
  return {
    ...addressesOf(base, repository, pull, comment),
    pull_request_review_id: comment.review,
    id: comment.id,
    node_id: nodeId('ReviewComment', comment.id),
    ...placeOf(pull, thread, comment),
    user: restUser(state, base, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(state, repository, comment.author),
    ...(first === undefined || first.id === comment.id ? {} : { in_reply_to_id: first.id }),
  };
}

function addressesOf(base: string, repository: Repository, pull: Pull, comment: ReviewComment) {
  const url = `${apiOf(base, repository)}/pulls/comments/${comment.id}`;
  const page = `${threadPage(base, repository, pull)}#discussion_r${comment.id}`;
  const pullUrl = `${apiOf(base, repository)}/pulls/${pull.number}`;
  return {
    url,
    html_url: page,
    pull_request_url: pullUrl,
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullUrl } },
    reactions: noReactions(url),
  };
}

/** Once the lines have changed, only the original place is left. */
function placeOf(pull: Pull, thread: ReviewThread, comment: ReviewComment) {
  const original = pull.reviews.find((review) => review.id === comment.review)?.headSha ?? pull.headSha;
  return {
    diff_hunk: `@@ -${thread.line},1 +${thread.line},1 @@`,
    path: thread.path,
    position: thread.outdated ? null : 1,
    original_position: 1,
    commit_id: pull.headSha,
    original_commit_id: original,
    start_line: null,
    original_start_line: null,
    start_side: null,
    line: thread.outdated ? null : thread.line,
    original_line: thread.line,
    side: 'RIGHT',
    subject_type: 'line',
  };
}
