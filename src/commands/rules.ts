import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readRules } from '../people/rules-file.ts';
import { rulesJsonSchema } from '../people/rules-schema.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput } from './arguments.ts';
import { exitCodes } from './program.ts';
import type { Terminal } from './terminal.ts';

export type RulesPorts = {
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
};

type RulesOptions = { readonly schema?: true };

export function rulesCommand(ports: RulesPorts): Command {
  return new Command('rules')
    .description(
      'Checks a rules file before it is pushed, or gives the JSON Schema that editors check it with.',
    )
    .argument('[file]', 'the file', '.github/groundwork.yml')
    .option('--schema', 'gives the JSON Schema instead')
    .action(async (file: string, { schema }: RulesOptions) => {
      if (schema) ports.terminal.give(schemaText());
      else await check(file, ports);
    });
}

/** As the file `schema/groundwork.schema.json` holds it. */
export function schemaText(): string {
  return `${JSON.stringify(rulesJsonSchema(), null, 2)}\n`;
}

async function check(file: string, { terminal, resolvePath }: RulesPorts): Promise<void> {
  const { problems } = readRules(await textOf(resolvePath(file), file));
  for (const { line, column, sentence } of problems)
    terminal.give(`${plainLine(file)}:${line ?? 1}:${column ?? 1}: ${plainLine(sentence)}\n`);
  if (problems.length > 0) process.exitCode = exitCodes.failed;
  else terminal.say('The file can be used. Whether its teams and people exist, `doctor` tells.\n');
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new BadInput(
      `${plainLine(file)} cannot be read (${plainLine(reason)}). Give the path of a rules file.`,
    );
  }
}
