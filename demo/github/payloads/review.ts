import { nodeId } from '../shapes/node-id.ts';
import { restPullInList } from '../shapes/pull.ts';
import { restReview, restReviewComment } from '../shapes/review.ts';
import type { Pull, Repository, Review, ReviewComment, ReviewThread } from '../state.ts';
import type { Payload, World } from '../world.ts';
import { inRepository } from './envelope.ts';
import type { Happening } from './thread.ts';

/** Event `pull_request_review`: unlike REST, with the state in small letters and null for an empty body. */
export function reviewPayload(
  world: World,
  actor: string,
  repository: Repository,
  at: { readonly pull: Pull; readonly review: Review },
  happening: Happening,
): Payload {
  const shape = restReview(world.state, world.url, repository, at.pull, at.review);
  const review = { ...shape, body: shape.body === '' ? null : shape.body, state: shape.state.toLowerCase() };
  return onPull(world, actor, repository, at.pull, { ...happening, more: { review, ...happening.more } });
}

/** Event `pull_request_review_comment`. */
export function reviewCommentPayload(
  world: World,
  actor: string,
  repository: Repository,
  at: { readonly pull: Pull; readonly thread: ReviewThread; readonly comment: ReviewComment },
  happening: Happening,
): Payload {
  const comment = restReviewComment(world.state, world.url, repository, at);
  return onPull(world, actor, repository, at.pull, { ...happening, more: { comment, ...happening.more } });
}

/** Event `pull_request_review_thread`. */
export function reviewThreadPayload(
  world: World,
  actor: string,
  repository: Repository,
  at: { readonly pull: Pull; readonly thread: ReviewThread },
  action: string,
): Payload {
  const comments = at.thread.comments.map((comment) =>
    restReviewComment(world.state, world.url, repository, { ...at, comment }),
  );
  const thread = { node_id: nodeId('ReviewThread', at.thread.id), comments };
  return onPull(world, actor, repository, at.pull, { action, more: { thread } });
}

function onPull(
  world: World,
  actor: string,
  repository: Repository,
  pull: Pull,
  { action, more }: Happening,
): Payload {
  const pull_request = restPullInList(world.state, world.url, repository, pull);
  return { action, pull_request, ...more, ...inRepository(world, actor, repository) };
}
