import { describe, expect, test } from '@jest/globals';
import { noiseOfFile } from '../../src/evidence/noise.ts';
import { exceptions } from '../../src/evidence/noise/linguist-exceptions.ts';
import lists from '../../src/evidence/noise/linguist.json' with { type: 'json' };
import { file } from '../fixtures/facts.ts';

const patterns = [...lists.generated, ...lists.vendored];

describe("GitHub's lists", () => {
  test('are named with where they come from and on which terms', () => {
    expect(lists.source).toContain('github-linguist/linguist');
    expect(lists.version).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(lists.licence.join(' ')).toMatch(/Copyright .+ this permission notice shall be included/u);
    expect(patterns.length).toBeGreaterThan(180);
  });

  test.each(patterns)('%s is a pattern on its own', (pattern) => {
    expect(() => new RegExp(pattern)).not.toThrow();
  });
});

describe('exceptions from them', () => {
  const all = exceptions.flatMap((one) => one.patterns);

  test('are each in a list, once, and with a reason', () => {
    expect(all.filter((pattern) => !patterns.includes(pattern))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    for (const { why } of exceptions) expect(why).toMatch(/^[A-Z].{20,120}\.$/u);
  });

  test('leave more than half of the lists in force', () => {
    expect(all.length).toBeLessThan(patterns.length / 2);
  });
});

/** Paths that Linguist's own patterns were written for, one for each kind of tool. */
const meant: readonly string[] = [
  'Carthage/Build/iOS/Alamofire.framework/Info.plist',
  'glide.lock',
  'esy.lock',
  'ext/kernel/exception.zep.c',
  'Cargo.toml.orig',
  'perl/ppport.h',
  'src/__generated__/orders.graphql.ts',
  'htmlcov/index.html',
  `.sqlx/query-${'0af9'.repeat(16)}.json`,
  'config.sub',
  'aclocal.m4',
  'scripts/dotnet-install.sh',
  'tools/cpplint.py',
  '.yarn/unplugged/left/index.js',
  'erlang.mk',
  'admin/ckeditor.js',
  'public/jquery-ui-1.13.2.min.css',
  'js/mootools-1.2.5-core.js',
  'lib/CodeMirror/mode/sql.js',
  'flow-typed/npm/left.js',
  'docs/html5shiv.js',
  '.DS_Store',
];

test.each(meant)('%s is left out', (path) => {
  const noise = noiseOfFile(file(path));
  expect(noise?.reason).toMatch(/^[A-Z][^\n]{10,90}\.$/u);
});
