import { Command } from 'commander';
import { compileFramework } from '../framework/compile.ts';
import type { Framework } from '../framework/compile.ts';
import { learn, usual } from '../framework/learn.ts';
import type { Weights } from '../framework/learn.ts';
import { notable } from '../framework/load.ts';
import { BadInput } from './arguments.ts';
import { evaluationText } from './evaluate/evaluation-text.ts';
import { judgedBy } from './evaluate/judged.ts';
import type { Judged } from './evaluate/judged.ts';
import { readExamples } from './examples.ts';
import type { Example } from './examples.ts';
import { lessonOf } from './learn.ts';
import { startBar } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export type EvaluatePorts = {
  readonly framework: Framework;
  /** What the framework's authors know before any example. */
  readonly priors: Weights;
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
  /** The folder of the framework's own invented examples. */
  readonly ownExamples: string;
};

type Options = { readonly set?: string; readonly also: readonly string[]; readonly mistakes: string };

export function evaluateCommand(ports: EvaluatePorts): Command {
  return new Command('evaluate')
    .description(
      'Measures how well the framework judges labelled pull requests, and shows its worst mistakes. ' +
        'Without --set: the weights as they are, on invented examples that they were not learnt from.',
    )
    .option(
      '--set <folder>',
      'measure this set, each repository judged by weights learnt from the others alone; holds pull-requests.jsonl with labels.a.jsonl, or <name>.jsonl with <name>.labels.jsonl',
    )
    .option('--also <folder...>', 'learn from these sets too, without measuring them', [])
    .option('--mistakes <number>', 'how many of the worst mistakes to show', '20')
    .action((options: Options) => evaluate(options, ports));
}

async function evaluate(options: Options, ports: EvaluatePorts): Promise<void> {
  const mistakes = Number(options.mistakes);
  if (options.mistakes.trim() === '' || !Number.isInteger(mistakes) || mistakes < 0)
    throw new BadInput(`--mistakes takes a whole number, not "${options.mistakes}".`);
  const { pack } = ports.framework;
  if (options.set === undefined) {
    if (options.also.length > 0)
      throw new BadInput(
        '--also adds examples to learn from, and without --set nothing is learnt. Name a set, too.',
      );
    const { learning, measuring } = await readExamples(ports.ownExamples, areasOf(ports.framework));
    const judged = [...learning, ...measuring].map((example) => judgedBy(ports.framework, example));
    ports.terminal.give(
      evaluationText(
        'Invented examples of the framework, which no weight was learnt from',
        judged,
        pack,
        mistakes,
      ),
    );
    return;
  }
  const { measuring, learning } = await readSets(options.set, options.also, ports);
  const judged = await leavingOut([...measuring, ...learning.own], learning.all, ports);
  const first = judged.slice(0, measuring.length);
  const how = 'each repository judged by weights learnt from the others alone';
  if (first.length > 0) ports.terminal.give(evaluationText(`Measuring set, ${how}`, first, pack, mistakes));
  if (first.length < judged.length)
    ports.terminal.give(
      evaluationText(
        `All labelled pull requests of the set, ${how}`,
        judged,
        pack,
        first.length > 0 ? 0 : mistakes,
      ),
    );
}

async function readSets(set: string, also: readonly string[], { framework, resolvePath }: EvaluatePorts) {
  const areas = areasOf(framework);
  const { measuring, learning } = await readExamples(resolvePath(set), areas);
  const more: Example[] = [];
  for (const folder of also) more.push(...(await readExamples(resolvePath(folder), areas)).learning);
  return { measuring, learning: { own: learning, all: [...measuring, ...learning, ...more] } };
}

/** At most this many times the weights are learnt; each time a share of the repositories is left out together. */
const mostFolds = 10;

/** Judges each example by weights that were learnt without any example of its repository. */
async function leavingOut(
  measured: readonly Example[],
  known: readonly Example[],
  { framework, priors, terminal }: EvaluatePorts,
): Promise<readonly Judged[]> {
  const lessons = known.map((example) => lessonOf(example, framework));
  const sources = [...new Set(measured.map(sourceOf))].toSorted();
  if (sources.length < 2)
    throw new BadInput(
      'All pull requests of the set are of one repository: nothing would be left to learn from.',
    );
  const foldOf = new Map(sources.map((source, index) => [source, index % mostFolds]));
  const folds = Math.min(mostFolds, sources.length);
  const judged = new Map<Example, Judged>();
  const bar = startBar(terminal, `Learning ${folds} times, each time without some repositories`);
  for (let fold = 0; fold < folds; fold += 1) {
    const others = lessons.filter(({ source }) => foldOf.get(source) !== fold);
    const learnt = learn(others, [...areasOf(framework), notable], { ...usual, priors });
    const judge = compileFramework({ ...framework.pack, ...learnt });
    for (const example of measured.filter((one) => foldOf.get(sourceOf(one)) === fold))
      judged.set(example, judgedBy(judge, example));
    bar.move(fold + 1, folds);
    await new Promise((resolve) => setImmediate(resolve));
  }
  bar.end();
  return measured.flatMap((example) => judged.get(example) ?? []);
}

function sourceOf({ change }: Example): string {
  return change.repository.name;
}

function areasOf({ pack }: Framework): readonly string[] {
  return pack.areas.map(({ key }) => key);
}
