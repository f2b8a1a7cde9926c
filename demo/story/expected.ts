import { expectedElsewhere } from './expected-elsewhere.ts';
import { expectedFromInvented } from './expected-from-invented.ts';
import { expectedOfIncidents } from './expected-of-incidents.ts';
import { expectedOfReviews } from './expected-of-reviews.ts';
import type { StoryExpectation } from './story.ts';

type Expected = ReadonlyMap<string, StoryExpectation>;

function union(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))];
}

/** Both hold: whoever must be credited by one of them must be, and likewise for never. */
function both(one: StoryExpectation, other: StoryExpectation): StoryExpectation {
  const tagged = one.tagged ?? other.tagged;
  const credited = union(one.credited, other.credited);
  const never = union(one.never, other.never);
  return {
    ...(tagged === undefined ? {} : { tagged }),
    ...(credited.length === 0 ? {} : { credited }),
    ...(never.length === 0 ? {} : { never }),
    because: [one.because, other.because].filter((reason) => reason !== '').join('; '),
  };
}

function joined(parts: readonly Expected[]): Expected {
  const all = new Map<string, StoryExpectation>();
  for (const [handle, expectation] of parts.flatMap((part) => [...part])) {
    const known = all.get(handle);
    all.set(handle, known === undefined ? expectation : both(known, expectation));
  }
  return all;
}

/**
 * What a fair reader finds in the whole story, by the handle of the pull request or issue. It was written from the
 * story alone. People are named by their first login (see `happenings.ts`).
 */
export const expected: Expected = joined([
  expectedFromInvented(),
  expectedOfReviews,
  expectedOfIncidents,
  expectedElsewhere,
]);
