import type { StoryComment, StoryReview } from './story.ts';

/** What happens to a pull request that is told elsewhere: its conversation, and what is pushed because of it. */
export type StoryAddition = {
  readonly handle: string;
  /** Where its words tell when it was opened; else its size decides. */
  readonly opened?: string;
  /** The description from these words on was written later, when there was something to report. */
  readonly continued?: { readonly at: string; readonly from: string };
  readonly reviews?: readonly StoryReview[];
  readonly comments?: readonly StoryComment[];
  readonly pushes?: readonly StoryPush[];
};

/** Part of what the pull request changes in the end, pushed after it was opened. */
export type StoryPush = {
  readonly at: string;
  readonly message: string;
  /** What this commit alone does to each file. */
  readonly files: readonly {
    readonly path: string;
    readonly additions: number;
    readonly deletions: number;
  }[];
};
