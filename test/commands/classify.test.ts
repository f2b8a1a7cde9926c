import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { emptyFolder, removeFolders, run, runInto } from './run.ts';

afterAll(removeFolders);

const index = {
  id: 'orders-1',
  title: 'Add a missing index so that order search is fast',
  body: 'p95 went from 1.8 s to 210 ms in production.',
  author: 'ada',
  files: [{ path: 'db/migrate/20240106_index_orders.sql', additions: 4, deletions: 0 }],
};
const bump = { id: 'orders-2', title: 'Bump lodash from 4.17.20 to 4.17.21', author: 'dependabot[bot]' };
const plain = { id: 'orders-3', title: 'Rename a variable' };

function line(value: unknown): string {
  return JSON.stringify(value);
}

function classify(text: string | Buffer) {
  return run(['classify', '-'], { input: text });
}

function idsOf(given: string): readonly string[] {
  return given
    .split('\n')
    .slice(0, -1)
    .map((one) => (JSON.parse(one) as { id: string }).id);
}

describe('one judgement a line', () => {
  const { code, given, said } = classify([index, bump, plain].map(line).join('\n'));
  const judgements = given
    .split('\n')
    .slice(0, -1)
    .map((one) => JSON.parse(one) as Record<string, unknown>);

  test('in the order of the lines, with nothing beside them', () => {
    expect(code).toBe(0);
    expect(said).toBe('');
    expect(judgements.map(({ id }) => id)).toEqual(['orders-1', 'orders-2', 'orders-3']);
  });

  test('with these fields, in this order', () => {
    for (const judgement of judgements)
      expect(Object.keys(judgement)).toEqual(['id', 'areas', 'notable', 'metrics', 'noise', 'signals']);
  });

  test('with what each signal rests on, found in what was given', () => {
    const signals = judgements[0]?.['signals'] as readonly { area: string; reason: string; quote: string }[];
    expect(signals.length).toBeGreaterThan(0);
    const source = `${index.title}\n${index.body}\n${index.files[0]?.path}`;
    for (const signal of signals) {
      expect(Object.keys(signal)).toEqual(['area', 'reason', 'quote']);
      expect(judgements[0]?.['areas']).toContain(signal.area);
      expect(source).toContain(signal.quote);
    }
  });

  test('a measured result is read, and a bump is noise without an area', () => {
    expect(judgements[0]?.['metrics']).toEqual([expect.stringContaining('1.8 s')]);
    expect(judgements[1]).toMatchObject({ areas: [], notable: false, signals: [] });
    expect(judgements[1]?.['noise']).not.toEqual([]);
  });
});

describe('broken lines', () => {
  test.each([
    ['no JSON', '{"id": "a", "title": '],
    ['a number', '7'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no title', '{"id": "a"}'],
    ['an empty id', '{"id": "", "title": "Add"}'],
    ['a title that is no text', '{"id": "a", "title": 7}'],
    ['files that are no list', '{"id": "a", "title": "Add", "files": 7}'],
    ['a negative count', '{"id": "a", "title": "Add", "files": [{"path": "a", "additions": -1}]}'],
  ])('%s is named with its number; the others go on', (_, broken) => {
    const { code, given, said } = classify([line(index), broken, line(plain)].join('\n'));
    expect(code).toBe(1);
    expect(idsOf(given)).toEqual(['orders-1', 'orders-3']);
    expect(said).toMatch(/^line 2: \S/mu);
    expect(said).toContain('1 of 3 lines could not be read');
    expect(said).not.toMatch(/line 1:|line 3:|\n {4}at /u);
  });

  test('what is wrong is said by the name of its field', () => {
    expect(classify('{"id": "a"}').said).toContain('title');
    expect(classify('{"id": "a", "title": "Add", "files": [{"path": ""}]}').said).toContain('files.0.path');
  });

  test('a line that is no JSON is said to be so', () => {
    expect(classify('{"id": ').said).toMatch(/line 1: .*JSON/u);
  });
});

describe('as files come', () => {
  test.each([
    ['Windows line ends', [index, plain].map(line).join('\r\n')],
    ['empty lines and blanks', `\n${line(index)}\n\n  \n${line(plain)}\n\n`],
    ['a mark of byte order', `\uFEFF${line(index)}\n${line(plain)}\n`],
    ['no line end at the end', `${line(index)}\n${line(plain)}`],
    ['fields that it does not know', `${line({ ...index, mood: 'good' })}\n${line(plain)}\n`],
    [
      'nulls where nothing is known',
      `${line({ ...index, body: null, number: null, files: [{ path: 'a', additions: null }] })}\n${line(plain)}`,
    ],
    [
      'line separators within a text',
      `${line({ ...index, body: 'one\u2028two\u2029three\u0085four' })}\n${line(plain)}`,
    ],
  ])('%s', (_, text) => {
    const { code, given, said } = classify(text);
    expect(said).toBe('');
    expect(code).toBe(0);
    expect(idsOf(given)).toEqual(['orders-1', 'orders-3']);
  });

  test('an empty file has no judgement and no fault', () => {
    expect(classify('')).toEqual({ code: 0, given: '', said: '' });
  });

  test('bytes that are no UTF-8 stop nothing', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"id": "a", "title": "Add '),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}\n'),
    ]);
    expect(idsOf(classify(Buffer.concat([bytes, Buffer.from(line(plain))])).given)).toEqual([
      'a',
      'orders-3',
    ]);
  });

  test('a file by its name, and --out into another', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'set.jsonl'), `${line(index)}\n`);
    const { code, given } = run(['classify', 'set.jsonl', '--out', 'judged.jsonl'], { folder });
    expect(code).toBe(0);
    expect(given).toBe('');
    const whole = run(['classify', 'set.jsonl'], { folder }).given;
    expect(readFileSync(join(folder, 'judged.jsonl'), 'utf8')).toBe(whole);
  });

  test.each([
    ['a file that is not there', 'gone.jsonl', [], 'gone.jsonl'],
    ['a folder', 'folder', [], 'folder'],
    ['--out into a folder that is not there', 'set.jsonl', ['--out', 'gone/judged.jsonl'], '--out'],
    ['--out that is a folder', 'set.jsonl', ['--out', 'folder'], '--out'],
  ])('%s is refused in one sentence', (_, file, more, named) => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'set.jsonl'), `${line(index)}\n`);
    const { code, given, said } = run(['classify', file, ...more], { folder });
    expect(said.trim().split('\n')).toEqual([expect.stringContaining(named)]);
    expect(code).toBe(2);
    expect(given).toBe('');
  });

  test('a reader who stops early sees no trace of it', () => {
    const folder = emptyFolder();
    const many = Array.from({ length: 4000 }, (_, number) => line({ ...index, id: `orders-${number}` }));
    writeFileSync(join(folder, 'set.jsonl'), many.join('\n'));
    const { given, said } = runInto(['classify', 'set.jsonl'], 'head -n 1', folder);
    expect(idsOf(given)).toEqual(['orders-0']);
    expect(said).toBe('');
  });
});

