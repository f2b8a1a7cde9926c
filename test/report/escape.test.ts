import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { codeSpan, inert, link, plainLine } from '../../src/report/escape.ts';

type Node = { readonly type: string; readonly value?: string; readonly children?: readonly Node[] };

function parse(markdown: string): Node {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Where other people's words stand in a report; `frame` is what may stand around them, in order of name. */
const places = {
  paragraph: { around: (text: string) => text, frame: ['paragraph', 'root'] },
  'list item': {
    around: (text: string) => `- ${text}`,
    frame: ['list', 'listItem', 'paragraph', 'root'],
  },
  'table cell': {
    around: (text: string) => `| one | two |\n| --- | --- |\n| ${text} | last |`,
    frame: ['root', 'table', 'tableCell', 'tableCell', 'tableCell', 'tableCell', 'tableRow', 'tableRow'],
  },
} as const;

const hostile = [
  '@mira please look',
  '@harbour/payments-team',
  'fixes #12 and GH-12, see _GH-13',
  'harbour/orders#12',
  '4f2a9c01d3e7b',
  'feedbee1 in _4f2a9c01d3e7b5a6978877665544332211009988',
  'harbour/orders@4f2a9c01d3e7',
  'https://evil.example/?a=1',
  'HTTPS://EVIL.example',
  '_https://evil.example',
  'www.evil.example and _www.evil.example and (www.evil.example)',
  'mailto:mira@harbour.example',
  '_mailto:mira@harbour.example',
  'xmpp:mira@harbour.example/desk',
  'mira.lind+on-call@harbour.example',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</details></td>',
  '<!-- hidden -->',
  '![picture](https://evil.example/a.png)',
  '[click](javascript:alert(1))',
  '[click][there]',
  '[there]: https://evil.example',
  '[^1] and [^1]: a note',
  '<https://evil.example>',
  '<mira@harbour.example>',
  'a | b',
  '| --- | --- |',
  '\\| and \\\\| and \\',
  '# heading',
  '#',
  '=====',
  '---',
  '- item',
  '* item',
  '+ item',
  '1. item',
  '12) item',
  '- [ ] task',
  '[x] task',
  '> quote',
  '```js',
  '~~~',
  '`balanced` and ` not',
  '``two`` and `a``b`` ``c`',
  '`a|b`',
  '`a|b`4f2a9c01d3e7',
  '`@mira` `#12`',
  '\\`not code\\`',
  '*em* **strong** _em_ __strong__ ~~gone~~ ~gone~',
  '***',
  '___',
  '&lt;b&gt; &#35; &#x41; &copy; & &;',
  '$x^2$ and $$y$$ and $`z`$',
  ':tada: :---:',
  '\u202Eright to left\u202C',
  'zero\u200Bwidth\u200D\u2060\uFEFF',
  'nul\u0000 bell\u0007 escape\u001B[31m',
  'lone \uD800 and \uDC00',
  'tags \u{E0041}\u{E0042}',
  '🚢👩‍💻🇳🇴',
  'line\nbreak\r\nand\rpara\u2029graph\n\n    code',
  'javascript:alert(1)',
  'quotes \' and " and “these”',
];

const text = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...Array.from('`|\\*_~<>[]()!#-+=:&;@/.^$ 1a\n')), maxLength: 30 }),
  fc
    .array(fc.constantFrom(...hostile, ' ', '`', '\\', '|', '_', '('), { maxLength: 6 })
    .map((all) => all.join('')),
);

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

function visible(nodes: readonly Node[]): string {
  return nodes.map(({ value }) => value ?? '').join('');
}

