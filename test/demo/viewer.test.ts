import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comment, openIssue } from '../../demo/github/actions.ts';
import { drawMarkdown } from '../../demo/viewer/markdown.ts';
import { html } from '../../demo/viewer/html.ts';
import { startViewer } from '../../demo/viewer/server.ts';
import type { Shelf } from '../../demo/viewer/shelf.ts';
import { playedUntil, tiny } from './play-story.ts';

const context = {
  repository: 'pier/boats',
  base: 'http://127.0.0.1:9999',
  knows: (repository: string, number: number) =>
    repository === 'pier/boats' && number === 12 ? '/pier/boats/pull/12' : null,
};

function draw(text: string): string {
  return drawMarkdown(text, context).html;
}

/** Text stands for exactly that text. */
function wholly(drawn: string | RegExp): RegExp {
  return typeof drawn === 'string' ? new RegExp(`^${RegExp.escape(drawn)}$`) : drawn;
}

describe('Markdown', () => {
  test.each([
    ['**bold** and `code`', '<p><strong>bold</strong> and <code>code</code></p>'],
    ['| a |\n| - |\n| b |', /<table>[\s\S]*<td>b<\/td>/],
    [
      '- [x] done\n- [ ] open',
      /<input type="checkbox" disabled="" checked="" \/> done[\s\S]*disabled="" \/> open/,
    ],
    ['~~gone~~ https://example.org', /<del>gone<\/del> <a href="https:\/\/example.org">/],
    ['<sub>small</sub> a<br>b', '<p><sub>small</sub> a<br>b</p>'],
    [
      '<details><summary>More</summary>\n\n**inside**\n\n</details>',
      /^<details><summary>More<\/summary>\s*<p><strong>inside/,
    ],
    [
      '<details><summary>API &amp; delivery, R&D, &#8364; &lt;b&gt;</summary></details>',
      '<details><summary>API &amp; delivery, R&amp;D, &#8364; &lt;b&gt;</summary></details>',
    ],
    ['seen <!-- hidden --> here', '<p>seen  here</p>'],
    ['<!-- groundwork:abc -->\n', ''],
    ['[work](http://127.0.0.1:9999/pier/boats/pull/12)', '<p><a href="/pier/boats/pull/12">work</a></p>'],
  ])('%j is drawn as GitHub does', (text, drawn) => {
    expect(draw(text).trim()).toMatch(wholly(drawn));
  });

  test.each([
    ['See #12.', '<p>See <a href="/pier/boats/pull/12">#12</a>.</p>'],
    ['pier/boats#12', '<p><a href="/pier/boats/pull/12">pier/boats#12</a></p>'],
    ['#13 and other/boats#12', '<p>#13 and other/boats#12</p>'],
    ['`#12`', '<p><code>#12</code></p>'],
    ['[#12](https://example.org)', '<p><a href="https://example.org">#12</a></p>'],
    ['a#12 &#12; /#12', /^<p>a#12 .*\/#12<\/p>$/],
  ])('references in %j', (text, drawn) => {
    expect(draw(text)).toMatch(wholly(drawn));
  });

  test('in code, HTML is only shown', () => {
    expect(draw('`<b>x</b>`')).toBe('<p><code>&lt;b&gt;x&lt;/b&gt;</code></p>');
    expect(draw('```\n<details>\n```')).toContain('&lt;details&gt;');
  });

  test('what somebody began ends with their text', () => {
    expect(draw('<details><summary>open')).toMatch(/<\/details><\/summary>$/);
  });
});

const tags = new Set(
  'p br a em strong del code pre blockquote hr h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr th td img input section sup details summary b sub kbd'.split(
    ' ',
  ),
);
const attributes =
  /^(?:href|src|alt|title|class|id|type|disabled|checked|align|start|dir|aria-[a-z]+|data-footnote[a-z-]*)$/;

/** Complaints about everything in drawn HTML that could do something. */
function harmIn(drawn: string): readonly string[] {
  return [...drawn.matchAll(/<\/?([^\s/>]*)([^>]*)>/g)].flatMap(([whole, name = '', rest = '']) => {
    const pairs = [...rest.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g)];
    const wrong = pairs.filter(
      ([, attribute = '', value = '']) =>
        !attributes.test(attribute) ||
        (/^(?:href|src)$/.test(attribute) && !/^(?:https?:|mailto:|xmpp:|irc|\/|#|\?|[^:]*$)/i.test(value)),
    );
    return tags.has(name) && wrong.length === 0 ? [] : [whole];
  });
}

describe('hostile text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<b onclick="alert(1)">x</b>',
    '<details open ontoggle=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt&#58;alert(1))',
    '![x](data:text/html;base64,PHNjcmlwdD4=)',
    '![<b>x</b> " onerror=alert(1)](https://example.org/x.png "t\\" onload=\\"x")',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="//evil.example"></iframe>',
    '<style>*{display:none}</style>',
    '</div></section><form action=//evil.example><input name=a>',
    '<svg/onload=alert(1)>',
    '<details>&lt;script&gt;alert(1)&lt;/script&gt;</details>',
    '<details>&#60;script&#62;alert(1)</details>',
    '<!-- --><script>alert(1)</script><!-- -->',
    '<!--\n<b>\n--!><script>alert(1)</script>',
    '<sub <script>alert(1)</script>>',
    'pier/boats#12"><script>alert(1)</script>',
    '[^1]\n\n[^1]: "><script>alert(1)</script>',
    '<http://x"onmouseover="alert(1)>',
    '<meta http-equiv=refresh content="0;url=//evil.example">',
  ];

  test.each(hostile)('%s does nothing', (text) => {
    expect(harmIn(draw(text))).toEqual([]);
  });

  test('whatever is written, nothing in it can act', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...hostile,
        '<',
        '>',
        '"',
        '`',
        '\n',
        '<!--',
        '-->',
        '<b>',
        '</b>',
        '[',
        '](',
        ')',
        '|',
        '- [ ] ',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        expect(harmIn(draw(pieces.join('')))).toEqual([]);
      }),
    );
  });

  test('in a page, text is text', () => {
    expect(html`<h1>${'<script>"&'}</h1>`.html).toBe('<h1>&#60;script&#62;&#34;&#38;</h1>');
  });
});

