import type { Octokit } from '@octokit/rest';
import { statusOf, WHERE } from './server-scene.ts';

/** One pull request from its branch to its merge and beyond, by every route on the way. Leaves the branch `deadline`. */
export async function walkThroughPull(adaeze: Octokit, tomas: Octokit) {
  await adaeze.rest.git.createRef({
    ...WHERE,
    ref: 'refs/heads/deadline',
    sha: await headOf(adaeze, 'main'),
  });
  await write(adaeze, 'docs/deadlines.md', 'One.\nTwo.\n');
  const pull = await adaeze.rest.pulls.create({
    ...WHERE,
    title: 'Say deadlines',
    head: 'deadline',
    base: 'main',
    body: 'Fixes #1',
  });
  const at = { ...WHERE, pull_number: pull.data.number };
  const comments = [{ path: 'docs/deadlines.md', line: 2, body: 'Why two?' }];
  const review = await tomas.rest.pulls.createReview({
    ...at,
    event: 'REQUEST_CHANGES',
    body: 'A question.',
    comments,
  });
  const [first] = (await tomas.rest.pulls.listReviewComments(at)).data;
  await adaeze.rest.pulls.createReplyForReviewComment({
    ...at,
    comment_id: first?.id ?? 0,
    body: 'Two banks.',
  });
  await tomas.rest.pulls.createReviewComment({
    ...at,
    body: 'Ah.',
    path: 'docs/deadlines.md',
    line: 1,
    commit_id: pull.data.head.sha,
  });
  await tomas.rest.pulls.listCommentsForReview({ ...at, review_id: review.data.id });
  await tomas.rest.pulls.listReviewCommentsForRepo(WHERE);
  await tomas.rest.pulls.createReview({ ...at, event: 'APPROVE' });
  await tomas.rest.pulls.listReviews(at);
  await adaeze.rest.pulls.update({ ...at, title: 'Say both deadlines' });
  const files = await adaeze.rest.pulls.listFiles(at);
  await adaeze.rest.pulls.listCommits(at);
  await adaeze.rest.pulls.list({ ...WHERE, head: 'harbour:deadline' });
  const before = await statusOf(adaeze.rest.pulls.checkIfMerged(at));
  await adaeze.rest.pulls.merge(at);
  const after = await adaeze.rest.pulls.get(at);
  await adaeze.rest.pulls.checkIfMerged(at);
  await adaeze.rest.git.updateRef({
    ...WHERE,
    ref: 'heads/deadline',
    sha: await headOf(adaeze, 'main'),
    force: true,
  });
  await adaeze.rest.issues.listEventsForTimeline({ ...WHERE, issue_number: pull.data.number });
  await adaeze.rest.issues.get({ ...WHERE, issue_number: pull.data.number });
  return { files, before, after };
}

async function headOf(client: Octokit, branch: string): Promise<string> {
  return (await client.rest.git.getRef({ ...WHERE, ref: `heads/${branch}` })).data.object.sha;
}

async function write(client: Octokit, path: string, text: string) {
  const content = Buffer.from(text).toString('base64');
  const at = { ...WHERE, path, branch: 'deadline', message: `Write ${path}`, content };
  return client.rest.repos.createOrUpdateFileContents(at);
}
