import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADA, GRACE, makeRepository, removeFolders as removeClones } from '../git/repository.ts';
import { emptyFolder, removeFolders, run, runInto } from './run.ts';

const JANUARY = 1_704_110_400;
const DAY = 86_400;
const MIRA_ONE = 'Mira Okonkwo <mira@harbour.example>';
const MIRA_TWO = 'Mira Sandoval <sandoval@harbour.example>';

let clone = '';

function write(path: string, lines = 1): Readonly<Record<string, string>> {
  return { [path]: `${path}\n${'line\n'.repeat(lines)}` };
}

function adasReport(folder: string): Buffer {
  return readFileSync(join(folder, 'reports', 'ada-lovelace.md'));
}

beforeAll(() => {
  clone = makeRepository([
    { name: 'start', author: ADA, at: JANUARY, message: 'Begin', files: write('README.md') },
    {
      name: 'index',
      parents: ['start'],
      author: ADA,
      at: JANUARY + 5 * DAY,
      message:
        'Add a missing index so that order search is fast\n\np95 went from 1.8 s to 210 ms in production.\n',
      files: write('db/migrate/20240106_index_orders.sql'),
    },
    {
      name: 'runbook',
      parents: ['index'],
      author: GRACE,
      at: JANUARY + 10 * DAY,
      message: 'Add a runbook for a stuck queue\n\nWhoever is on call can drain it alone.\n',
      files: write('docs/runbooks/queue.md', 12),
    },
    {
      name: 'endpoint',
      parents: ['runbook'],
      author: MIRA_ONE,
      at: JANUARY + 20 * DAY,
      message: 'Add an endpoint that lists refunds',
      files: write('src/api/refunds.go', 12),
    },
    {
      name: 'retry',
      parents: ['endpoint'],
      author: MIRA_TWO,
      at: JANUARY + 30 * DAY,
      message: 'Retry refunds that time out',
      files: write('src/refunds/retry.go'),
    },
  ]).folder;
});

afterAll(() => {
  removeFolders();
  removeClones();
});

function tryIt(...args: readonly string[]) {
  const folder = emptyFolder();
  return { folder, ...run(['try', clone, ...args], { folder }) };
}

describe('whose report', () => {
  test.each([
    ['a whole name', 'Ada Lovelace'],
    ['an address', 'ada@example.org'],
    ['an address as git writes it', 'Ada Lovelace <ada@example.org>'],
    ['a part of a name', 'lovel'],
    ['another case', 'ADA LOVELACE'],
  ])('by %s', (_, author) => {
    const { code, given, said, folder } = tryIt('--author', author);
    expect(said).toContain(join(folder, 'reports', 'ada-lovelace.md'));
    expect(code).toBe(0);
    expect(given).toContain('# Ada Lovelace · ');
    expect(readdirSync(join(folder, 'reports'))).toEqual(['ada-lovelace.md']);
  });

  test('nobody of that name: the nearest are named, and nothing is written', () => {
    const { code, given, said, folder } = tryIt('--author', 'Grace Hoper');
    expect(code).toBe(2);
    expect(said).toMatch(
      /Nobody in this clone is called "Grace Hoper"\. Nearest: Grace Hopper <grace@example\.org>/u,
    );
    expect(given).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a name that two people share: both are named', () => {
    const { code, said } = tryIt('--author', 'Mira');
    expect(code).toBe(2);
    expect(said).toContain('Mira Okonkwo <mira@harbour.example>');
    expect(said).toContain('Mira Sandoval <sandoval@harbour.example>');
  });

  test('a name that would move the cursor is said as plain text', () => {
    const { code, said } = tryIt('--author', '\u001B[2J\u202Enobody');
    expect(code).toBe(2);
    expect(said).toContain('[2Jnobody');
    expect(said).not.toMatch(/(?!\n)\p{Cc}|\u202E/u);
  });

  test('without a name it is the one whom git knows here', () => {
    const settings = join(emptyFolder(), 'gitconfig');
    writeFileSync(settings, '[user]\n\temail = grace@example.org\n');
    const environment = { GIT_CONFIG_GLOBAL: settings };
    const { code, given } = run(['try', clone], { folder: emptyFolder(), environment });
    expect(code).toBe(0);
    expect(given).toContain('# Grace Hopper · ');
  });

  test('an address of git that no commit has: says where it comes from', () => {
    const settings = join(emptyFolder(), 'gitconfig');
    writeFileSync(settings, '[user]\n\temail = nobody@elsewhere.example\n');
    const environment = { GIT_CONFIG_GLOBAL: settings };
    const { code, said } = run(['try', clone], { folder: emptyFolder(), environment });
    expect(code).toBe(2);
    expect(said).toContain('your git address');
    expect(said).toContain('--author');
  });

  test('without a name and with no address set it asks for one', () => {
    const { code, said } = tryIt();
    expect(code).toBe(2);
    expect(said).toContain('no user.email is set');
    expect(said).toContain('--everyone');
  });

  test('everyone: a report for each, in order of name', () => {
    const { code, given, said, folder } = tryIt('--everyone');
    expect(code).toBe(0);
    const names = given
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(':')[0]);
    expect(names).toEqual(['Ada Lovelace', 'Grace Hopper', 'Mira Okonkwo']);
    expect(said).toContain('No report for 1 person whose changes are evidence of nothing by themselves.');
    expect(readdirSync(join(folder, 'reports')).toSorted()).toEqual([
      'ada-lovelace.md',
      'grace-hopper.md',
      'mira-okonkwo.md',
    ]);
  });

  test('nobody finds the work of another in their own report', () => {
    const { folder } = tryIt('--everyone');
    const report = readFileSync(join(folder, 'reports', 'grace-hopper.md'), 'utf8');
    expect(report).toContain('runbook');
    expect(report).not.toMatch(/index|refunds|Ada|Mira/u);
  });

  test('--author and --everyone together are refused', () => {
    const { code, said } = tryIt('--author', 'Ada', '--everyone');
    expect(code).toBe(2);
    expect(said).toContain('not both');
  });
});

