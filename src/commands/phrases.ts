import { Command } from 'commander';
import { startOfDay } from '../evidence/cycle.ts';
import type { Framework } from '../framework/compile.ts';
import type { History } from '../ports/history.ts';
import { BadInput } from './arguments.ts';
import { collect } from './collect.ts';
import { startBar } from './terminal.ts';
import type { Terminal } from './terminal.ts';
import { windowOf } from './window.ts';
import { reportsOf } from './write-reports.ts';

export type PhrasesPorts = {
  readonly history: History;
  readonly framework: Framework;
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
  /** Now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** The reports that the demo writes of its invented organisation, as Markdown. @throws GiveUp where it cannot be played. */
  readonly demoReports: () => Promise<readonly string[]>;
};

type Options = { readonly demo: boolean };

/** One place that reports were read from, with how often each phrase was offered in them. */
type Read = { readonly name: string; readonly reports: number; readonly counts: ReadonlyMap<string, number> };

export function phrasesCommand(ports: PhrasesPorts): Command {
  return new Command('phrases')
    .description(
      'Counts how often each phrase of the framework is offered, over the reports of the demo and over those of everybody in the last six months of each clone.',
    )
    .argument('[clone...]', 'folders of git clones, read besides the demo')
    .option('--no-demo', 'leaves the demo out, which takes about a minute')
    .addHelpText('after', '\nIts last line sums up. Nobody’s report is written or shown.')
    .action((clones: readonly string[], options: Options) => countPhrases(clones, options, ports));
}

/** Throws BadInput for whatever a person can put right. */
export async function countPhrases(
  clones: readonly string[],
  { demo }: Options,
  ports: PhrasesPorts,
): Promise<void> {
  const { phrases } = ports.framework.pack;
  if (phrases.length === 0) throw new BadInput(`The framework ${ports.framework.pack.name} has no phrases.`);
  if (!demo && clones.length === 0)
    throw new BadInput('Without the demo there is nothing to read. Name a clone, or leave --no-demo out.');
  const read: Read[] = [];
  if (demo) read.push(await readDemo(ports));
  for (const path of clones) read.push(await readClone(path, ports));
  const keys = phrases.map(({ key }) => key);
  ports.terminal.give(`${tableOf(keys, read)}\n\n${sumUp(keys, read)}\n`);
}

async function readDemo({ demoReports, terminal }: PhrasesPorts): Promise<Read> {
  const bar = startBar(terminal, 'Playing the demo');
  try {
    return countedIn('demo', await demoReports());
  } finally {
    bar.end();
  }
}

async function readClone(path: string, ports: PhrasesPorts): Promise<Read> {
  const { history, framework, resolvePath, now } = ports;
  const clone = await history.open(resolvePath(path), { branch: null, now: now() });
  if (clone.kind === 'not-a-clone') throw new BadInput(clone.sentence);
  const cycle = windowOf(clone, {});
  const bounds = {
    from: startOfDay(cycle.from, cycle.timeZone),
    to: startOfDay(cycle.to, cycle.timeZone),
  };
  const people = await history.readPeople(clone);
  const collected = await collect({ clone, people, person: null, cycle, bounds }, ports);
  const reports = reportsOf(collected, { clone, cycle, framework });
  return countedIn(
    clone.name,
    reports.map(({ markdown }) => markdown),
  );
}

/** As the reports have it: each offered phrase is an item of a list, named behind its words. */
const offered = /^- \[ \] .*<!-- item:phrase\/([a-z0-9-]+)\/E-[0-9a-f]+ -->$/gmu;

function countedIn(name: string, reports: readonly string[]): Read {
  const counts = new Map<string, number>();
  for (const report of reports)
    for (const [, key = ''] of report.matchAll(offered)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { name, reports: reports.length, counts };
}

function tableOf(keys: readonly string[], read: readonly Read[]): string {
  const width = Math.max(...keys.map((key) => key.length));
  const heads = read.map(
    ({ name, reports }) => `${name} (${reports} ${reports === 1 ? 'report' : 'reports'})`,
  );
  const line = (first: string, cells: readonly string[]) =>
    `${first.padEnd(width)}${cells.map((cell, index) => `  ${cell.padStart(heads[index]?.length ?? 0)}`).join('')}`;
  const rows = keys.map((key) =>
    line(
      key,
      read.map(({ counts }) => String(counts.get(key) ?? 0)),
    ),
  );
  return [line('phrase', heads), ...rows].join('\n');
}

function sumUp(keys: readonly string[], read: readonly Read[]): string {
  const never = keys.filter((key) => read.every(({ counts }) => !counts.has(key)));
  const met = `${keys.length - never.length} of ${keys.length} phrases were offered at least once`;
  return never.length === 0 ? `${met}.` : `${met}; never: ${never.join(', ')}.`;
}
