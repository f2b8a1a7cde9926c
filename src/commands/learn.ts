import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { readChange } from '../evidence/reading.ts';
import { findSignals } from '../evidence/signals/find.ts';
import { termsOf } from '../evidence/signals/terms.ts';
import type { Framework } from '../framework/compile.ts';
import { learn, usual } from '../framework/learn.ts';
import type { Example as Lesson, Weights } from '../framework/learn.ts';
import { notable } from '../framework/load.ts';
import { BadInput } from './arguments.ts';
import { readExamples } from './examples.ts';
import type { Example } from './examples.ts';
import type { Terminal } from './terminal.ts';

export type LearnPorts = {
  readonly framework: Framework;
  /** What the framework's authors know before any example. */
  readonly priors: Weights;
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
};

export function learnCommand(ports: LearnPorts): Command {
  return new Command('learn')
    .description("Learns a framework's weights, of its rules and of words, from labelled pull requests.")
    .requiredOption('--set <folder...>', 'each holds <name>.jsonl with <name>.labels.jsonl')
    .option('--out <folder>', 'where weights.json and vocabulary.json go', 'src/framework/backend')
    .action(({ set, out }: { set: readonly string[]; out: string }) =>
      learnFrom(set.map(ports.resolvePath), ports.resolvePath(out), ports),
    );
}

async function learnFrom(
  sets: readonly string[],
  out: string,
  { framework, priors, terminal }: LearnPorts,
): Promise<void> {
  const areas = framework.pack.areas.map(({ key }) => key);
  const lessons: Lesson[] = [];
  for (const set of sets)
    for (const example of (await readExamples(set, areas)).learning)
      lessons.push(lessonOf(example, framework));
  if (lessons.length === 0) throw new BadInput('No pull request for learning was found in the sets.');
  const { weights, vocabulary } = learn(lessons, [...areas, notable], { ...usual, priors });
  await write(join(out, 'weights.json'), weights);
  await write(join(out, 'vocabulary.json'), vocabulary);
  terminal.say(
    `Learnt ${areas.length + 1} targets from ${lessons.length} pull requests: ` +
      `${Object.keys(weights).length} rules and ${Object.keys(vocabulary).length} words, in ${out}\n`,
  );
}

/** What can be learnt from one pull request. Where two labelled it, the first is believed. */
export function lessonOf({ change, labels }: Example, framework: Framework): Lesson {
  const reading = readChange(change);
  const label = labels[0];
  return {
    rules: findSignals(reading, framework).map(({ rule }) => rule),
    terms: termsOf(reading),
    targets: new Set([...(label?.areas ?? []), ...(label?.notable === true ? [notable] : [])]),
    source: change.repository.name,
  };
}

async function write(file: string, weights: Weights): Promise<void> {
  try {
    await writeFile(file, weightsText(weights));
  } catch {
    throw new BadInput(`${file} cannot be written. Choose a folder with --out.`);
  }
}

/** One rule a line, in order, so that a change of weights reads well in review. */
function weightsText(weights: Weights): string {
  const rows = Object.keys(weights)
    .toSorted()
    .map((rule) => `  ${JSON.stringify(rule)}: ${row(weights[rule] ?? {})}`);
  return rows.length === 0 ? '{}\n' : `{\n${rows.join(',\n')}\n}\n`;
}

function row(weights: Readonly<Record<string, number>>): string {
  return `{ ${Object.entries(weights)
    .map(([target, weight]) => `${JSON.stringify(target)}: ${weight}`)
    .join(', ')} }`;
}
