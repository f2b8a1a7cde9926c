import { z } from 'zod';
import type { FileKind } from '../../people/rules-file.ts';
import type { Told } from '../../people/rules-sentences.ts';
import type { Column, Table } from './schema.ts';

/** What a column tells of people, from most to least. */
export const kinds = ['words', 'identity', 'work', 'running'] as const;
export type Kind = (typeof kinds)[number];

const sentence = z.string().min(1);
const meaning = z.strictObject({
  words: sentence.optional(),
  identity: sentence.optional(),
  work: sentence.optional(),
  running: sentence.optional(),
});
const columnEntry = z.union([z.enum(kinds), meaning]);

/** The answers to what a data protection officer asks of a table, each as plain words. */
const tableEntry = z.strictObject({
  whose: sentence,
  purpose: sentence,
  source: sentence,
  kept: sentence,
  readers: sentence,
  erase: sentence,
  columns: z.record(z.string(), columnEntry).default({}),
});

const entriesSchema = z.strictObject({
  /** What holds of all of it, as paragraphs. */
  about: z.array(sentence).default([]),
  /** Columns that mean the same wherever they stand. */
  columns: z.record(z.string(), columnEntry).default({}),
  tables: z.record(z.string(), tableEntry),
  /** What is kept outside of these tables. */
  beside: z.array(sentence).default([]),
});

export type Entries = z.infer<typeof entriesSchema>;
type ColumnEntry = z.infer<typeof columnEntry>;

/** The file with what the schema cannot say; its faults are what it leaves open, and what it says of nothing. */
export function entriesOf(tables: readonly Table[]): FileKind<Entries> {
  return {
    schema: entriesSchema,
    jsonSchema: () => z.toJSONSchema(entriesSchema, { io: 'input', target: 'draft-07' }),
    faults: (entries) => [
      ...tables.flatMap((table) => missing(table, entries)),
      ...leftOver(tables, entries),
    ],
  };
}

/** What kind of data a column holds, and what it means: the entry's words before those of the schema. */
export function meaningOf(
  table: string,
  { name, says }: Column,
  entries: Entries,
): { readonly kind: Kind; readonly says: string } | null {
  const entry = entries.tables[table]?.columns[name] ?? entries.columns[name];
  if (entry === undefined) return null;
  if (typeof entry === 'string') return { kind: entry, says };
  const [kind, ...more] = kindsIn(entry);
  return kind === undefined || more.length > 0 ? null : { kind, says: entry[kind] ?? '' };
}

function kindsIn(entry: Exclude<ColumnEntry, string>): readonly Kind[] {
  return kinds.filter((kind) => entry[kind] !== undefined);
}

function missing(table: Table, entries: Entries): readonly Told[] {
  const { name, columns } = table;
  if (entries.tables[name] === undefined)
    return [{ path: ['tables'], sentence: `${noTable(name)}\n\n${skeleton(table, entries)}` }];
  return columns.flatMap((column) => {
    const meant = meaningOf(name, column, entries);
    const path = ['tables', name];
    if (meant === null) return [{ path, sentence: noColumn(name, column) }];
    return meant.says === '' ? [{ path, sentence: noMeaning(name, column, meant.kind) }] : [];
  });
}

function noTable(name: string): string {
  return `The table \`${name}\` has no entry. Say below \`tables:\` whose data it holds and what becomes of it, then run \`npm run data-map\`. It could begin so:`;
}

function noColumn(table: string, { name, says }: Column): string {
  const example = says === '' ? `${name}: { work: what it means }` : `${name}: work`;
  return `The column \`${table}.${name}\` has no entry. Say below \`tables: ${table}: columns:\` what kind of data it is (${kinds.join(', ')}), such as \`${example}\`, then run \`npm run data-map\`.`;
}

function noMeaning(table: string, { name }: Column, kind: Kind): string {
  return `Nobody says what \`${table}.${name}\` means. Write \`///\` above it in schema.prisma, or \`${name}: { ${kind}: what it means }\` here, then run \`npm run data-map\`.`;
}

/** An entry to fill in. Columns that an entry for all tables covers need none. */
function skeleton({ name, columns }: Table, entries: Entries): string {
  const open = columns.filter((column) => meaningOf(name, column, entries) === null);
  const questions = ['whose', 'purpose', 'source', 'kept', 'readers', 'erase'];
  return [
    `  ${name}:`,
    ...questions.map((question) => `    ${question}: …`),
    ...(open.length === 0 ? [] : ['    columns:']),
    ...open.map((column) => `      ${column.name}: ${column.says === '' ? '{ work: … }' : 'work'}`),
  ].join('\n');
}

/** Entries of what is not there any more would tell people of data that nobody keeps. */
function leftOver(tables: readonly Table[], entries: Entries): readonly Told[] {
  const everywhere = new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)));
  const shared = Object.keys(entries.columns)
    .filter((name) => !everywhere.has(name))
    .map((name) => gone(['columns', name], `No table has a column \`${name}\``));
  const ofTables = Object.entries(entries.tables).flatMap(([name, { columns }]) => {
    const table = tables.find((one) => one.name === name);
    if (table === undefined) return [gone(['tables', name], `There is no table \`${name}\``)];
    const known = new Set(table.columns.map((column) => column.name));
    return Object.keys(columns)
      .filter((column) => !known.has(column))
      .map((column) => gone(['tables', name, 'columns', column], `There is no column \`${name}.${column}\``));
  });
  return [...shared, ...ofTables];
}

function gone(path: Told['path'], what: string): Told {
  return { path, sentence: `${what} in schema.prisma. Delete the entry, then run \`npm run data-map\`.` };
}
