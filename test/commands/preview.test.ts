import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { previewCommand } from '../../src/commands/preview.ts';
import { runProgram } from '../../src/commands/program.ts';
import { RetryLater } from '../../src/errors.ts';
import type { ChangeFacts, Facts } from '../../src/evidence/facts.ts';
import { ada, bertil, changeFacts, file } from '../fixtures/facts.ts';
import { noFrameworkFile, smallFrameworks } from '../fixtures/frameworks.ts';
import { harbour } from '../people/organisation.ts';
import { readingSide } from './reading-side.ts';
import type { World } from './reading-side.ts';
import { emptyFolder, removeFolders } from './run.ts';
import { terminalOf } from './terminal.ts';

afterAll(removeFolders);
beforeEach(() => {
  process.exitCode = undefined;
});

const rules = `
engineers: {teams: [backend]}
managers: [{login: mira, teams: [backend]}]
repositories: {leave_out: [attic]}
`;

function change(number: number, changes: Partial<ChangeFacts>): ChangeFacts {
  return changeFacts({
    key: `github:7#${number}`,
    number,
    url: `https://github.example/harbour/orders/pull/${number}`,
    commit: String(number).padStart(40, '0'),
    mergedAt: '2026-06-20T08:00:00Z',
    ...changes,
  });
}

const facts: readonly Facts[] = [
  change(1, { title: 'Add timeouts to the crane', author: ada, files: [file('src/crane.go')] }),
  change(2, { title: 'Add a second crane', author: bertil }),
  change(3, { title: 'Add a lamp', author: ada, mergedAt: '2025-12-31T23:59:59Z' }),
  change(4, { title: 'Add a bollard', author: ada }),
  change(5, {
    title: 'Revert "Add a bollard"',
    body: 'Reverts #4',
    author: bertil,
    mergedAt: '2026-06-21T08:00:00Z',
  }),
  change(6, {
    title: 'Add timeouts to the attic',
    author: ada,
    repository: { key: 'github:8', name: 'harbour/attic', private: true },
  }),
];

const attic = { id: 8, name: 'harbour/attic', visibility: 'private', archived: false } as const;
const organisation = { ...harbour, repositories: [...harbour.repositories, attic] };

async function preview(args: readonly string[], changes: Partial<World> = {}) {
  const { terminal, given, said } = terminalOf();
  const { github, asked } = readingSide({ rules, facts, organisation, ...changes });
  const waits: string[] = [];
  const command = previewCommand({
    terminal,
    resolvePath: (path) => path,
    now: () => '2026-06-22T10:00:00.000Z',
    open: async () => ({
      github,
      frameworks: smallFrameworks,
      frameworkFile: noFrameworkFile,
      readByModel: async () => null,
      wait: async (until) => void waits.push(until.toISOString()),
      model: null,
    }),
  });
  const code = await runProgram([command], ['node', 'groundwork', 'preview', ...args], terminal);
  process.exitCode = undefined;
  return { code, given: given(), said: said(), asked, waits };
}

function limitUsedUp(): RetryLater {
  return new RetryLater(new Date('2026-06-22T10:20:00Z'), 'The limit of GitHub is used up.');
}