function areasBy(framework: string, pull: object, folder = emptyFolder()): readonly string[] {
  const { code, given, said } = run(['classify', '-', '--framework', framework], {
    folder,
    input: line(pull),
  });
  expect([code, said]).toEqual([0, '']);
  return (JSON.parse(given) as { areas: readonly string[] }).areas;
}

describe('another framework', () => {
  const ladder = `extends: platform
name: harbour
areas:
  quays: { title: Quays, means: Quays are kept., question: Which quay is better now? }
labels:
  quay: { names: [area/quay], reason: is about a quay, counts: { quays: 4 } }
`;
  const quay = { id: 'quays-1', title: 'Move the bollards', labels: ['area/quay'] };

  test('a pack by its name', () => {
    const runbook = {
      id: 'a',
      title: 'Runbook for a stuck queue',
      files: [{ path: 'runbooks/queue.md', additions: 40 }],
    };
    expect(areasBy('platform', runbook)[0]).toBe('incidents');
    expect(areasBy('backend', runbook)).not.toContain('incidents');
  });

  test('the file of an own ladder, from where one is', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'ladder.yml'), ladder);
    expect(areasBy('ladder.yml', quay, folder)).toEqual(['quays']);
    expect(areasBy('platform', quay, folder)).toEqual([]);
  });

  test.each<[string, string, string | null, readonly string[]]>([
    ['a pack that is none', 'platfrom', null, ['--framework', 'Did you mean `platform`?']],
    ['a file that is not there', 'gone.yml', null, ['--framework', 'gone.yml', 'cannot be read']],
    ['a folder', 'folder.yml', null, ['--framework', 'folder.yml', 'cannot be read']],
    [
      'a ladder with faults, each with its place',
      'ladder.yml',
      ladder.replace('quays: 4', 'quay: 4').replace('extends: platform', 'extends: platform\ncolour: red'),
      ['ladder.yml:2:1: ', '`colour`'],
    ],
    [
      'a ladder whose rule counts for no area',
      'ladder.yml',
      ladder.replace('quays: 4', 'quay: 4'),
      ['ladder.yml:6:', 'There is no area `quay`.'],
    ],
  ])('%s is refused before anything is judged', (_, named, text, expected) => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'folder.yml'));
    if (text !== null) writeFileSync(join(folder, 'ladder.yml'), text);
    const { code, given, said } = run(['classify', '-', '--framework', named], { folder, input: line(quay) });
    expect([code, given]).toEqual([2, '']);
    for (const part of expected) expect(said).toContain(part);
    expect(said).not.toMatch(/\n {4}at /u);
  });

  test('is told by --help, with the names there are', () => {
    expect(run(['classify', '--help']).given.replaceAll(/\s+/gu, ' ')).toContain(
      '--framework <name or file> what to judge by: backend, platform, or the file of your own ladder',
    );
  });
});
