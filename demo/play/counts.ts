import type { Pull, State } from '../github/state.ts';
import type { Tables } from './compare.ts';
import { isPraise, postsOf } from './posts.ts';

/** How many of something there are, with its name in the plural. */
export type Count = { readonly what: string; readonly count: number };

/** What the story came to. */
export function countsOf(state: State, tables: Tables): readonly Count[] {
  const pulls = [...state.repositories.values()]
    .flatMap(({ threads }) => [...threads.values()])
    .filter((thread): thread is Pull => thread.kind === 'pull');
  const posts = postsOf(state);
  return [
    { what: 'pull requests merged', count: pulls.filter(({ mergedAt }) => mergedAt !== null).length },
    { what: 'reviews', count: pulls.reduce((sum, pull) => sum + reviewsOf(pull), 0) },
    { what: 'webhooks heard', count: state.deliveries.filter(({ redelivery }) => !redelivery).length },
    { what: 'pieces of evidence', count: tables['evidence']?.length ?? 0 },
    {
      what: 'comments on notable work',
      count: posts.filter(isPraise).length,
    },
    { what: 'answers to what people said of it', count: tables['overlay']?.length ?? 0 },
    { what: 'review-prep issues', count: labelled(posts, 'review preparation') },
    { what: 'evidence reports', count: labelled(posts, 'evidence report') },
  ];
}

/** Answers in a conversation are no reviews of their own, though GitHub keeps them as such. */
function reviewsOf({ reviews, reviewThreads }: Pull): number {
  const answers = new Set(
    reviewThreads.flatMap(({ comments }) => comments.slice(1)).map(({ review }) => review),
  );
  return reviews.filter(({ id, body }) => body !== '' || !answers.has(id)).length;
}

function labelled(posts: ReturnType<typeof postsOf>, label: string): number {
  return posts.filter(({ labels }) => labels.includes(label)).length;
}
