import type { Actor, CommentFacts, Facts } from '../evidence/facts.ts';
import type { Member, Organisation, RepositoryFacts } from '../people/organisation.ts';

/*
 * What the app asks of GitHub. All ids are GitHub's numeric ids, all times ISO 8601 in UTC. All text was written by
 * others. Every call may throw RetryLater (limits, outages: with the moment at which to try again) or GiveUp
 * (a missing permission, an app that was removed: with what to do about it).
 */
export type GitHub = {
  readonly app: AppSide;
  readonly reading: ReadingSide;
  readonly writing: WritingSide;
};

/** What the app may ask as itself, without an account. */
export type AppSide = {
  /** Asked of GitHub once; as it was then. */
  identity(): Promise<AppIdentity>;
  installations(): Promise<readonly Installation[]>;
  /** Deliveries since `since` that GitHub recorded as failed and never as succeeded under the same id, oldest first. */
  failedDeliveries(since: string): Promise<readonly FailedDelivery[]>;
  /** Asks GitHub to send it again. */
  redeliver(attempt: string): Promise<void>;
};

export type AppIdentity = {
  readonly id: number;
  /** The part of its address: `groundwork`. Its comments are written by `groundwork[bot]`. */
  readonly slug: string;
  /** Permission → `read`, `write` or `admin`, as the app asks for them. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
};

export type Installation = {
  readonly id: number;
  readonly account: number;
  readonly login: string;
  readonly type: 'organization' | 'user';
  readonly suspended: boolean;
  /** As granted, which may be less than the app asks for. */
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
};

export type FailedDelivery = {
  /** GitHub's number of this attempt, for asking again: as text, since it outgrew what JavaScript counts. */
  readonly attempt: string;
  /** The delivery id, the same in every attempt. */
  readonly id: string;
  readonly event: string;
  readonly deliveredAt: string;
};

export type ReadingSide = {
  /** One pull request or issue, whole, in one request where nothing is longer than a page. Null where it is gone. */
  subject(address: SubjectAddress): Promise<Facts | null>;
  /** Merged pull requests and incident issues changed since `since`, newest first, as numbers. */
  subjectsSince(repository: RepositoryAddress, since: string): AsyncIterable<ChangedSubject>;
  /** The organisation as it is now: repositories that the app may read, teams with members, owners. */
  organisation(installation: number, login: string): Promise<Organisation>;
  /** `.github/groundwork.yml` of the account's `.github` repository. */
  rulesFile(installation: number, login: string): Promise<RulesFile>;
  /** Who can read the repository at this moment. Null where it does not exist or the app cannot see it. */
  readers(repository: RepositoryAddress): Promise<RepositoryReaders | null>;
  /** The repository by name in the account or another one, for reports; null where the app cannot see it. */
  repository(installation: number, fullName: string): Promise<RepositoryFacts | null>;
  /** An issue that the app posted, as people left it. Null where it is gone. */
  posted(repository: RepositoryAddress, number: number): Promise<PostedIssue | null>;
};

export type PostedIssue = {
  readonly body: string;
  /** Who edited it or set a box last, the app included; null where nobody did since it was opened. */
  readonly editedBy: Actor | null;
  readonly editedAt: string | null;
  /** What people wrote below it, oldest first; of more than a hundred the first. */
  readonly replies: readonly CommentFacts[];
};

export type RepositoryAddress = {
  readonly installation: number;
  readonly id: number;
  /** `owner/name`, as last known: GitHub follows renames. */
  readonly name: string;
};

export type SubjectNumber = { readonly kind: 'change' | 'issue'; readonly number: number };

/** With when GitHub last changed it. */
export type ChangedSubject = SubjectNumber & { readonly changedAt: string };

export type SubjectAddress = SubjectNumber & { readonly repository: RepositoryAddress };

/** `no-repository`: there is no `.github` repository that the app can see. */
export type RulesFile =
  | { readonly kind: 'no-repository' }
  | { readonly kind: 'no-file'; readonly repository: RepositoryFacts }
  | {
      readonly kind: 'file';
      readonly repository: RepositoryFacts;
      readonly text: string;
      readonly url: string;
    };

export type RepositoryReaders = {
  readonly repository: RepositoryFacts;
  /** Everyone with access, owners of the organisation and outside collaborators included. */
  readonly readers: readonly Member[];
};

export type WritingSide = {
  /** One comment on a pull request or issue. */
  ensureComment(comment: CommentText): Promise<Ensured>;
  /** One issue of its own. Labels are made where they are missing; nobody is assigned who cannot be. */
  ensureIssue(issue: IssueText): Promise<Ensured>;
  /** One pull request that adds or changes one file; made again on its branch when the text changes. */
  ensurePullRequest(change: PullRequestText): Promise<Ensured>;
  /** Closes an issue of ours that is no longer needed. Nothing happens where it is closed already. */
  closeIssue(repository: RepositoryAddress, number: number): Promise<void>;
};

/** What every text of ours has. */
type Text = {
  readonly account: number;
  readonly repository: RepositoryAddress;
  /** Hidden in the text as its marker, so that it is found again and never posted twice. */
  readonly key: string;
  /** Markdown without the marker, at most 65,000 characters. */
  readonly body: string;
  /** What we know of an earlier posting; null where there was none, as far as we know. */
  readonly known: KnownPosting | null;
};

export type KnownPosting = {
  /** GitHub's id of the comment, or of the issue. */
  readonly githubId: number;
  readonly number: number;
  /** As `Ensured` gave it then. */
  readonly contentHash: string;
};

export type CommentText = Text & { readonly number: number };

export type IssueText = Text & {
  readonly title: string;
  readonly labels: readonly string[];
  /** Logins. */
  readonly assignees: readonly string[];
  /** Further parts of a text that is longer than one issue may be: kept as comments below, in this order. */
  readonly continuations: readonly string[];
  /** Only the issue itself is meant: what stands below it stays as it is. */
  readonly firstPartOnly?: true;
};

export type PullRequestText = Text & {
  readonly title: string;
  /** `reports/2026-H1.md`. */
  readonly path: string;
  readonly content: string;
  /** `groundwork/2026-H1`. */
  readonly branch: string;
};

export type Ensured = {
  /** `left alone`: a person edited the text, so it stays as they left it. */
  readonly outcome: 'created' | 'edited' | 'unchanged' | 'left alone';
  readonly githubId: number;
  readonly number: number;
  readonly url: string;
  /** SHA-256, in hex, of the text as it stands, boxes unticked: what a later call compares with. */
  readonly contentHash: string;
};
