import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { emptyFolder, removeFolders, run } from './run.ts';

afterAll(removeFolders);

const topics = [
  { title: 'Add a runbook for a stuck queue', path: 'docs/runbooks/queue.md', areas: ['reliability'] },
  { title: 'Add GET /refunds', path: 'src/handlers/refunds.go', areas: ['api'] },
  { title: 'Fix flaky test of the ledger', path: 'test/ledger_test.go', areas: ['quality'] },
];

const changes = ['harbour/payments', 'harbour/ledger', 'harbour/portal', 'harbour/jobs'].flatMap(
  (repository) =>
    topics.flatMap((topic) =>
      [1, 2].map((copy) => ({
        id: `${repository}#${topic.areas[0] ?? ''}-${copy}`,
        repository,
        title: topic.title,
        files: [{ path: topic.path }],
        areas: topic.areas,
      })),
    ),
);

function lines(items: readonly unknown[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('');
}

function setOf(rows: typeof changes): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'set'));
  writeFileSync(join(folder, 'set', 'work.jsonl'), lines(rows));
  writeFileSync(
    join(folder, 'set', 'work.labels.jsonl'),
    lines(rows.map(({ id, areas }) => ({ id, areas, notable: false }))),
  );
  return folder;
}

describe('evaluate', () => {
  test('measures a set, each repository by what was learnt from the others', () => {
    const { code, given } = run(['evaluate', '--set', 'set', '--mistakes', '3'], { folder: setOf(changes) });
    expect(code).toBe(0);
    expect(given).toContain('24 pull requests of 4 repositories');
    expect(given).toMatch(/^reliability {2,}\d\.\d{3} {2,}\d\.\d{3} {2,}\d\.\d{3} {2,}8$/mu);
    expect(given).toMatch(/^macro F1 +\d\.\d{3} {2,}95 %: \d\.\d{3} to \d\.\d{3}$/mu);
  });

  test('without a set it measures the invented examples that come with it', () => {
    const { code, given } = run(['evaluate', '--mistakes', '2']);
    expect(code).toBe(0);
    expect(Number(/(\d+) pull requests of/u.exec(given)?.[1])).toBeGreaterThanOrEqual(120);
    expect(given.match(/^\d+\. (missed|wrongly said): /gmu)).toHaveLength(2);
  });

  test.each([
    ['a set of one repository', changes.filter(({ repository }) => repository === 'harbour/ledger'), []],
    ['a number of mistakes that is none', changes, ['--mistakes', 'many']],
    ['no number of mistakes', changes, ['--mistakes', '']],
  ])('%s is refused', (_, rows, more) => {
    const { code, said } = run(['evaluate', '--set', 'set', ...more], { folder: setOf(rows) });
    expect(code).toBe(2);
    expect(said).not.toMatch(/\n {4}at /u);
  });

  test('examples to learn from without a set to measure are refused', () => {
    expect(run(['evaluate', '--also', 'more'], { folder: emptyFolder() }).code).toBe(2);
  });

  test('a folder without labelled pull requests is refused, and says what it should hold', () => {
    const { code, said } = run(['evaluate', '--set', '.'], { folder: emptyFolder() });
    expect(code).toBe(2);
    expect(said).toContain('.labels.jsonl');
  });
});

describe('evaluate --framework', () => {
  test('measures a pack as it stands on the examples that come with it', () => {
    const { code, given } = run(['evaluate', '--framework', 'platform', '--mistakes', '0']);
    expect(code).toBe(0);
    expect(Number(/(\d+) pull requests of/u.exec(given)?.[1])).toBeGreaterThanOrEqual(60);
    for (const area of ['steadiness', 'incidents', 'delivery', 'insight', 'enablement'])
      expect(Number(new RegExp(`^${area} .* (\\d+)$`, 'mu').exec(given)?.[1])).toBeGreaterThanOrEqual(10);
  });

  test('backend by its name is what is measured without a name', () => {
    const named = run(['evaluate', '--framework', 'backend', '--mistakes', '0']);
    expect(named).toEqual(run(['evaluate', '--mistakes', '0']));
  });

  test('measures a ladder of one’s own on a set, and learns nothing from it', () => {
    const folder = setOf(changes.filter(({ repository }) => repository === 'harbour/ledger'));
    writeFileSync(join(folder, 'ladder.yml'), 'name: harbour\nextends: backend\n');
    const { code, given } = run(
      ['evaluate', '--framework', 'ladder.yml', '--set', 'set', '--mistakes', '0'],
      { folder },
    );
    expect(code).toBe(0);
    expect(given).toContain('judged by harbour 1.0 as it stands: 6 pull requests of 1 repositories');
  });

  test.each([
    ['a ladder without a set', ['--framework', 'ladder.yml'], '--set'],
    ['a set of another framework’s areas', ['--framework', 'platform', '--set', 'set'], 'names an area'],
    ['examples to learn from', ['--framework', 'backend', '--also', 'set'], '--also'],
    ['a framework that is none', ['--framework', 'backed'], 'Did you mean `backend`?'],
  ])('%s is refused', (_, more, named) => {
    const folder = setOf(changes);
    writeFileSync(join(folder, 'ladder.yml'), 'name: harbour\n');
    const { code, given, said } = run(['evaluate', ...more], { folder });
    expect([code, given]).toEqual([2, '']);
    expect(said).toContain(named);
    expect(said).not.toMatch(/\n {4}at /u);
  });
});
