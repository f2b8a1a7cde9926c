import { describe, expect, test } from '@jest/globals';

import * as actions from '../../../demo/github/actions.ts';
import type { Pull } from '../../../demo/github/state.ts';
import { anIssue, aPull, bareWorld, changed, PAYMENTS } from './actions-world.ts';

const { openPull, submitReview } = actions;
const one = { repository: PAYMENTS, number: 1 };

describe('a push', () => {
  test('moves the head and adds its commit', () => {
    const world = bareWorld();
    const { headSha, commits } = openPull(world, 'adaeze', aPull);
    const pull = actions.push(world, 'tomas', { ...one, message: 'Pass it on', files: [] });
    expect(pull.headSha).not.toBe(headSha);
    expect(pull.commits).toHaveLength(commits.length + 1);
    expect(pull.commits.at(-1)).toMatchObject({ sha: pull.headSha, author: 'tomas', message: 'Pass it on' });
  });

  test('replaces the figures of a file, adds new files, and forgets one that it added and removes', () => {
    const world = bareWorld();
    const files = [changed('a.ts'), { ...changed('b.ts'), status: 'added' as const }];
    openPull(world, 'adaeze', { ...aPull, files });
    const pushed = [
      changed('a.ts', 9, 9),
      { ...changed('b.ts'), status: 'removed' as const },
      { ...changed('d.ts'), previousPath: 'c.ts', status: 'renamed' as const },
    ];
    const pull = actions.push(world, 'adaeze', { ...one, message: 'More', files: pushed });
    expect(pull.files).toEqual([changed('a.ts', 9, 9), pushed[2]]);
  });

  test('makes conversations on what it touches outdated, and no others', () => {
    const world = bareWorld();
    const pull = reviewed(world);
    actions.push(world, 'adaeze', { ...one, message: 'More', files: [changed('src/bank.ts')] });
    expect(outdated(pull)).toEqual({ 'src/bank.ts': true, 'src/settlement.ts': false });
  });

  test('or those it is told to', () => {
    const world = bareWorld();
    const pull = reviewed(world);
    const ids = pull.reviewThreads.filter(({ path }) => path === 'src/settlement.ts').map(({ id }) => id);
    const files = [changed('src/bank.ts'), changed('src/settlement.ts')];
    actions.push(world, 'adaeze', { ...one, message: 'More', files, outdated: ids });
    expect(outdated(pull)).toEqual({ 'src/bank.ts': false, 'src/settlement.ts': true });
  });

  test('after the merge changes nothing any more', () => {
    const world = bareWorld();
    openPull(world, 'adaeze', aPull);
    const { headSha, files } = { ...actions.mergePull(world, 'tomas', one) };
    const pull = actions.push(world, 'adaeze', { ...one, message: 'Late', files: [changed('late.ts')] });
    expect([pull.headSha, pull.files]).toEqual([headSha, files]);
  });
});

describe('people and places', () => {
  test('an answer to a conversation is a review of its own, and reviewing fulfils the request', () => {
    const world = bareWorld();
    const pull = reviewed(world);
    expect(pull.requestedReviewers).toEqual([]);
    const [thread] = pull.reviewThreads;
    actions.replyToThread(world, 'adaeze', { ...one, thread: thread?.id ?? 0, body: 'True.' });
    expect(pull.reviews.map(({ author, state, body }) => [author, state, body])).toEqual([
      ['tomas', 'CHANGES_REQUESTED', 'Two things.'],
      ['adaeze', 'COMMENTED', ''],
    ]);
    expect(thread?.comments.map(({ author }) => author)).toEqual(['tomas', 'adaeze']);
  });

  test('a renamed person keeps what they did, and a renamed repository is found by both names', () => {
    const world = bareWorld();
    const pull = openPull(world, 'adaeze', aPull);
    actions.renameUser(world, { login: 'adaeze', to: 'adaeze-obi' });
    actions.renameRepository(world, 'siri', { repository: PAYMENTS, name: 'payments' });
    actions.comment(world, 'adaeze-obi', { ...one, body: 'Still me.' });
    actions.comment(world, 'adaeze-obi', { repository: 'harbour/payments', number: 1, body: 'And here.' });
    expect(pull.comments.map(({ author }) => author)).toEqual(['adaeze', 'adaeze']);
  });

  test('numbers are shared by issues and pull requests, and given ones are kept', () => {
    const world = bareWorld();
    const numbers = [
      actions.openIssue(world, 'priya', anIssue),
      openPull(world, 'adaeze', { ...aPull, number: 40 }),
      openPull(world, 'adaeze', { ...aPull, head: 'late', number: 12 }),
      actions.openIssue(world, 'priya', anIssue),
    ].map(({ number }) => number);
    expect(numbers).toEqual([1, 40, 12, 41]);
  });

  test('the commits of a pull request are those given, else the branch, else one with its title', () => {
    const world = bareWorld();
    const given = openPull(world, 'adaeze', { ...aPull, commits: [commit('One'), commit('Two')] });
    const alone = openPull(world, 'adaeze', { ...aPull, head: 'alone' });
    expect([given, alone].map(({ commits }) => commits.map(({ message }) => message))).toEqual([
      ['One', 'Two'],
      [aPull.title],
    ]);
    expect(given.headSha).toBe(given.commits.at(-1)?.sha);
  });
});

function commit(message: string) {
  return { author: 'adaeze', message, at: '2026-02-02T15:00:00Z' };
}

function reviewed(world: ReturnType<typeof bareWorld>): Pull {
  const pull = openPull(world, 'adaeze', { ...aPull, reviewers: ['tomas'] });
  const threads = aPull.files.map(({ path }) => ({ path, line: 3, body: `About ${path}.` }));
  submitReview(world, 'tomas', { ...one, state: 'CHANGES_REQUESTED', body: 'Two things.', threads });
  return pull;
}

function outdated(pull: Pull) {
  return Object.fromEntries(pull.reviewThreads.map((thread) => [thread.path, thread.outdated]));
}
