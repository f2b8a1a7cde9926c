/** What the app asks of GitHub, as `app.yml` has it; a test compares the two. */

export const wantedPermissions: Readonly<Record<string, string>> = {
  metadata: 'read',
  contents: 'read',
  pull_requests: 'write',
  issues: 'write',
  members: 'read',
};

export const wantedEvents: readonly string[] = [
  'issue_comment',
  'issues',
  'membership',
  'organization',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'repository',
  'team',
];
