import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { dataMapCommand, mapFiles } from '../../src/commands/data-map.ts';
import { entriesOf } from '../../src/commands/data-map/entries.ts';
import { readTables } from '../../src/commands/data-map/schema.ts';
import { runProgram } from '../../src/commands/program.ts';
import * as generated from '../../src/generated/prisma/internal/prismaNamespaceBrowser.ts';
import { readFile } from '../../src/people/rules-file.ts';
import { emptyFolder, removeFolders } from './run.ts';
import { terminalOf } from './terminal.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ours = (path: string) => readFileSync(join(root, path), 'utf8');

afterAll(removeFolders);
beforeEach(() => {
  process.exitCode = undefined;
});

async function dataMap(folder: string, ...args: readonly string[]) {
  const { terminal, given, said } = terminalOf();
  const command = dataMapCommand({ terminal, root: folder });
  const code = await runProgram([command], ['node', 'groundwork', 'data-map', ...args], terminal);
  process.exitCode = undefined;
  return { code, given: given(), said: said() };
}

describe('the data map of this repository', () => {
  test('has an entry for every table and column: where this fails, it says what to write', () => {
    const { problems } = readFile(ours(mapFiles.entries), entriesOf(readTables(ours(mapFiles.schema))));
    expect(problems.map(({ line, sentence }) => `${mapFiles.entries}:${line}: ${sentence}`)).toEqual([]);
  });

  test('is made anew: `npm run data-map` where this fails', async () => {
    expect(await dataMap(root, '--check')).toEqual({
      code: 0,
      given: '',
      said: 'docs/data-map.md is as it should be.\n',
    });
  });

  test('reads the tables and columns that Prisma reads', () => {
    const tables = readTables(ours(mapFiles.schema));
    const models: readonly string[] = Object.values(generated.ModelName);
    expect(tables.map(({ columns }) => columns.map(({ name }) => camelCase(name)))).toEqual(
      models.map(fieldsOf),
    );
    expect(tables.length).toBeGreaterThan(15);
  });

  test('calls the tables what the migrations call them', () => {
    const named = readTables(ours(mapFiles.schema)).map(({ name }) => name);
    const made = ours('prisma/migrations/20261123000000_tables/migration.sql').matchAll(
      /CREATE TABLE "(\w+)"/gu,
    );
    const names = Array.from(made, ([, name = '']) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(named).toEqual(expect.arrayContaining(names));
  });
});

function fieldsOf(model: string): readonly string[] {
  const lists = generated as Readonly<Record<string, object>>;
  return Object.keys(lists[`${model}ScalarFieldEnum`] ?? {});
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

describe('reading a schema', () => {
  test('takes names, shapes, meanings and what goes with what', () => {
    const schema = `
generator client {
  provider = "prisma-client"
}

// Not a meaning.
/// What was
/// lent.
model Loan {
  /// Counted.
  id       BigInt    @id @default(autoincrement()) // behind
  bookId   BigInt    @map("book_id")

  /// Who has it; null | unknown.
  reader   String?   @db.Char(64)
  marks    String[]
  owners   Json      @default("[] // {}")
  dueAt    DateTime? @map("due_at") @db.Timestamptz(3)
  book     Book      @relation(fields: [bookId], references: [id], onDelete: Cascade)
  notes    Note[]

  @@index([dueAt])
  @@map("loans")
}

model Book {
  id    BigInt @id
  loans Loan[]
}

model Note {
  id     BigInt @id
  loan   Loan   @relation(fields: [id], references: [id])
}
`;
    expect(readTables(schema)).toEqual([
      {
        name: 'loans',
        says: 'What was lent.',
        columns: [
          one('id', 'BigInt', 'Counted.'),
          one('book_id', 'BigInt'),
          { name: 'reader', type: 'String', shape: 'may be missing', says: 'Who has it; null | unknown.' },
          { name: 'marks', type: 'String', shape: 'list', says: '' },
          one('owners', 'Json'),
          { name: 'due_at', type: 'DateTime', shape: 'may be missing', says: '' },
        ],
        goesWith: ['Book'],
      },
      { name: 'Book', says: '', columns: [one('id', 'BigInt')], goesWith: [] },
      { name: 'Note', says: '', columns: [one('id', 'BigInt')], goesWith: [] },
    ]);
  });

  test.each([
    ['a line outside of all blocks', 'view Loans {\n}', 'schema.prisma:1:'],
    ['a field that is none', 'model Loan {\n  id BigInt @id\n  reader: String\n}', 'schema.prisma:3:'],
    ['a block that does not end', 'model Loan {\n  id BigInt @id\n', 'does not end'],
  ])('refuses %s', (_, schema, words) => {
    expect(() => readTables(schema)).toThrow(words);
  });
});

function one(name: string, type: string, says = '') {
  return { name, type, shape: 'one', says };
}

const smallSchema = `
/// What was lent.
model Loan {
  /// Counted.
  id     BigInt @id
  reader String
  @@map("loans")
}
`;

const smallEntries = `
tables:
  loans:
    whose: readers
    purpose: To get books back.
    source: The desk.
    kept: A year.
    readers: The desk.
    erase: The row.
    columns:
      id: running
      reader: { identity: 'the reader | their card' }
`;

function library(schema = smallSchema, entries = smallEntries): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'prisma'));
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, mapFiles.schema), schema);
  writeFileSync(join(folder, mapFiles.entries), entries);
  return folder;
}

