import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AccountRow, Publication } from '../../src/ports/store.ts';
import { previewKey } from '../../src/web/keys.ts';
import { escaped, previewPages, previewPath } from '../../src/web/pages.ts';

const secret = 'b7e1f09c4d2a86357fe0';
const key = previewKey(secret);

const account: AccountRow = {
  account: 77,
  dirtyAt: null,
  installation: 501,
  login: 'harbour',
  noticedAt: null,
  rules: null,
  owners: [],
};

const report: Publication = {
  account: 77,
  key: 'report/2026-H1/11',
  kind: 'report',
  person: 11,
  repository: 9100,
  number: null,
  githubId: null,
  contentHash: null,
  postedAt: null,
  heldBecause: 'The rules say `mode: preview`.',
  heldAt: '2026-07-01T08:00:00.000Z',
};

const hostile: Publication = {
  ...report,
  key: '"><script>alert(1)</script>',
  kind: 'comment',
  person: 12,
  heldBecause: '<img src=x onerror=alert(1)>',
};

const logins = new Map([[11, 'adaeze']]);
const text = '# Adaeze\n<b>"p95 1.8s → 210ms"</b>';

function start(held: readonly Publication[] = [report, hostile]) {
  return previewPages({
    webhookSecret: secret,
    store: {
      accounts: { list: async () => [account, { ...account, account: 78, login: null }] },
      publications: {
        held: async (id) => (id === 77 ? held : []),
        heldText: async (id, name) => (id === 77 && name === report.key ? text : null),
      },
      people: {
        find: async (id, person) => ({ account: id, id: person, login: logins.get(person) ?? '<i>x</i>' }),
      },
    },
  });
}

function withKey(given: string | null = key): URLSearchParams {
  return new URLSearchParams(given === null ? '' : { key: given });
}

describe('the preview', () => {
  test('lists what is kept back, whose it is and why', async () => {
    const answer = await start()('/preview', withKey());
    expect(answer).toMatchObject({ status: 200, contentType: 'text/html; charset=utf-8' });
    expect(answer?.body).toContain('<h2>harbour</h2>');
    expect(answer?.body).toContain(
      `<li><a href="/preview/77/report%2F2026-H1%2F11?key=${key}">report · adaeze · 2026-07-01</a><br>The rules say \`mode: preview\`.</li>`,
    );
    expect(answer?.body).not.toContain('Account 78');
  });

  test('nothing in it is more than text', async () => {
    const answer = await start()('/preview', withKey());
    expect(answer?.body).not.toMatch(/<(script|img|i)\b/);
    expect(answer?.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; frame-/,
    );
  });

  test('gives one text at a time, as text', async () => {
    const address = new URL(`http://here/preview/77/${encodeURIComponent(report.key)}`);
    const answer = await start()(address.pathname, withKey());
    expect(answer).toMatchObject({
      status: 200,
      contentType: 'text/plain; charset=utf-8',
      body: `${text}\n`,
    });
  });

  test('says so when nothing is kept back', async () => {
    const answer = await start([])('/preview', withKey());
    expect(answer?.body).toContain('Nothing is kept back');
  });

  test.each([null, '', 'x', key.slice(1), key.toUpperCase(), previewKey('another secret')])(
    'is closed without its key: %s',
    async (given) => {
      for (const path of ['/preview', `/preview/77/${encodeURIComponent(report.key)}`, '/preview/none']) {
        const answer = await start()(path, withKey(given));
        expect(answer).toMatchObject({ status: 403, contentType: 'text/plain; charset=utf-8' });
        expect(answer?.body).toContain('`npm run doctor`');
        expect(answer?.body).not.toContain('adaeze');
      }
    },
  );

  test.each([
    '/preview/77',
    '/preview/77/',
    '/preview/77/none',
    '/preview/78/report%2F2026-H1%2F11',
    '/preview/77/report/2026-H1/11',
    '/preview/77x/report%2F2026-H1%2F11',
    '/preview/77/%E0%A4%A',
    '/preview/../77/report%2F2026-H1%2F11',
  ])('has nothing at %s', async (path) => {
    expect(await start()(path, withKey())).toMatchObject({ status: 404 });
  });

  test.each(['/', '/previews', '/previewx/77', '/healthz'])('leaves %s to others', async (path) => {
    expect(await start()(path, withKey())).toBeNull();
  });

  test('its link has the key, and the key tells nothing of the secret', () => {
    expect(previewPath(secret)).toBe(`/preview?key=${key}`);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(key).not.toContain(secret);
    expect(previewKey(`${secret}x`)).not.toBe(key);
  });

  test('escaping leaves no sign that HTML understands', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const shown = escaped(words);
        expect(shown).not.toMatch(/[<>"']/);
        const read = shown.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
        expect(read).toBe(words);
      }),
    );
  });
});