describe('pages', () => {
  const cast = playedUntil(tiny);
  const { world } = cast;
  const bot = 'groundwork[bot]';
  const report = { repository: 'pier/reviews-ben', title: 'Evidence report: ben', body: '## Boats' };
  openIssue(world, bot, { ...report, labels: ['evidence report'] });
  comment(world, bot, { repository: 'pier/boats', number: 12, body: '**Worth remembering**' });
  openIssue(world, 'ana', { repository: 'pier/boats', title: '<script>alert(1)</script>', body: '' });
  const shelf: Shelf = { state: world.state, story: tiny, base: 'http://127.0.0.1:9999' };
  const viewer = startViewer(shelf, 0);

  afterAll(async () => (await viewer).close());

  async function read(path: string, request: RequestInit = {}) {
    const { url } = await viewer;
    const response = await fetch(`${url}${path}`, request);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  test('the start names the people with their reports, what broke, and the work that got a comment', async () => {
    const { status, text } = await read('/');
    expect(status).toBe(200);
    expect(text).toContain('<a href="/pier/reviews-ben/issues/1">report</a>');
    expect(text).toContain('<a href="/pier/boats/issues/1">Boats sink</a>');
    expect(text).toContain('<a href="/pier/boats/pull/12">Make boats faster</a>');
    expect(text).not.toContain('Paint on top');
  });

  test('a pull request has its whole conversation, in order', async () => {
    const { text } = await read('/pier/boats/pull/12');
    const parts = [
      'Make boats faster',
      'Merged',
      'hull.ts',
      'Twice as fast.',
      'requested changes',
      'outdated',
      'resolved',
      'This leaks.',
      'Mended.',
      'approved these changes',
      'Thanks.',
      'merged this',
      '<strong>Worth remembering</strong>',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(text).toContain('<b>ben</b>');
  });

  test('a repository lists everything, with titles as text', async () => {
    const { text } = await read('/pier/boats');
    expect(text).toContain('Paint on top');
    expect(text).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
    expect(text).not.toContain('<script');
  });

  test('every link within leads to a page', async () => {
    const seen = new Set<string>();
    const open = ['/'];
    for (let path = open.shift(); path !== undefined; path = open.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const { status, text } = await read(path);
      expect([path, status]).toEqual([path, 200]);
      open.push(...[...text.matchAll(/href="(\/[^"#]*)/g)].map(([, link = '/']) => link));
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  test.each([
    '/pier/boats/pull/999',
    '/pier/boats/pull/0',
    '/pier/boats/pull/12/files',
    '/pier/boats/wiki/1',
    '/pier/none',
    '/%E0%A4%A',
    '/a/b/c/d',
  ])('%s is no page', async (path) => {
    expect((await read(path)).status).toBe(404);
  });

  test('nothing may run, be loaded or be sent', async () => {
    const { headers } = await read('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
    expect(policy).not.toContain('unsafe');
    expect((await read('/', { method: 'POST', body: 'x' })).status).toBe(405);
  });

  test('a port that is taken is told', async () => {
    const port = Number(new URL((await viewer).url).port);
    await expect(startViewer(shelf, port)).rejects.toThrow(/cannot use port/);
  });
});
