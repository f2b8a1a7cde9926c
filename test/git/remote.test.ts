import { describe, expect, test } from '@jest/globals';
import { changeUrl, issueUrl, parseRemote } from '../../src/git/remote.ts';

describe('a remote', () => {
  test.each([
    ['https://github.com/acme/orders.git', 'acme/orders', 'https://github.com/acme/orders'],
    ['https://github.com/acme/orders/', 'acme/orders', 'https://github.com/acme/orders'],
    ['https://ada:gh_secret@github.com/acme/orders', 'acme/orders', 'https://github.com/acme/orders'],
    [
      'https://a@b:c@d@git.example.org:8443/acme/orders.git',
      'acme/orders',
      'https://git.example.org:8443/acme/orders',
    ],
    ['git@github.com:acme/orders.git', 'acme/orders', 'https://github.com/acme/orders'],
    ['ssh://git@github.com:22/acme/orders.git', 'acme/orders', 'https://github.com/acme/orders'],
    ['ssh://git@ssh.github.com:443/acme/orders.git', 'acme/orders', 'https://github.com/acme/orders'],
    [
      'git@gitlab.example.org:group/sub/orders.git',
      'group/sub/orders',
      'https://gitlab.example.org/group/sub/orders',
    ],
    ['http://gitea.local:3000/acme/orders', 'acme/orders', 'http://gitea.local:3000/acme/orders'],
    ['https://github.com/acme/orders.git?token=secret#x', 'acme/orders', 'https://github.com/acme/orders'],
    ['git@bad_host!:acme/orders.git', 'acme/orders', null],
  ])('%s', (address, name, webUrl) => {
    expect(parseRemote(address)).toEqual({ name, webUrl });
  });

  test.each([
    ['/srv/git/orders.git'],
    ['../orders'],
    ['file:///srv/git/orders.git'],
    [String.raw`C:\work\orders`],
    ['C:/work/orders'],
    ['https://github.com/../../etc'],
    ['https://github.com/acme/<script>'],
    ['https://github.com/acme/or)ders](javascript:x'],
    ['git@github.com:'],
    [''],
  ])('%p names nothing on the web', (address) => {
    expect(parseRemote(address)).toBeNull();
  });
});

test.each([
  ['https://github.com/a/b', 7, 'https://github.com/a/b/pull/7'],
  ['https://github.com/a/b', null, 'https://github.com/a/b/commit/abc'],
  ['https://gitlab.com/a/b', 7, 'https://gitlab.com/a/b/-/merge_requests/7'],
  ['https://gitlab.com/a/b', null, 'https://gitlab.com/a/b/-/commit/abc'],
  ['https://bitbucket.org/a/b', 7, 'https://bitbucket.org/a/b/pull-requests/7'],
  ['https://codeberg.org/a/b', 7, 'https://codeberg.org/a/b/pulls/7'],
  ['https://git.example.org/github/b', 7, 'https://git.example.org/github/b/commit/abc'],
  [null, 7, null],
])('%s and %s lead to %s', (webUrl, number, page) => {
  expect(changeUrl(webUrl, number, 'abc')).toBe(page);
});

test('an issue has its own page', () => {
  expect(issueUrl('https://gitlab.com/a/b', 3)).toBe('https://gitlab.com/a/b/-/issues/3');
  expect(issueUrl(null, 3)).toBeNull();
});