describe('which window', () => {
  test('without days it is the six months up to the newest commit', () => {
    const { given } = tryIt('--author', 'Ada');
    expect(given).toContain('# Ada Lovelace · 1 August 2023 – 31 January 2024');
  });

  test('both days are within it', () => {
    const { code, given } = tryIt('--author', 'Grace', '--from', '2024-01-11', '--to', '2024-01-11');
    expect(code).toBe(0);
    expect(given).toContain('# Grace Hopper · 11 January 2024\n');
  });

  test.each([
    ['the day before', '2024-01-10'],
    ['the day after', '2024-01-12'],
  ])('%s is not', (_, day) => {
    const { code, said } = tryIt('--author', 'Grace', '--from', day, '--to', day);
    expect(code).toBe(2);
    expect(said).toContain('No merged work by Grace Hopper');
    expect(said).toContain('2024-01-11');
  });

  test.each([
    ['no day at all', '--from', 'last week'],
    ['another order', '--to', '31-01-2024'],
    ['a moment', '--from', '2024-01-01T10:00:00Z'],
    ['a day that no calendar has', '--to', '2024-02-30'],
    ['a month that no calendar has', '--from', '2024-13-01'],
    ['nothing', '--from', ''],
  ])('%s is refused by the name of its option', (_, option, day) => {
    const { code, said, given } = tryIt('--author', 'Ada', option, day);
    expect(code).toBe(2);
    expect(said).toContain(option);
    expect(said).toContain(`"${day}"`);
    expect(given).toBe('');
  });

  test('a first day after the last one is refused', () => {
    const { code, said } = tryIt('--author', 'Ada', '--from', '2024-02-01', '--to', '2024-01-01');
    expect(code).toBe(2);
    expect(said).toContain('--from 2024-02-01 comes after the last day, 2024-01-01');
  });

  test('a window long past says when there was work', () => {
    const { code, said } = tryIt('--everyone', '--from', '2019-01-01', '--to', '2019-06-30');
    expect(code).toBe(2);
    expect(said).toContain('No merged work in 1 January – 30 June 2019');
    expect(said).toContain('2024-01-31');
  });
});

