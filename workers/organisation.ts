import { checkRules } from '../src/people/rules-check.ts';
import { readRules } from '../src/people/rules-file.ts';
import type { RulesProblem } from '../src/people/rules-file.ts';
import type { Organisation, RepositoryFacts } from '../src/people/organisation.ts';
import type { Rules } from '../src/people/rules.ts';
import type { Installation, RulesFile } from '../src/ports/github.ts';
import type { AccountRow } from '../src/ports/store.ts';
import { engineersNow } from './left-out.ts';
import { frameworkInForce, isJudgedAnew, withFramework } from './framework.ts';
import type { FrameworkInForce } from './framework.ts';
import { tellEverybody } from './notice.ts';
import type { WorkerPorts } from './ports.ts';
import { isWider, readAgainOf, readAllAgain } from './read-again.ts';
import { tellAboutRules } from './rules-issue.ts';
import { rulesOf, toStored } from './stored.ts';

/** Reads an account anew: its rules, its people, its repositories. Then tells everybody, once. */
export async function readOrganisation(account: number, ports: WorkerPorts): Promise<void> {
  const { store, github, clock } = ports;
  const before = await store.accounts.find(account);
  const seen = before?.dirtyAt ?? null;
  const installation = (await github.app.installations()).find((one) => one.account === account);
  if (installation === undefined || installation.suspended)
    return store.accounts.removed(account, seen ?? clock.now().toISOString());
  const organisation = await github.reading.organisation(installation.id, installation.login);
  const file = await github.reading.rulesFile(installation.id, installation.login);
  const { rules, problems } = rulesInForce(file, organisation, before);
  const framework = await frameworkInForce(rules, installation, before, ports);
  // Before they are saved: afterwards nobody could tell that they were narrower, or what work was judged by.
  if (isJudgedAnew(before, framework) || isWider(before, rules)) await readAllAgain(account, ports);
  await store.accounts.save({
    account,
    seen,
    installation: installation.id,
    login: installation.login,
    rules: withFramework(rules, framework),
    owners: toStored(readersOf(rules, organisation)),
    repositories: organisation.repositories,
  });
  await keepRoster(account, rules, organisation, ports);
  await speak({ account, installation, file, rules, problems, framework }, ports);
}

type InForce = { readonly rules: Rules | null; readonly problems: readonly RulesProblem[] };

/** Wrong rules leave the last good ones in force. */
function rulesInForce(file: RulesFile, organisation: Organisation, before: AccountRow | null): InForce {
  if (file.kind !== 'file') return { rules: null, problems: [] };
  const { rules, problems } = readRules(file.text);
  if (rules === null) return { rules: rulesOf(before), problems };
  return { rules, problems: checkRules(rules, organisation, file.text) };
}

/** Who may read reports: owners, whom GitHub never shuts out, and those whom the rules appoint. Nobody else is kept. */
function readersOf(
  rules: Rules | null,
  { owners, members }: Organisation,
): Pick<Organisation, 'owners' | 'members'> {
  const appointed = [...(rules?.managers ?? []), ...(rules?.readers ?? [])].map(({ login }) =>
    login.toLowerCase(),
  );
  return { owners, members: members.filter(({ login }) => appointed.includes(login.toLowerCase())) };
}

async function keepRoster(
  account: number,
  rules: Rules | null,
  organisation: Organisation,
  ports: WorkerPorts,
): Promise<void> {
  const { store, clock } = ports;
  const engineers = rules === null ? [] : await engineersNow(account, rules, organisation, ports);
  const before = await store.roster.spans(account);
  await store.roster.replace(account, engineers, clock.now().toISOString());
  const lasting = before.filter(({ endsAt }) => endsAt === null);
  const logins = new Map(lasting.map(({ person, login }) => [person, login]));
  // Of newcomers nothing was kept; whoever has a new login stands in the texts with the old one.
  const changed = engineers.filter(({ id, login }) => logins.get(id) !== login).map(({ id }) => id);
  if (rules !== null) await readAgainOf(changed, account, rules, ports);
}

export type Spoken = InForce & {
  readonly account: number;
  readonly installation: Installation;
  readonly file: RulesFile;
  readonly framework: FrameworkInForce;
};

async function speak(spoken: Spoken, ports: WorkerPorts): Promise<void> {
  const place = placeOf(spoken.file);
  if (place === null) {
    ports.say(
      `${spoken.installation.login} has no repository called .github that Groundwork can see. Make one (private is fine) and install the app on it: notice and rules live there.`,
    );
    return;
  }
  await tellAboutRules(spoken, place, ports);
  await tellEverybody(spoken, place, ports);
}

function placeOf(file: RulesFile): RepositoryFacts | null {
  return file.kind === 'no-repository' ? null : file.repository;
}
