import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { readChange } from '../evidence/reading.ts';
import { findSignals } from '../evidence/signals/find.ts';
import type { Framework } from '../framework/compile.ts';
import { learn, usual } from '../framework/learn.ts';
import type { Example, Weights } from '../framework/learn.ts';
import { notable } from '../framework/load.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput } from './arguments.ts';
import { readLine } from './pull-request-line.ts';
import type { Terminal } from './terminal.ts';

const labelLine = z.object({ id: z.string(), areas: z.array(z.string()), notable: z.boolean() });

export type LearnPorts = {
  readonly framework: Framework;
  /** What the framework's authors know before any example. */
  readonly priors: Weights;
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
};

export function learnCommand(ports: LearnPorts): Command {
  return new Command('learn')
    .description("Learns a framework's weights from labelled pull requests.")
    .requiredOption('--set <folder>', 'holds training.jsonl and training.labels.jsonl')
    .option('--out <file>', 'where the weights go', 'src/framework/backend/weights.json')
    .action(({ set, out }: { set: string; out: string }) =>
      learnFrom(ports.resolvePath(set), ports.resolvePath(out), ports),
    );
}

async function learnFrom(
  set: string,
  out: string,
  { framework, priors, terminal }: LearnPorts,
): Promise<void> {
  const changes = await lines(join(set, 'training.jsonl'));
  const labels = new Map((await lines(join(set, 'training.labels.jsonl'))).map(readLabel));
  const targets = [...framework.pack.areas.map(({ key }) => key), notable];
  refuseStrangers(labels, targets);
  const examples = changes.flatMap((line) => exampleOf(line, labels, framework));
  if (examples.length === 0) throw new BadInput(`No pull request of ${set} has a label.`);
  await writeFile(out, weightsText(learn(examples, targets, { ...usual, priors })));
  terminal.say(`Learnt ${targets.length} targets from ${examples.length} pull requests: ${out}\n`);
}

/** An area that the framework does not have would be learnt as nothing, silently. */
function refuseStrangers(labels: ReadonlyMap<string, ReadonlySet<string>>, targets: readonly string[]): void {
  for (const [id, areas] of labels) {
    const stranger = [...areas].find((area) => !targets.includes(area));
    if (stranger !== undefined)
      throw new BadInput(
        `The label of "${plainLine(id)}" names an area "${plainLine(stranger)}". The framework has: ${targets.join(', ')}.`,
      );
  }
}

function exampleOf(
  line: string,
  labels: ReadonlyMap<string, ReadonlySet<string>>,
  framework: Framework,
): readonly Example[] {
  const read = readLine(line);
  if (read.kind === 'broken') throw new BadInput(`A pull request cannot be read: ${read.problem}`);
  const targets = labels.get(read.id);
  if (targets === undefined) return [];
  return [{ rules: findSignals(readChange(read.change), framework).map(({ rule }) => rule), targets }];
}

function readLabel(line: string, index: number): [string, ReadonlySet<string>] {
  const label = labelLine.safeParse(parsed(line));
  if (!label.success) {
    throw new BadInput(
      `Label ${index + 1} cannot be read: a label is {"id":"…","areas":["…"],"notable":true}.`,
    );
  }
  const { id, areas, notable: cited } = label.data;
  return [id, new Set([...areas, ...(cited ? [notable] : [])])];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** One rule a line, in order, so that a change of weights reads well in review. */
function weightsText(weights: Weights): string {
  const rows = Object.keys(weights)
    .toSorted()
    .map((rule) => `  ${JSON.stringify(rule)}: ${row(weights[rule] ?? {})}`);
  return `{\n${rows.join(',\n')}\n}\n`;
}

function row(weights: Readonly<Record<string, number>>): string {
  return `{ ${Object.entries(weights)
    .map(([target, weight]) => `${JSON.stringify(target)}: ${weight}`)
    .join(', ')} }`;
}

async function lines(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  } catch {
    throw new BadInput(
      `${file} cannot be read. --set names a folder with training.jsonl and training.labels.jsonl.`,
    );
  }
}
