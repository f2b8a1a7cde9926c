import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import type { ChangeFacts } from '../evidence/facts.ts';
import { judge } from '../evidence/judge.ts';
import type { Framework } from '../framework/compile.ts';
import { BadInput } from './arguments.ts';
import { frameworkNamed, frameworkOption } from './framework-of.ts';
import { linesOf } from './lines.ts';
import { exitCodes } from './program.ts';
import { readLine } from './pull-request-line.ts';
import type { Terminal } from './terminal.ts';

export type ClassifyPorts = {
  readonly framework: Framework;
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
  /** Opens a file, or standard input for `-`. */
  readonly read: (path: string) => NodeJS.ReadableStream;
};

export function classifyCommand(ports: ClassifyPorts): Command {
  return new Command('classify')
    .description(
      'Reads pull requests, one JSON object a line, and writes one judgement a line: areas, notable, metrics, noise and the signals they rest on.',
    )
    .argument('<file>', 'a .jsonl file, or - for standard input')
    .option('--out <file>', 'where the judgements go; without it standard output')
    .addOption(frameworkOption())
    .action(async (file: string, options: { out?: string; framework?: string }) => {
      const framework = await frameworkNamed(options.framework, ports);
      const broken = await classifyLines(file, options.out, { ...ports, framework });
      if (broken > 0) process.exitCode = exitCodes.failed;
    });
}

/** Gives how many lines were broken; each is named with its number, and the others go on. */
async function classifyLines(file: string, out: string | undefined, ports: ClassifyPorts): Promise<number> {
  const { terminal, resolvePath } = ports;
  const tally = { lines: 0, broken: 0 };
  const judged = judgedLines(file, ports, tally);
  if (out === undefined) for await (const text of judged) terminal.give(text);
  else await pipeline(judged, await openOut(resolvePath(out)));
  const { lines, broken } = tally;
  if (broken > 0) terminal.say(`${broken} of ${lines} lines could not be read; the others were judged.\n`);
  return broken;
}

type Tally = { lines: number; broken: number };

async function* judgedLines(file: string, ports: ClassifyPorts, tally: Tally): AsyncGenerator<string> {
  try {
    for await (const line of linesOf(ports.read(file))) {
      tally.lines += 1;
      if (line.trim() === '') continue;
      const read = readLine(line);
      if (read.kind === 'read')
        yield `${JSON.stringify(judgementLine(read.id, read.change, ports.framework))}\n`;
      else {
        tally.broken += 1;
        ports.terminal.say(`line ${tally.lines}: ${read.problem}\n`);
      }
    }
  } catch (error) {
    throw readable(error, file);
  }
}

async function openOut(path: string): Promise<Writable> {
  try {
    return (await open(path, 'w')).createWriteStream();
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new BadInput(`The judgements cannot be written to ${path} (${reason}). Choose a file with --out.`);
  }
}

/** The judgement as a plain line, its fields in a fixed order. */
function judgementLine(id: string, change: ChangeFacts, framework: Framework) {
  const { areas, notable, metrics, noise } = judge(change, framework);
  return {
    id,
    areas: areas.map(({ area }) => area),
    notable: notable !== null,
    metrics: metrics.map(({ text }) => text),
    noise: noise.map(({ kind }) => kind),
    signals: areas.flatMap(({ area, signals }) =>
      signals.map(({ reason, quote }) => ({ area, reason, quote: quote.text })),
    ),
  };
}

function readable(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT')
    return new BadInput(`There is no file ${file}. Give a .jsonl file, or - for standard input.`);
  if (code === 'EISDIR')
    return new BadInput(`${file} is a folder. Give a .jsonl file, or - for standard input.`);
  if (code === 'EACCES') return new BadInput(`${file} may not be read by you.`);
  return error;
}
