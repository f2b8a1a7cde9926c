import { Command } from 'commander';
import type { ChangeFacts } from '../evidence/facts.ts';
import { judge } from '../evidence/judge.ts';
import type { Framework } from '../framework/compile.ts';
import { readExamples } from './examples.ts';
import type { Terminal } from './terminal.ts';

export type BenchPorts = {
  readonly framework: Framework;
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
  /** The folder of the framework's own invented examples. */
  readonly ownExamples: string;
};

/** Judged so many times: once to warm up, then in shares whose memory is compared. */
const wanted = 20_000;
const shares = 4;

export function benchCommand(ports: BenchPorts): Command {
  return new Command('bench')
    .description('Measures how many pull requests a second one core judges, and whether memory stays flat.')
    .option(
      '--set <folder>',
      'labelled pull requests to judge; without it the invented ones of the framework',
    )
    .action(async ({ set }: { set?: string }) => {
      const folder = set === undefined ? ports.ownExamples : ports.resolvePath(set);
      const areas = ports.framework.pack.areas.map(({ key }) => key);
      const { measuring, learning } = await readExamples(folder, areas);
      const changes = [...measuring, ...learning].map(({ change }) => change);
      report(ports, changes);
    });
}

function report({ framework, terminal }: BenchPorts, changes: readonly ChangeFacts[]): void {
  const rounds = Math.max(1, Math.ceil(wanted / shares / changes.length));
  judgeAll(changes, framework, rounds);
  const measured = Array.from({ length: shares }, () => judgeAll(changes, framework, rounds));
  const rates = measured.map(({ rate }) => rate).toSorted((a, b) => a - b);
  const memory = measured.map(({ megabytes }) => megabytes);
  terminal.give(
    `classification: ${changes.length} pull requests, each judged ${rounds * shares} times, after as many to warm up\n` +
      `  a second and core   ${Math.round(rates[0] ?? 0)} to ${Math.round(rates.at(-1) ?? 0)} (of processor time, ${shares} shares)\n` +
      `  memory              ${memory.map((size) => `${size} MB`).join(', ')} after each share\n`,
  );
}

/** Pull requests for each second that the processor was at work, however many of them the machine gave us. */
function judgeAll(
  changes: readonly ChangeFacts[],
  framework: Framework,
  rounds: number,
): { readonly rate: number; readonly megabytes: number } {
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const change of changes) judge(change, framework);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return {
    rate: (rounds * changes.length) / seconds,
    megabytes: Math.round(process.memoryUsage().rss / 1e6),
  };
}
