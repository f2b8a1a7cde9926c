import type { CommentFacts, Facts } from '../../src/evidence/facts.ts';
import { withoutCommands } from '../../src/people/command-reading.ts';

/** What people say to the app is no remark on the work: it is blanked out before the work is judged. */
export function withoutSayings(facts: Facts): Facts {
  if (facts.kind === 'issue') return { ...facts, comments: facts.comments.map(silent) };
  const { comments, reviews, threads } = facts;
  return {
    ...facts,
    comments: comments.map(silent),
    reviews: reviews.map(silent),
    threads: threads.map((thread) => ({ ...thread, comments: thread.comments.map(silent) })),
  };
}

function silent<Spoken extends Pick<CommentFacts, 'body'>>(comment: Spoken): Spoken {
  return { ...comment, body: withoutCommands(comment.body) };
}
