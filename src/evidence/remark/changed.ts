import type { Actor, ChangeFacts, CommentFacts, CommitFacts, ThreadFacts } from '../facts.ts';

/** Bringing the base branch in changes lines, too, and answers nobody. */
const merging = /^merge (?:branch|remote-tracking branch|pull request|commit|tag)\b/iu;
const applying = /^apply (?:suggestions?|changes) from (?:code )?review/iu;

/** Whether a commit that came after a conversation was opened changed its lines, or took its suggestion over. */
export function isChanged(
  { outdated, resolved }: ThreadFacts,
  opening: CommentFacts,
  { commits }: Pick<ChangeFacts, 'commits'>,
): boolean {
  const later = commits.filter(({ at, title }) => at > opening.at && !merging.test(title));
  // Without any commit in the facts, GitHub's word is all there is.
  if (outdated) return commits.length === 0 || later.length > 0;
  return resolved && isSuggestion(opening.body) && later.some(({ title }) => applying.test(title));
}

function isSuggestion(body: string): boolean {
  return /^[ \t]*```suggestion\b/mu.test(body);
}

/**
 * Whether somebody is named on a change only because a suggestion of theirs was taken over: GitHub then adds the
 * reviewer as a co-author, and that makes nobody an author.
 */
export function onlySuggested(
  person: Actor,
  { threads, commits }: Pick<ChangeFacts, 'threads' | 'commits'>,
): boolean {
  const isTheirs = ({ author }: CommentFacts | CommitFacts) => author.key === person.key;
  const suggested = threads.some(({ comments }) =>
    comments.some((comment) => isTheirs(comment) && isSuggestion(comment.body)),
  );
  return suggested && !commits.some(isTheirs);
}
