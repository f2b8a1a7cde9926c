import { inventedRepository } from '../invented/build.ts';
import { inventedChanges } from '../invented/history.ts';
import { conversations } from './conversations.ts';
import { isNumbered, pullOf } from './convert.ts';
import { enriched } from './enrich.ts';
import { plainReviews } from './plain-reviews.ts';
import type { StoryPull, StoryReview } from './story.ts';
import { isAtWork } from './working-hours.ts';

/** Their authors merged these alone: a few lines that nobody had to read. */
const mergedAlone: ReadonlySet<string> = new Set(
  [303, 325, 363, 370, 420].map((number) => `payments-${number}`),
);

/** Of branches that were merged with their commits the history itself says who pressed the button. */
const mergerTold: ReadonlySet<string> = new Set(
  inventedChanges.filter(({ style }) => style === 'merge').map(({ number }) => `payments-${number}`),
);

const additions = new Map(conversations.map((addition) => [addition.handle, addition]));

function withConversation(pull: StoryPull): StoryPull {
  const addition = additions.get(pull.handle);
  return addition === undefined ? pull : enriched(pull, addition);
}

/**
 * Who pressed the button. A bot's change is merged by whoever approved it; every other pull request by whoever approved
 * it last, if they were at their desk, and by its author if not. Where the history says who it was, it stays.
 */
function mergerOf(pull: StoryPull, reviews: readonly StoryReview[]): string {
  const merged = pull.merged ?? { at: pull.at, by: pull.by };
  if (mergerTold.has(pull.handle)) return merged.by;
  const approvers = reviews.filter(({ state }) => state === 'approved').map(({ by }) => by);
  const isBots = pull.by.endsWith('[bot]');
  return approvers.findLast((by) => isBots || isAtWork(by, merged.at)) ?? merged.by;
}

function inOrder<T extends { readonly at: string }>(all: readonly T[]): readonly T[] {
  return all.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function withPlain(pull: StoryPull, plain: readonly StoryReview[]): StoryPull {
  const reviews = inOrder([...(pull.reviews ?? []), ...plain]);
  const merged = pull.merged === undefined ? {} : { merged: { ...pull.merged, by: mergerOf(pull, reviews) } };
  return reviews.length === 0 ? pull : { ...pull, reviews, ...merged };
}

const told: readonly StoryPull[] = inventedChanges
  .filter(isNumbered)
  .map((change) => pullOf(change, inventedRepository.name))
  .map(withConversation);

const plain = plainReviews(told, mergedAlone);

/**
 * The pull requests of the payments repository: the changes of the invented history that have a number, with the
 * conversations under them. What was pushed straight to its main branch has no place here.
 */
export const payments: readonly StoryPull[] = told.map((pull) =>
  withPlain(pull, plain.get(pull.handle) ?? []),
);

/** The bare approvals among their reviews: never evidence of anything. Pull request's handle to logins. */
export const bareApprovers: ReadonlyMap<string, readonly string[]> = new Map(
  [...plain].map(([handle, reviews]) => [handle, reviews.map(({ by }) => by)]),
);
