import type { Actor, ChangeFacts, CommentFacts } from './facts.ts';

/** One thing that a reviewer said, with what was answered. */
export type Remark = {
  readonly by: Actor;
  readonly at: string;
  readonly body: string;
  readonly place: 'review' | 'comment';
  readonly key: string;
  /** The conversation on lines that it opened; null for the words of a review as a whole. */
  readonly thread: { readonly path: string; readonly outdated: boolean; readonly resolved: boolean } | null;
  /** What was said after it in the same conversation. */
  readonly answers: readonly CommentFacts[];
};

/** What reviewers said of a change, before it was merged or after. */
export function remarksOf(change: ChangeFacts): readonly Remark[] {
  const reviews = change.reviews.map(({ author, at, body, key }): Remark => ({
    by: author,
    at,
    body,
    place: 'review',
    key,
    thread: null,
    answers: change.comments.filter((comment) => comment.at > at && comment.author.key !== author.key),
  }));
  const threads = change.threads.flatMap(({ comments, path, outdated, resolved }): readonly Remark[] => {
    const [opening, ...answers] = comments;
    if (opening === undefined) return [];
    const { author, at, body, key } = opening;
    return [{ by: author, at, body, place: 'comment', key, thread: { path, outdated, resolved }, answers }];
  });
  return [...reviews, ...threads];
}
