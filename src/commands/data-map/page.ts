import { kinds, meaningOf } from './entries.ts';
import type { Entries, Kind } from './entries.ts';
import type { Column, Table } from './schema.ts';

/** What each kind of column tells of people. */
const meanings: Readonly<Record<Kind, string>> = {
  words: 'holds, or may hold, what somebody wrote',
  identity: 'says who somebody is: GitHub’s number, or a login',
  work: 'says what was done, where or when',
  running: 'keeps the app going, and says nothing of anybody',
};

/** The page, ended by a line feed. */
export function pageOf(tables: readonly Table[], entries: Entries): string {
  const parts = [
    top,
    ...entries.about,
    kindsMarkdown(),
    '## All tables',
    overview(tables, entries),
    ...tables.map((table) => tableMarkdown(table, entries)),
    ...(entries.beside.length === 0 ? [] : ['## Beside these tables', listOf(entries.beside)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

const top = `# Data map

<!-- Made by \`npm run data-map\` from prisma/schema.prisma and prisma/data-map.yml. Change those, not this page. -->

Every table and every column that Groundwork keeps, made from the schema of its database
([\`prisma/schema.prisma\`](../prisma/schema.prisma)) and from what people must say of it
([\`prisma/data-map.yml\`](../prisma/data-map.yml)). A test fails as long as a table or a column has no entry here, and
\`npm run data-map -- --check\` ends with 1 where this page is behind.`;

function kindsMarkdown(): string {
  const rows = kinds.map((kind) => `| ${kind} | ${meanings[kind]} |`);
  return ['| a column is | when it |', '| --- | --- |', ...rows].join('\n');
}

function overview(tables: readonly Table[], entries: Entries): string {
  const rows = tables.map((table) => {
    const { name } = table;
    const found = new Set(table.columns.map((column) => meaningOf(name, column, entries)?.kind));
    const held = kinds.filter((kind) => kind !== 'running' && found.has(kind)).join(', ');
    const { whose = '', kept = '' } = entries.tables[name] ?? {};
    return row([`[\`${name}\`](#${name})`, whose, held || 'nothing of people', kept]);
  });
  return ['| table | whose | holds | kept |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function tableMarkdown(table: Table, entries: Entries): string {
  const { name, says, columns } = table;
  const entry = entries.tables[name];
  if (entry === undefined) return '';
  const answers = [
    ['Whose data', entry.whose],
    ['What for', entry.purpose],
    ['Where from', entry.source],
    ['Kept', `${entry.kept}${deletedWith(table)}`],
    ['Who can read it', entry.readers],
    ['On `erase`', entry.erase],
  ].map(([question, answer]) => `**${question}:** ${answer}`);
  const rows = columns.map((column) => columnRow(name, column, entries));
  const list = ['| column | | kind | what it is |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return [`### ${name}`, says, listOf(answers), list].filter((part) => part !== '').join('\n\n');
}

function deletedWith({ goesWith }: Table): string {
  if (goesWith.length === 0) return '';
  return ` A row goes when its row in ${goesWith.map((name) => `\`${name}\``).join(' or ')} does.`;
}

function columnRow(table: string, column: Column, entries: Entries): string {
  const { kind, says } = meaningOf(table, column, entries) ?? { kind: '', says: '' };
  return row([`\`${column.name}\``, typeOf(column), kind, asSentence(says)]);
}

function asSentence(text: string): string {
  const begun = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.?!…]$/u.test(begun) ? begun : `${begun}.`;
}

const types: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'number',
  BigInt: 'number',
  Boolean: 'yes or no',
  DateTime: 'time',
  Json: 'JSON',
};

function typeOf({ type, shape }: Column): string {
  const plain = types[type] ?? type;
  if (shape === 'list') return `list of ${plain}`;
  return shape === 'may be missing' ? `${plain}, or none` : plain;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
