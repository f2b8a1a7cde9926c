import type { CommitFacts } from '../facts.ts';

/** Buttons make commits too: updating a branch, and taking over what a reviewer suggested. */
const byButton =
  /^(?:merge (?:remote-tracking )?branch\b|apply (?:suggestions?|batch)\b.{0,40}(?:review|suggestion)|apply suggestions? from\b)/iu;

/** Whether the commit is one that its author sat down to write. */
export function isWritten(commit: CommitFacts): boolean {
  return !byButton.test(commit.title);
}