describe('where it reads and writes', () => {
  test.each([
    ['an empty folder', () => emptyFolder()],
    ['a folder that is not there', () => join(emptyFolder(), 'gone')],
  ])('%s is no clone', (_, make) => {
    const { code, said } = run(['try', make(), '--everyone'], { folder: emptyFolder() });
    expect(code).toBe(2);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).not.toMatch(/\bat \S+:\d+|fatal:/u);
  });

  test('no clone named at all', () => {
    const { code, said } = run(['try']);
    expect(code).toBe(2);
    expect(said).toContain('clone');
    expect(said).toContain('--help');
  });

  test('a branch that is not there is named', () => {
    const { code, said } = tryIt('--author', 'Ada', '--branch', 'nowhere');
    expect(code).toBe(2);
    expect(said).toContain('nowhere');
  });

  test('--out may be a folder that is not there yet', () => {
    const { code, folder } = tryIt('--author', 'Ada', '--out', 'deep/down');
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'deep', 'down'))).toEqual(['ada-lovelace.md']);
  });

  test('--out that is a file is refused in one sentence', () => {
    const taken = join(emptyFolder(), 'taken');
    writeFileSync(taken, '');
    const { code, said, given } = tryIt('--author', 'Ada', '--out', taken);
    expect(code).toBe(2);
    expect(said).toContain('--out');
    expect(said).not.toMatch(/\n {4}at /u);
    expect(given).toBe('');
  });

  test('in a pipe standard output holds the report alone', () => {
    const { given, said } = tryIt('--author', 'Ada');
    expect(given.startsWith('# Ada Lovelace')).toBe(true);
    expect(given).not.toMatch(/Reading|(?!\n)\p{Cc}/u);
    expect(said).toContain('Reading');
  });

  test('what is shown is how the file begins', () => {
    const { given, folder } = tryIt('--author', 'Ada');
    const file = readFileSync(join(folder, 'reports', 'ada-lovelace.md'), 'utf8');
    expect(file.startsWith(given.trimEnd())).toBe(true);
  });

  test('twice over the same clone gives the same bytes', () => {
    const [one, other] = [tryIt('--author', 'Ada'), tryIt('--author', 'Ada')];
    expect(adasReport(one.folder).equals(adasReport(other.folder))).toBe(true);
  });

  test('a reader who stops early sees no trace of it', () => {
    const { given, said } = runInto(['try', clone, '--author', 'Ada'], 'head -n 1', emptyFolder());
    expect(given).toMatch(/^# Ada Lovelace/u);
    expect(said).not.toMatch(/EPIPE|\n {4}at /u);
  });
});

describe('by another framework', () => {
  test('a pack by its name: its areas, its name in the report', () => {
    const { code, folder } = tryIt('--author', 'Grace', '--framework', 'platform');
    expect(code).toBe(0);
    const report = readFileSync(join(folder, 'reports', 'grace-hopper.md'), 'utf8');
    expect(report).toContain('Incident response');
    expect(report).toContain('platform 0.1');
    expect(report).not.toContain('Performance &amp; reliability');
  });

  test('the file of an own ladder, with an area of its own', () => {
    const ladder = join(emptyFolder(), 'ladder.yml');
    writeFileSync(
      ladder,
      `name: harbour
version: '3.1'
areas:
  money: { title: Money matters, means: Money is handled well., question: Which sum is right now? }
words:
  refund: { phrases: [refund*], reason: is about money given back, counts: { money: 4 } }
`,
    );
    const { code, given } = tryIt('--author', MIRA_ONE, '--framework', ladder);
    expect(code).toBe(0);
    expect(given).toContain('Money matters');
    expect(given).toContain('is about money given back');
  });

  test.each([
    ['a pack that is none', 'platfrom', 'Did you mean `platform`?'],
    ['a file that is not there', 'gone.yml', 'gone.yml cannot be read'],
    ['a path without the ending of a ladder', 'docs/ladder', 'ends in .yml'],
  ])('%s is refused before the clone is read', (_, named, expected) => {
    const { code, given, said, folder } = tryIt('--author', 'Ada', '--framework', named);
    expect([code, given]).toEqual([2, '']);
    expect(said).toContain(expected);
    expect(said).not.toMatch(/Reading|\n {4}at /u);
    expect(readdirSync(folder)).toEqual([]);
  });
});
