import type {
  ChangedFile,
  Comment,
  Commit,
  Issue,
  Label,
  Organisation,
  Pull,
  Repository,
  Review,
  ReviewComment,
  ReviewThread,
  State,
  Team,
  TimelineEvent,
  User,
} from '../state.ts';

/** An issue or pull request. */
export type Subject = Issue | Pull;

type InRepository = { readonly repository: Repository };
type InPull = InRepository & { readonly pull: Pull };
type Happening = InRepository & { readonly subject: Subject; readonly event: TimelineEvent };

/** What stands behind each of GitHub's types, as far as they are built. */
export type Things = {
  Query: object;
  Mutation: object;
  User: { readonly user: User };
  Bot: { readonly user: User };
  Organization: { readonly organisation: Organisation };
  Team: { readonly organisation: Organisation; readonly team: Team };
  Repository: InRepository;
  Ref: InRepository & { readonly branch: string };
  Blob: InRepository & { readonly text: string };
  Commit: InRepository & { readonly commit: Commit };
  Label: InRepository & { readonly label: Label };
  Issue: InRepository & { readonly subject: Issue };
  PullRequest: InRepository & { readonly subject: Pull };
  PullRequestChangedFile: { readonly file: ChangedFile };
  PullRequestCommit: InPull & { readonly commit: Commit };
  PullRequestReview: InPull & { readonly review: Review };
  PullRequestReviewThread: InPull & { readonly thread: ReviewThread };
  PullRequestReviewComment: InPull & { readonly thread: ReviewThread; readonly comment: ReviewComment };
  ReviewRequest: InPull & { readonly login: string };
  IssueComment: InRepository & { readonly subject: Subject; readonly comment: Comment };
  LabeledEvent: Happening;
  UnlabeledEvent: Happening;
  AssignedEvent: Happening;
  UnassignedEvent: Happening;
  ClosedEvent: Happening;
  ReopenedEvent: Happening;
  MergedEvent: Happening;
  RenamedTitleEvent: Happening;
  CrossReferencedEvent: Happening;
};

export type Kind = keyof Things;

/** A thing, marked with GitHub's name of its type. */
export type Thing = { [K in Kind]: { readonly is: K } & Things[K] }[Kind];

export type ThingOf<K extends Kind> = Extract<Thing, { readonly is: K }>;

export function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'is' in value && typeof value.is === 'string';
}

export function isOf<K extends Kind>(thing: Thing, kind: K): thing is ThingOf<K> {
  return thing.is === kind;
}

/** The account behind a login; null where it was deleted, as with GitHub's ghosts. */
export function actorThing(state: State, login: string | null): ThingOf<'User' | 'Bot'> | null {
  const user = login === null ? undefined : state.users.get(login);
  if (user === undefined) return null;
  return user.type === 'Bot' ? { is: 'Bot', user } : { is: 'User', user };
}

export function subjectThing(repository: Repository, subject: Subject): ThingOf<'Issue' | 'PullRequest'> {
  if (subject.kind === 'pull') return { is: 'PullRequest', repository, subject };
  return { is: 'Issue', repository, subject };
}

export function pullThing(repository: Repository, pull: Pull): ThingOf<'PullRequest'> {
  return { is: 'PullRequest', repository, subject: pull };
}
