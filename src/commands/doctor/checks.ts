import type { Installation } from '../../ports/github.ts';
import type { DoctorsRound } from '../doctor.ts';
import { readInstalled } from '../installed.ts';
import type { Installed, ReadOnlyGitHub } from '../installed.ts';
import { checkUp, good, openOnce } from './check-up.ts';
import type { Check, Finding } from './check-up.ts';
import { lookAtFramework } from './frameworks.ts';
import { lookAtIdentity, lookAtInstallations } from './granted.ts';
import { lookAtNotice, lookAtWebhook } from './hearing.ts';
import { lookAtClock, lookAtDatabase, lookAtSettings } from './machine.ts';
import { lookAtModel, lookAtModelUse } from './model.ts';
import { lookAtAudience, lookAtRules } from './organisations.ts';
import type { DoctorSources } from './sources.ts';
import { lookAtDeliveries, lookAtFailures, lookAtHeld, lookAtWaiting, mostAsked } from './work.ts';

const daysOfDeliveries = 3;
const mostFailures = 50;

/** All that the doctor looks at, in the order in which one thing needs the other. */
export function doctorChecks(sources: DoctorSources): DoctorsRound {
  const opened = openAll(sources);
  const { settings, store, app, accounts } = opened;
  const { now } = sources;
  const checks: readonly Check[] = [
    { name: 'settings', look: async () => lookAtSettings(await settings.itself()) },
    { name: 'database', look: async () => lookAtDatabase(await store.itself()) },
    { name: 'queue', look: () => lookAtQueue(opened, sources) },
    { name: 'clock', look: () => compareClocks(opened, sources) },
    { name: 'app', look: async () => lookAtIdentity(await app.itself()) },
    { name: 'webhook', look: () => askForWebhook(opened, sources) },
    { name: 'installations', look: async () => lookAtInstallations(await accounts.itself()) },
    { name: 'rules', look: () => lookAtEach(opened, async (installed) => lookAtRules(installed)) },
    {
      name: 'framework',
      look: () => lookAtEach(opened, (installed) => lookAtFramework(installed, sources)),
    },
    { name: 'notice', look: () => lookAtEach(opened, (installed, _, side) => lookAtNotice(installed, side)) },
    {
      name: 'reports',
      look: () => lookAtEach(opened, (installed, all, side) => lookAtAudience(installed, all, side, now())),
    },
    { name: 'model', look: () => askModel(opened, sources) },
    { name: 'deliveries', look: () => askForDeliveries(opened, sources) },
    {
      name: 'waiting',
      look: async () => lookAtWaiting(await (await store.forOthers()).subjects.dirty(mostAsked), now()),
    },
    {
      name: 'given up',
      look: async () => lookAtFailures(await (await store.forOthers()).failures.list(mostFailures)),
    },
    { name: 'not posted', look: async () => lookAtHeld(await store.forOthers()) },
  ];
  return { checks, close: () => letGo(opened) };
}

type AllOpened = ReturnType<typeof openAll>;

/** Each is opened once, when a check first asks for it. */
function openAll(sources: DoctorSources) {
  const settings = openOnce('the settings', sources.settings);
  const store = openOnce('the database', async () => {
    await settings.forOthers();
    return sources.store();
  });
  const github = openOnce('GitHub', async () => {
    await settings.forOthers();
    return sources.github();
  });
  const app = openOnce('GitHub', async () => (await github.itself()).app.identity());
  const accounts = openOnce('the list of installations', async () => {
    await app.forOthers();
    return (await github.forOthers()).app.installations();
  });
  return { settings, store, github, app, accounts };
}

async function letGo({ store }: AllOpened): Promise<void> {
  if (!store.wasAsked()) return;
  const opened = await store.itself().catch(() => null);
  await opened?.close();
}

async function lookAtQueue({ store }: AllOpened, { pingQueue }: DoctorSources): Promise<readonly Finding[]> {
  await store.forOthers();
  return [good(`It answers, carried by ${await pingQueue()}.`)];
}

async function compareClocks(
  { settings }: AllOpened,
  { githubTime, now }: DoctorSources,
): Promise<readonly Finding[]> {
  if (githubTime === null) return [good('It was not compared with GitHub.')];
  await settings.forOthers();
  const there = await githubTime();
  return lookAtClock(now(), there);
}

async function askForWebhook(
  { settings, app }: AllOpened,
  { hookAddress }: DoctorSources,
): Promise<readonly Finding[]> {
  await app.forOthers();
  const { webhookUrl } = await settings.forOthers();
  return lookAtWebhook(await hookAddress(), webhookUrl);
}

async function askModel(
  { settings, store }: AllOpened,
  { reader, frameworks, now }: DoctorSources,
): Promise<readonly Finding[]> {
  await settings.forOthers();
  const asked = await reader();
  const findings = await lookAtModel(asked, frameworks.of(frameworks.usual).framework);
  // Whether it answers is told also where the database is down.
  const opened = asked.name === null ? null : await store.forOthers().catch(() => null);
  return opened === null ? findings : [...findings, ...(await lookAtModelUse(asked, opened, now()))];
}

async function askForDeliveries(
  { app, github }: AllOpened,
  { now }: DoctorSources,
): Promise<readonly Finding[]> {
  await app.forOthers();
  const since = Temporal.Instant.from(now()).subtract({ hours: 24 * daysOfDeliveries });
  return lookAtDeliveries(await (await github.forOthers()).app.failedDeliveries(since.toString()));
}

type LookAtOne = (
  installed: Installed,
  all: readonly Installation[],
  side: ReadOnlyGitHub,
) => Promise<readonly Finding[]>;

/** One account's trouble hides no other account. */
async function lookAtEach({ github, accounts }: AllOpened, look: LookAtOne): Promise<readonly Finding[]> {
  const [all, side] = [await accounts.forOthers(), await github.forOthers()];
  const findings: (readonly Finding[])[] = [];
  for (const installation of all.filter(({ suspended }) => !suspended)) {
    const one = async () => look(await readInstalled(side, installation), all, side);
    findings.push((await checkUp({ name: installation.login, look: one })).findings);
  }
  return findings.flat();
}
