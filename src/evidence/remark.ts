import type { Actor, ChangeFacts, CommentFacts } from './facts.ts';
import { isBot } from './noise.ts';
import { answersTo } from './remark/addressee.ts';
import { isChanged } from './remark/changed.ts';

/** One thing that a reviewer said, with what was answered. */
export type Remark = {
  readonly by: Actor;
  readonly at: string;
  readonly body: string;
  readonly place: 'review' | 'comment';
  readonly key: string;
  /** The words of a review that approves. */
  readonly approves: boolean;
  /** When GitHub recorded a review of theirs: with the remark, or the last one before it. */
  readonly reviewedAt: string;
  /** The conversation on lines that it belongs to; null for the words of a review and of the talk beneath. */
  readonly thread: {
    readonly key: string;
    /** Whether this remark opened it. */
    readonly opened: boolean;
    /** Its lines were changed by a later commit, and it was this reviewer or an owner who had opened it. */
    readonly changed: boolean;
    /** One of those whose change it is resolved it. */
    readonly settled: boolean;
  } | null;
  /** What those whose change it is answered to its writer, oldest first. */
  readonly answers: readonly CommentFacts[];
  /** What its writer said later in the same conversation. */
  readonly later: readonly CommentFacts[];
};

type Said = CommentFacts & Pick<Remark, 'place' | 'approves'>;

/**
 * What reviewers said of a change, before it was merged or after, oldest first: by people, and never by those whose
 * change it is. `owners` are keys of people.
 */
export function remarksOf(change: ChangeFacts, owners: ReadonlySet<string>): readonly Remark[] {
  const reviewed = reviewTimes(change);
  const remarks = [
    ...remarksIn(beneath(change), owners, null),
    ...change.threads.flatMap((thread) => {
      const said = inOrder(thread.comments.map(asComment));
      const [opening] = said;
      if (opening === undefined) return [];
      const { key, resolved, resolvedBy } = thread;
      const settled = resolved && resolvedBy !== null && owners.has(resolvedBy.key);
      const around = { key, opener: opening, changed: isChanged(thread, opening, change), settled };
      return remarksIn(said, owners, around);
    }),
  ];
  return inOrder(
    remarks.flatMap((remark) => {
      const times = reviewed.get(remark.by.key) ?? [];
      const reviewedAt = times.findLast((at) => at <= remark.at) ?? times[0];
      // Somebody who only joined the talk beneath has reviewed nothing, as far as the record shows.
      return reviewedAt === undefined ? [] : [{ ...remark, reviewedAt }];
    }),
  );
}

function reviewTimes({ reviews, threads }: ChangeFacts): ReadonlyMap<string, readonly string[]> {
  const given = [...reviews, ...threads.flatMap(({ comments }) => comments)];
  const byPerson = Map.groupBy(given, ({ author }) => author.key);
  return new Map([...byPerson].map(([key, all]) => [key, all.map(({ at }) => at).toSorted()]));
}

/** The words of reviews and the talk beneath the change are one conversation. */
function beneath({ reviews, comments }: ChangeFacts): readonly Said[] {
  return inOrder([
    ...reviews.map((review): Said => ({
      ...review,
      place: 'review',
      approves: review.state === 'approved',
    })),
    ...comments.map(asComment),
  ]);
}

function asComment(comment: CommentFacts): Said {
  return { ...comment, place: 'comment', approves: false };
}

/** By time; at the same moment by key, so that the order of reading never shows. */
function inOrder<T extends Pick<Remark, 'at' | 'key'>>(all: readonly T[]): readonly T[] {
  return all.toSorted((one, other) => compare(one.at, other.at) || compare(one.key, other.key));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Further on, people speak of something else. */
const mostAnswers = 20;

type Around = {
  readonly key: string;
  readonly opener: Said;
  readonly changed: boolean;
  readonly settled: boolean;
};

function remarksIn(
  said: readonly Said[],
  owners: ReadonlySet<string>,
  around: Around | null,
): readonly Omit<Remark, 'reviewedAt'>[] {
  const spoken = said.filter(({ body }) => body.trim() !== '');
  const reviewers = spoken.filter(({ author }) => !owners.has(author.key) && !isBot(author));
  const answers = answersTo(
    reviewers,
    spoken.filter(({ author }) => owners.has(author.key)),
  );
  return reviewers.map(({ author, at, body, place, key, approves }) => ({
    by: author,
    at,
    body,
    place,
    key,
    approves,
    thread: around === null ? null : threadSeenBy(author, key, around, owners),
    answers: answers
      .filter(({ answer, to }) => answer.at > at && to.has(author.key))
      .slice(0, mostAnswers)
      .map(({ answer }) => answer),
    later: reviewers
      .filter((other) => other.at > at && other.author.key === author.key)
      .slice(0, mostAnswers),
  }));
}

/** Lines that changed after somebody else's remark are nothing that this reviewer brought about. */
function threadSeenBy(
  reviewer: Actor,
  remark: string,
  { key, opener, changed, settled }: Around,
  owners: ReadonlySet<string>,
): Remark['thread'] {
  const concerns = opener.author.key === reviewer.key || owners.has(opener.author.key);
  return { key, opened: opener.key === remark, changed: changed && concerns, settled };
}
