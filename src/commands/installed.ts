import type { Organisation } from '../people/organisation.ts';
import { readRules } from '../people/rules-file.ts';
import type { RulesProblem } from '../people/rules-file.ts';
import type { Rules } from '../people/rules.ts';
import type { GitHub, Installation, RulesFile } from '../ports/github.ts';
import { plainLine } from '../report/escape.ts';
import { BadInput } from './arguments.ts';

/** The sides of GitHub that change nothing there. */
export type ReadOnlyGitHub = Pick<GitHub, 'app' | 'reading'>;

/** An account that has the app, as it is now. */
export type Installed = {
  readonly installation: Installation;
  readonly organisation: Organisation;
  readonly file: RulesFile;
  /** Null where there is no file, or it cannot be used. */
  readonly rules: Rules | null;
  readonly problems: readonly RulesProblem[];
};

/** The account that was named; without a name the only one there is. */
export async function chooseInstallation(
  { app }: ReadOnlyGitHub,
  wanted: string | undefined,
): Promise<Installation> {
  const all = await app.installations();
  const found = wanted === undefined ? all : all.filter(({ login }) => same(login, wanted));
  const [first, ...others] = found;
  const names = all.map(({ login }) => plainLine(login)).join(', ');
  if (first === undefined)
    throw new BadInput(
      names === ''
        ? 'The app is installed nowhere. Install it on your organisation, from its page on GitHub.'
        : `The app is not installed on ${plainLine(wanted ?? '')}. It is on: ${names}.`,
    );
  if (others.length > 0)
    throw new BadInput(`The app is installed on several accounts: ${names}. Name one with --organisation.`);
  if (first.suspended)
    throw new BadInput(
      `The app is suspended on ${plainLine(first.login)}. An owner can lift that in its settings.`,
    );
  return first;
}

export async function readInstalled(
  { reading }: ReadOnlyGitHub,
  installation: Installation,
): Promise<Installed> {
  const { id, login } = installation;
  const organisation = await reading.organisation(id, login);
  const file = await reading.rulesFile(id, login);
  const { rules, problems } = file.kind === 'file' ? readRules(file.text) : { rules: null, problems: [] };
  return { installation, organisation, file, rules, problems };
}

/** For commands that cannot go on with a file that cannot be used. */
export function refuseWrongRules({ problems }: Installed): void {
  if (problems.length === 0) return;
  const lines = problems.map(({ line, sentence }) => `- line ${line ?? 1}: ${plainLine(sentence)}`);
  throw new BadInput(`The rules in .github/groundwork.yml cannot be used:\n${lines.join('\n')}`);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
