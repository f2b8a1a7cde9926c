import { describe, expect, test } from '@jest/globals';

import * as actions from '../../../demo/github/actions.ts';
import { anIssue, aPull, bareWorld, PAYMENTS } from './actions-world.ts';

const { openPull, submitReview } = actions;
const one = { repository: PAYMENTS, number: 1 };

describe('what GitHub refuses', () => {
  test.each<[string, (world: ReturnType<typeof bareWorld>) => unknown, number, string]>([
    ['approving oneself', (world) => review(world, 'adaeze', 'APPROVED'), 422, 'your own pull request'],
    ['asking oneself', (world) => review(world, 'adaeze', 'CHANGES_REQUESTED'), 422, 'your own pull request'],
    ['a review that says nothing', (world) => review(world, 'tomas', 'COMMENTED'), 422, "can't be blank"],
    [
      'a comment on a file that is not changed',
      (world) =>
        submitReview(world, 'tomas', {
          ...one,
          state: 'APPROVED',
          threads: [{ path: 'README.md', line: 1, body: 'Here too?' }],
        }),
      422,
      'Path could not be resolved',
    ],
    [
      'an empty comment',
      (world) => actions.comment(world, 'tomas', { ...one, body: ' \n' }),
      422,
      'missing_field',
    ],
    [
      'a comment that is too long',
      (world) => actions.comment(world, 'tomas', { ...one, body: 'x'.repeat(65_537) }),
      422,
      'body is too long',
    ],
    ['a second pull request for a head', (world) => openPull(world, 'tomas', aPull), 422, 'already exists'],
    [
      'a head that does not exist, without files',
      (world) => openPull(world, 'tomas', { repository: PAYMENTS, title: 'X', body: '', head: 'none' }),
      422,
      '"head"',
    ],
    [
      'a base that does not exist',
      (world) => openPull(world, 'tomas', { ...aPull, head: 'other', base: 'release/9' }),
      422,
      '"base"',
    ],
    [
      'a pull request of nothing',
      (world) => {
        actions.createBranch(world, 'tomas', { repository: PAYMENTS, name: 'empty' });
        openPull(world, 'tomas', { repository: PAYMENTS, title: 'X', body: '', head: 'empty' });
      },
      422,
      'No commits between main and empty',
    ],
    ['a taken number', (world) => actions.openIssue(world, 'tomas', { ...anIssue, number: 1 }), 422, 'taken'],
    ['no title', (world) => actions.openIssue(world, 'tomas', { ...anIssue, title: ' ' }), 422, 'blank'],
    [
      'an assignee without access',
      (world) => actions.openIssue(world, 'tomas', { ...anIssue, assignees: ['noor'] }),
      422,
      'noor',
    ],
    [
      'a reviewer without access',
      (world) => actions.requestReview(world, 'adaeze', { ...one, reviewer: 'jonas' }),
      422,
      'not a collaborator',
    ],
    [
      'a number that is not there',
      (world) => actions.comment(world, 'tomas', { ...one, number: 9, body: 'x' }),
      404,
      'Not Found',
    ],
    [
      'an issue as a pull request',
      (world) => (
        actions.openIssue(world, 'tomas', anIssue),
        actions.mergePull(world, 'tomas', { ...one, number: 2 })
      ),
      404,
      'Not Found',
    ],
    [
      'merging twice',
      (world) => (actions.mergePull(world, 'tomas', one), actions.mergePull(world, 'tomas', one)),
      405,
      'not mergeable',
    ],
    [
      'merging a draft',
      (world) => (
        actions.editPull(world, 'adaeze', { ...one, draft: true }),
        actions.mergePull(world, 'tomas', one)
      ),
      405,
      'draft',
    ],
    [
      'opening again what is merged',
      (world) => (actions.mergePull(world, 'tomas', one), actions.reopenPull(world, 'tomas', one)),
      422,
      'state cannot be changed',
    ],
    [
      'anything in an archive',
      (world) => (
        actions.archive(world, 'siri', one),
        actions.comment(world, 'tomas', { ...one, body: 'x' })
      ),
      403,
      'archived',
    ],
    [
      'a repository twice',
      (world) =>
        actions.createRepository(world, 'siri', {
          owner: 'harbour',
          name: 'sdk-node',
          visibility: 'private',
        }),
      422,
      'already exists',
    ],
    [
      'a login that is taken',
      (world) => actions.renameUser(world, { login: 'tomas', to: 'adaeze' }),
      422,
      'taken',
    ],
  ])('%s', (_, act, status, words) => {
    const world = bareWorld();
    openPull(world, 'adaeze', aPull);
    const refusal = refusalOf(() => act(world));
    expect(refusal?.status).toBe(status);
    expect(`${refusal?.message} ${JSON.stringify(refusal?.errors)}`).toContain(words);
  });

  test('a refused action leaves everything as it was', () => {
    const world = bareWorld();
    openPull(world, 'adaeze', aPull);
    const before = pictureOf(world);
    refusalOf(() => review(world, 'adaeze', 'APPROVED'));
    refusalOf(() => actions.openIssue(world, 'tomas', { ...anIssue, assignees: ['noor'] }));
    refusalOf(() => openPull(world, 'tomas', { ...aPull, head: 'fresh', reviewers: ['jonas'] }));
    refusalOf(() => openPull(world, 'tomas', { ...aPull, head: 'fresh', number: 1 }));
    refusalOf(() => actions.mergePull(world, 'nobody', one));
    refusalOf(() =>
      actions.editPull(world, 'tomas', { ...one, title: 'New', labels: ['x'], assignees: ['noor'] }),
    );
    expect(pictureOf(world)).toEqual(before);
  });
});

function review(
  world: ReturnType<typeof bareWorld>,
  actor: string,
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED',
) {
  return submitReview(world, actor, { ...one, state });
}

function refusalOf(act: () => unknown): actions.Refusal | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof actions.Refusal) return error;
    throw error;
  }
}

/** Everything there is, but for the counter of ids. */
function pictureOf({ state }: ReturnType<typeof bareWorld>): unknown {
  return structuredClone({ ...state, lastId: 0 });
}
