import type { Actor } from '../../../src/evidence/facts.ts';
import type { Member, RepositoryFacts } from '../../../src/people/organisation.ts';
import type { ReadingSide, RepositoryAddress } from '../../../src/ports/github.ts';

/**
 * One GitHub, new for each test: an organisation that lets its members into nothing by themselves, with the app
 * installed on all of it. Siri owns it. Adaeze and Tomas are in the team `payments`, Priya in `on-call` within it; Noor
 * is in no team and Jonas no member. There is no `.github` repository.
 */
export type ReadingRig = {
  readonly reading: ReadingSide;
  readonly installation: number;
  readonly organisation: string;
  /** The private repository `payments-service`, which the team may write to; with a commit and nothing else in it. */
  readonly repository: RepositoryAddress;
  readonly people: PeopleOnGitHub;
  readonly look: LookAround;
  /** Requests of the app so far, those for tokens apart. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
};

export type LookAround = {
  /** The id of whoever has this login now. */
  memberOf(login: string): Member;
  /** By the name without the organisation. */
  repository(name: string): RepositoryFacts;
  /** The address of a page for people: `/harbour/payments-service/pull/2`. */
  page(path: string): string;
};

/** What people do, each at the time it is then. In `payments-service`, unless they say otherwise. */
export type PeopleOnGitHub = {
  /** ISO 8601 in UTC, whole seconds. */
  now(at: string): void;
  openPull(by: string, pull: PullOpened): number;
  push(by: string, number: number, path: string): void;
  review(by: string, number: number, review: ReviewGiven): Given;
  dismiss(by: string, number: number, review: number): void;
  /** Gives its id. */
  reply(by: string, number: number, thread: number, body: string): number;
  resolve(by: string, number: number, thread: number): void;
  /** Gives its id. */
  comment(by: string, number: number, body: string): number;
  merge(by: string, number: number): void;
  openIssue(by: string, issue: IssueOpened): number;
  closeIssue(by: string, number: number): void;
  edit(by: string, number: number, body: string): void;
  /** A file on the default branch. */
  write(repository: string, path: string, text: string): void;
  join(login: string): void;
  deleteAccount(login: string): void;
  changeLogin(login: string, to: string): void;
  makeRepository(name: string, visibility: RepositoryFacts['visibility']): void;
  rename(name: string, to: string): void;
  archive(name: string): void;
  letIn(name: string, login: string): void;
  /** What every member may do in every repository. */
  basePermission(to: 'none' | 'read'): void;
};

export type PullOpened = {
  readonly title: string;
  readonly body?: string;
  readonly files?: readonly {
    readonly path: string;
    readonly additions: number;
    readonly deletions: number;
  }[];
  /** Whole messages. */
  readonly commits?: readonly string[];
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
  /** Left out: a branch of its own. */
  readonly head?: string;
  /** Left out: the default branch. */
  readonly base?: string;
};

export type ReviewGiven = {
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  readonly body: string;
  readonly threads?: readonly { readonly path: string; readonly line: number; readonly body: string }[];
};

/** The ids of a review, of the threads it began, and of the comment that each begins with. */
export type Given = {
  readonly review: number;
  readonly threads: readonly { readonly id: number; readonly comment: number }[];
};

export type IssueOpened = {
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly assignees?: readonly string[];
};

/** Somebody as facts name them. */
export function actor({ look }: ReadingRig, login: string): Actor {
  return { key: `github:${look.memberOf(login).id}`, label: login, type: 'user' };
}
