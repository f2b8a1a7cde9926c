import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import type { Framework } from '../framework/compile.ts';
import { createFrameworks } from '../framework/frameworks.ts';
import type { Frameworks } from '../framework/frameworks.ts';
import type { OwnFramework } from '../framework/own-schema.ts';
import { packs } from '../framework/packs.ts';
import { chooseFramework, namesFile } from '../people/framework-choice.ts';
import type { Choosing, FrameworkFile } from '../people/framework-choice.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput } from './arguments.ts';
import type { Installed } from './installed.ts';

/** Reads the file of that name beside the rules; null where there is none. May throw RetryLater or GiveUp. */
export type ReadFrameworkFile = (
  installation: number,
  login: string,
  name: string,
) => Promise<FrameworkFile | null>;

export type FrameworkSources = {
  readonly frameworks: Frameworks;
  readonly frameworkFile: ReadFrameworkFile;
};

export type Looked = Choosing<OwnFramework> & { readonly file: FrameworkFile | null };

/** What the rules of an account name as its framework, and what is wrong with it. */
export async function lookUpFramework(
  { installation, rules }: Pick<Installed, 'installation' | 'rules'>,
  { frameworks, frameworkFile }: FrameworkSources,
): Promise<Looked> {
  const named = rules?.framework ?? null;
  const file = namesFile(named) ? await frameworkFile(installation.id, installation.login, named) : null;
  return { ...chooseFramework<OwnFramework>(named, file?.text ?? null, frameworks), file };
}

/** For commands that cannot go on with a framework that cannot be used. */
export async function readFramework(
  installed: Pick<Installed, 'installation' | 'rules'>,
  sources: FrameworkSources,
): Promise<{ readonly framework: Framework }> {
  const { choice, sentence, problems } = await lookUpFramework(installed, sources);
  if (choice !== null) return sources.frameworks.of(choice);
  if (sentence !== null) throw new BadInput(`In .github/groundwork.yml: ${plainLine(sentence)}`);
  const lines = problems.map(({ line, sentence: what }) => `- line ${line ?? 1}: ${plainLine(what)}`);
  throw new BadInput(`The framework that the rules name cannot be used:\n${lines.join('\n')}`);
}

/** For commands that ask no organisation: whoever calls them says by what they judge. */
export function frameworkOption(): Option {
  const names = packs.map(({ name }) => name).join(', ');
  return new Option(
    '--framework <name or file>',
    `what to judge by: ${names}, or the file of your own ladder (.yml); without it ${packs[0].name}`,
  );
}

/** What `--framework` names. Throws BadInput with each line of a file that cannot be used. */
export async function frameworkNamed(
  named: string | undefined,
  {
    framework,
    resolvePath,
  }: { readonly framework: Framework; readonly resolvePath: (path: string) => string },
): Promise<Framework> {
  if (named === undefined) return framework;
  const frameworks = createFrameworks(packs);
  const text = namesFile(named) ? await textOf(resolvePath(named), named) : null;
  const { choice, sentence, problems } = chooseFramework<OwnFramework>(named, text, frameworks);
  if (choice !== null) return frameworks.of(choice).framework;
  if (sentence !== null)
    throw new BadInput(`--framework: ${plainLine(sentence)} A file of your own ends in .yml or .yaml.`);
  const lines = problems.map(
    ({ line, column, sentence: what }) =>
      `${plainLine(named)}:${line ?? 1}:${column ?? 1}: ${plainLine(what)}`,
  );
  throw new BadInput(`The framework that --framework names cannot be used:\n${lines.join('\n')}`);
}

async function textOf(path: string, named: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new BadInput(
      `--framework: ${plainLine(named)} cannot be read (${plainLine(reason)}). Name a pack, or the file of your own ladder.`,
    );
  }
}

/** The folder of the invented examples that come with a pack; null for what is no pack of the app. */
export function examplesOf(named: string): string | null {
  if (!packs.some(({ name }) => name === named)) return null;
  return fileURLToPath(new URL(`../framework/${named}/examples`, import.meta.url));
}
