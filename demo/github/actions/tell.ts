import { reviewCommentPayload, reviewPayload } from '../payloads/review.ts';
import { commentPayload, issuePayload, pullPayload } from '../payloads/thread.ts';
import type { Comment, Issue, Pull, Repository, Review, ReviewComment, ReviewThread } from '../state.ts';
import type { Payload, World } from '../world.ts';
import { listenerOf } from './find.ts';

/** Sends `event` about a repository, if anybody hears it: only then is the payload made. */
export function tell(world: World, event: string, repository: Repository, payload: () => Payload): void {
  const installation = listenerOf(world.state, repository.owner);
  if (installation !== null) world.emit(event, payload(), { installation, repository: repository.id });
}

/** Who did something, and where. */
export type Scene = { readonly world: World; readonly actor: string; readonly repository: Repository };

/** `pull_request` or `issues`, whichever it is. */
export function tellThread(scene: Scene, thread: Issue | Pull, action: string, more: Payload = {}): void {
  const { world, actor, repository } = scene;
  if (thread.kind === 'pull')
    tell(world, 'pull_request', repository, () =>
      pullPayload(world, actor, repository, thread, { action, more }),
    );
  else
    tell(world, 'issues', repository, () => issuePayload(world, actor, repository, thread, { action, more }));
}

export function tellComment(
  scene: Scene,
  at: { readonly thread: Issue | Pull; readonly comment: Comment },
  action: string,
  more: Payload = {},
): void {
  const { world, actor, repository } = scene;
  tell(world, 'issue_comment', repository, () =>
    commentPayload(world, actor, repository, at, { action, more }),
  );
}

export function tellReview(
  scene: Scene,
  at: { readonly pull: Pull; readonly review: Review },
  action: string,
  more: Payload = {},
): void {
  const { world, actor, repository } = scene;
  tell(world, 'pull_request_review', repository, () =>
    reviewPayload(world, actor, repository, at, { action, more }),
  );
}

export function tellReviewComment(
  scene: Scene,
  at: { readonly pull: Pull; readonly thread: ReviewThread; readonly comment: ReviewComment },
  action: string,
  more: Payload = {},
): void {
  const { world, actor, repository } = scene;
  tell(world, 'pull_request_review_comment', repository, () =>
    reviewCommentPayload(world, actor, repository, at, { action, more }),
  );
}
