import { reviewThreadPayload } from '../payloads/review.ts';
import type { Pull, ReviewComment, ReviewThread } from '../state.ts';
import type { World } from '../world.ts';
import { newComment } from './comments.ts';
import { requireBody } from './find.ts';
import type { Place } from './find.ts';
import { noteReferences } from './references.ts';
import { notFound } from './refusal.ts';
import { addReview } from './reviews.ts';
import { pullScene } from './scene.ts';
import { tell, tellReview, tellReviewComment } from './tell.ts';
import { touch } from './timeline.ts';

type AtThread = Place & { readonly thread: number };
type AtComment = Place & { readonly comment: number };

/** Like GitHub, every answer outside a review is a review of its own, without a text. */
export function replyToThread(
  world: World,
  actor: string,
  wish: AtThread & { readonly body: string },
): ReviewComment {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const thread = threadWith(pull, wish.thread);
  requireBody('PullRequestReviewComment', wish.body);
  const review = addReview(scene, pull, 'COMMENTED', '');
  const comment = { ...newComment(world, scene.actor, wish.body), review: review.id };
  thread.comments.push(comment);
  noteReferences(world.state, scene.repository, pull, wish.body, scene.actor);
  tellReview(scene, { pull, review }, 'submitted');
  tellReviewComment(scene, { pull, thread, comment }, 'created');
  return comment;
}

export function resolveThread(world: World, actor: string, wish: AtThread): ReviewThread {
  return setResolved(world, actor, wish, true);
}

export function unresolveThread(world: World, actor: string, wish: AtThread): ReviewThread {
  return setResolved(world, actor, wish, false);
}

export function editReviewComment(
  world: World,
  actor: string,
  wish: AtComment & { readonly body: string },
): ReviewComment {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const at = commentAt(pull, wish.comment);
  requireBody('PullRequestReviewComment', wish.body);
  const changes = { body: { from: at.comment.body } };
  at.comment.body = wish.body;
  at.comment.updatedAt = world.state.now;
  touch(world.state, pull);
  tellReviewComment(scene, { pull, ...at }, 'edited', { changes });
  return at.comment;
}

/** A thread without comments is gone. */
export function deleteReviewComment(world: World, actor: string, wish: AtComment): void {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const { thread, comment } = commentAt(pull, wish.comment);
  thread.comments.splice(thread.comments.indexOf(comment), 1);
  if (thread.comments.length === 0) pull.reviewThreads.splice(pull.reviewThreads.indexOf(thread), 1);
  touch(world.state, pull);
  tellReviewComment(scene, { pull, thread, comment }, 'deleted');
}

function setResolved(world: World, actor: string, wish: AtThread, resolved: boolean): ReviewThread {
  const { pull, repository, actor: person } = pullScene(world, actor, wish);
  const thread = threadWith(pull, wish.thread);
  if (thread.resolved === resolved) return thread;
  thread.resolved = resolved;
  thread.resolvedBy = resolved ? person : null;
  touch(world.state, pull);
  tell(world, 'pull_request_review_thread', repository, () =>
    reviewThreadPayload(world, person, repository, { pull, thread }, resolved ? 'resolved' : 'unresolved'),
  );
  return thread;
}

function threadWith(pull: Pull, id: number): ReviewThread {
  const thread = pull.reviewThreads.find((candidate) => candidate.id === id);
  if (thread === undefined) throw notFound();
  return thread;
}

function commentAt(pull: Pull, id: number): { thread: ReviewThread; comment: ReviewComment } {
  for (const thread of pull.reviewThreads) {
    const comment = thread.comments.find((candidate) => candidate.id === id);
    if (comment !== undefined) return { thread, comment };
  }
  throw notFound();
}