/** What a reader sees: the same line, with code between single backticks shown as code. */
function asRead(whole: string): string {
  return plainLine(whole).replace(/`([^`]+)`/gu, (_, code: string) => code.trim());
}

function unbroken(shown: string): string {
  return shown.replaceAll('\u200B', '');
}

describe.each(Object.entries(places))('words of others in a %s', (place, { around, frame }) => {
  function expectInert(words: string): void {
    const nodes = nodesOf(parse(around(inert(words))));
    const leaves = nodes.filter(({ type }) => type === 'text' || type === 'inlineCode');
    const others = nodes.filter((node) => !leaves.includes(node)).map(({ type }) => type);
    const whole = unbroken(visible(leaves));
    const shown = place === 'table cell' ? whole.slice('onetwo'.length, -'last'.length) : whole;
    expect(shown).toBe(asRead(words));
    expect(shown === '' ? [...frame] : others.toSorted()).toEqual([...frame]);
  }

  test.each(hostile.map((words) => [words]))('%j does nothing and reads the same', (words) => {
    expect(() => expectInert(words)).not.toThrow();
  });

  test('whatever is written does nothing and reads the same', () => {
    fc.assert(fc.property(text, expectInert), { numRuns: 600 });
  });
});

describe('what GitHub looks for in text', () => {
  test('no mention, reference, commit or address is left whole, whatever stands around it', () => {
    fc.assert(
      fc.property(text, (words) => {
        const shown = visible(nodesOf(parse(inert(words))).filter(({ type }) => type === 'text'));
        expect(shown).not.toMatch(/@[\p{L}\p{N}_-]|#\d|gh-\d|:\/\/|www\.|mailto:(?!\u200B)/iu);
        expect(shown).not.toMatch(/(?<![0-9a-z])(?=[a-f]*\d)[0-9a-f]{7,40}(?![0-9a-z])/iu);
      }),
      { numRuns: 600 },
    );
  });

  test.each([
    ['a version', 'v2.1.0'],
    ['a word of hexadecimal letters', 'defaced'],
    ['a short number', '123456'],
    ['a sentence', 'Orders load in 210 ms, down from 1.8 s (p95).'],
    ['a name with a hyphen', 'order-search-2'],
  ])('%s is left as it is written', (_, words) => {
    expect(inert(words)).toBe(words);
  });
});

describe('code spans', () => {
  test.each([
    ['src/orders/search.go', 'src/orders/search.go'],
    ['a`b', 'a`b'],
    ['`', '`'],
    ['``a`` b', '``a`` b'],
    ['4f2a9c01d3e7', '4f2a9c01d3e7'],
    ['a\nb', 'a b'],
  ])('%j is code that can be copied', (path, shown) => {
    const [code, ...others] = nodesOf(parse(codeSpan(path))).filter(({ value }) => value !== undefined);
    expect(others).toEqual([]);
    expect(code).toMatchObject({ type: 'inlineCode', value: shown });
  });

  test('whatever the path, it does nothing and reads the same in a sentence', () => {
    fc.assert(
      fc.property(text, (path) => {
        const leaves = nodesOf(parse(`in ${codeSpan(path)} .`)).filter(
          ({ children }) => children === undefined,
        );
        expect(
          leaves.map(({ type }) => type).filter((type) => type !== 'text' && type !== 'inlineCode'),
        ).toEqual([]);
        expect(unbroken(visible(leaves))).toBe(`in ${plainLine(path)} .`);
      }),
      { numRuns: 600 },
    );
  });
});

describe('links', () => {
  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['file:///etc/passwd'],
    ['ftp://harbour.example/a'],
    ['//harbour.example/a'],
    ['https://mira@harbour.example/'],
    ['https://mira:secret@harbour.example/'],
    ['https://:secret@harbour.example/'],
    ['not an address'],
    [''],
  ])('%j is no address to link to: the words stand alone', (url) => {
    expect(nodesOf(parse(link('#412', url))).map(({ type }) => type)).toEqual(['root', 'paragraph', 'text']);
  });

  test.each([
    ['https://harbour.example/orders/pull/412', 'https://harbour.example/orders/pull/412'],
    ['https://harbour.example/a_(b)', 'https://harbour.example/a_%28b%29'],
    ['https://harbour.example/?q=a|b', 'https://harbour.example/?q=a%7Cb'],
    ['https://harbour.example/?q=\\', 'https://harbour.example/?q=%5C'],
    ['https://harbour.example/?q=`', 'https://harbour.example/?q=%60'],
    ['https://harbour.example/?a=1&copy;=2', 'https://harbour.example/?a=1&copy;=2'],
    ['https://harbour.example/a b"><img src=x>', 'https://harbour.example/a%20b%22%3E%3Cimg%20src=x%3E'],
  ])('%j links to %j', (url, expected) => {
    const links = nodesOf(parse(`| a \` |\n| --- |\n| ${link('[#412](x)', url)} \` |`)).filter(
      ({ type }) => type === 'link',
    );
    expect(links).toMatchObject([{ url: expected }]);
    expect(unbroken(visible(nodesOf(links[0]!)))).toBe('[#412](x)');
  });

  test('whatever the words and the address, there is one web link or none', () => {
    fc.assert(
      fc.property(
        text,
        fc.oneof(text, fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (label, url) => {
          const links = nodesOf(parse(`see ${link(label, url)} .`)).filter(({ type }) => type === 'link');
          expect(links.length).toBeLessThanOrEqual(1);
          for (const one of links) expect(one).toMatchObject({ url: expect.stringMatching(/^https?:\/\//u) });
        },
      ),
      { numRuns: 400 },
    );
  });
});