describe('preview', () => {
  test('gives report, preparation and comments of one person, and of nobody else', async () => {
    const { code, given, said } = await preview(['--person', 'Ada-Lindqvist']);
    expect(code).toBe(0);
    expect(given.match(/^=====.*$/gmu)).toEqual([
      '===== report: an issue in harbour/reviews-ada-lindqvist =====',
      '===== prep: an issue in harbour/reviews-ada-lindqvist =====',
      '===== comments: 1 comment on pull requests =====',
    ]);
    expect(given).toContain('Add timeouts to the crane');
    expect(given).not.toContain('Add a second crane');
    expect(said).toContain('Nothing was kept or posted.');
    expect(said).toContain('Those who could read it: ada-lindqvist, mira (manager), olu-owner (owner).');
  });

  test('holds the cycle of today, without what was reverted and what rules leave out', async () => {
    const { given, asked } = await preview(['--person', 'ada-lindqvist']);
    const [told = ''] = given.split('Left out');
    expect(told).not.toContain('lamp');
    expect(told).not.toContain('bollard');
    expect(given).not.toContain('attic');
    expect(asked.filter((place) => place.includes('since'))).toEqual([
      'harbour/orders since 2026-01-01T00:00:00.000Z',
      'harbour/sdk since 2026-01-01T00:00:00.000Z',
    ]);
  });

  test('--since begins on that day', async () => {
    const { given, asked } = await preview(['--person', 'ada-lindqvist', '--since', '2025-12-31']);
    expect(given).toContain('Add a lamp');
    expect(asked).toContain('harbour/orders since 2025-12-31T00:00:00Z');
  });

  test('--out writes three files, and names them', async () => {
    const folder = join(emptyFolder(), 'texts');
    const { given } = await preview(['--person', 'ada-lindqvist', '--out', folder]);
    expect(readdirSync(folder).toSorted()).toEqual(['comments.md', 'prep.md', 'report.md']);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toMatch(/^# ada-lindqvist/u);
    expect(given.split('\n')).toContain(
      `${join(folder, 'report.md')}: an issue in harbour/reviews-ada-lindqvist`,
    );
  });

  test('comments only where the rules want them', async () => {
    const silent = await preview(['--person', 'ada-lindqvist'], { rules: `${rules}comments: nowhere\n` });
    expect(silent.given).toContain('===== comments: 0 comments on pull requests =====');
  });

  test.each([
    ['', '2026-06-08T10:00:00Z', 2, false],
    ['', '2026-06-08T09:59:59Z', 1, true],
    ['comments: {within_days: 1}\n', '2026-06-21T10:00:00Z', 1, true],
    ['comments: {within_days: 1}\n', '2026-06-21T09:59:59Z', 0, true],
    ['comments: {within_days: 366}\n', '2026-01-01T00:00:00Z', 2, false],
  ])('%s: a comment on what was merged at %s', async (more, mergedAt, count, isOlder) => {
    const old = change(7, { title: 'Bound the timeouts of the lock', author: ada, mergedAt });
    const { given } = await preview(['--person', 'ada-lindqvist'], {
      rules: `${rules}${more}`,
      facts: [...facts, old],
    });
    expect(given).toMatch(new RegExp(`===== comments: ${count} comments? on pull requests`, 'u'));
    expect(given.includes('no comment is written on')).toBe(isOlder);
  });

  test('what is evidence of nothing is listed with why, as in the report', async () => {
    const plain = [
      change(8, { title: 'Rename a variable', author: ada }),
      change(9, { title: 'Rename a file', author: bertil }),
    ];
    const { given } = await preview(['--person', 'ada-lindqvist'], { facts: [...facts, ...plain] });
    const [, leftOut = ''] = given.split('<b>Left out</b>');
    expect(leftOut).toContain('Rename a variable: Nothing in its words or paths says');
    expect(given).not.toContain('Rename a file');
  });

  test('of a cycle that still lasts, nothing is said of its last quarter', async () => {
    expect((await preview(['--person', 'ada-lindqvist'])).given).not.toContain('last quarter of this window');
    const until = await preview(['--person', 'ada-lindqvist', '--since', '2026-01-01']);
    expect(until.given).toContain('last quarter of this window');
  });

  test('before there are rules, any member can be looked at', async () => {
    const { code, given, said } = await preview(['--person', 'mira'], { rules: null });
    expect(code).toBe(0);
    expect(given).toContain('# mira');
    expect(said).toContain('There are no rules yet.');
  });

  test('where GitHub asks to wait, it waits and goes on', async () => {
    const { code, given, said, waits } = await preview(['--person', 'ada-lindqvist'], {
      trouble: limitUsedUp,
    });
    expect(code).toBe(0);
    expect(given).toContain('Add timeouts to the crane');
    expect(said).toContain('The limit of GitHub is used up. Going on at 10:20 UTC.');
    expect(new Set(waits)).toEqual(new Set(['2026-06-22T10:20:00.000Z']));
  });

  test.each([
    [
      'a login nobody has',
      ['--person', 'ada-linqvist'],
      {},
      'Nobody here has the login "ada-linqvist". Nearest: ada-lindqvist, bertil.',
    ],
    [
      'a part of a login',
      ['--person', 'ada'],
      {},
      'Nobody here has the login "ada". Nearest: ada-lindqvist, bertil.',
    ],
    [
      'a member who is no engineer',
      ['--person', 'mira'],
      {},
      'mira is no engineer by the rules, so nothing of them is read. Engineers: ada-lindqvist, bertil.',
    ],
    [
      'a bot',
      ['--person', 'dependabot[bot]'],
      { rules: null },
      'dependabot[bot] is left out by the rules, or is no person.',
    ],
    [
      'somebody left out',
      ['--person', 'bertil'],
      { rules: 'engineers: {leave_out: [bertil]}' },
      'bertil is left out by the rules, or is no person.',
    ],
    [
      'a day in the future',
      ['--person', 'bertil', '--since', '2026-06-23'],
      {},
      '--since 2026-06-23 lies in the future. Give an earlier day.',
    ],
    [
      'no such day',
      ['--person', 'bertil', '--since', '2026-06-31'],
      {},
      '--since names a day that no calendar has: "2026-06-31".',
    ],
    [
      'wrong rules',
      ['--person', 'bertil'],
      { rules: 'mode: lve' },
      'The rules in .github/groundwork.yml cannot be used:\n- line 1: `mode` is `preview` or `live`, not `lve`. Did you mean `live`?',
    ],
    [
      'another organisation',
      ['--person', 'bertil', '--organisation', 'elsewhere'],
      {},
      'The app is not installed on elsewhere. It is on: harbour.',
    ],
    [
      'an app that is installed nowhere',
      ['--person', 'bertil'],
      { installations: [] },
      'The app is installed nowhere. Install it on your organisation, from its page on GitHub.',
    ],
  ])('%s is told in one sentence', async (_, args, changes, sentence) => {
    const { code, given, said } = await preview(args, changes);
    expect({ code, given, said }).toEqual({ code: 2, given: '', said: `${sentence}\n` });
  });

  test('--person must be there', async () => {
    const { code, said } = await preview([]);
    expect(code).toBe(2);
    expect(said).toContain('--person <login>');
  });
});

describe('the framework that the rules name', () => {
  test('is the one that the preview shows', async () => {
    const { code, given } = await preview(['--person', 'ada-lindqvist'], {
      rules: `${rules}framework: platform\n`,
    });
    expect(code).toBe(0);
    expect(given).toContain('framework platform 0.1');
    expect(given).toContain('Service reliability');
  });

  test('is refused where there is none of that name', async () => {
    const { code, said } = await preview(['--person', 'ada-lindqvist'], {
      rules: `${rules}framework: plat\n`,
    });
    expect(code).toBe(2);
    expect(said).toContain('There is no framework `plat`.');
  });
});
