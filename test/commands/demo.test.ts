import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { emptyFolder, removeFolders, run } from './run.ts';
import type { Ended } from './run.ts';

afterAll(removeFolders);

function reportsIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('demo', () => {
  const folder = emptyFolder();
  const out = join(folder, 'reports', 'demo');
  let first: Ended;
  let written: ReadonlyMap<string, string>;

  beforeAll(() => {
    first = run(['demo'], { folder });
    written = reportsIn(out);
  });

  test('writes a report for each engineer, and for no bot', () => {
    expect(first.code).toBe(0);
    expect([...written.keys()]).toContain('adaeze-okafor.md');
    expect([...written.keys()].filter((name) => /bot/u.test(name))).toEqual([]);
    expect(written.size).toBe(6);
  });

  test('twice in a row gives the same bytes', () => {
    const second = run(['demo'], { folder });
    expect(second).toEqual(first);
    expect(reportsIn(out)).toEqual(written);
  });

  test('in another folder too', () => {
    const other = emptyFolder();
    expect(run(['demo', '--out', 'elsewhere'], { folder: other }).code).toBe(0);
    expect(reportsIn(join(other, 'elsewhere'))).toEqual(written);
  });

  test('the command that it names for going on works, and gives the same report', () => {
    const clone = join(out, 'harbour-payments.git');
    expect(first.said).toContain(clone);
    const args = [
      'try',
      clone,
      '--author',
      'Adaeze Okafor',
      '--from',
      '2026-01-01',
      '--to',
      '2026-06-30',
      '--out',
      'again',
    ];
    expect(run(args, { folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'again', 'adaeze-okafor.md'), 'utf8')).toBe(
      written.get('adaeze-okafor.md'),
    );
  });
});
