import type { RulesProblem } from '../src/people/rules-file.ts';
import { codeSpan, inert, link } from '../src/report/escape.ts';

export type FrameworkProblems = {
  /** What is wrong with the framework's name in the rules; null where nothing is. */
  readonly sentence: string | null;
  /** The organisation's own file on GitHub; null where there is none. */
  readonly file: { readonly url: string } | null;
  /** What is wrong in it. */
  readonly problems: readonly RulesProblem[];
  /** What work is judged by meanwhile: `backend 0.1`. */
  readonly name: string;
  /** The rules on GitHub. */
  readonly rules: { readonly url: string };
};

const most = 40;

/** Tells the writers of an own framework what is wrong in it, where, and what work is judged by meanwhile. */
export function frameworkProblemsMarkdown(told: FrameworkProblems): string {
  const { sentence, file, problems, name, rules } = told;
  const meanwhile = `Until that is mended, work is judged by the last framework that could be used, ${codeSpan(name)}.`;
  if (sentence !== null || file === null)
    return `**The framework that ${link('groundwork.yml', rules.url)} names cannot be used.** ${inert(sentence ?? '')} ${meanwhile}`;
  const shown = problems.slice(0, most).map((problem) => `- ${problemMarkdown(problem, file.url)}`);
  const more = problems.length - shown.length;
  const rest = more > 0 ? [`- … and ${more} more like these.`] : [];
  return [
    `**The framework in ${link(file.url.split('/').at(-1) ?? 'the file', file.url)} cannot be used as it stands.** ${meanwhile}`,
    [...shown, ...rest].join('\n'),
    'Groundwork reads the file again within the hour. This issue closes by itself once nothing is wrong any more.',
  ].join('\n\n');
}

function problemMarkdown({ line, path, sentence }: RulesProblem, url: string): string {
  const at = line === null ? null : link(`line ${line}`, `${url}#L${line}`);
  const where = [at, path === '' ? null : codeSpan(path)].filter((part) => part !== null).join(', ');
  return `${where === '' ? '' : `${where}: `}${inert(sentence)}`;
}
