import { listOf } from './stub.ts';

export const adaUser = { __typename: 'User', login: 'ada-lindqvist', databaseId: 101 };
export const bertilUser = { __typename: 'User', login: 'bertil', databaseId: 102 };
export const dependabotUser = { __typename: 'Bot', login: 'dependabot', databaseId: 49699333 };

export const homeParts = {
  databaseId: 7,
  nameWithOwner: 'harbour/orders',
  isPrivate: true,
  defaultBranchRef: { name: 'main' },
  object: ({ expression }: { expression: string }) =>
    expression === 'HEAD:.gitattributes'
      ? { __typename: 'Blob', text: 'gen/** linguist-generated\n*.md linguist-documentation\n' }
      : null,
};

export function signature(name: string, email: string, user: object | null = null) {
  return { name, email, user };
}

export function commitNode(oid: string, message: string, ...authors: readonly object[]) {
  return {
    commit: {
      oid,
      message,
      committedDate: '2026-03-02T09:00:00Z',
      author: authors[0] ?? null,
      authors: listOf(authors),
    },
  };
}

export function commentNode(id: string, author: object | null, body: string) {
  return {
    fullDatabaseId: id,
    author,
    body,
    createdAt: '2026-03-02T10:00:00Z',
    url: `https://github.com/harbour/orders/pull/412#comment-${id}`,
  };
}

export function reviewNode(id: string, author: object | null, state: string, body = '') {
  return {
    fullDatabaseId: id,
    author,
    state,
    body,
    createdAt: '2026-03-02T10:00:00Z',
    submittedAt: state === 'PENDING' ? null : '2026-03-02T11:00:00Z',
    url: `https://github.com/harbour/orders/pull/412#pullrequestreview-${id}`,
  };
}

export function threadNode(id: string, path: string, comments: readonly object[]) {
  return {
    __typename: 'PullRequestReviewThread',
    id,
    path,
    isResolved: true,
    isOutdated: false,
    resolvedBy: adaUser,
    comments: listOf(comments),
  };
}

export function fileNode(path: string, additions = 3, deletions = 1) {
  return { path, additions, deletions, changeType: 'MODIFIED' };
}

export function issueNode(number: number, title: string, labels: readonly string[]) {
  return {
    __typename: 'Issue',
    id: `I_${number}`,
    number,
    title,
    url: `https://github.com/harbour/orders/issues/${number}`,
    author: bertilUser,
    repository: { databaseId: 7 },
    labels: listOf(labels.map((name) => ({ name }))),
  };
}

/** A merged pull request as GitHub keeps it, changed where a case says so. */
export function pullNode(overrides: object = {}) {
  return {
    __typename: 'PullRequest',
    id: 'PR_412',
    number: 412,
    url: 'https://github.com/harbour/orders/pull/412',
    title: 'Search orders by customer',
    body: 'Fixes #77',
    createdAt: '2026-03-02T08:00:00Z',
    mergedAt: '2026-03-03T08:00:00Z',
    baseRefName: 'main',
    headRefName: 'search-by-customer',
    isCrossRepository: false,
    changedFiles: 2,
    mergeCommit: { oid: 'f'.repeat(40), message: 'Search orders by customer (#412)', authors: listOf([]) },
    author: adaUser,
    mergedBy: bertilUser,
    assignees: listOf([adaUser]),
    labels: listOf([{ name: 'search' }]),
    files: listOf([fileNode('src/search.go', 40, 12), fileNode('gen/orders.pb.go', 900, 0)]),
    commits: listOf([
      commitNode(
        'a'.repeat(40),
        'Search by customer\n\nBody',
        signature('Ada', 'ada@harbour.example', adaUser),
      ),
    ]),
    reviews: listOf([]),
    reviewThreads: listOf([]),
    comments: listOf([]),
    closingIssuesReferences: listOf([]),
    ...overrides,
  };
}
