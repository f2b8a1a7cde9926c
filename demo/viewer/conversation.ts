import type { Issue, Pull, TimelineEvent } from '../github/state.ts';

/** One thing in the conversation of an issue or pull request, in the order in which GitHub shows it. */
export type Said =
  | {
      readonly kind: 'text';
      readonly anchor: string;
      readonly by: string;
      readonly at: string;
      readonly verb: string;
      readonly body: string;
    }
  | {
      readonly kind: 'thread';
      readonly at: string;
      readonly path: string;
      readonly line: number;
      readonly outdated: boolean;
      readonly resolved: boolean;
      readonly comments: readonly {
        readonly id: number;
        readonly author: string;
        readonly at: string;
        readonly body: string;
      }[];
    }
  | { readonly kind: 'event'; readonly by: string; readonly at: string; readonly verb: string };

/** The description first, then everything by time. */
export function conversationOf(thread: Issue | Pull): readonly Said[] {
  const { author: by, createdAt: at, body } = thread;
  const first: Said = { kind: 'text', anchor: 'description', by, at, verb: 'wrote', body };
  const comments = thread.comments.map((comment): Said => ({
    kind: 'text',
    anchor: `issuecomment-${comment.id}`,
    by: comment.author,
    at: comment.createdAt,
    verb: 'commented',
    body: comment.body,
  }));
  const rest = [...comments, ...reviewsOf(thread), ...thread.events.flatMap(eventOf)];
  return [first, ...rest.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))];
}

const verdicts = {
  APPROVED: 'approved these changes',
  CHANGES_REQUESTED: 'requested changes',
  COMMENTED: 'reviewed',
  DISMISSED: 'reviewed, since dismissed,',
} as const;

/** A review, then the conversations that it began. Answers to those stand in them, not as reviews of their own. */
function reviewsOf(thread: Issue | Pull): readonly Said[] {
  if (thread.kind === 'issue') return [];
  return thread.reviews.flatMap((review): readonly Said[] => {
    const begun = thread.reviewThreads.filter(({ comments }) => comments[0]?.review === review.id);
    const { author: by, at, state, body, id } = review;
    if (state === 'COMMENTED' && body === '' && begun.length === 0) return [];
    const said: Said =
      body === ''
        ? { kind: 'event', by, at, verb: verdicts[state] }
        : { kind: 'text', anchor: `pullrequestreview-${id}`, by, at, verb: verdicts[state], body };
    return [said, ...begun.map((one) => threadOf(one, at))];
  });
}

function threadOf(
  { path, line, outdated, resolved, comments }: Pull['reviewThreads'][number],
  at: string,
): Said {
  const told = comments.map(({ id, author, createdAt, body }) => ({ id, author, at: createdAt, body }));
  return { kind: 'thread', at, path, line, outdated, resolved, comments: told };
}

function eventOf({ kind, actor, at, what }: TimelineEvent): readonly Said[] {
  const verb = verbOf(kind, what ?? '');
  return verb === null ? [] : [{ kind: 'event', by: actor, at, verb }];
}

/** Null where another line says it already. */
function verbOf(kind: TimelineEvent['kind'], what: string): string | null {
  switch (kind) {
    case 'labeled':
      return `added the label ${what}`;
    case 'unlabeled':
      return `removed the label ${what}`;
    case 'assigned':
      return `assigned ${what}`;
    case 'unassigned':
      return `unassigned ${what}`;
    case 'closed':
      return what === '' ? 'closed this' : `closed this as done by ${what}`;
    case 'reopened':
      return 'reopened this';
    case 'merged':
      return 'merged this';
    case 'renamed':
      return `changed the title, which was “${what}”`;
    default:
      return kind === 'cross-referenced' ? `mentioned this in ${what}` : null;
  }
}
