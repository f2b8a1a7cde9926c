const PAGE = 'totalCount pageInfo { hasNextPage hasPreviousPage }';

const ACTOR = `{ __typename login ... on User { databaseId name } ... on Bot { databaseId } }`;

const SIGNATURE = `{ name email user { login } }`;

/** Once everything that is asked of pull requests, issues and organisations. Takes `owner` and `name`; reads #1 and #2. */
export const EVERYTHING = `
query Everything($owner: String!, $name: String!) {
  viewer { __typename login name }
  user(login: "tomas") { databaseId login name url }
  organization(login: $owner) {
    login name
    membersWithRole(first: 10) { ${PAGE} edges { role node { login } } }
    teams(first: 10) { ${PAGE} nodes { slug name combinedSlug parentTeam { slug }
      members(first: 10, membership: ALL) { ${PAGE} nodes { login } }
      own: members(first: 10, membership: IMMEDIATE) { nodes { login } }
      childTeams(first: 10) { nodes { slug } } } }
    repositories(first: 10) { ${PAGE} nodes { nameWithOwner } }
  }
  repository(owner: $owner, name: $name) {
    databaseId nameWithOwner description url isPrivate visibility isArchived isFork isEmpty createdAt viewerPermission
    owner { __typename login }
    defaultBranchRef { name prefix target { __typename ... on Commit { messageHeadline } } }
    ref(qualifiedName: "refs/heads/main") { name }
    object(expression: "HEAD:README.md") { __typename ... on Blob { text byteSize isBinary isTruncated } }
    labels(first: 10) { ${PAGE} nodes { name color } }
    collaborators(first: 10) { ${PAGE} edges { permission node { login } } }
    pullRequests(first: 5, states: [MERGED], orderBy: { field: UPDATED_AT, direction: DESC }) { ${PAGE} nodes { number } }
    issues(first: 5, labels: ["incident"], filterBy: { since: "2026-01-01T00:00:00Z" }) { ${PAGE} nodes { number } }
    issueOrPullRequest(number: 2) { __typename }
    issue(number: 1) {
      number title body url state stateReason closed closedAt createdAt updatedAt
      author ${ACTOR}
      assignees(first: 5) { nodes { login } }
      labels(first: 5) { nodes { name } }
      comments(first: 5) { ${PAGE} nodes { body url createdAt lastEditedAt isMinimized author ${ACTOR} issue { number } pullRequest { number } } }
      timelineItems(first: 50) { ${PAGE} nodes { __typename
        ... on LabeledEvent { actor { login } label { name } }
        ... on AssignedEvent { actor { login } assignee { ... on User { login } } }
        ... on CrossReferencedEvent { isCrossRepository willCloseTarget source { __typename ... on PullRequest { number mergedAt } } }
        ... on ClosedEvent { actor { login } createdAt stateReason closer { __typename ... on PullRequest { number } } } } }
      closedByPullRequestsReferences(first: 5, includeClosedPrs: true) { nodes { number } }
      stillOpen: closedByPullRequestsReferences(first: 5) { nodes { number } }
    }
    pullRequest(number: 2) {
      number title body url state isDraft merged mergedAt createdAt updatedAt closedAt
      baseRefName headRefName headRefOid additions deletions changedFiles
      baseRepository { nameWithOwner } headRepository { nameWithOwner } isCrossRepository
      author ${ACTOR} mergedBy ${ACTOR}
      mergeCommit { message authors(first: 5) { nodes ${SIGNATURE} } }
      assignees(first: 5) { nodes { login } }
      labels(first: 5) { nodes { name } }
      files(first: 100) { ${PAGE} nodes { path additions deletions changeType } }
      commits(first: 50) { ${PAGE} nodes { commit { messageHeadline messageBody authoredDate committedDate author ${SIGNATURE} authors(first: 5) { nodes ${SIGNATURE} } } } }
      reviews(first: 50) { ${PAGE} nodes { state body url submittedAt author ${ACTOR} comments(first: 5) { nodes { body path line replyTo { body } } } } }
      approvals: reviews(first: 50, states: [APPROVED]) { nodes { state } }
      reviewThreads(first: 50) { ${PAGE} nodes { path line originalLine isResolved isOutdated resolvedBy { login }
        comments(first: 50) { ${PAGE} nodes { body url createdAt outdated author ${ACTOR} pullRequestReview { state } replyTo { body } } } } }
      comments(first: 50) { ${PAGE} nodes { body author ${ACTOR} pullRequest { number } } }
      closingIssuesReferences(first: 5) { nodes { number title labels(first: 5) { nodes { name } } } }
      reviewRequests(first: 5) { nodes { asCodeOwner requestedReviewer { ... on User { login } } } }
      timelineItems(first: 50, itemTypes: [MERGED_EVENT, CLOSED_EVENT, PULL_REQUEST_COMMIT, PULL_REQUEST_REVIEW, ISSUE_COMMENT]) { ${PAGE} nodes { __typename
        ... on MergedEvent { actor { login } mergeRefName } ... on PullRequestCommit { commit { messageHeadline } } } }
    }
  }
  rateLimit { cost limit nodeCount used remaining }
}`;
