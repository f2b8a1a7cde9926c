import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { readRules } from '../../src/people/rules-file.ts';
import { commands } from '../../src/people/commands.ts';
import { noticeMarkdown, starterRules } from '../../src/report/notice-markdown.ts';
import { rulesProblemsMarkdown } from '../../src/report/rules-problems-markdown.ts';
import { forbiddenUses } from '../../src/report/use-policy.ts';
import { rulesOf } from '../people/organisation.ts';

const updates = process.env['UPDATE_GOLDEN'] === '1';

/** Reads the golden file; with UPDATE_GOLDEN=1 writes it first, to be read in review. */
function golden(name: string, markdown: string): string {
  const file = new URL(`../golden/${name}.md`, import.meta.url);
  if (updates) writeFileSync(file, `${markdown}\n`);
  return readFileSync(file, 'utf8').trimEnd();
}

const preview = rulesOf(`
engineers: {teams: [backend, platform], people: [ingrid-solberg], leave_out: [jun]}
repositories: {leave_out: [playground]}
cycle: {time_zone: Europe/Oslo}
`);
const live = rulesOf(`
mode: live
engineers: {teams: [backend]}
incidents: {labels: [incident, "sev: 1"]}
cycle: {length: quarter, prepare_days_before: 7}
comments: nowhere
publication: {owner: harbour-reviews}
`);

describe('the notice as people read it', () => {
  test.each([
    ['notice-no-rules', { organisation: 'harbour', rules: null, model: null }],
    [
      'notice-preview',
      {
        organisation: 'harbour',
        rules: preview,
        model: null,
      },
    ],
    ['notice-live', { organisation: 'harbour', rules: live, model: 'gpt-5-mini' }],
  ])('%s', (name, notice) => {
    const markdown = noticeMarkdown(notice);
    expect(markdown).toBe(golden(name, markdown));
  });

  test.each([
    ['preview', preview],
    ['live', live],
  ])('in %s it is under 250 words, and says what people ask first', (_, rules) => {
    const markdown = noticeMarkdown({ organisation: 'harbour', rules, model: 'gpt-5-mini' });
    expect(markdown.split(/\s+/u).length).toBeLessThan(250);
    const asked = [...markdown.matchAll(/^\*\*([^*]+?)[:,.]?\*\*/gmu)].map(([, words = '']) => words);
    expect(asked.slice(1)).toEqual([
      'Whose work',
      'What for',
      'What never',
      'What is kept',
      'How long',
      'A language model',
      'Who reads a report',
      'Your say',
      'Whom to ask',
    ]);
    for (const use of forbiddenUses) expect(markdown).toContain(use);
  });

  test('the commands that it names are there', () => {
    const markdown = noticeMarkdown({ organisation: 'harbour', rules: live, model: null });
    const [, said = ''] = /^\*\*Your say:\*\*(.*)$/mu.exec(markdown) ?? [];
    const named = Array.from(said.matchAll(/`(?:\/groundwork )?([a-z-]+)`/gu), ([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(['contest', 'hide', 'not-mine', 'undo']));
    expect(commands.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
  });

  test('the rules to begin with can be used as they stand, and post nothing', () => {
    expect(readRules(starterRules)).toMatchObject({ problems: [], rules: { mode: 'preview' } });
  });

  test('where nothing is kept, it does not speak of what is', () => {
    expect(noticeMarkdown({ organisation: 'harbour', rules: null, model: 'm' })).not.toMatch(
      /What is kept|Who reads|language model/u,
    );
  });

  test.each([
    ['preview', preview, /^(?!.*preparations and reports are posted).*Nothing is posted but this notice/su],
    ['live', live, /^(?!.*Nothing is posted).*Comments, preparations and reports are posted/su],
  ])('in %s it says so, and nothing else', (_, rules, words) => {
    expect(noticeMarkdown({ organisation: 'harbour', rules, model: null })).toMatch(words);
  });

  test('names from rules call and link nobody', () => {
    const rules = {
      ...live,
      incidents: { labels: ['@harbour/backend #12', '](https://bad.example)', '`x` <b>'] },
    };
    const markdown = noticeMarkdown({
      organisation: '@harbour',
      rules,
      model: '@harbour/m`',
    });
    expect(kinds(markdown)).not.toEqual(expect.arrayContaining(['link']));
    expect(kinds(markdown)).not.toEqual(expect.arrayContaining(['html']));
    expect(markdown).not.toMatch(/@\w|#\d/u);
  });
});

describe('what is wrong in rules, as their writers read it', () => {
  const url = 'https://github.com/harbour/.github/blob/main/.github/groundwork.yml';
  const { problems } = readRules(
    'mode: lve\nengineers:\n  people: ["@ada", Ada Lindqvist]\ncycle: {time_zone: Europe/Olso}',
  );
  const doubtful = [
    {
      line: 3,
      column: 5,
      path: 'managers[0]',
      sentence: '`mira` manages nobody who is an engineer here.',
      kind: 'doubtful',
    },
    {
      line: null,
      column: null,
      path: 'engineers',
      sentence: 'Nobody is an engineer by these rules.',
      kind: 'doubtful',
    },
  ] as const;

  test.each([
    ['rules-problems-before-any', { problems, url, inForce: false }],
    ['rules-problems-last-in-force', { problems, url, inForce: true }],
    ['rules-problems-doubtful', { problems: doubtful, url, inForce: true }],
  ])('%s', (name, about) => {
    const markdown = rulesProblemsMarkdown(about);
    expect(markdown).toBe(golden(name, markdown));
  });

  test('a flood of problems stays one short issue that says how many more there are', () => {
    const logins = Array.from({ length: 900 }, (_, index) => `"bad login ${index}"`).join(', ');
    const flood = readRules(`engineers: {people: [${logins}]}`).problems;
    const markdown = rulesProblemsMarkdown({ problems: flood, url, inForce: false });
    expect(flood).toHaveLength(900);
    expect(markdown).toContain('… and 860 more like these.');
    expect(markdown.length).toBeLessThan(20_000);
  });

  test('what the file says is shown and does nothing', () => {
    const hostile = readRules(
      '"@harbour/all <img src=x> [a](https://bad.example) `":\n  1\nmode: "`@ada` closes #1"',
    );
    const markdown = rulesProblemsMarkdown({ problems: hostile.problems, url, inForce: false });
    expect(hostile.problems).toHaveLength(2);
    expect(markdown).not.toMatch(/@\w|#\d/u);
    expect(kinds(markdown)).not.toContain('html');
    expect(kinds(markdown)).not.toContain('image');
    expect(addresses(markdown).filter((address) => !address.startsWith(url))).toEqual([]);
  });
});

type Node = { readonly type: string; readonly url?: string; readonly children?: readonly Node[] };

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

/** A Markdown text as GitHub reads it. */
function read(markdown: string): readonly Node[] {
  return nodesOf(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

function kinds(markdown: string): readonly string[] {
  return read(markdown).map(({ type }) => type);
}

function addresses(markdown: string): readonly string[] {
  return read(markdown).flatMap(({ url }) => (url === undefined ? [] : [url]));
}
