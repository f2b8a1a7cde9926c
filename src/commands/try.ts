import { Command } from 'commander';
import { distance } from 'fastest-levenshtein';
import { startOfDay } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import type { Framework } from '../framework/compile.ts';
import { findPerson } from '../people/find-person.ts';
import type { PeopleDirectory, Person } from '../people/identity.ts';
import type { Clone, History } from '../ports/history.ts';
import { spellCycle } from '../report/dates.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput } from './arguments.ts';
import { collect } from './collect.ts';
import { frameworkNamed, frameworkOption } from './framework-of.ts';
import type { Terminal } from './terminal.ts';
import { windowOf } from './window.ts';
import { reportsOf, writeReports } from './write-reports.ts';

export type TryPorts = {
  readonly history: History;
  readonly framework: Framework;
  readonly terminal: Terminal;
  /** Who git says is working here, when no author is named: an address, or null. */
  readonly whoAmI: (clone: Clone) => Promise<string | null>;
  /** Turns a path as it was typed into a full one. */
  readonly resolvePath: (path: string) => string;
  /** Now, ISO 8601 in UTC. */
  readonly now: () => string;
};

export type TryOptions = {
  readonly author?: string;
  readonly everyone?: true;
  readonly from?: string;
  readonly to?: string;
  readonly branch?: string;
  readonly out: string;
  readonly framework?: string;
};

export function tryCommand(ports: TryPorts): Command {
  return new Command('try')
    .description('Reads a git clone and writes your evidence report, with no account and no server.')
    .argument('<clone>', 'the folder of a git clone')
    .option('--author <name or address>', 'whose report; without it yours, by git config user.email')
    .option('--everyone', 'one report for each person of the window')
    .option('--from <day>', 'first day, like 2026-01-01; without it six months before the end')
    .option('--to <day>', 'last day, like 2026-06-30; without it the day of the newest commit')
    .option(
      '--branch <name>',
      "the branch to read; without it the remote's default branch, else what is checked out",
    )
    .option('--out <folder>', 'where the reports go', 'reports')
    .addOption(frameworkOption())
    .action((path: string, options: TryOptions) => tryClone(path, options, ports));
}

/** Throws BadInput for whatever a person can put right. */
export async function tryClone(path: string, options: TryOptions, ports: TryPorts): Promise<void> {
  if (options.author !== undefined && options.everyone)
    throw new BadInput('Use --author or --everyone, not both.');
  if (options.out.trim() === '') throw new BadInput('--out names no folder. Give one, or leave it out.');
  const framework = await frameworkNamed(options.framework, ports);
  const clone = await ports.history.open(ports.resolvePath(path), {
    branch: options.branch ?? null,
    now: ports.now(),
  });
  if (clone.kind === 'not-a-clone') throw new BadInput(clone.sentence);
  const cycle = windowOf(clone, options);
  const people = await ports.history.readPeople(clone);
  const person = options.everyone ? null : await whose(options.author, people, clone, ports);
  const collected = await collect(
    { clone, people, person, cycle, bounds: bounds(cycle) },
    { ...ports, framework },
  );
  const reports = reportsOf(collected, { clone, cycle, framework });
  if (reports.length === 0) throw new BadInput(nothingIn(cycle, clone, person));
  const without = collected.labels.size - reports.length;
  if (without > 0)
    ports.terminal.say(
      `No report for ${without} ${without === 1 ? 'person' : 'people'} whose changes are evidence of nothing by themselves.\n`,
    );
  await writeReports(reports, ports.resolvePath(options.out), ports.terminal);
}

function bounds(cycle: Cycle): { readonly from: string; readonly to: string } {
  return { from: startOfDay(cycle.from, cycle.timeZone), to: startOfDay(cycle.to, cycle.timeZone) };
}

async function whose(
  author: string | undefined,
  directory: PeopleDirectory,
  clone: Clone,
  ports: TryPorts,
): Promise<Person> {
  const wanted = author ?? (await ports.whoAmI(clone));
  if (wanted === null) {
    throw new BadInput(
      'git does not know who you are here (no user.email is set). Name somebody with --author, or use --everyone.',
    );
  }
  const found = findPerson(directory.people, wanted, distance);
  if (found.kind === 'found') return found.person;
  if (found.kind === 'ambiguous')
    throw new BadInput(
      `"${plainLine(wanted)}" could be ${names(found.candidates)}. Use a whole name or address with --author.`,
    );
  const by =
    author === undefined ? ` (your git address; name somebody with --author, or use --everyone)` : '';
  throw new BadInput(
    `Nobody in this clone is called "${plainLine(wanted)}"${by}. Nearest: ${names(found.nearest)}.`,
  );
}

function names(people: readonly Person[]): string {
  const shown = people
    .slice(0, 5)
    .map(({ label, addresses }) => plainLine(`${label} <${addresses[0] ?? ''}>`));
  const more = people.length > 5 ? ` and ${people.length - 5} more` : '';
  return `${shown.join(', ')}${more}`;
}

function nothingIn(cycle: Cycle, clone: Clone, person: Person | null): string {
  if (person?.automatic === true)
    return `${plainLine(person.label)} is an automation; reports are for people.`;
  const of = person === null ? '' : ` by ${plainLine(person.label)}`;
  const when = person === null ? clone.newestAt : person.lastAt;
  const newest = person === null ? 'The newest commit' : 'The newest commit of this person';
  return `No merged work${of} in ${spellCycle(cycle)}. ${newest} is from ${when.slice(0, 10)}: choose another window with --from and --to.`;
}
