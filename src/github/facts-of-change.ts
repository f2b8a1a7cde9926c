import { createAttributeLookup } from '../evidence/attribute-rules.ts';
import type { AttributeLookup } from '../evidence/attribute-rules.ts';
import type {
  Arrival,
  ChangeFacts,
  CommentFacts,
  CommitFacts,
  FileChange,
  LinkedIssue,
  Repository,
  ReviewFacts,
} from '../evidence/facts.ts';
import { postedHash } from '../report/marker.ts';
import { actorOf, signerOf } from './actors.ts';
import { coAuthorsOf } from './co-authors.ts';
import type { ActorPart, CommentPart, LabelPart } from './parts.ts';
import type {
  ChangePart,
  ClosedIssuePart,
  CommitPart,
  FilePart,
  ReviewPart,
  ThreadPart,
} from './parts-of-change.ts';
import type { HomePart } from './queries.ts';

/** A pull request with every list whole. */
export type WholeChange = {
  readonly pull: ChangePart;
  readonly assignees: readonly ActorPart[];
  readonly labels: readonly LabelPart[];
  readonly files: readonly FilePart[];
  readonly commits: readonly CommitPart[];
  readonly reviews: readonly ReviewPart[];
  readonly threads: readonly WholeThread[];
  readonly comments: readonly CommentPart[];
  readonly closes: readonly WholeClosedIssue[];
};

export type WholeThread = {
  readonly thread: ThreadPart;
  readonly comments: readonly CommentPart[];
};

export type WholeClosedIssue = {
  readonly issue: ClosedIssuePart;
  readonly labels: readonly LabelPart[];
};

export function changeFacts(home: HomePart, whole: WholeChange, arrived: Arrival | null): ChangeFacts {
  const { pull } = whole;
  const key = `github:${home.databaseId}#${pull.number}`;
  const author = actorOf(pull.author);
  const attribute = attributesOf(home);
  return {
    kind: 'change',
    key,
    repository: repositoryOf(home),
    number: pull.number,
    commit: pull.mergeCommit?.oid ?? null,
    url: pull.url,
    title: pull.title,
    body: pull.body,
    author,
    coAuthors: coAuthorsOf(whole.commits.map(signedOf), mergeOf(pull), author),
    assignees: whole.assignees.map(actorOf),
    mergedBy: pull.mergedAt === null ? null : actorOf(pull.mergedBy),
    openedAt: pull.createdAt,
    mergedAt: pull.mergedAt,
    base: pull.baseRefName,
    head: pull.isCrossRepository ? null : pull.headRefName,
    intoDefaultBranch: pull.baseRefName === home.defaultBranchRef?.name,
    arrived,
    labels: whole.labels.map(({ name }) => name),
    files: whole.files.map((file) => fileOf(file, attribute)),
    filesTotal: pull.changedFiles,
    commits: whole.commits.map(commitOf),
    reviews: whole.reviews.flatMap((review) => reviewOf(key, review) ?? []),
    threads: whole.threads.map(({ thread, comments }) => ({
      key: `${key}/thread/${thread.id}`,
      path: thread.path,
      resolved: thread.isResolved,
      resolvedBy: thread.resolvedBy === null ? null : actorOf(thread.resolvedBy),
      outdated: thread.isOutdated,
      comments: comments.map((comment) => commentOf(`${key}/review-comment`, comment)),
    })),
    comments: byOthers(whole.comments).map((comment) => commentOf(`${key}/comment`, comment)),
    closes: whole.closes.map((closed) => closedIssueOf(closed, home)),
  };
}

export function repositoryOf({ databaseId, nameWithOwner, isPrivate }: HomePart): Repository {
  return { key: `github:${databaseId}`, name: nameWithOwner, private: isPrivate };
}

/** Texts of our own are no facts: what the app says of a change would otherwise change what is known of it. */
export function byOthers(comments: readonly CommentPart[]): readonly CommentPart[] {
  return comments.filter(({ author, body }) => actorOf(author).type !== 'bot' || postedHash(body) === null);
}

/** `key` is what the comment belongs to: ids of comments on lines and of other comments are counted apart. */
export function commentOf(key: string, comment: CommentPart): CommentFacts {
  return {
    key: `${key}/${comment.fullDatabaseId}`,
    author: actorOf(comment.author),
    body: comment.body,
    at: comment.createdAt,
    url: comment.url,
  };
}

/** Only the attributes at the root: those of other folders are not worth a request each. */
function attributesOf({ attributes }: HomePart): AttributeLookup {
  return createAttributeLookup([{ folder: '', text: attributes?.text ?? '' }]);
}

/** GraphQL tells neither the earlier path nor whether a file is text. */
function fileOf({ path, additions, deletions }: FilePart, attribute: AttributeLookup): FileChange {
  return { path, previousPath: null, additions, deletions, binary: false, attribute: attribute(path) };
}

function signedOf({ commit }: CommitPart) {
  return { message: commit.message, authors: commit.authors.nodes };
}

function mergeOf({ mergeCommit }: ChangePart) {
  return mergeCommit === null ? null : { message: mergeCommit.message, authors: mergeCommit.authors.nodes };
}

function commitOf({ commit }: CommitPart): CommitFacts {
  const title = commit.message.trimStart().split(/\r?\n/u, 1)[0] ?? '';
  return {
    id: commit.oid,
    author: signerOf(commit.author ?? commit.authors.nodes[0] ?? null),
    title: title.trimEnd(),
    at: commit.committedDate,
  };
}

const states: ReadonlyMap<string, ReviewFacts['state']> = new Map([
  ['approved', 'approved'],
  ['changes_requested', 'changes_requested'],
  ['commented', 'commented'],
  ['dismissed', 'dismissed'],
]);

/** Null for a review that was not sent yet. */
function reviewOf(key: string, review: ReviewPart): ReviewFacts | null {
  const state = states.get(review.state.toLowerCase());
  if (state === undefined) return null;
  return {
    key: `${key}/review/${review.fullDatabaseId}`,
    author: actorOf(review.author),
    state,
    body: review.body,
    at: review.submittedAt ?? review.createdAt,
    url: review.url,
  };
}

/** What an issue of another repository is called may be private there: of it only its number is kept. */
function closedIssueOf({ issue, labels }: WholeClosedIssue, home: HomePart): LinkedIssue {
  const isHere = issue.repository.databaseId === home.databaseId;
  return {
    key: `github:${issue.repository.databaseId}#${issue.number}`,
    number: issue.number,
    title: isHere ? issue.title : '',
    labels: isHere ? labels.map(({ name }) => name) : [],
    author: isHere ? actorOf(issue.author) : null,
    url: issue.url,
  };
}
