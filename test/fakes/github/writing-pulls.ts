import { joinOutcomes, revise } from '../../../src/github/writing/revise.ts';
import type { Ensured, PullRequestText } from '../../../src/ports/github.ts';
import { withMarker } from '../../../src/report/marker.ts';
import { addIssue, appAuthor, fileOf, issuesOf, putFile } from './board.ts';
import type { BoardRepository, PostedIssue } from './board.ts';
import { apply, create, ensured, ours, repositoryOf } from './desk.ts';
import type { Desk } from './desk.ts';

export function ensurePullRequest(desk: Desk, change: PullRequestText): Ensured {
  const repository = repositoryOf(desk.board, change.repository);
  const pulls = ours(issuesOf(desk.board, repository.facts.id)).filter(
    ({ pull }) => pull?.branch === change.branch,
  );
  const open = pulls.find(({ state }) => state === 'open');
  const pull = open ?? pulls.at(-1);
  const outcome = pull === undefined ? 'edited' : revisePull(desk, change, repository, pull);
  const proposed =
    open === undefined && outcome === 'edited'
      ? create(desk, change, () => propose(desk, change, repository))
      : null;
  const standing = proposed ?? pull;
  if (standing === undefined) throw new Error('There is neither an old pull request nor a new one.');
  const whole = `${change.body}\n\n${change.content}`;
  const { number } = standing;
  return ensured(repository, standing, change, { outcome: proposed ? 'created' : outcome, number, whole });
}

function revisePull(
  desk: Desk,
  change: PullRequestText,
  repository: BoardRepository,
  pull: PostedIssue,
): Ensured['outcome'] {
  const isOpen = pull.state === 'open';
  if (!isOpen && !pull.pull?.merged) return 'left alone';
  const text = fileOf(repository, isOpen ? change.branch : repository.defaultBranch, change.path);
  if (text === null) return 'left alone';
  const ofFile = revise(text, { ...change, body: change.content, known: null });
  if (!isOpen) return ofFile.outcome;
  const ofBody = revise(pull.body, { ...change, known: null });
  const retitled = pull.title === change.title ? [] : ['edited' as const];
  const outcome = joinOutcomes([ofFile.outcome, ofBody.outcome, ...retitled]);
  if (outcome !== 'edited') return outcome;
  if (ofFile.outcome === 'edited') putFile(repository, change.branch, change.path, ofFile.body);
  pull.title = change.title;
  apply(desk, pull, ofBody);
  if (ofBody.outcome !== 'edited') desk.wrote();
  return outcome;
}

function propose({ board }: Desk, change: PullRequestText, repository: BoardRepository): PostedIssue {
  const { branches, defaultBranch, facts } = repository;
  const base = branches.get(defaultBranch) ?? putFile(repository, defaultBranch, 'README.md', '# Reports\n');
  branches.set(change.branch, base);
  putFile(repository, change.branch, change.path, withMarker(change.content, change.key));
  return addIssue(board, {
    repository: facts.id,
    author: appAuthor,
    title: change.title,
    body: withMarker(change.body, change.key),
    pull: { branch: change.branch, base: defaultBranch, merged: false },
  });
}
