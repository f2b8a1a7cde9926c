import { describe, expect, test } from '@jest/globals';

import * as actions from '../../../demo/github/actions.ts';
import { anIssue, aPull, bareWorld, changed, PAYMENTS } from './actions-world.ts';

const { openPull } = actions;
const one = { repository: PAYMENTS, number: 1 };

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

function commit(message: string) {
  return { author: 'adaeze', message, at: '2026-02-02T15:00:00Z' };
}
