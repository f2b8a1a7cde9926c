import type { Pull, Review, ReviewThread } from '../state.ts';
import type { World } from '../world.ts';
import { newComment } from './comments.ts';
import { requireBody } from './find.ts';
import type { Place } from './find.ts';
import { nextId } from './ids.ts';
import { noteReferences } from './references.ts';
import { notFound, Refusal } from './refusal.ts';
import { pullScene } from './scene.ts';
import { tellReview, tellReviewComment } from './tell.ts';
import type { Scene } from './tell.ts';
import { touch } from './timeline.ts';

export type ReviewWish = Place & {
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  readonly body?: string;
  /** Conversations that it begins, on lines of changed files. */
  readonly threads?: readonly { readonly path: string; readonly line: number; readonly body: string }[];
};

/** One event for the review, then one for each comment. Who was asked to review is not asked any more. */
export function submitReview(world: World, actor: string, wish: ReviewWish): Review {
  const { pull, ...scene } = pullScene(world, actor, wish);
  refuse(pull, scene.actor, wish);
  const review = addReview(scene, pull, wish.state, wish.body ?? '');
  const threads = (wish.threads ?? []).map((thread) => newThread(scene, review, thread));
  pull.reviewThreads.push(...threads);
  pull.requestedReviewers = pull.requestedReviewers.filter((person) => person !== scene.actor);
  const texts = [review.body, ...(wish.threads ?? []).map(({ body }) => body)];
  for (const text of texts) noteReferences(world.state, scene.repository, pull, text, scene.actor);
  tellReview(scene, { pull, review }, 'submitted');
  for (const thread of threads)
    for (const comment of thread.comments) tellReviewComment(scene, { pull, thread, comment }, 'created');
  return review;
}

export function dismissReview(
  world: World,
  actor: string,
  wish: Place & { readonly review: number },
): Review {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const review = reviewAt(pull, wish.review);
  if (review.state === 'COMMENTED') throw new Refusal(422, 'Can not dismiss a commented pull request review');
  review.state = 'DISMISSED';
  touch(world.state, pull);
  tellReview(scene, { pull, review }, 'dismissed');
  return review;
}

export function editReview(
  world: World,
  actor: string,
  wish: Place & { readonly review: number; readonly body: string },
): Review {
  const { pull, ...scene } = pullScene(world, actor, wish);
  const review = reviewAt(pull, wish.review);
  requireBody('PullRequestReview', wish.body);
  const changes = { body: { from: review.body } };
  review.body = wish.body;
  touch(world.state, pull);
  tellReview(scene, { pull, review }, 'edited', { changes });
  return review;
}

export function addReview(scene: Scene, pull: Pull, state: Review['state'], body: string): Review {
  const { world, actor } = scene;
  const { now } = world.state;
  const review = { id: nextId(world.state), author: actor, state, body, at: now, headSha: pull.headSha };
  pull.reviews.push(review);
  touch(world.state, pull);
  return review;
}

function newThread(
  scene: Scene,
  review: Review,
  wish: { readonly path: string; readonly line: number; readonly body: string },
): ReviewThread {
  const { world, actor } = scene;
  return {
    id: nextId(world.state),
    path: wish.path,
    line: wish.line,
    outdated: false,
    resolved: false,
    resolvedBy: null,
    comments: [{ ...newComment(world, actor, wish.body), review: review.id }],
  };
}

function refuse(pull: Pull, actor: string, wish: ReviewWish): void {
  const threads = wish.threads ?? [];
  if (pull.author === actor && wish.state !== 'COMMENTED') throw unprocessable(OWN[wish.state]);
  if (wish.state !== 'APPROVED' && (wish.body ?? '').trim() === '' && threads.length === 0)
    throw unprocessable("Review body can't be blank");
  for (const { path, body } of threads) {
    if (!pull.files.some((file) => file.path === path)) throw unprocessable('Path could not be resolved');
    requireBody('PullRequestReviewComment', body);
  }
  requireBody('PullRequestReview', wish.body ?? '');
}

const OWN = {
  APPROVED: 'Review Can not approve your own pull request',
  CHANGES_REQUESTED: 'Review Can not request changes on your own pull request',
} as const;

function unprocessable(message: string): Refusal {
  return new Refusal(422, 'Unprocessable Entity', [message]);
}

function reviewAt(pull: Pull, id: number): Review {
  const review = pull.reviews.find((candidate) => candidate.id === id);
  if (review === undefined) throw notFound();
  return review;
}
