import type { StoryPull } from './story.ts';

/** The pull requests of the other repositories, save those that mend an incident. */
export const elsewhere: readonly StoryPull[] = [];
