import type { StoryPush } from './addition.ts';
import type { StoryComment, StoryReview, StoryReviewThread } from './story.ts';

/*
 * Short ways to write down what people say under a pull request, so that the files of the story read as a
 * conversation. Times are ISO 8601 in UTC, to the minute.
 */

/** Everything of the story is written to the minute; the seconds make two acts of one minute differ. */
function exact(at: string, body: string): string {
  return `${at}:${String(body.length % 60).padStart(2, '0')}Z`;
}

export function said(by: string, at: string, body: string): StoryComment {
  return { by, at: exact(at, body), body };
}

type State = StoryReview['state'];

function reviewed(
  state: State,
  by: string,
  at: string,
  body: string,
  threads: readonly StoryReviewThread[],
): StoryReview {
  return { by, at: exact(at, body), state, body, ...(threads.length === 0 ? {} : { threads }) };
}

export function approved(
  by: string,
  at: string,
  body: string,
  ...threads: readonly StoryReviewThread[]
): StoryReview {
  return reviewed('approved', by, at, body, threads);
}

/** Asks for changes. */
export function asked(
  by: string,
  at: string,
  body: string,
  ...threads: readonly StoryReviewThread[]
): StoryReview {
  return reviewed('changes_requested', by, at, body, threads);
}

/** Neither approves nor asks for changes. */
export function noted(
  by: string,
  at: string,
  body: string,
  ...threads: readonly StoryReviewThread[]
): StoryReview {
  return reviewed('commented', by, at, body, threads);
}

/** A conversation on a line, still open. */
export function on(
  path: string,
  line: number,
  body: string,
  ...replies: readonly StoryComment[]
): StoryReviewThread {
  return { path, line, body, ...(replies.length === 0 ? {} : { replies }) };
}

/** The lines it stands on change with a later push. */
export function outdated(thread: StoryReviewThread): StoryReviewThread {
  return { ...thread, outdated: true };
}

export function resolved(by: string, at: string, thread: StoryReviewThread): StoryReviewThread {
  return { ...thread, resolved: { by, at: exact(at, thread.body) } };
}

type PushedFile = StoryPush['files'][number];

export function pushed(at: string, message: string, ...files: readonly PushedFile[]): StoryPush {
  return { at: exact(at, message), message, files };
}

export function file(path: string, additions: number, deletions: number): PushedFile {
  return { path, additions, deletions };
}

/** A conversation on a line that a later push changed, and that somebody then closed. */
export function settled(
  by: string,
  at: string,
  path: string,
  line: number,
  body: string,
  ...replies: readonly StoryComment[]
): StoryReviewThread {
  return resolved(by, at, outdated(on(path, line, body, ...replies)));
}
