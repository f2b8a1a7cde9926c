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
import { examplesOf, frameworkNamed, frameworkOption } from './framework-of.ts';
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

type Options = {
  readonly set?: string;
  readonly also: readonly string[];
  readonly mistakes: string;
  readonly framework?: string;
};

export function evaluateCommand(ports: EvaluatePorts): Command {
  return new Command('evaluate')
    .description(
      'Measures how well the framework judges labelled pull requests, and shows its worst mistakes. ' +
        'Without --set: the weights as they are, on invented examples that they were not learnt from. ' +
        'With --framework: the weights of that one as they are, on its own examples or on those of --set.',
    )
    .option(
      '--set <folder>',
      'measure this set, each repository judged by weights learnt from the others alone; holds pull-requests.jsonl with labels.a.jsonl, or <name>.jsonl with <name>.labels.jsonl',
    )
    .option('--also <folder...>', 'learn from these sets too, without measuring them', [])
    .option('--mistakes <number>', 'how many of the worst mistakes to show', '20')
    .addOption(frameworkOption())
    .action((options: Options) => evaluate(options, ports));
}

async function evaluate(options: Options, ports: EvaluatePorts): Promise<void> {
  const mistakes = Number(options.mistakes);
  if (options.mistakes.trim() === '' || !Number.isInteger(mistakes) || mistakes < 0)
    throw new BadInput(`--mistakes takes a whole number, not "${options.mistakes}".`);
  if (options.set === undefined || options.framework !== undefined)
    return evaluateAsItStands(options, mistakes, ports);
  const { pack } = ports.framework;
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

/** Nothing is learnt: the weights of the framework are measured as they are. */
async function evaluateAsItStands(
  { set, also, framework: named }: Options,
  mistakes: number,
  ports: EvaluatePorts,
): Promise<void> {
  if (also.length > 0)
    throw new BadInput(
      '--also adds examples to learn from, and without --set, or with --framework, nothing is learnt. Leave it out.',
    );
  const framework = await frameworkNamed(named, ports);
  const folder = set === undefined ? ownExamplesOf(named, ports) : ports.resolvePath(set);
  const { learning, measuring } = await readExamples(folder, areasOf(framework));
  const judged = [...learning, ...measuring].map((example) => judgedBy(framework, example));
  const { name, version } = framework.pack;
  const title =
    set === undefined
      ? 'Invented examples of the framework, which no weight was learnt from'
      : `All labelled pull requests of the set, judged by ${name} ${version} as it stands`;
  ports.terminal.give(evaluationText(title, judged, framework.pack, mistakes));
}

function ownExamplesOf(named: string | undefined, { ownExamples }: EvaluatePorts): string {
  const folder = named === undefined ? ownExamples : examplesOf(named);
  if (folder === null)
    throw new BadInput(
      'Only the packs of the app have examples of their own. Name a folder of yours with --set.',
    );
  return folder;
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
