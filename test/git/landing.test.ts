import { describe, expect, test } from '@jest/globals';
import { isPull, mergeRequestReference, readLanding } from '../../src/git/landing.ts';
import { readMessage } from '../../src/git/message.ts';

function landing(message: string, isMerge = true): readonly [number | null, string | null, string] {
  const told = readMessage(message);
  const { number, title, body } = readLanding(told, isMerge, mergeRequestReference(message));
  return [number, title, body];
}

describe('a merge', () => {
  test.each<readonly [string, string, readonly [number | null, string | null, string]]>([
    [
      'GitHub',
      'Merge pull request #41 from grace/retry\n\nRetry payments\n\nThe gateway is slow.',
      [41, 'Retry payments', 'The gateway is slow.'],
    ],
    ['GitHub without a title', 'Merge pull request #41 from grace/retry', [41, null, '']],
    [
      'GitLab',
      "Merge branch 'retry' into 'main'\n\nRetry payments\n\nCloses #9\n\nSee merge request acme/shop/orders!7",
      [7, 'Retry payments', 'Closes #9'],
    ],
    [
      'GitLab with the reference alone',
      "Merge branch 'retry' into 'main'\n\nSee merge request acme/orders!7",
      [7, null, ''],
    ],
    [
      'Bitbucket',
      'Merged in retry (pull request #12)\n\nRetry payments\n\nApproved-by: Grace Hopper',
      [12, 'Retry payments', ''],
    ],
    [
      'Bitbucket Server',
      "Merge pull request #12 in ACME/orders from retry to main\n\n* commit 'abc':\n  Retry",
      [12, null, "* commit 'abc':\n  Retry"],
    ],
    [
      'Gitea',
      "Merge pull request 'Retry payments' (#12) from grace/retry into main\n\nReviewed-on: x",
      [12, 'Retry payments', ''],
    ],
    ['Azure', 'Merged PR 88: Retry payments\n\nBecause.', [88, 'Retry payments', 'Because.']],
    [
      'bors',
      'Auto merge of #512 - grace:retry, r=ada\n\nRetry payments\n\nWhy not',
      [512, 'Retry payments', 'Why not'],
    ],
    [
      'bors in a list',
      'Merge #512\n\n512: Retry payments r=ada a=grace\n\nWhy not',
      [512, 'Retry payments', 'Why not'],
    ],
    ['git alone', "Merge branch 'retry'", [null, null, '']],
    [
      'git with conflicts',
      "Merge branch 'retry' into main\n\n# Conflicts:\n#\tpay.ts",
      [null, null, '# Conflicts:\n#\tpay.ts'],
    ],
    ['own words', 'Bring retries home', [null, 'Bring retries home', '']],
  ])('%s', (_, message, expected) => {
    expect(landing(message)).toEqual(expected);
  });
});

describe('a plain commit', () => {
  test.each<readonly [string, readonly [number | null, string | null]]>([
    ['Retry payments (#41)', [41, 'Retry payments']],
    ['Retry payments (#41) (#44)', [44, 'Retry payments (#41)']],
    ['Retry payments (!41)', [41, 'Retry payments']],
    ['Retry payments (pull request #41)', [41, 'Retry payments']],
    ['Revert "Retry payments (#41)" (#45)', [45, 'Revert "Retry payments (#41)"']],
    ['Revert "Retry payments (#41)"', [null, 'Revert "Retry payments (#41)"']],
    ['Fix #41 (again)', [null, 'Fix #41 (again)']],
    ['Fix (#41) at last', [null, 'Fix (#41) at last']],
    ['(#41)', [null, '(#41)']],
    ['Retry payments (#12345678901)', [null, 'Retry payments (#12345678901)']],
    ['Merge the two price lists', [null, 'Merge the two price lists']],
  ])('%s', (subject, expected) => {
    expect(landing(subject, false).slice(0, 2)).toEqual(expected);
  });
});

test.each([
  ["Merge branch 'main' of github.com:acme/orders", true],
  ["Merge remote-tracking branch 'origin/main'", true],
  ["Merge branch 'develop'", true],
  ["Merge branch 'live' into main", true],
  ["Merge branch 'main-menu'", false],
  ["Merge branch 'grace/develop-queue'", false],
  ['Merge pull request #3 from someone/main', false],
  ["Merge branch 'main', then rest", false],
])('%s is a pull: %s', (subject, pull) => {
  expect(isPull(subject, 'live')).toBe(pull);
});
