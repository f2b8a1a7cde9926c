import { nearestOf } from './rules-nearest.ts';
import { readFile } from './rules-file.ts';
import type { FileKind, RulesProblem } from './rules-file.ts';
import { named as shown } from './rules-shapes.ts';

/** The file beside an account's rules that holds its own framework. As all that is read from GitHub, others wrote it. */
export type FrameworkFile = {
  readonly text: string;
  /** Where it stands on GitHub. */
  readonly url: string;
};

/** What rules may name: the packs of the app, and a file beside the rules, which is read as `file` says. */
export type Choosable<Own> = {
  readonly names: readonly string[];
  readonly usual: Choice<Own>;
  readonly file: FileKind<Own>;
};

export type Choice<Own> = { readonly named: string; readonly own: Own | null };

export type Choosing<Own> = {
  /** Null where what is named cannot be used. */
  readonly choice: Choice<Own> | null;
  /** What is wrong with the name itself, to be told where it stands: in the rules. Null where nothing is. */
  readonly sentence: string | null;
  /** What is wrong in the file, and where. */
  readonly problems: readonly RulesProblem[];
};

/** Whether the rules name a file, which then is to be read. */
export function namesFile(framework: string | null): framework is string {
  return framework !== null && /\.ya?ml$/u.test(framework);
}

/** What the rules' word means. `text` is that of the file; null where it names none, or there is none. */
export function chooseFramework<Own>(
  framework: string | null,
  text: string | null,
  { names, usual, file }: Choosable<Own>,
): Choosing<Own> {
  if (framework === null) return chosen(usual);
  if (!namesFile(framework))
    return names.includes(framework)
      ? chosen<Own>({ named: framework, own: null })
      : wrong(noPack(framework, names));
  if (text === null) return wrong(noFile(framework));
  const { data, problems } = readFile(text, file);
  return data === null ? { choice: null, sentence: null, problems } : chosen({ named: framework, own: data });
}

function chosen<Own>(choice: Choice<Own>): Choosing<Own> {
  return { choice, sentence: null, problems: [] };
}

function wrong<Own>(sentence: string): Choosing<Own> {
  return { choice: null, sentence, problems: [] };
}

function noPack(framework: string, names: readonly string[]): string {
  const meant = nearestOf(framework, names);
  const instead =
    meant === null
      ? `There are: ${names.map((name) => `\`${name}\``).join(', ')}.`
      : `Did you mean \`${meant}\`?`;
  return `There is no framework ${shown(framework)}. ${instead}`;
}

function noFile(framework: string): string {
  return `There is no file ${shown(framework)} beside this one. Add it, or name a framework.`;
}
