import type { StoryExpectation } from './story.ts';

/** What a fair reader finds in the pull requests of `elsewhere.ts`. */
export const expectedElsewhere: ReadonlyMap<string, StoryExpectation> = new Map();
