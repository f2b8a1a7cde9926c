import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { accountTable } from './accounts.ts';
import { cycleTable } from './cycles.ts';
import { connect, disconnect } from './database.ts';
import { deliveryTable } from './deliveries.ts';
import { deploy } from './deploy.ts';
import { startEmbedded } from './embedded.ts';
import { erasureTable } from './erasures.ts';
import { evidenceTable } from './evidence.ts';
import { failureTable } from './failures.ts';
import { logTable, systemClock } from './log.ts';
import { markTable } from './marks.ts';
import { modelTable } from './model.ts';
import { overlayTable } from './overlay.ts';
import { peopleTable } from './people.ts';
import { ping } from './ping.ts';
import { publicationTable } from './publications.ts';
import { purgeTable } from './purge.ts';
import { repositoryTable } from './repositories.ts';
import { rosterTable } from './roster.ts';
import { subjectTable } from './subjects.ts';
import { explainRefusal, refuseWrongAddress } from './trouble.ts';
import { watchTable } from './watches.ts';

export type StoreSettings = {
  /** `postgresql://…` of a server of yours; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Where the embedded database is kept. Not used with a server of yours. */
  readonly dataFolder: string;
};

export type OpenStore = Store & {
  /** Where the tables are, for what shares the database. It holds the password: never show it. */
  readonly url: string;
  /** Whether the database is there, for /readyz. @throws when it does not answer within 2 seconds. */
  readonly ping: () => Promise<void>;
};

type Server = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * The store on its database, with all tables as this version needs them. The clock dates the rows of the log.
 * @throws RetryLater where the server may come back by itself, GiveUp with what to do otherwise.
 */
export async function openStore(settings: StoreSettings, clock: Clock = systemClock): Promise<OpenStore> {
  const server = await serverOf(settings);
  try {
    await deploy(server.url);
  } catch (error) {
    await server.stop();
    throw explainRefusal(error, server.url);
  }
  return storeOn(server, clock);
}

async function serverOf({ databaseUrl, dataFolder }: StoreSettings): Promise<Server> {
  if (databaseUrl === null) return startEmbedded({ folder: dataFolder });
  refuseWrongAddress(databaseUrl);
  return { url: databaseUrl, stop: () => Promise.resolve() };
}

function storeOn({ url, stop }: Server, clock: Clock): OpenStore {
  const database = connect(url);
  const { prisma, intake } = database;
  return {
    url,
    deliveries: deliveryTable(intake),
    accounts: accountTable(prisma, clock),
    repositories: repositoryTable(prisma),
    roster: rosterTable(prisma, clock),
    subjects: subjectTable(prisma, clock),
    evidence: evidenceTable(prisma, clock),
    overlay: overlayTable(prisma, clock),
    people: peopleTable(prisma),
    cycles: cycleTable(prisma),
    publications: publicationTable(prisma, clock),
    watches: watchTable(prisma),
    failures: failureTable(prisma),
    marks: markTable(prisma),
    model: modelTable(prisma),
    log: logTable(prisma, clock),
    purge: purgeTable(prisma),
    erasures: erasureTable(prisma),
    ping: () => ping(intake),
    close: async () => {
      await disconnect(database);
      await stop();
    },
  };
}
