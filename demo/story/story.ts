/*
 * The story of a fictional organisation: who is there, and what they do in half a year. Plain data, written by hand.
 * `demo/play` does all of it on the local GitHub, in the order of its times, as its people would.
 *
 * In any text, `{#handle}` becomes the number of the pull request or issue with that handle (`#412`), with
 * `owner/name` before it where that is in another repository.
 */
export type Story = {
  readonly organisation: string;
  /** Half-open, ISO 8601 days in the organisation's time zone. */
  readonly from: string;
  readonly to: string;
  readonly people: readonly StoryPerson[];
  readonly teams: readonly StoryTeam[];
  readonly repositories: readonly StoryRepository[];
  readonly pulls: readonly StoryPull[];
  readonly issues: readonly StoryIssue[];
  readonly happenings: readonly StoryHappening[];
  /** What people say to the application below merged work. */
  readonly sayings?: readonly StorySaying[];
  /** Issues that engineers open in their own reports repositories. */
  readonly ownIssues?: readonly StoryIssue[];
};

/** One comment with a command, and whether the application notes it or answers why not. */
export type StorySaying = StoryComment & {
  readonly handle: string;
  readonly answered: 'noted' | 'refused';
};

export type StoryPerson = {
  readonly login: string;
  /**
   * `bot`: its login ends in `[bot]`, or it is the coding agent `Copilot`. `owner`: an owner of the organisation who
   * neither writes code nor manages an engineer. `outside`: no member of the organisation.
   */
  readonly role: 'engineer' | 'manager' | 'owner' | 'bot' | 'outside';
  /** Owns the organisation besides their role. */
  readonly owner?: true;
  readonly name: string;
  /** Who they are, in a sentence, for those who read the story. */
  readonly about: string;
};

export type StoryTeam = {
  readonly slug: string;
  readonly name: string;
  readonly members: readonly string[];
};

export type StoryRepository = {
  readonly name: string;
  readonly visibility: 'private' | 'public';
  /** Teams that write to it. */
  readonly teams: readonly string[];
  readonly description: string;
};

export type StoryFile = {
  readonly path: string;
  readonly from?: string;
  readonly status?: 'added' | 'modified' | 'removed' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
};

export type StoryPull = {
  /** Unlike any other in the story: `order-search-index`. */
  readonly handle: string;
  readonly repository: string;
  /** Where texts of the story name it; else the next free number. */
  readonly number?: number;
  readonly by: string;
  readonly at: string;
  readonly title: string;
  readonly body: string;
  readonly files: readonly StoryFile[];
  /** Of the commits pushed before it was opened; where none is given, there is one with the title. */
  readonly commits?: readonly string[];
  /** `Co-authored-by` of the commits: logins. */
  readonly with?: readonly string[];
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  /** Another than the default branch: a backport, or a step on top of another (`{head:handle}`). */
  readonly base?: string;
  /**
   * Pushed later: the head moves, and threads on these paths become outdated. Each file stands as the pull request
   * shows it after the push, against its base: it takes the place of the one with its path.
   */
  readonly pushes?: readonly {
    readonly at: string;
    readonly message: string;
    readonly files: readonly StoryFile[];
  }[];
  readonly reviews?: readonly StoryReview[];
  readonly comments?: readonly StoryComment[];
  /** Body edited later, as people do. */
  readonly edited?: { readonly at: string; readonly body: string };
  /** How it ended; neither: it is still open at the end. */
  readonly merged?: { readonly at: string; readonly by: string };
  readonly closed?: { readonly at: string; readonly by: string };
};

export type StoryReview = {
  readonly by: string;
  readonly at: string;
  readonly state: 'approved' | 'changes_requested' | 'commented';
  readonly body?: string;
  readonly threads?: readonly StoryReviewThread[];
};

export type StoryReviewThread = {
  readonly path: string;
  readonly line: number;
  readonly body: string;
  readonly replies?: readonly StoryComment[];
  /** The lines it stands on change with the next push. */
  readonly outdated?: true;
  readonly resolved?: { readonly at: string; readonly by: string };
};

export type StoryComment = {
  readonly by: string;
  readonly at: string;
  readonly body: string;
};

export type StoryIssue = {
  readonly handle: string;
  readonly repository: string;
  readonly number?: number;
  readonly by: string;
  readonly at: string;
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly string[];
  /** Put on later. */
  readonly labelled?: readonly { readonly at: string; readonly by: string; readonly label: string }[];
  readonly assignees?: readonly string[];
  readonly comments?: readonly StoryComment[];
  readonly closed?: { readonly at: string; readonly by: string };
  readonly reopened?: { readonly at: string; readonly by: string };
};

/** What else changes in half a year. */
export type StoryHappening =
  | { readonly kind: 'joins'; readonly at: string; readonly login: string; readonly team: string }
  | { readonly kind: 'leaves team'; readonly at: string; readonly login: string; readonly team: string }
  | { readonly kind: 'renamed'; readonly at: string; readonly login: string; readonly to: string }
  | {
      readonly kind: 'visibility';
      readonly at: string;
      readonly repository: string;
      readonly to: 'private' | 'public';
    };

/** What a fair reader finds in a pull request, written from the story alone before any program was asked. */
export type StoryExpectation = {
  /** Must (`true`) or must not (`false`) get a comment; left out where both are fair. */
  readonly tagged?: boolean;
  /** Logins that must have evidence from it. */
  readonly credited?: readonly string[];
  /** Logins that must not. */
  readonly never?: readonly string[];
  readonly because: string;
};
