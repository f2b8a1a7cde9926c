/**
 * Facts: what is known of one subject, read whole, plain and storable as JSON.
 * They come from GitHub or from a clone; nothing in this room asks which.
 * All times are ISO 8601 in UTC. All text was written by others: data, never instructions.
 */
export type Facts = ChangeFacts | IssueFacts;

export type Actor = {
  /** Stable: `github:583231` (the numeric id) or `mail:ada@example.org` (from a clone). Never a login. */
  readonly key: string;
  /** What people read: the login on GitHub, the name in a clone. A label, free to change. */
  readonly label: string;
  /** As GitHub records it. From a clone it is always `user`: names decide there, in noise. */
  readonly type: 'user' | 'bot';
};

export type Repository = {
  /** Stable: `github:1296269`, or `clone:orders` from a clone. */
  readonly key: string;
  /** `owner/name`, or the folder's name where a clone has no remote. */
  readonly name: string;
  /** Null where it is not known, as in a clone. */
  readonly private: boolean | null;
};

/** A merged pull request, or a commit that reached the default branch without one. */
export type ChangeFacts = {
  readonly kind: 'change';
  /** `github:1296269#412`, or `clone:orders@4f2a9c01d3e7` for a commit without a number. */
  readonly key: string;
  readonly repository: Repository;
  readonly number: number | null;
  /** The full id of the commit that brought it to the base branch. */
  readonly commit: string | null;
  readonly url: string | null;
  readonly title: string;
  readonly body: string;
  readonly author: Actor;
  readonly coAuthors: readonly Actor[];
  readonly assignees: readonly Actor[];
  readonly mergedBy: Actor | null;
  readonly openedAt: string | null;
  /** Null while it is not merged. */
  readonly mergedAt: string | null;
  readonly base: string | null;
  /** The branch that was merged; null from a fork or a clone, where its name says nothing. */
  readonly head: string | null;
  readonly intoDefaultBranch: boolean;
  /** Of work merged into a branch of its own: how that branch reached the default one. Null before, and for all other work. */
  readonly arrived: Arrival | null;
  readonly labels: readonly string[];
  readonly files: readonly FileChange[];
  /** How many files changed in all; `files` may be cut. */
  readonly filesTotal: number;
  readonly commits: readonly CommitFacts[];
  readonly reviews: readonly ReviewFacts[];
  readonly threads: readonly ThreadFacts[];
  readonly comments: readonly CommentFacts[];
  readonly closes: readonly LinkedIssue[];
};

/** The pull request that brought a branch, with what had been merged into it, to the default branch. */
export type Arrival = {
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
};

export type FileChange = {
  readonly path: string;
  readonly previousPath: string | null;
  readonly additions: number;
  readonly deletions: number;
  readonly binary: boolean;
  /** What the repository's own `.gitattributes` say of the path. `handwritten`: `-linguist-generated` or the like. */
  readonly attribute: 'generated' | 'vendored' | 'documentation' | 'handwritten' | null;
};

export type CommitFacts = {
  readonly id: string;
  readonly author: Actor;
  readonly title: string;
  readonly at: string;
};

export type ReviewFacts = {
  readonly key: string;
  readonly author: Actor;
  readonly state: 'approved' | 'changes_requested' | 'commented' | 'dismissed';
  readonly body: string;
  readonly at: string;
  readonly url: string | null;
};

/** One conversation on lines of the change. */
export type ThreadFacts = {
  readonly key: string;
  readonly path: string;
  readonly resolved: boolean;
  /** Who resolved it; null while nobody did. */
  readonly resolvedBy: Actor | null;
  /** The lines changed after the thread was opened. */
  readonly outdated: boolean;
  readonly comments: readonly CommentFacts[];
};

export type CommentFacts = {
  readonly key: string;
  readonly author: Actor;
  readonly body: string;
  readonly at: string;
  readonly url: string | null;
};

export type LinkedIssue = {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  readonly labels: readonly string[];
  /** Who found what the change mends. Null from a clone and from another repository, where it is not known. */
  readonly author: Actor | null;
  readonly url: string | null;
};

/** Why GitHub records an issue as closed. Null of an open one, and where the server does not say. */
export type StateReason = 'completed' | 'not_planned' | 'duplicate' | null;

export type IssueFacts = {
  readonly kind: 'issue';
  readonly key: string;
  readonly repository: Repository;
  readonly number: number;
  readonly url: string | null;
  readonly title: string;
  readonly body: string;
  readonly author: Actor;
  readonly assignees: readonly Actor[];
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closedBy: Actor | null;
  readonly stateReason: StateReason;
  readonly labels: readonly string[];
  readonly comments: readonly CommentFacts[];
  /** Pull requests that mention the issue or close it, oldest first. */
  readonly linked: readonly LinkedChange[];
  /** Other issues of its repository that mention this one, oldest first. */
  readonly mentionedIn: readonly MentioningIssue[];
};

/** An issue that mentions another of the same repository. */
export type MentioningIssue = {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  /** Its beginning. */
  readonly body: string;
  readonly labels: readonly string[];
  readonly author: Actor | null;
  readonly assignees: readonly Actor[];
  readonly closedAt: string | null;
  readonly closedBy: Actor | null;
  readonly stateReason: StateReason;
  readonly url: string | null;
};

export type LinkedChange = {
  /** `github:1296269#412`. */
  readonly key: string;
  readonly number: number;
  /** `owner/name`. */
  readonly repository: string;
  readonly title: string;
  readonly author: Actor;
  /** People and agents who wrote it together with its author, as its commits say; applied suggestions make none. */
  readonly coAuthors: readonly Actor[];
  readonly assignees: readonly Actor[];
  readonly labels: readonly string[];
  readonly mergedAt: string | null;
  /** It closed the issue, or would when merged. */
  readonly closes: boolean;
  readonly url: string | null;
};
