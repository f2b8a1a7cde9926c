import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { dayOf, startOfDay } from '../evidence/cycle.ts';
import type { Cycle } from '../evidence/cycle.ts';
import { audienceNames } from '../people/audience-words.ts';
import { audienceOf } from '../people/audience.ts';
import { cycleAt } from '../people/cycles.ts';
import { engineersOf } from '../people/roster.ts';
import type { Engineer } from '../people/roster.ts';
import { emptyRules } from '../people/rules-file.ts';
import { reportsPlace } from '../people/rules-places.ts';
import type { Rules } from '../people/rules.ts';
import { spellCycle } from '../report/dates.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput, readDay } from './arguments.ts';
import { readFramework } from './framework-of.ts';
import type { FrameworkSources } from './framework-of.ts';
import { chooseInstallation, readInstalled, refuseWrongRules } from './installed.ts';
import type { Installed } from './installed.ts';
import { findEngineer } from './preview/person.ts';
import { keyOf, readWork } from './preview/read-work.ts';
import type { ReadPorts } from './preview/read-work.ts';
import { textsOf } from './preview/texts.ts';
import type { PreviewText } from './preview/texts.ts';
import type { Terminal } from './terminal.ts';

export type PreviewPorts = {
  readonly terminal: Terminal;
  readonly resolvePath: (path: string) => string;
  /** Now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Opened when the command runs, since settings may be missing. Nothing of it writes. */
  readonly open: () => Promise<Opened>;
};

type Opened = Omit<ReadPorts, 'terminal' | 'framework'> &
  FrameworkSources & { readonly model: string | null };

export type PreviewOptions = {
  readonly person: string;
  readonly since?: string;
  readonly out?: string;
  readonly organisation?: string;
};

export function previewCommand(ports: PreviewPorts): Command {
  return new Command('preview')
    .description(
      'Shows what would be written about one engineer: report, preparation and comments. Reads GitHub, keeps and posts nothing.',
    )
    .requiredOption('--person <login>', 'whose texts')
    .option('--since <day>', 'first day, like 2026-01-01; without it the review cycle of today')
    .option('--out <folder>', 'writes the texts there, instead of to standard output')
    .option('--organisation <login>', 'which one, where the app is installed on several')
    .action((options: PreviewOptions) => preview(options, ports));
}

async function preview(options: PreviewOptions, ports: PreviewPorts): Promise<void> {
  const { terminal, now } = ports;
  const opened = await ports.open();
  const installation = await chooseInstallation(opened.github, options.organisation);
  const installed = await readInstalled(opened.github, installation);
  refuseWrongRules(installed);
  const rules = installed.rules ?? emptyRules();
  const { framework } = await readFramework(installed, opened);
  const engineer = findEngineer(options.person, rules, installed.organisation);
  const window = windowOf(options.since, rules, now());
  const about = { installed, rules, engineer, teams: teamsIn(installed, rules) };
  const parts = await readWork({ ...about, bounds: window }, { ...opened, framework, terminal });
  const audience = audienceOf(engineer, rules, installed.organisation, dayOf(now(), window.timeZone));
  const place = reportsPlace(engineer.login, installation.login, rules);
  const texts = textsOf({
    organisation: installation.login,
    rules,
    cycle: window,
    now: now(),
    audience,
    place,
    parts,
    framework,
    model: opened.model,
  });
  await show(texts, options.out, ports);
  terminal.say(
    `${spellCycle(window)}. ${installed.rules === null ? 'There are no rules yet. ' : ''}Nothing was kept or posted. Those who could read it: ${audienceNames(audience).map(plainLine).join(', ')}.\n`,
  );
}

type Window = Cycle & { readonly startsAt: string; readonly endsAt: string };

/** The cycle of today; or from a day on, today included. */
function windowOf(since: string | undefined, { cycle }: Rules, now: string): Window {
  if (since === undefined) return cycleAt(cycle, now);
  const { timeZone } = cycle;
  const from = readDay('--since', since);
  const to = Temporal.PlainDate.from(dayOf(now, timeZone)).add({ days: 1 }).toString();
  if (from >= to) throw new BadInput(`--since ${from} lies in the future. Give an earlier day.`);
  return { from, to, timeZone, startsAt: startOfDay(from, timeZone), endsAt: startOfDay(to, timeZone) };
}

function teamsIn({ organisation }: Installed, rules: Rules): ReadonlyMap<string, readonly string[]> {
  const engineers: readonly Engineer[] = engineersOf(rules, organisation);
  return new Map(engineers.map((engineer) => [keyOf(engineer), engineer.teams]));
}

async function show(
  texts: readonly PreviewText[],
  out: string | undefined,
  { terminal, resolvePath }: PreviewPorts,
): Promise<void> {
  if (out === undefined) {
    for (const { name, place, markdown } of texts)
      terminal.give(`===== ${name}: ${plainLine(place)} =====\n\n${markdown.trimEnd()}\n\n`);
    return;
  }
  const folder = resolvePath(out);
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, markdown } of texts) await writeFile(join(folder, `${name}.md`), markdown);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new BadInput(`The texts cannot be written to ${folder} (${reason}). Choose a folder with --out.`);
  }
  for (const { name, place } of texts) terminal.give(`${join(folder, `${name}.md`)}: ${plainLine(place)}\n`);
}
