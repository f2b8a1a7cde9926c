/*
 * What the local GitHub knows: a model of the part of GitHub that the app and the story touch. Plain, mutable data,
 * changed only by `actions/`. All times are ISO 8601 in UTC and come from the clock of the local GitHub; all ids are
 * numbers that are never used twice.
 *
 * Where the state names a person, it does so by the login they had first. That name stays when they are renamed: what
 * GitHub shows is `users.get(name)?.login`, and a name that is no longer in `users` is a deleted account.
 */
export type State = {
  /** What time it is here. Only the story moves it. */
  now: string;
  /** The last number that was given out. */
  lastId: number;
  /** By the login they had first. */
  readonly users: Map<string, User>;
  readonly organisations: Map<string, Organisation>;
  /** By `owner/name`. */
  readonly repositories: Map<string, Repository>;
  /** `owner/name` of a renamed repository → the name it has now. GitHub redirects. */
  readonly formerNames: Map<string, string>;
  readonly app: App;
  readonly deliveries: Delivery[];
};

export type User = {
  readonly id: number;
  /** The login of today: `adaeze`, or `groundwork[bot]`. */
  login: string;
  readonly name: string | null;
  readonly type: 'User' | 'Bot';
};

export type Organisation = {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  /** What members may do in every repository without further ado. */
  basePermission: 'none' | 'read' | 'write';
  /** Login → role. */
  readonly members: Map<string, 'admin' | 'member'>;
  /** By slug. */
  readonly teams: Map<string, Team>;
};

export type Team = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly parent: string | null;
  /** Login → role in the team. */
  readonly members: Map<string, 'member' | 'maintainer'>;
  /** `owner/name` → permission. */
  readonly repositories: Map<string, Permission>;
};

export type Permission = 'read' | 'triage' | 'write' | 'maintain' | 'admin';

export type Repository = {
  readonly id: number;
  /** The login of a user or an organisation. */
  readonly owner: string;
  name: string;
  readonly description: string | null;
  visibility: 'private' | 'internal' | 'public';
  archived: boolean;
  readonly createdAt: string;
  readonly defaultBranch: string;
  /** Direct collaborators. */
  readonly collaborators: Map<string, Permission>;
  readonly labels: Map<string, Label>;
  /** The last number of an issue or pull request. */
  lastNumber: number;
  /** Issues and pull requests by number. */
  readonly threads: Map<number, Issue | Pull>;
  /** Branch → its commits and the files whose contents are known. */
  readonly branches: Map<string, Branch>;
};

export type Label = { readonly id: number; readonly name: string; readonly color: string };

export type Branch = {
  head: string;
  /** Path → text. Only what was written with its contents: rules, attributes, reports. */
  readonly files: Map<string, string>;
  /** Paths written or removed since it was branched off: what a merge carries over. */
  readonly own: Set<string>;
  /** Pushed since it was branched off, oldest first. */
  readonly commits: Commit[];
};

type Conversation = {
  readonly id: number;
  readonly number: number;
  title: string;
  body: string;
  /** Who changed the text last, and when; both null where nobody did. */
  editor: string | null;
  editedAt: string | null;
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
  state: 'open' | 'closed';
  closedAt: string | null;
  closedBy: string | null;
  labels: string[];
  assignees: string[];
  readonly comments: Comment[];
  readonly events: TimelineEvent[];
};

export type Issue = Conversation & {
  readonly kind: 'issue';
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
};

export type Pull = Conversation & {
  readonly kind: 'pull';
  /** GitHub knows every pull request as an issue too, under another id. Comments speak of this one. */
  readonly issueId: number;
  draft: boolean;
  base: string;
  readonly head: string;
  headSha: string;
  baseSha: string;
  commits: Commit[];
  /** What the head changes against the base. A push changes it. */
  files: ChangedFile[];
  requestedReviewers: string[];
  readonly reviews: Review[];
  /** Conversations on lines, oldest first. */
  readonly reviewThreads: ReviewThread[];
  mergedAt: string | null;
  mergedBy: string | null;
  mergeSha: string | null;
};

export type Commit = {
  readonly sha: string;
  readonly author: string;
  /** The whole message. */
  readonly message: string;
  readonly at: string;
};

export type ChangedFile = {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed';
  readonly additions: number;
  readonly deletions: number;
};

export type Review = {
  readonly id: number;
  readonly author: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  body: string;
  readonly at: string;
  readonly headSha: string;
};

export type ReviewThread = {
  readonly id: number;
  readonly path: string;
  readonly line: number;
  /** The lines changed after it was opened. */
  outdated: boolean;
  resolved: boolean;
  resolvedBy: string | null;
  readonly comments: ReviewComment[];
};

export type ReviewComment = Comment & { readonly review: number };

export type Comment = {
  readonly id: number;
  readonly author: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
};

/** What happened to an issue or pull request, as its timeline shows it. */
export type TimelineEvent = {
  readonly id: number;
  readonly kind:
    | 'labeled'
    | 'unlabeled'
    | 'assigned'
    | 'unassigned'
    | 'closed'
    | 'reopened'
    | 'merged'
    | 'renamed'
    | 'cross-referenced';
  readonly actor: string;
  readonly at: string;
  /**
   * The label, the assignee, the title before it was renamed, or `owner/name#number`: of what refers to it, or of the
   * pull request whose merge closed it.
   */
  readonly what: string | null;
};

export type App = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** PEM, public half of the app's key. */
  readonly publicKey: string;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly events: readonly string[];
  webhookUrl: string;
  readonly webhookSecret: string;
  /** By number. */
  readonly installations: Map<number, AppInstallation>;
};

export type AppInstallation = {
  readonly id: number;
  /** Login of the organisation. */
  readonly account: string;
  suspended: boolean;
  readonly createdAt: string;
  suspendedAt: string | null;
  suspendedBy: string | null;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
};

/** One webhook as it was sent. A redelivery is one more with the same `guid`. */
export type Delivery = {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installation: number | null;
  readonly repository: number | null;
  readonly payload: unknown;
  readonly deliveredAt: string;
  readonly redelivery: boolean;
  /** What the app answered; 0 where it did not. Null while it is under way. */
  status: number | null;
};
