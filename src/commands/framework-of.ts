import type { Framework } from '../framework/compile.ts';
import type { Frameworks } from '../framework/frameworks.ts';
import type { OwnFramework } from '../framework/own-schema.ts';
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
