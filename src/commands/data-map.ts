import { readFile as readBytes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { readFile } from '../people/rules-file.ts';
import { BadInput } from './arguments.ts';
import { entriesOf } from './data-map/entries.ts';
import type { Entries } from './data-map/entries.ts';
import { pageOf } from './data-map/page.ts';
import { readTables } from './data-map/schema.ts';
import type { Table } from './data-map/schema.ts';
import { exitCodes } from './program.ts';
import type { Terminal } from './terminal.ts';

export type DataMapPorts = {
  readonly terminal: Terminal;
  /** The folder of the repository. */
  readonly root: string;
};

/** Where the map is made from, and where it goes: below the root. */
export const mapFiles = {
  schema: 'prisma/schema.prisma',
  entries: 'prisma/data-map.yml',
  page: 'docs/data-map.md',
} as const;

export function dataMapCommand(ports: DataMapPorts): Command {
  return new Command('data-map')
    .description(
      'Writes docs/data-map.md: every table and column that is kept, whose data it is, what for, and how long. ' +
        'Made from prisma/schema.prisma and prisma/data-map.yml.',
    )
    .option('--check', 'writes nothing, and ends with 1 where the page is behind')
    .action(async ({ check }: { readonly check?: true }) => {
      const page = await make(ports);
      if (page === null) process.exitCode = exitCodes.failed;
      else if (check) await compare(page, ports);
      else await write(page, ports);
    });
}

/** The page as it should be; null where entries are missing, which is told. */
async function make({ root, terminal }: DataMapPorts): Promise<string | null> {
  const tables = readTables(await textOf(root, mapFiles.schema));
  const entries = readEntries(await textOf(root, mapFiles.entries), tables, terminal);
  return entries === null ? null : pageOf(tables, entries);
}

function readEntries(text: string, tables: readonly Table[], { give }: Terminal): Entries | null {
  const { data, problems } = readFile(text, entriesOf(tables));
  for (const { line, column, sentence } of problems)
    give(`${mapFiles.entries}:${line ?? 1}:${column ?? 1}: ${sentence}\n`);
  return data;
}

async function compare(page: string, { root, terminal }: DataMapPorts): Promise<void> {
  const held = await textOf(root, mapFiles.page).catch(() => '');
  if (held === page) return terminal.say(`${mapFiles.page} is as it should be.\n`);
  terminal.say(`${mapFiles.page} is behind. Run \`npm run data-map\`, read what changed, and commit it.\n`);
  process.exitCode = exitCodes.failed;
}

async function write(page: string, { root, terminal }: DataMapPorts): Promise<void> {
  await writeFile(join(root, mapFiles.page), page);
  terminal.say(`${mapFiles.page} is written.\n`);
}

async function textOf(root: string, path: string): Promise<string> {
  try {
    return await readBytes(join(root, path), 'utf8');
  } catch {
    throw new BadInput(`${path} cannot be read. The data map is made in a clone of the repository.`);
  }
}
