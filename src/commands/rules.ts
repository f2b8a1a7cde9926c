import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import type { Frameworks } from '../framework/frameworks.ts';
import { ownFrameworkJsonSchema } from '../framework/own-schema.ts';
import type { OwnFramework } from '../framework/own-schema.ts';
import { packJsonSchema } from '../framework/schema.ts';
import { chooseFramework, namesFile } from '../people/framework-choice.ts';
import { readFile as readYamlFile, readRules } from '../people/rules-file.ts';
import type { RulesProblem } from '../people/rules-file.ts';
import { rulesJsonSchema } from '../people/rules-schema.ts';
import { placeIn } from '../people/rules-yaml.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput } from './arguments.ts';
import { exitCodes } from './program.ts';
import type { Terminal } from './terminal.ts';

export type RulesPorts = {
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
  readonly frameworks: Frameworks;
};

/** What there is a JSON Schema of, and the file that holds it. */
export const schemas = {
  rules: { make: rulesJsonSchema, file: 'groundwork.schema.json' },
  framework: { make: ownFrameworkJsonSchema, file: 'groundwork-framework.schema.json' },
  pack: { make: packJsonSchema, file: 'pack.schema.json' },
} as const;

type SchemaName = keyof typeof schemas;
type RulesOptions = { readonly schema?: SchemaName; readonly framework?: true };

export function rulesCommand(ports: RulesPorts): Command {
  const schema = new Option('--schema [of]', 'gives the JSON Schema instead: of rules, framework or pack')
    .choices(Object.keys(schemas))
    .preset('rules');
  return new Command('rules')
    .description(
      'Checks a rules file, with the framework that it names, before it is pushed; or gives the JSON Schema that editors check it with.',
    )
    .argument('[file]', 'the file', '.github/groundwork.yml')
    .option('--framework', 'checks an own framework instead: the file is one')
    .addOption(schema)
    .action(async (file: string, { schema: of, framework }: RulesOptions) => {
      if (of !== undefined) ports.terminal.give(schemaText(of));
      else if (framework) await checkFramework(file, ports);
      else await check(file, ports);
    });
}

/** As the files in `schema/` hold it. */
export function schemaText(of: SchemaName): string {
  return `${JSON.stringify(schemas[of].make(), null, 2)}\n`;
}

async function check(file: string, ports: RulesPorts): Promise<void> {
  const text = await textOf(ports.resolvePath(file), file);
  const { rules, problems } = readRules(text);
  if (rules === null) return tell(file, problems, ports);
  const named = rules.framework;
  const beside = namesFile(named) ? join(dirname(file), named) : null;
  const own = beside === null ? null : await textOrNull(ports.resolvePath(beside));
  const chosen = chooseFramework<OwnFramework>(named, own, ports.frameworks);
  if (chosen.sentence !== null)
    return tell(file, [{ ...placeIn(text, ['framework']), sentence: chosen.sentence }], ports);
  if (beside !== null && chosen.problems.length > 0) return tell(beside, chosen.problems, ports);
  ports.terminal.say('The file can be used. Whether its teams and people exist, `doctor` tells.\n');
}

async function checkFramework(file: string, ports: RulesPorts): Promise<void> {
  const { data, problems } = readYamlFile(await textOf(ports.resolvePath(file), file), ports.frameworks.file);
  if (data === null) return tell(file, problems, ports);
  const { pack } = ports.frameworks.of({ named: file, own: data }).framework;
  const areas = pack.areas.map(({ title }) => title).join(', ');
  ports.terminal.say(`The framework can be used. Its areas: ${plainLine(areas)}.\n`);
}

function tell(
  file: string,
  problems: readonly Pick<RulesProblem, 'line' | 'column' | 'sentence'>[],
  { terminal }: RulesPorts,
): void {
  for (const { line, column, sentence } of problems)
    terminal.give(`${plainLine(file)}:${line ?? 1}:${column ?? 1}: ${plainLine(sentence)}\n`);
  process.exitCode = exitCodes.failed;
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

async function textOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
