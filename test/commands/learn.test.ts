import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { backend } from '../../src/framework/backend/pack.ts';
import weights from '../../src/framework/backend/weights.json' with { type: 'json' };
import { loadPack, notable, ruleNames } from '../../src/framework/load.ts';
import { emptyFolder, removeFolders, run } from './run.ts';

afterAll(removeFolders);

describe('the weights that are kept', () => {
  test('name only rules and areas of the pack', () => {
    expect(() => loadPack({ ...backend, weights })).not.toThrow();
    expect(ruleNames(backend)).toEqual(expect.arrayContaining(Object.keys(weights)));
    const targets = new Set(Object.values(weights).flatMap((row) => Object.keys(row)));
    expect([...backend.areas.map(({ key }) => key), notable]).toEqual(expect.arrayContaining([...targets]));
  });
});

function asLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

function setOf(changes: readonly unknown[], labels: readonly unknown[]): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'set'));
  writeFileSync(join(folder, 'set', 'training.jsonl'), asLines(changes));
  writeFileSync(join(folder, 'set', 'training.labels.jsonl'), asLines(labels));
  return folder;
}

const changes = Array.from({ length: 40 }, (_, number) => ({
  id: `orders-${number}`,
  title: number % 2 === 0 ? 'Add a runbook for a stuck queue' : 'Rename a variable',
  files: [{ path: number % 2 === 0 ? 'docs/runbooks/queue.md' : 'src/orders.go' }],
}));
const labels = changes.map(({ id }, number) => ({
  id,
  areas: number % 2 === 0 ? ['reliability'] : [],
  notable: false,
}));

describe('learn', () => {
  test('writes weights that the pack takes, the same each time', () => {
    const folder = setOf(changes, labels);
    const learnt = () => {
      expect(run(['learn', '--set', 'set', '--out', '.'], { folder }).code).toBe(0);
      return ['weights', 'vocabulary'].map((name) => readFileSync(join(folder, `${name}.json`), 'utf8'));
    };
    const [rules = '', words = ''] = learnt();
    expect(learnt()).toEqual([rules, words]);
    const pack = {
      ...backend,
      weights: JSON.parse(rules) as unknown,
      vocabulary: JSON.parse(words) as unknown,
    };
    expect(() => loadPack(pack)).not.toThrow();
    expect(rules).toContain('reliability');
  });

  test.each([
    ['a set that is not there', [], 'gone'],
    ['no --set', null, ''],
  ])('%s is refused', (_, none, set) => {
    const { code, said } = run(['learn', ...(none === null ? [] : ['--set', set]), '--out', '.'], {
      folder: emptyFolder(),
    });
    expect(code).toBe(2);
    expect(said).toContain('--set');
    expect(said).not.toMatch(/\n {4}at /u);
  });

  test.each([
    ['a label that cannot be read', changes, [{ id: 'orders-0' }]],
    ['a pull request that cannot be read', [{ id: 'orders-0' }], labels],
    ['no label for any pull request', changes, [{ id: 'other', areas: [], notable: false }]],
    [
      'a label of an area that the pack does not have',
      changes,
      [{ id: 'orders-0', areas: ['cooking'], notable: false }],
    ],
  ])('%s is refused, and no weights are written', (_, given, said) => {
    const folder = setOf(given, said);
    writeFileSync(join(folder, 'weights.json'), 'as before');
    const ended = run(['learn', '--set', 'set', '--out', '.'], { folder });
    expect(ended.said).not.toMatch(/\n {4}at /u);
    expect(ended.code).toBe(2);
    expect(readFileSync(join(folder, 'weights.json'), 'utf8')).toBe('as before');
  });
});
