import type { RulesProblem } from '../people/rules-file.ts';
import { codeSpan, inert, link } from './escape.ts';

export const rulesProblemsTitle = 'Groundwork: the rules need a look';

export type RulesProblems = {
  readonly problems: readonly RulesProblem[];
  /** The file on GitHub. */
  readonly url: string;
  /** Whether any rules are in force: these, or the last ones that could be used. */
  readonly inForce: boolean;
};

const most = 40;

/** Tells the writers of rules what is wrong in them, where, and what holds meanwhile. */
export function rulesProblemsMarkdown({ problems, url, inForce }: RulesProblems): string {
  const wrong = problems.some(({ kind }) => kind === 'wrong');
  const shown = problems.slice(0, most).map((problem) => `- ${problemMarkdown(problem, url)}`);
  const more = problems.length - shown.length;
  const rest = more > 0 ? [`- … and ${more} more like these.`] : [];
  return [
    wrong
      ? cannotBeUsed(url, inForce)
      : `${file(url)} is in force, but not all of it does what it seems to say.`,
    [...shown, ...rest].join('\n'),
    'Groundwork reads the file again after each change and within the hour. This issue then closes by itself.',
  ].join('\n\n');
}

function cannotBeUsed(url: string, inForce: boolean): string {
  const meanwhile = inForce
    ? 'Until it is mended, the last rules that could be used stay in force.'
    : 'Until it is mended, no rules are in force: nothing is kept of anybody, and nothing is posted.';
  return `${file(url)} cannot be used as it stands. ${meanwhile}`;
}

function problemMarkdown({ line, path, sentence }: RulesProblem, url: string): string {
  const at = line === null ? null : link(`line ${line}`, `${url}#L${line}`);
  const where = [at, path === '' ? null : codeSpan(path)].filter((part) => part !== null).join(', ');
  return `${where === '' ? '' : `${where}: `}${inert(sentence)}`;
}

function file(url: string): string {
  return link('groundwork.yml', url);
}
