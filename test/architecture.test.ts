import { describe, expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { blank } from './architecture/blank.ts';
import { complaintsOf } from './architecture/complaints.ts';
import { importsOf, targetOf } from './architecture/imports.ts';
import { onePersonComplaints, plantedAboutPeople } from './architecture/one-person.ts';
import { PLANTED } from './architecture/planted.ts';

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const files = globSync('{src,workers,demo}/**/*.ts', { cwd: repository })
  .map((path) => path.replaceAll(sep, '/'))
  .filter((path) => !path.startsWith('src/generated/'));

describe('the house', () => {
  test('every file keeps to the design', () => {
    expect(files.flatMap((path) => complaintsOf(path, read(path)))).toEqual([]);
  });

  test('the files are really read: what they import from here is there', () => {
    const targets = files.flatMap((path) =>
      importsOf(read(path), blank(read(path)))
        .map(({ from }) => targetOf(path, from ?? ''))
        .filter((target) => target.kind === 'file')
        .map((target) => target.path),
    );
    expect(files).toContain('src/evidence/facts.ts');
    expect(targets).toContain('src/evidence/claim.ts');
    const missing = targets.filter(
      (path) => !path.startsWith('src/generated/') && !existsSync(join(repository, path)),
    );
    expect(missing).toEqual([]);
  });

  test('as many imports are found as a plain count of their lines gives', () => {
    for (const path of files) {
      const plain = read(path).match(/^(?:import\b.*|export\b.*|\}) from '[^']+'(?: with .*)?;$/gm) ?? [];
      const found = importsOf(read(path), blank(read(path))).filter(({ taken }) => taken !== '');
      expect(`${path} ${found.length}`).toBe(`${path} ${plain.length}`);
    }
  });
});

describe('nobody is compared with anybody', () => {
  test('no file reads or holds the evidence of more than one person', () => {
    expect(files.flatMap((path) => onePersonComplaints(path, read(path)))).toEqual([]);
  });

  test.each(plantedAboutPeople)('%s: %j', (path, source, complaint) => {
    const told = onePersonComplaints(path, source).join('\n');
    expect(complaint === null ? told === '' : told.includes(complaint)).toBe(true);
  });
});

describe('the check itself', () => {
  test.each(PLANTED.filter(([, , complaint]) => complaint === null))('%s keeps to it: %j', (path, source) => {
    expect(complaintsOf(path, source)).toEqual([]);
  });

  test.each(PLANTED.filter(([, , complaint]) => complaint !== null))(
    '%s breaks it: %j',
    (path, source, complaint) => {
      expect(complaintsOf(path, source)).toEqual([expect.stringContaining(complaint ?? '')]);
    },
  );

  test('blanking keeps the length and the lines of any text', () => {
    const pieces = fc.constantFrom(
      "'",
      '"',
      '`',
      '${',
      '}',
      '{',
      '/',
      '//',
      '/*',
      '*/',
      '\\',
      '\n',
      '[',
      ']',
      'a',
      ' ',
      '=',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const source = parts.join('');
        const code = blank(source);
        expect(code.replaceAll(/[^\n]/g, ' ')).toBe(source.replaceAll(/[^\n]/g, ' '));
      }),
    );
  });

  test('what stands in quotes never reaches the check', () => {
    const words = fc.constantFrom(
      'Date.now()',
      'process.env',
      'import x from "y"',
      'async () => 1',
      '//',
      '/*',
    );
    fc.assert(
      fc.property(words, fc.string({ maxLength: 10 }), (word, more) => {
        const text = JSON.stringify(`${more.replaceAll(/[\u2028\u2029]/g, '')} ${word}`);
        expect(complaintsOf('src/report/a.ts', `const x = ${text};`)).toEqual([]);
      }),
    );
  });
});

function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}
