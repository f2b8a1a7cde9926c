import { Command } from 'commander';
import { BadInput } from './arguments.ts';
import { exitCodes } from './program.ts';
import { startBar } from './terminal.ts';
import type { Bar, Terminal } from './terminal.ts';

export type DemoStage = 'start' | 'play' | 'reports' | 'check' | 'replay';

/** One thing that is not as it should be. */
export type DemoDifference = { readonly where: string; readonly expected: string; readonly found: string };

export type DemoResult = {
  readonly counts: readonly { readonly what: string; readonly count: number }[];
  readonly seconds: readonly { readonly stage: DemoStage; readonly seconds: number }[];
  readonly differences: readonly DemoDifference[];
  /** How many expectations are known not to be met yet; those are no differences. */
  readonly notYet: number;
  /** Opens the viewer; 0 takes any free port. */
  show(port: number): Promise<{ readonly url: string; close(): Promise<void> }>;
};

export type DemoPorts = {
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
  /** Plays the story, compares, replays. @throws GiveUp where that cannot be done here. */
  readonly run: (options: {
    readonly keep: string | null;
    readonly signal: AbortSignal;
    readonly watch: {
      readonly begin: (stage: DemoStage) => void;
      readonly move: (done: number, all: number) => void;
    };
  }) => Promise<DemoResult>;
  /** From now on, aborted once the process is asked to end. */
  readonly interruption: () => AbortSignal;
};

type Options = { readonly exit?: boolean; readonly keep?: string; readonly port: string };

export function demoCommand(ports: DemoPorts): Command {
  return new Command('demo')
    .description(
      'Plays half a year of an invented organisation on a GitHub of its own, with the real app, and shows what came of it.',
    )
    .option('--exit', 'ends after the comparison instead of showing the reports until Ctrl-C')
    .option('--keep <folder>', 'keeps log, database and texts in this folder')
    .option('--port <number>', 'where the viewer listens; any free port unless told otherwise', '0')
    .addHelpText(
      'after',
      '\nIt needs no account, no key and no network. Nothing outside this machine is asked.',
    )
    .action((options: Options) => demo(options, ports));
}

async function demo({ exit = false, keep, port: text }: Partial<Options>, ports: DemoPorts): Promise<void> {
  const port = readPort(text ?? '0');
  const signal = ports.interruption();
  const { watch, end } = watching(ports.terminal);
  const folder = keep === undefined ? null : ports.resolvePath(keep);
  const result = await ports.run({ keep: folder, signal, watch }).finally(end);
  ports.terminal.give(summary(result));
  if (folder !== null) ports.terminal.give(`Log, database and texts are in ${folder}\n`);
  if (result.differences.length > 0) process.exitCode = exitCodes.failed;
  if (!exit) await show(result, port, signal, ports.terminal);
}

function readPort(text: string): number {
  if (/^\d{1,5}$/u.test(text) && Number(text) <= 65_535) return Number(text);
  throw new BadInput(`--port takes a number from 0 to 65535, not "${text}".`);
}

const titles: Readonly<Record<DemoStage, string>> = {
  start: 'Starting a local GitHub, the app and its database',
  play: 'Playing half a year',
  reports: 'Writing the reports',
  check: 'Comparing with what was expected',
  replay: 'Replaying the whole history',
};

function watching(terminal: Terminal) {
  let bar: Bar | null = null;
  const end = () => {
    bar?.end();
    bar = null;
  };
  return {
    end,
    watch: {
      begin: (stage: DemoStage) => {
        end();
        bar = startBar(terminal, titles[stage]);
      },
      move: (done: number, all: number) => bar?.move(done, all),
    },
  };
}

function summary({ counts, seconds, differences, notYet }: DemoResult): string {
  const all = seconds.reduce((sum, stage) => sum + stage.seconds, 0);
  const parts = seconds.map((stage) => `${stage.stage} ${stage.seconds.toFixed(1)} s`).join(', ');
  const width = Math.max(0, ...counts.map(({ count }) => String(count).length));
  const lines = counts.map(({ count, what }) => `${String(count).padStart(width)} ${what}`);
  return `${lines.join('\n')}\n\n${all.toFixed(1)} s: ${parts}\n\n${told(differences)}\n${toldNotYet(notYet)}`;
}

function told(differences: readonly DemoDifference[]): string {
  if (differences.length === 0)
    return 'Nothing differs from what was expected, and replaying the whole history changed nothing.';
  const blocks = differences.map(
    ({ where, expected, found }) => `${where}\n    expected  ${expected}\n    found     ${found}`,
  );
  const title = differences.length === 1 ? 'One difference:' : `${differences.length} differences:`;
  return `${title}\n\n${blocks.join('\n')}`;
}

function toldNotYet(count: number): string {
  if (count === 0) return '';
  const what = count === 1 ? 'One expectation is' : `${count} expectations are`;
  return `${what} known not to be met yet; demo/story/not-yet.ts lists them.\n`;
}

async function show(
  result: DemoResult,
  port: number,
  signal: AbortSignal,
  { give }: Terminal,
): Promise<void> {
  const viewer = await result.show(port);
  give(`Read the reports, and the pull requests with their comments: ${viewer.url}/\nCtrl-C ends it.\n`);
  await untilAborted(signal);
  await viewer.close();
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
