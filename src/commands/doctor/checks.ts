import type { Installation } from '../../ports/github.ts';
import { readInstalled } from '../installed.ts';
import type { Installed, ReadOnlyGitHub } from '../installed.ts';
import { checkUp, good, openOnce } from './check-up.ts';
import type { Check, Finding } from './check-up.ts';
import { lookAtIdentity, lookAtInstallations } from './granted.ts';
import { lookAtClock, lookAtDatabase, lookAtModel, lookAtSettings } from './machine.ts';
import { lookAtAudience, lookAtRules } from './organisations.ts';
import type { DoctorSources } from './sources.ts';
import { lookAtDeliveries, lookAtFailures, lookAtHeld, lookAtWaiting, mostAsked } from './work.ts';

export type Checks = {
  readonly checks: readonly Check[];
  readonly close: () => Promise<void>;
};

const daysOfDeliveries = 3;
const mostFailures = 50;

/** All that the doctor looks at, in the order in which one thing needs the other. */
export function doctorChecks(sources: DoctorSources): Checks {
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
  const { now, framework } = sources;
  const clock: Check = {
    name: 'clock',
    look: async () => {
      if (sources.githubTime === null) return [good('It was not compared with GitHub.')];
      await settings.forOthers();
      return lookAtClock(now(), await sources.githubTime());
    },
  };
  const model = async (): Promise<readonly Finding[]> => {
    await settings.forOthers();
    return lookAtModel(sources.reader(), framework);
  };
  const queue = async (): Promise<readonly Finding[]> => {
    await store.forOthers();
    return [good(`It answers, carried by ${await sources.pingQueue()}.`)];
  };
  const deliveries = async (): Promise<readonly Finding[]> => {
    await app.forOthers();
    const since = Temporal.Instant.from(now()).subtract({ hours: 24 * daysOfDeliveries });
    return lookAtDeliveries(await (await github.forOthers()).app.failedDeliveries(since.toString()));
  };
  const each = (look: LookAtOne) => async () => {
    const [side, all] = [await github.forOthers(), await accounts.forOthers()];
    return lookAtEach(all, side, look);
  };
  return {
    checks: [
      { name: 'settings', look: async () => lookAtSettings(await settings.itself()) },
      { name: 'database', look: async () => lookAtDatabase(await store.itself()) },
      { name: 'queue', look: queue },
      clock,
      { name: 'app', look: async () => lookAtIdentity(await app.itself()) },
      { name: 'installations', look: async () => lookAtInstallations(await accounts.itself()) },
      { name: 'rules', look: each(async (installed) => lookAtRules(installed)) },
      {
        name: 'reports',
        look: each((installed, all, side) => lookAtAudience(installed, all, side, now())),
      },
      { name: 'model', look: model },
      { name: 'deliveries', look: deliveries },
      {
        name: 'waiting',
        look: async () => lookAtWaiting(await (await store.forOthers()).subjects.dirty(mostAsked), now()),
      },
      {
        name: 'given up',
        look: async () => lookAtFailures(await (await store.forOthers()).failures.list(mostFailures)),
      },
      { name: 'not posted', look: async () => lookAtHeld(await store.forOthers()) },
    ],
    close: async () => {
      if (store.wasAsked())
        await store.itself().then(
          (opened) => opened.close(),
          () => undefined,
        );
    },
  };
}

type LookAtOne = (
  installed: Installed,
  all: readonly Installation[],
  side: ReadOnlyGitHub,
) => Promise<readonly Finding[]>;

/** One account's trouble hides no other account. */
async function lookAtEach(
  all: readonly Installation[],
  side: ReadOnlyGitHub,
  look: LookAtOne,
): Promise<readonly Finding[]> {
  const findings: (readonly Finding[])[] = [];
  for (const installation of all.filter(({ suspended }) => !suspended)) {
    const one = async () => look(await readInstalled(side, installation), all, side);
    findings.push((await checkUp({ name: installation.login, look: one })).findings);
  }
  return findings.flat();
}
