import type { ChangeFacts } from '../evidence/facts.ts';
import type { PeopleDirectory } from '../people/identity.ts';

/** What a clone's history must give us: merged work as facts, without an account or a server. */
export type History = {
  /** Finds the clone that `path` lies in. Never throws for a bad path: the answer says what is wrong with it. */
  open(path: string, options: OpenOptions): Promise<Clone | NotAClone>;
  /** Everyone who wrote a commit of the branch or is named in a `Co-authored-by` line, by one cheap pass. */
  readPeople(clone: Clone): Promise<PeopleDirectory>;
  /**
   * Merged work whose first-parent commit lies in the window, newest first by and large: a merge comes once
   * the last of its commits has been read. Leaving the loop early stops git.
   * @throws GiveUp when git cannot read the history (missing or broken objects).
   */
  readChanges(clone: Clone, request: ChangesRequest): AsyncIterable<ChangeFacts>;
};

export type OpenOptions = {
  /** The branch to read; null takes the remote's default branch, else what is checked out. */
  readonly branch: string | null;
  /** ISO 8601 in UTC. Commits dated later (a wrong clock) do not count as the newest. Null trusts all dates. */
  readonly now: string | null;
};

export type Clone = {
  readonly kind: 'clone';
  /** The top of the work tree, or the git directory of a bare clone. */
  readonly path: string;
  /** `owner/name` from the remote called origin, else the folder's name. */
  readonly name: string;
  /** `https://github.com/owner/name`: no credentials, no `.git`. Null without a remote on the web. */
  readonly webUrl: string | null;
  /** The branch that is read; null when a commit is checked out without a branch. */
  readonly branch: string | null;
  /** The full id of its newest commit. */
  readonly tip: string;
  /** The newest commit date of the branch that is not after `now`. ISO 8601 in UTC. */
  readonly newestAt: string;
  /** True when older history was cut off (`git clone --depth`). */
  readonly shallow: boolean;
  /** False in a partial clone (`--filter`): lines cannot be counted there without the network, so all are 0. */
  readonly countsLines: boolean;
};

/** Why a path cannot be read. `sentence` is for people: what is wrong and what to do next. */
export type NotAClone = {
  readonly kind: 'not-a-clone';
  readonly reason:
    | 'no-such-folder'
    | 'not-a-folder'
    | 'no-clone'
    | 'no-commit'
    | 'no-such-branch'
    | 'git-missing'
    | 'git-too-old'
    | 'not-trusted'
    | 'refused';
  readonly sentence: string;
};

export type ChangesRequest = {
  /** From `readPeople` of the same clone: one person's several addresses become one actor. */
  readonly people: PeopleDirectory;
  /** ISO 8601 in UTC, inclusive, by commit date. Null is the beginning. */
  readonly from: string | null;
  /** ISO 8601 in UTC, exclusive. Null is the end. */
  readonly to: string | null;
  readonly onProgress?: (progress: Progress) => void;
};

/** Steps along the branch's own line: `done` of `total` changes that landed in the window. */
export type Progress = {
  readonly done: number;
  readonly total: number;
};
