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

describe('a merge', () => {
  test('is told by who merged and when, and carries the contents over', () => {
    const world = bareWorld();
    const report = { repository: PAYMENTS, branch: 'report', path: 'reports/adaeze.md' };
    actions.createBranch(world, 'adaeze', { repository: PAYMENTS, name: 'report' });
    actions.writeFile(world, 'adaeze', { ...report, text: 'One\nTwo\n' });
    const opened = openPull(world, 'adaeze', {
      ...one,
      number: 7,
      title: 'Report',
      body: '',
      head: 'report',
    });
    expect(opened.files).toEqual([{ ...changed(report.path, 2, 0), status: 'added' }]);
    actions.writeFile(world, 'siri', {
      repository: PAYMENTS,
      path: 'README.md',
      text: 'Changed meanwhile\n',
    });
    world.state.now = '2026-02-04T10:00:00Z';
    const pull = actions.mergePull(world, 'tomas', { ...one, number: 7 });
    expect(pull).toMatchObject({ state: 'closed', mergedBy: 'tomas', mergedAt: '2026-02-04T10:00:00Z' });
    expect(pull.events.map(({ kind }) => kind)).toEqual(['merged', 'closed']);
    const main = world.state.repositories.get(PAYMENTS)?.branches.get('main');
    expect(Object.fromEntries(main?.files ?? [])).toEqual({
      'README.md': 'Changed meanwhile\n',
      'reports/adaeze.md': 'One\nTwo\n',
    });
    expect(main?.head).toBe(pull.mergeSha);
  });

  test('closes what it fixes in the name of who merged, and says by which pull request', () => {
    const world = bareWorld();
    const issue = actions.openIssue(world, 'priya', anIssue);
    openPull(world, 'adaeze', { ...aPull, body: 'Fixes #1' });
    actions.mergePull(world, 'tomas', { ...one, number: 2 });
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed', closedBy: 'tomas' });
    expect(issue.events.at(-1)).toMatchObject({ kind: 'closed', actor: 'tomas', what: `${PAYMENTS}#2` });
  });

  test.each<[string, Partial<actions.PullWish>, boolean]>([
    ['fixes #1', { body: 'It fixes #1.' }, true],
    ['Closes: #1', { body: 'Closes: #1' }, true],
    ['resolved with the name of the repository', { body: `Resolved ${PAYMENTS}#1` }, true],
    ['GH-1', { body: 'close GH-1' }, true],
    ['an address', { body: `Fixes http://127.0.0.1:4000/${PAYMENTS}/issues/1` }, true],
    ['a commit message', { body: '', commits: [commit('Deadline\n\nFixes #1')] }, true],
    ['only a mention', { body: 'See #1' }, false],
    ['only in the title', { title: 'Fixes #1', body: '', commits: [commit('Deadline')] }, false],
    ['another number', { body: 'Fixes #11' }, false],
    ['part of a word', { body: 'Prefixes #1' }, false],
    ['in code', { body: 'The line `Fixes #1` closes it' }, false],
    ['in a block of code', { body: '```\nFixes #1\n```\n' }, false],
    ['in a hidden comment', { body: '<!-- Fixes #1 -->' }, false],
    ['in another repository', { body: 'Fixes harbour/ledger-events#1' }, false],
    ['elsewhere on the web', { body: `Fixes https://git.example/${PAYMENTS}/issues/1` }, false],
    ['into another branch', { body: 'Fixes #1', base: 'release/2.1' }, false],
  ])('closing words: %s', (_, wish, closes) => {
    const world = bareWorld();
    actions.createBranch(world, 'siri', { repository: PAYMENTS, name: 'release/2.1' });
    const issue = actions.openIssue(world, 'priya', anIssue);
    openPull(world, 'adaeze', { ...aPull, ...wish });
    expect(issue.state).toBe('open');
    actions.mergePull(world, 'tomas', { ...one, number: 2 });
    expect(issue.state).toBe(closes ? 'closed' : 'open');
  });

  test('what it would close is known before: from its text alone, issues only, each once', () => {
    const world = bareWorld();
    actions.openIssue(world, 'priya', anIssue);
    actions.openIssue(world, 'priya', { ...anIssue, repository: 'harbour/ledger-events' });
    openPull(world, 'adaeze', { ...aPull, head: 'other', body: '' });
    const body = `Fixes #1, fixes harbour/ledger-events#1, closes #2, fixes ${PAYMENTS}#1, fixes #99`;
    const commits = [commit('Fixes #1')];
    const pull = openPull(world, 'adaeze', { ...aPull, body, commits });
    const repository = world.state.repositories.get(PAYMENTS);
    if (repository === undefined) throw new Error('no repository');
    expect(actions.closingReferences(world.state, repository, pull)).toEqual([
      one,
      { repository: 'harbour/ledger-events', number: 1 },
    ]);
  });
});

describe('a reference', () => {
  test.each<[string, string, number]>([
    ['#1', 'See #1.', 1],
    ['in brackets', 'Deadline (#1)', 1],
    ['the full name', `As in ${PAYMENTS}#1`, 1],
    ['said twice', '#1 and again #1', 1],
    ['an address with an anchor', `https://github.com/${PAYMENTS}/pull/1#issuecomment-5`, 1],
    ['an earlier name', 'harbour/payments-old#1', 1],
    ['part of a word', 'abc#1', 0],
    ['a number with letters', '#1a', 0],
    ['a character of HTML', '&#1;', 0],
    ['in code', '`#1`', 0],
    ['after an odd backtick, in another paragraph', 'a ` here\n\n#1 and ` there', 1],
    ['a path', 'docs/harbour/payments-service#1', 0],
    ['another repository', 'harbour/ledger-events#1', 0],
  ])('%s', (_, text, expected) => {
    const world = bareWorld();
    actions.renameRepository(world, 'siri', { repository: PAYMENTS, name: 'payments-old' });
    actions.renameRepository(world, 'siri', {
      repository: 'harbour/payments-old',
      name: 'payments-service',
    });
    const issue = actions.openIssue(world, 'priya', anIssue);
    actions.openIssue(world, 'adaeze', { ...anIssue, body: 'Another one.' });
    actions.comment(world, 'adaeze', { ...one, number: 2, body: text });
    const events = issue.events.filter(({ kind }) => kind === 'cross-referenced');
    expect(events.map(({ what, actor }) => [what, actor])).toEqual(
      Array.from({ length: expected }, () => [`${PAYMENTS}#2`, 'adaeze']),
    );
  });

  test('from another repository names it', () => {
    const world = bareWorld();
    const issue = actions.openIssue(world, 'priya', anIssue);
    openPull(world, 'tomas', { ...aPull, repository: 'harbour/sdk-node', body: `After ${PAYMENTS}#1` });
    expect(issue.events.map(({ what }) => what)).toEqual(['harbour/sdk-node#1']);
  });
});

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

function review(
  world: ReturnType<typeof bareWorld>,
  actor: string,
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED',
) {
  return submitReview(world, actor, { ...one, state });
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
