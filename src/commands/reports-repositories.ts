import { Command } from 'commander';
import { dayOf } from '../evidence/cycle.ts';
import { audienceOf } from '../people/audience.ts';
import { engineersOf } from '../people/roster.ts';
import type { Engineer } from '../people/roster.ts';
import { reportsPlace } from '../people/rules-places.ts';
import type { Rules } from '../people/rules.ts';
import type { Admin, RepositoriesPlan, WantedRepositories } from '../ports/reports-repositories.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput } from './arguments.ts';
import { chooseInstallation, readInstalled, refuseWrongRules } from './installed.ts';
import type { Installed, ReadOnlyGitHub } from './installed.ts';
import { exitCodes } from './program.ts';
import { planText, spellStep } from './reports-repositories/plan-text.ts';
import { startBar } from './terminal.ts';
import type { Terminal } from './terminal.ts';

export type ReportsRepositoriesPorts = {
  readonly terminal: Terminal;
  /** Now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Opened when the command runs, since settings may be missing. */
  readonly open: () => Promise<ReadOnlyGitHub>;
  readonly openAdmin: (token: string) => Promise<Admin>;
  /** From the environment; null where it is not set. */
  readonly token: string | null;
  /** Asks a person; null where nobody sits at a terminal. What is typed for a secret is not shown. */
  readonly ask: ((question: string, secret: boolean) => Promise<string>) | null;
};

type Options = { readonly organisation?: string; readonly yes?: true };

export function reportsRepositoriesCommand(ports: ReportsRepositoriesPorts): Command {
  const description =
    'The private repositories that reports are written to, one for each engineer of the rules: what is missing, and making it. Takes your own token (GROUNDWORK_ADMIN_TOKEN, or typed), uses it once and keeps it nowhere.';
  return new Command('reports-repositories')
    .description(description)
    .addCommand(
      subcommand('plan', ports)
        .description('shows what would be done, and changes nothing')
        .action((options: Options) => plan(options, ports)),
    )
    .addCommand(
      subcommand('create', ports)
        .description('makes what is missing and invites the readers; takes nothing from anybody')
        .option('--yes', 'does not ask first')
        .action((options: Options) => create(options, ports)),
    );
}

/** Ends and speaks as the program's own commands do, which commands below them would not by themselves. */
function subcommand(name: string, { terminal }: ReportsRepositoriesPorts): Command {
  return new Command(name)
    .option('--organisation <login>', 'which one, where the app is installed on several')
    .configureOutput({ writeOut: terminal.give, writeErr: terminal.say })
    .exitOverride();
}

async function plan(options: Options, ports: ReportsRepositoriesPorts): Promise<void> {
  const { plan: planned } = await prepare(options, ports);
  ports.terminal.give(planText(planned));
  if (planned.problems.length > 0) process.exitCode = exitCodes.failed;
}

async function create(options: Options, ports: ReportsRepositoriesPorts): Promise<void> {
  const { terminal, ask } = ports;
  if (!options.yes && ask === null)
    throw new BadInput(
      'Nobody can be asked here whether to go on. Look at `plan` first, then give `create --yes`.',
    );
  const prepared = await prepare(options, ports);
  terminal.say(planText(prepared.plan));
  if (prepared.plan.steps.length > 0) {
    if (options.yes || (await agrees(prepared.plan, ask))) await carryOut(prepared, terminal);
    else terminal.say('Nothing was done.\n');
  }
  if (prepared.plan.problems.length > 0) process.exitCode = exitCodes.failed;
}

type Prepared = { readonly admin: Admin; readonly plan: RepositoriesPlan };

async function prepare({ organisation }: Options, ports: ReportsRepositoriesPorts): Promise<Prepared> {
  const github = await ports.open();
  const installed = await readInstalled(github, await chooseInstallation(github, organisation));
  refuseWrongRules(installed);
  const wanted = wantedBy(installed, ports.now());
  const admin = await ports.openAdmin(await tokenFor(wanted, ports));
  return { admin, plan: await admin.plan(wanted) };
}

function wantedBy({ installation, organisation, rules }: Installed, now: string): WantedRepositories {
  const engineers = rules === null ? [] : engineersOf(rules, organisation);
  if (rules === null || engineers.length === 0)
    throw new BadInput(
      'The rules name no engineers yet. Write .github/groundwork.yml first; the notice issue shows how to begin.',
    );
  const today = dayOf(now, rules.cycle.timeZone);
  const collaborators = (engineer: Engineer): readonly string[] => {
    const audience = audienceOf(engineer, rules, organisation, today);
    return [audience.engineer, ...audience.managers, ...audience.readers].map(({ login }) => login);
  };
  return {
    owner: rules.publication.owner ?? installation.login,
    wanted: engineers.map((engineer) => ({
      name: nameOf(engineer, installation.login, rules),
      description: `Evidence reports of ${engineer.login}. Private: for ${engineer.login} and those whom the rules name.`,
      collaborators: collaborators(engineer),
    })),
  };
}

function nameOf({ login }: Engineer, organisation: string, rules: Rules): string {
  return reportsPlace(login, organisation, rules).split('/').at(-1) ?? '';
}

/** Asked for last, when it is known that there is something to do with it. */
async function tokenFor(
  { owner }: WantedRepositories,
  { token, ask }: ReportsRepositoriesPorts,
): Promise<string> {
  const question = `A token of an owner of ${plainLine(owner)}, with the right to make repositories (it is not shown or kept): `;
  const given = token ?? (ask === null ? '' : await ask(question, true));
  if (given.trim() === '')
    throw new BadInput(
      `This takes a token of an owner of ${plainLine(owner)}. Set GROUNDWORK_ADMIN_TOKEN for this one call, or run it at a terminal and type the token.`,
    );
  return given.trim();
}

async function agrees({ steps }: RepositoriesPlan, ask: ReportsRepositoriesPorts['ask']): Promise<boolean> {
  const question = `Do ${steps.length === 1 ? 'this' : `these ${steps.length} things`}? [y/N] `;
  return ask !== null && /^y(?:es)?$/iu.test((await ask(question, false)).trim());
}

async function carryOut({ admin, plan: planned }: Prepared, terminal: Terminal): Promise<void> {
  const bar = startBar(terminal, 'Making repositories');
  let done = 0;
  try {
    await admin.apply(planned, (step) => {
      bar.move((done += 1), planned.steps.length);
      terminal.give(`${spellStep(planned.owner, step)}\n`);
    });
  } finally {
    bar.end();
    terminal.say(
      done === planned.steps.length
        ? 'Done. Those who were invited must accept. If the app is installed on selected repositories only, add the new ones to it.\n'
        : `${done} of ${planned.steps.length} done. Run it again to go on: what is there already is left alone.\n`,
    );
  }
}
