import type { KnownPosting, Ensured, RepositoryAddress, WritingSide } from '../../../src/ports/github.ts';

/** One GitHub with what the suite needs on it, new for each test. */
export type WritingRig = {
  readonly writing: WritingSide;
  readonly account: number;
  /** With a commit, and with `subject` in it. */
  readonly repository: RepositoryAddress;
  /** Without any commit. */
  readonly emptyRepository: RepositoryAddress;
  /** A pull request that a person opened, without comments. */
  readonly subject: number;
  /** The login of somebody who can be assigned in `repository`. */
  readonly assignable: string;
  readonly person: Person;
  readonly look: Look;
  /** How often anything was written or changed by the app so far; asking for it is not counted. */
  readonly writes: () => number;
  /** Pieces of the budget for new content taken so far. */
  readonly taken: () => number;
  /** Lets so many more pieces be taken; then RetryLater is thrown. */
  readonly leave: (pieces: number) => void;
  /** The next write takes effect, and its answer is lost. Null where a rig cannot do that. */
  readonly loseNextAnswer: (() => void) | null;
  readonly close: () => Promise<void>;
};

/** What people do meanwhile. */
export type Person = {
  /** People with write access may edit the app's texts; it stays their author. */
  editComment(id: number, body: string): Promise<void>;
  editIssue(number: number, body: string): Promise<void>;
  deleteComment(id: number): Promise<void>;
  comment(number: number, body: string): Promise<void>;
  openIssue(title: string, body: string): Promise<number>;
  closeIssue(number: number): Promise<void>;
  mergePullRequest(number: number): Promise<void>;
  editFile(branch: string, path: string, text: string): Promise<void>;
};

export type Look = {
  /** Oldest first. */
  comments(
    number: number,
  ): Promise<readonly { readonly id: number; readonly body: string; readonly isOurs: boolean }[]>;
  /** Those the app opened, oldest first; pull requests apart. */
  issues(): Promise<readonly SeenIssue[]>;
  /** Those the app opened, oldest first. */
  pullRequests(repository: RepositoryAddress): Promise<readonly SeenIssue[]>;
  file(repository: RepositoryAddress, branch: string, path: string): Promise<string | null>;
};

export type SeenIssue = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
};

/** What the store keeps between two runs. */
export function knownOf({ githubId, number, contentHash }: Ensured): KnownPosting {
  return { githubId, number, contentHash };
}
