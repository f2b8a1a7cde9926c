import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { anchorsIn, linksIn } from './markdown.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const atTheTop = ['README.md', 'CHANGELOG.md', 'SECURITY.md'];
const pages = [
  ...atTheTop,
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

/** Each page is read once: some are long. */
const anchors = new Map<string, readonly string[]>();

function anchorsOf(page: string): readonly string[] {
  const known = anchors.get(page) ?? anchorsIn(textOf(page));
  anchors.set(page, known);
  return known;
}

/** Where a link leads: a file of the repository, and the heading in it. Null of a link to the web. */
function targetOf(page: string, link: string): { readonly file: string; readonly anchor: string } | null {
  if (/^[a-z][a-z+.-]*:/iu.test(link)) return null;
  const [path = '', anchor = ''] = link.split('#');
  const file = path === '' ? page : relative(root, join(root, dirname(page), decodeURIComponent(path)));
  return { file, anchor };
}

function troubleOf(page: string, link: string): string | null {
  const target = targetOf(page, link);
  if (target === null) return null;
  if (target.file.startsWith('..') || !existsSync(join(root, target.file)))
    return `${page} links to ${link}: there is no such file`;
  if (target.anchor === '' || !target.file.endsWith('.md')) return null;
  const isThere = anchorsOf(target.file).includes(target.anchor);
  return isThere ? null : `${page} links to ${link}: ${target.file} has no such heading`;
}

describe('links of the documentation', () => {
  test.each(pages)('%s leads only to files and headings that there are', (page) => {
    expect(linksIn(textOf(page)).flatMap((link) => troubleOf(page, link) ?? [])).toEqual([]);
  });

  test('every page can be reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const page of reached)
      for (const link of page.endsWith('.md') ? linksIn(textOf(page)) : []) {
        const file = targetOf(page, link)?.file ?? page;
        if (existsSync(join(root, file))) reached.add(file);
      }
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });

  test('are really found', () => {
    expect(linksIn(textOf('README.md'))).toContain('docs/install.md');
    expect(pages.flatMap((page) => linksIn(textOf(page))).length).toBeGreaterThan(40);
  });
});

describe('the check itself', () => {
  test.each([
    ['docs/commands.md', 'install.md', ''],
    ['docs/commands.md', 'install.md#5-install-the-app-and-write-the-rules', ''],
    ['docs/commands.md', '../README.md#words', ''],
    ['docs/commands.md', 'https://example.org/nowhere.md', ''],
    ['docs/commands.md', 'mailto:ada@example.org', ''],
    ['docs/commands.md', 'instal.md', 'there is no such file'],
    ['docs/commands.md', 'docs/install.md', 'there is no such file'],
    ['README.md', '../README.md', 'there is no such file'],
    ['docs/commands.md', 'install.md#5-install-the-app', 'has no such heading'],
    ['docs/commands.md', '#nowhere', 'docs/commands.md has no such heading'],
  ])('of %s: %s', (page, link, trouble) => {
    const found = troubleOf(page, link) ?? '';
    expect([found.includes(trouble), found === '']).toEqual([true, trouble === '']);
  });

  test.each([
    ['## Two processes and Redis', ['two-processes-and-redis']],
    ['# How it judges, and how well', ['how-it-judges-and-how-well']],
    ['## Your *own* `ladder`: what’s new?', ['your-own-ladder-whats-new']],
    ['## Kept\n\n## Kept\n\n### Kept', ['kept', 'kept-1', 'kept-2']],
    ['## model_calls', ['model_calls']],
    ['## One — two', ['one--two']],
    ['```\n## no heading\n```', []],
    ['Setext\n===', ['setext']],
  ])('%j has the anchors that GitHub gives it', (markdown, expected) => {
    expect(anchorsIn(markdown)).toEqual(expected);
  });

  test('links are those that a reader sees', () => {
    const markdown =
      '[a](one.md) `[b](two.md)` ![c](three.png) [d][e]\n\n[e]: four.md\n\n<!-- [f](five.md) -->';
    expect(linksIn(markdown)).toEqual(['one.md', 'three.png', 'four.md']);
  });
});
