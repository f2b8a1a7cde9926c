import type { Ensured, PullRequestText } from '../../ports/github.ts';
import { contentHash, withMarker } from '../../report/marker.ts';
import { statusOf } from '../trouble.ts';
import { pullAnswer } from './answers.ts';
import type { PullAnswer } from './answers.ts';
import { askOf, readOf } from './ask.ts';
import { prepareBranch, readFile, writeFile } from './branch.ts';
import { nameOf, ownPulls } from './find-own.ts';
import type { Pen } from './pen.ts';
import { hashToKeep, joinOutcomes, revise } from './revise.ts';
import type { Revision } from './revise.ts';

/** Another process may do the same: its branch, commit or pull request makes GitHub refuse ours. */
const looks = 3;
const refusedForOthers = [409, 422];

/**
 * The newest pull request of ours from the branch decides: an open one is revised; a merged one is followed by a new one
 * once the text differs from what was merged; what people closed or deleted stays so.
 */
export async function ensurePullRequest(pen: Pen, change: PullRequestText): Promise<Ensured> {
  for (let look = 1; ; look += 1) {
    try {
      return await ensureOnce(pen, change);
    } catch (error) {
      if (look === looks || !refusedForOthers.includes(statusOf(error) ?? 0)) throw error;
    }
  }
}

async function ensureOnce(pen: Pen, change: PullRequestText): Promise<Ensured> {
  const pulls = await ownPulls(pen, change.branch);
  const open = pulls.find(({ state }) => state === 'open');
  if (open !== undefined) return reviseOpen(pen, change, open);
  const [last] = pulls;
  if (last === undefined) return propose(pen, change);
  const revision = await sinceThen(pen, change, last);
  return revision.outcome === 'edited' ? propose(pen, change) : ensured(change, last, revision.outcome);
}

/** What there is to change after the last one was closed or merged. */
async function sinceThen(pen: Pen, change: PullRequestText, last: PullAnswer): Promise<Revision> {
  if (!last.merged_at) return { outcome: 'left alone' };
  const { defaultBranch } = await pen.repository();
  const file = await readFile(pen, change.path, defaultBranch);
  return file === null ? { outcome: 'left alone' } : revise(file.text, wantedFile(change));
}

async function reviseOpen(pen: Pen, change: PullRequestText, pull: PullAnswer): Promise<Ensured> {
  const file = await readFile(pen, change.path, change.branch);
  if (file === null) return ensured(change, pull, 'left alone');
  const ofFile = revise(file.text, wantedFile(change));
  const ofBody = revise(pull.body, { ...change, known: null });
  const retitled = pull.title === change.title ? [] : (['edited'] as const);
  const outcome = joinOutcomes([ofFile.outcome, ofBody.outcome, ...retitled]);
  if (outcome !== 'edited') return ensured(change, pull, outcome);
  if (ofFile.outcome === 'edited') await writeFile(pen, change, { text: ofFile.body, sha: file.sha });
  if (ofBody.outcome === 'edited' || retitled.length > 0) await editPull(pen, change, pull, ofBody);
  return ensured(change, pull, outcome);
}

async function editPull(
  pen: Pen,
  { title }: PullRequestText,
  pull: PullAnswer,
  revision: Revision,
): Promise<void> {
  await pen.repository();
  const body = revision.outcome === 'edited' ? { body: revision.body } : {};
  await askOf(`editing ${pull.html_url}`, () =>
    pen.client.rest.pulls.update({ ...pen.place, pull_number: pull.number, title, ...body }),
  );
}

async function propose(pen: Pen, change: PullRequestText): Promise<Ensured> {
  const { defaultBranch } = await pen.repository();
  pen.takeBudget();
  const left = await readFile(pen, change.path, change.branch);
  const isReady = left !== null && revise(left.text, wantedFile(change)).outcome === 'unchanged';
  if (!isReady) {
    const sha = await prepareBranch(pen, change, { base: defaultBranch, left });
    await writeFile(pen, change, { text: withMarker(change.content, change.key), sha });
  }
  return ensured(change, await openPull(pen, change, defaultBranch), 'created');
}

/** One request: GitHub refuses a second pull request from the same branch. */
async function openPull(
  pen: Pen,
  { title, branch, body, key }: PullRequestText,
  base: string,
): Promise<PullAnswer> {
  return readOf(`opening a pull request in ${nameOf(pen)}`, pullAnswer, () =>
    pen.client.rest.pulls.create({ ...pen.place, title, head: branch, base, body: withMarker(body, key) }),
  );
}

function wantedFile({ content, key }: PullRequestText) {
  return { body: content, key, known: null };
}

function ensured(change: PullRequestText, pull: PullAnswer, outcome: Ensured['outcome']): Ensured {
  const { id: githubId, number, html_url: url } = pull;
  const whole = contentHash(`${change.body}\n\n${change.content}`);
  const hash = outcome === 'left alone' ? hashToKeep(pull.body, change.known) : whole;
  return { outcome, githubId, number, url, contentHash: hash };
}
