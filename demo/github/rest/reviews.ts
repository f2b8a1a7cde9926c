import { replyToThread, submitReview } from '../actions.ts';
import { fullName } from '../actions/find.ts';
import { created, numberParameter, ok, paged, textIn, textNeeded } from '../router-answers.ts';
import { invalid, notFound } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restReview, restReviewComment } from '../shapes/review.ts';
import type { Pull, Repository, Review, ReviewComment, ReviewThread } from '../state.ts';
import { actor, OPEN_PULLS, pullOf, READ_PULLS, repositoryOf } from './needs.ts';

const AT = '/repos/:owner/:repo/pulls';

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: `${AT}/comments`, answer: commentsOfRepository },
  { method: 'GET', path: `${AT}/:number/reviews`, answer: list },
  { method: 'POST', path: `${AT}/:number/reviews`, answer: submit },
  { method: 'GET', path: `${AT}/:number/reviews/:review/comments`, answer: commentsOfReview },
  { method: 'GET', path: `${AT}/:number/comments`, answer: comments },
  { method: 'POST', path: `${AT}/:number/comments`, answer: comment },
  { method: 'POST', path: `${AT}/:number/comments/:comment/replies`, answer: reply },
];

const STATES: Readonly<Record<string, 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED'>> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

type Line = { readonly path: string; readonly line: number; readonly body: string };
type Placed = { readonly pull: Pull; readonly thread: ReviewThread; readonly comment: ReviewComment };

function list(call: Call): Answer {
  const { repository, pull } = pullOf(call, READ_PULLS);
  return paged(call, pull.reviews, (review) => shape(call, repository, pull, review));
}

/** Submitted at once: reviews that wait are not built. */
function submit(call: Call): Answer {
  const { repository, pull } = pullOf(call, OPEN_PULLS);
  const state = STATES[textNeeded(call, 'event')];
  if (state === undefined) throw invalid('"event" is not one of APPROVE, REQUEST_CHANGES and COMMENT.');
  const review = submitReview(call.world, actor(call), {
    ...placeOf(repository, pull),
    state,
    body: textIn(call, 'body') ?? '',
    threads: linesIn(call.body['comments']),
  });
  return ok(shape(call, repository, pull, review));
}

function commentsOfReview(call: Call): Answer {
  const { repository, pull } = pullOf(call, READ_PULLS);
  const review = numberParameter(call, 'review');
  const all = placed(pull).filter(({ comment: one }) => one.review === review);
  return paged(call, all, (one) => restReviewComment(call.world.state, call.base, repository, one));
}

function comments(call: Call): Answer {
  const { repository, pull } = pullOf(call, READ_PULLS);
  return paged(call, placed(pull), (one) => restReviewComment(call.world.state, call.base, repository, one));
}

function commentsOfRepository(call: Call): Answer {
  const repository = repositoryOf(call, READ_PULLS);
  const since = call.url.searchParams.get('since');
  const pulls = [...repository.threads.values()].filter((thread): thread is Pull => thread.kind === 'pull');
  const all = pulls
    .flatMap((pull) => placed(pull))
    .filter(({ comment: one }) => since === null || Date.parse(one.updatedAt) >= Date.parse(since))
    .toSorted((one, other) => one.comment.id - other.comment.id);
  return paged(call, all, (one) => restReviewComment(call.world.state, call.base, repository, one));
}

/** One comment alone is a review of its own, as on GitHub. */
function comment(call: Call): Answer {
  const { repository, pull } = pullOf(call, OPEN_PULLS);
  const replyTo = call.body['in_reply_to'];
  if (typeof replyTo === 'number') return answerTo(call, repository, pull, replyTo);
  const [line] = linesIn([call.body]);
  if (line === undefined) throw invalid('"line" wasn\'t supplied.');
  const review = submitReview(call.world, actor(call), {
    ...placeOf(repository, pull),
    state: 'COMMENTED',
    threads: [line],
  });
  return shown(call, repository, pull, (one) => one.review === review.id);
}

function reply(call: Call): Answer {
  const { repository, pull } = pullOf(call, OPEN_PULLS);
  return answerTo(call, repository, pull, numberParameter(call, 'comment'));
}

function answerTo(call: Call, repository: Repository, pull: Pull, to: number): Answer {
  const thread = pull.reviewThreads.find((one) => one.comments.some(({ id }) => id === to));
  if (thread === undefined) throw notFound();
  const body = textNeeded(call, 'body');
  const made = replyToThread(call.world, actor(call), {
    ...placeOf(repository, pull),
    thread: thread.id,
    body,
  });
  return shown(call, repository, pull, ({ id }) => id === made.id);
}

function shown(call: Call, repository: Repository, pull: Pull, is: (one: ReviewComment) => boolean): Answer {
  const found = placed(pull).find((one) => is(one.comment));
  if (found === undefined) throw notFound();
  return created(restReviewComment(call.world.state, call.base, repository, found));
}

function shape({ world, base }: Call, repository: Repository, pull: Pull, review: Review): object {
  return restReview(world.state, base, repository, pull, review);
}

function placed(pull: Pull): readonly Placed[] {
  return pull.reviewThreads.flatMap((thread) =>
    thread.comments.map((one) => ({ pull, thread, comment: one })),
  );
}

function placeOf(
  repository: Repository,
  pull: Pull,
): { readonly repository: string; readonly number: number } {
  return { repository: fullName(repository), number: pull.number };
}

function linesIn(said: unknown): readonly Line[] {
  if (said === undefined || said === null) return [];
  if (!Array.isArray(said)) throw invalid('"comments" is not an array.');
  return said.map((entry: unknown) => lineIn(entry));
}

function lineIn(entry: unknown): Line {
  const said = new Map<string, unknown>(
    typeof entry === 'object' && entry !== null ? Object.entries(entry) : [],
  );
  const [path, line, body] = [said.get('path'), said.get('line') ?? said.get('position'), said.get('body')];
  if (typeof path !== 'string' || typeof line !== 'number' || typeof body !== 'string') {
    throw invalid('A comment on a line needs "path", "line" and "body".');
  }
  return { path, line, body };
}
