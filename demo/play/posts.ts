import type { Issue, Pull, State } from '../github/state.ts';

/** One text that the app wrote on the local GitHub. */
export type Post = {
  readonly kind: 'issue' | 'pull request' | 'comment' | 'review';
  /** `owner/name`. */
  readonly repository: string;
  /** Of the issue or pull request that it is, or stands in. */
  readonly number: number;
  readonly id: number;
  /** Null for what has none. */
  readonly title: string | null;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly state: string;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** The comment on notable work: an answer to a command praises nothing, nor does a comment that was taken back. */
export function isPraise({ kind, body }: Post): boolean {
  return kind === 'comment' && body.startsWith('**Worth remembering');
}

/** What is said to a command. */
export function isAnswer({ kind, body }: Post): boolean {
  return kind === 'comment' && body.startsWith('- `/groundwork');
}

/** Everything that the app wrote, by repository and number. */
export function postsOf(state: State): readonly Post[] {
  const bot = `${state.app.slug}[bot]`;
  return [...state.repositories].flatMap(([repository, { threads }]) =>
    [...threads.values()].flatMap((thread) => [
      ...(thread.author === bot ? [threadPost(repository, thread)] : []),
      ...commentPosts(repository, thread, bot),
    ]),
  );
}

function threadPost(repository: string, thread: Issue | Pull): Post {
  const { number, id, title, body, labels, assignees, state, createdAt, updatedAt } = thread;
  const kind = thread.kind === 'pull' ? 'pull request' : 'issue';
  return { kind, repository, number, id, title, body, labels, assignees, state, createdAt, updatedAt };
}

function commentPosts(repository: string, thread: Issue | Pull, bot: string): readonly Post[] {
  const place = { repository, number: thread.number, title: null, labels: [], assignees: [], state: '' };
  const comments = thread.comments.map((comment) => ({ ...comment, kind: 'comment' as const }));
  const reviews = thread.kind === 'pull' ? thread.reviews : [];
  const onLines = thread.kind === 'pull' ? thread.reviewThreads.flatMap((one) => one.comments) : [];
  const said = [
    ...comments,
    ...reviews.map((review) => ({
      ...review,
      kind: 'review' as const,
      createdAt: review.at,
      updatedAt: review.at,
    })),
    ...onLines.map((comment) => ({ ...comment, kind: 'review' as const })),
  ];
  return said
    .filter(({ author }) => author === bot)
    .map(({ kind, id, body, createdAt, updatedAt }) => ({ ...place, kind, id, body, createdAt, updatedAt }));
}
