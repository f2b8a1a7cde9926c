import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createGitHistory } from '../../src/git/history.ts';
import type { Clone, NotAClone } from '../../src/ports/history.ts';
import {
  ENVIRONMENT,
  NOON,
  git,
  history,
  makeFolder,
  makeRepository,
  openMade,
  removeFolders,
} from './repository.ts';

afterAll(removeFolders);

const PLAIN = { branch: null, now: null };

/** A `git` that answers as the script says; the real one is `real-git` to it. */
function withGit(script: string): Record<string, string | undefined> {
  const folder = makeFolder();
  const real = git(folder, ['--exec-path']);
  symlinkSync(join(real, 'git'), join(folder, 'real-git'));
  writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  return { ...ENVIRONMENT, PATH: [folder, ENVIRONMENT.PATH].join(delimiter) };
}

async function told(
  answer: Promise<Clone | NotAClone>,
): Promise<readonly [reason: string, sentence: string]> {
  const clone = await answer;
  return clone.kind === 'clone' ? ['clone', ''] : [clone.reason, clone.sentence];
}

describe('what is no clone is told in one sentence', () => {
  test('no such folder', async () => {
    const path = join(makeFolder(), 'nowhere');
    expect(await told(history.open(path, PLAIN))).toEqual([
      'no-such-folder',
      `There is no folder ${path}: check the path.`,
    ]);
  });

  test('a file', async () => {
    const path = join(makeFolder(), 'file');
    writeFileSync(path, '');
    expect((await told(history.open(path, PLAIN)))[0]).toBe('not-a-folder');
  });

  test('a folder, and one whose name looks like an option', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, '--help'));
    expect((await told(history.open(folder, PLAIN)))[0]).toBe('no-clone');
    expect((await told(history.open(join(folder, '--help'), PLAIN)))[0]).toBe('no-clone');
  });

  test('a repository without a commit', async () => {
    const folder = makeFolder();
    git(folder, ['init', '-q', '.']);
    expect((await told(history.open(folder, PLAIN)))[0]).toBe('no-commit');
  });

  test.each([['gone'], ['--all'], ['main..main'], ['']])('a branch %p that is not there', async (branch) => {
    const { folder } = makeRepository([{ name: 'a' }]);
    expect((await told(history.open(folder, { branch, now: null })))[0]).toBe('no-such-branch');
  });

  test('no git', async () => {
    const without = createGitHistory({ PATH: makeFolder() });
    expect((await told(without.open(makeFolder(), PLAIN)))[0]).toBe('git-missing');
  });

  test('an old git', async () => {
    const old = createGitHistory(withGit('echo git version 2.29.3'));
    const [reason, sentence] = await told(old.open(makeFolder(), PLAIN));
    expect(reason).toBe('git-too-old');
    expect(sentence).toContain('2.29.3');
  });

  test("another user's folder, with the command that trusts it", async () => {
    const { folder } = makeRepository([{ name: 'a' }]);
    const distrustful = createGitHistory(withGit('GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec real-git "$@"'));
    const [reason, sentence] = await told(distrustful.open(folder, PLAIN));
    expect(reason).toBe('not-trusted');
    expect(sentence).toContain(`\`git config --global --add safe.directory '${folder}'\``);
  });

  test('a clone whose settings are broken', async () => {
    const { folder } = makeRepository([{ name: 'a' }]);
    writeFileSync(join(folder, 'config'), '[core\n');
    const [reason, sentence] = await told(history.open(folder, PLAIN));
    expect(reason).toBe('refused');
    expect(sentence).toMatch(/^Git does not read .*config/);
  });
});

describe('a clone', () => {
  test('is found from a folder inside its work tree, in spite of a shell that points git elsewhere', async () => {
    const { folder } = makeRepository([{ name: 'a', files: { 'deep/er/file': 'x\n' } }]);
    const outside = makeFolder();
    git(outside, ['clone', '-q', folder, 'with space']);
    const here = createGitHistory({ ...ENVIRONMENT, GIT_DIR: '/nowhere', GIT_WORK_TREE: '/nowhere' });
    const clone = await here.open(join(outside, 'with space', 'deep', 'er'), PLAIN);
    expect(clone).toMatchObject({
      kind: 'clone',
      name: 'with space',
      webUrl: null,
      branch: 'main',
      shallow: false,
    });
    expect(clone.kind === 'clone' && clone.path.endsWith('with space')).toBe(true);
  });

  test("reads the remote's default branch before what is checked out", async () => {
    const { folder, ids } = makeRepository([{ name: 'a' }, { name: 'b', parents: ['a'] }]);
    const outside = makeFolder();
    git(outside, ['clone', '-q', folder, 'orders']);
    const clone = join(outside, 'orders');
    git(clone, ['checkout', '-q', '-b', 'topic', ids['a']!]);
    git(clone, ['config', 'remote.origin.url', 'https://ada:secret@github.com/acme/orders.git']);
    expect(await openMade(clone)).toMatchObject({
      name: 'acme/orders',
      webUrl: 'https://github.com/acme/orders',
      branch: 'main',
      tip: ids['b'],
      countsLines: true,
    });
    expect(await openMade(clone, 'topic')).toMatchObject({ branch: 'topic', tip: ids['a'] });
    git(clone, ['symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/gone']);
    expect(await openMade(clone)).toMatchObject({ branch: 'topic', tip: ids['a'] });
    git(clone, ['checkout', '-q', '--detach']);
    expect(await openMade(clone)).toMatchObject({ branch: null, tip: ids['a'] });
  });

  test.each([
    ['trusts all dates without a now', null, '2033-05-18T03:33:20Z'],
    ['passes over a clock that runs ahead', '2024-06-01T00:00:00Z', '2024-01-01T12:00:00Z'],
    ['takes the oldest when all run ahead', '2001-01-01T00:00:00Z', '2024-01-01T12:00:00Z'],
  ])('%s', async (_, now, newestAt) => {
    const { folder } = makeRepository([
      { name: 'a', at: NOON },
      { name: 'b', parents: ['a'], at: 2_000_000_000 },
    ]);
    expect(await history.open(folder, { branch: null, now })).toMatchObject({ newestAt });
  });
});