describe('data-map', () => {
  test('writes the page; then it is as it should be, until one of the two files changes', async () => {
    const folder = library();
    expect(await dataMap(folder, '--check')).toMatchObject({ code: 1 });
    expect(await dataMap(folder)).toEqual({ code: 0, given: '', said: 'docs/data-map.md is written.\n' });
    const page = readFileSync(join(folder, mapFiles.page), 'utf8');
    expect(page).toContain('| [`loans`](#loans) | readers | identity | A year. |');
    expect(page).toContain('| `id` | number | running | Counted. |');
    expect(page).toContain('| `reader` | text | identity | The reader \\| their card. |');
    expect(await dataMap(folder, '--check')).toMatchObject({ code: 0 });
    writeFileSync(join(folder, mapFiles.schema), smallSchema.replace('String', 'String?'));
    const behind = await dataMap(folder, '--check');
    expect(behind.code).toBe(1);
    expect(behind.said).toContain('Run `npm run data-map`');
    expect(readFileSync(join(folder, mapFiles.page), 'utf8')).toBe(page);
  });

  test.each<[string, string, string, string]>([
    [
      'a new table: with an entry to begin with',
      `${smallSchema}model Fine {\n  id BigInt @id\n  /// In cents.\n  sum Int\n}`,
      smallEntries,
      'data-map.yml:2:1: The table `Fine` has no entry.',
    ],
    [
      'a new column',
      smallSchema.replace('@@map', 'due_at DateTime\n  @@map'),
      smallEntries,
      'data-map.yml:3:3: The column `loans.due_at` has no entry.',
    ],
    [
      'a column that nobody explains',
      smallSchema,
      smallEntries.replace(/\{ identity.*\}/u, 'identity'),
      'Nobody says what `loans.reader` means.',
    ],
    [
      'a column of two kinds',
      smallSchema,
      smallEntries.replace('{ identity', '{ words: twice, identity'),
      'The column `loans.reader` has no entry.',
    ],
    [
      'a table that is gone',
      'model Book {\n}',
      smallEntries,
      'There is no table `loans` in schema.prisma. Delete the entry',
    ],
    [
      'a column that is gone',
      smallSchema.replace('  reader String\n', ''),
      smallEntries,
      'There is no column `loans.reader` in schema.prisma.',
    ],
    [
      'a kind that there is not',
      smallSchema,
      smallEntries.replace('running', 'runing'),
      'Did you mean `running`?',
    ],
  ])('tells %s, and writes nothing', async (_, schema, entries, sentence) => {
    const { code, given } = await dataMap(library(schema, entries));
    expect(code).toBe(1);
    expect(given).toContain(sentence);
  });

  test('the entry that it proposes fits as it stands, once filled in', async () => {
    const schema = `${smallSchema}model Fine {\n  id BigInt @id\n  /// In cents.\n  sum Int\n}`;
    const { given } = await dataMap(library(schema));
    const [, proposed = ''] = /\n\n( {2}Fine:\n[^]*)$/u.exec(given) ?? [];
    expect(await dataMap(library(schema, smallEntries + proposed))).toMatchObject({ code: 0, given: '' });
  });

  test('outside of a clone it says so', async () => {
    const { code, said } = await dataMap(emptyFolder());
    expect(code).toBe(2);
    expect(said).toContain('prisma/schema.prisma cannot be read');
  });

  test('a page that was changed by hand is behind', async () => {
    const folder = library();
    await dataMap(folder);
    appendFileSync(join(folder, mapFiles.page), 'More.\n');
    expect(await dataMap(folder, '--check')).toMatchObject({ code: 1 });
  });
});
