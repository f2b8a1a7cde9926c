import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createAttributeLookup } from '../../src/evidence/attribute-rules.ts';
import { changesOf, git, makeFolder, makeRepository, removeFolders } from '../git/repository.ts';

afterAll(removeFolders);

function attribute(text: string, path: string, folder = ''): string | null {
  return createAttributeLookup([{ folder, text }])(path);
}

describe('a rule', () => {
  test.each([
    ['*.pb.go linguist-generated', 'api/v1/orders.pb.go', 'generated'],
    ['*.pb.go linguist-generated', 'api/orders.go', null],
    ['/dist/** linguist-generated=true', 'dist/a/b.js', 'generated'],
    ['/dist/** linguist-generated', 'src/dist/b.js', null],
    ['dist/* linguist-generated', 'dist/a/b.js', null],
    ['third/**/x.c linguist-vendored', 'third/x.c', 'vendored'],
    ['third/**/x.c linguist-vendored', 'third/a/b/x.c', 'vendored'],
    ['***/x.md linguist-documentation', 'a/b/x.md', 'documentation'],
    ['**/docs/* linguist-documentation', 'a/docs/x.md', 'documentation'],
    ['docs/ linguist-documentation', 'docs/x.md', null],
    ['file[0-9].txt linguist-generated', 'file7.txt', 'generated'],
    ['file[!0-9].txt linguist-generated', 'file7.txt', null],
    ['"a b.txt" linguist-generated', 'a b.txt', 'generated'],
    ['a?c linguist-generated', 'abc', 'generated'],
    ['a?c linguist-generated', 'ac', null],
    ['* linguist-generated\n*.ts -linguist-generated', 'a.ts', 'handwritten'],
    ['* linguist-generated\n*.ts linguist-generated=false', 'a.ts', 'handwritten'],
    ['* linguist-generated\n*.ts linguist-generated=false', 'a.js', 'generated'],
    ['* linguist-generated\n*.ts !linguist-generated', 'a.ts', null],
    ['dist/** -linguist-vendored', 'dist/a.js', 'handwritten'],
    ['dist/** -linguist-vendored linguist-generated', 'dist/a.js', 'generated'],
    ['docs/** -linguist-documentation', 'docs/a.md', null],
    ['* text=auto\n# *.ts linguist-generated', 'a.ts', null],
    ['* linguist-vendored linguist-generated', 'a', 'generated'],
    ['!*.ts linguist-generated', 'a.ts', null],
    ['* linguist-language=Go', 'a.ts', null],
  ])('%p says of %s: %s', (text, path, expected) => {
    expect(attribute(text, path)).toBe(expected);
  });

  test('of a deeper file wins, and holds only inside its folder', () => {
    const lookup = createAttributeLookup([
      { folder: 'api/v2', text: '*.go -linguist-generated' },
      { folder: '', text: '*.go linguist-generated' },
    ]);
    expect([lookup('api/a.go'), lookup('api/v2/a.go'), lookup('api/v21/a.go')]).toEqual([
      'generated',
      'handwritten',
      'generated',
    ]);
  });

  test('made to be slow is still answered', () => {
    const slow = `${'*a'.repeat(900)}b linguist-generated\n${'**/a/'.repeat(300)}b linguist-generated`;
    expect(attribute(slow, 'a'.repeat(4000))).toBeNull();
    expect(attribute(slow, `${'a/'.repeat(2000)}c`)).toBeNull();
  });
});

test('git reads the same patterns the same way', () => {
  // Two stars beside other signs (`a**`) are left out: git's documentation gives them no meaning of their own.
  const segment = fc
    .string({ unit: fc.constantFrom('a', 'b', '*', '?', '.'), minLength: 1, maxLength: 4 })
    .filter((text) => !/[^*]\*\*|\*\*[^*]/.test(text));
  const pattern = fc
    .array(fc.oneof(fc.constant('**'), segment), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.join('/'));
  const name = fc
    .string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 3 })
    .filter((text) => !/^\.+$/.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  const folder = makeFolder();
  git(folder, ['init', '-q', '.']);
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 40, maxLength: 40 }), path, (patterns, file) => {
      const text = patterns.map((line, index) => `${line} try${index}`).join('\n');
      writeFileSync(`${folder}/.git/info/attributes`, `${text}\n`);
      const said = git(folder, ['check-attr', '-a', '--', file]);
      const ours = patterns.flatMap((line, index) =>
        attribute(`${line} linguist-generated`, file) === 'generated' ? [`try${index}`] : [],
      );
      const theirs = [...said.matchAll(/: (try\d+): set/g)].map((match) => match[1]!);
      expect(ours.toSorted()).toEqual(theirs.toSorted());
    }),
    { numRuns: 20 },
  );
});

test('a clone is asked at its tip, nested files too', async () => {
  const { folder } = makeRepository([
    {
      name: 'old',
      files: { 'gen/a.ts': 'a\n', 'lib/x.js': 'x\n', 'lib/deep/y.js': 'y\n', 'src/z.ts': 'z\n' },
    },
    {
      name: 'new',
      parents: ['old'],
      files: {
        '.gitattributes': 'gen/** linguist-generated\n',
        'lib/.gitattributes': '*.js linguist-vendored\n',
      },
    },
  ]);
  const changes = await changesOf(folder);
  const old = changes.find(({ title }) => title === 'Do old');
  expect(old?.files.map((file) => [file.path, file.attribute])).toEqual([
    ['gen/a.ts', 'generated'],
    ['lib/deep/y.js', 'vendored'],
    ['lib/x.js', 'vendored'],
    ['src/z.ts', null],
  ]);
});
