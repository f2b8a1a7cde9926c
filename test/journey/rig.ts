import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { startLocalGitHub } from '../../demo/github/server.ts';
import type { LocalGitHub } from '../../demo/github/server.ts';
import { sendWebhooks } from '../../demo/github/webhooks.ts';
import type { WebhookOptions, Webhooks } from '../../demo/github/webhooks.ts';
import type { World } from '../../demo/github/world.ts';
import { postsOf } from '../../demo/play/posts.ts';
import type { Post } from '../../demo/play/posts.ts';
import type { Settings } from '../../src/settings.ts';
import { webhookPath } from '../../src/web/server.ts';
import { start } from '../../src/start.ts';
import type { Running, StartOptions } from '../../src/start.ts';
import { dumpTables } from '../../src/store/dump.ts';
import { smallFrameworks } from '../fixtures/frameworks.ts';
import { createHarbour, install } from './harbour.ts';
import { layLine } from './line.ts';
import type { Line } from './line.ts';
import { untilIdle } from './patience.ts';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

/** What must never be seen in a log or a table. */
export const secrets = {
  privateKey: keys.privateKey,
  webhookSecret: randomBytes(24).toString('hex'),
  controlKey: randomBytes(24).toString('hex'),
} as const;

export type Tables = Awaited<ReturnType<typeof dumpTables>>;

export type Journey = {
  readonly world: World;
  readonly webhooks: Webhooks;
  readonly line: Line;
  readonly databaseUrl: string;
  /** Every line that the app said. */
  readonly said: readonly string[];
  /** Starts the app, or one more; GitHub sends its webhooks to the latest. */
  readonly start: (roles?: StartOptions['roles']) => Promise<void>;
  /** Ends every instance. */
  readonly stop: () => Promise<void>;
  /** It is this time, here and on GitHub; returns when all work is done. */
  readonly at: (time: string) => Promise<void>;
  /** Returns when GitHub has nothing to send, and all work is done. */
  readonly settle: () => Promise<void>;
  readonly tables: () => Promise<Tables>;
  /** What the app wrote. */
  readonly posts: () => readonly Post[];
  /** A second time does nothing. */
  readonly close: () => Promise<void>;
};

/** One asks GitHub for what was lost, the next sees what became of the work, and then a report is written. */
const looks = 3;

/** The organisation on a local GitHub of its own, and no app yet. */
export async function openJourney(databaseUrl: string, options: WebhookOptions = {}): Promise<Journey> {
  const world = createHarbour({ publicKey: keys.publicKey, webhookSecret: secrets.webhookSecret });
  const webhooks = sendWebhooks(world, { parallel: 4, ...options });
  const github: LocalGitHub = await startLocalGitHub({
    world,
    limit: 1_000_000,
    redeliver: webhooks.redeliver,
  });
  const line = await layLine(github.url);
  // Links in answers lead over the line, too.
  world.url = line.url;
  const said: string[] = [];
  const instances: Instance[] = [];
  let closed = false;
  const tellTime = async (sweep: boolean) => {
    const order = { now: new Date(world.state.now).toISOString(), sweep };
    for (const { running } of instances) await command(running.url, order);
  };
  async function settle(): Promise<void> {
    await webhooks.idle();
    for (let look = 0; look < looks; look += 1) {
      await tellTime(true);
      if (instances.some(({ works }) => works)) await untilIdle(databaseUrl);
    }
  }
  async function stop(): Promise<void> {
    await Promise.all(instances.splice(0).map(({ running }) => running.close()));
  }
  return {
    world,
    webhooks,
    line,
    databaseUrl,
    said,
    async start(roles = { web: true, workers: true }) {
      const running = await startInstance({ apiUrl: line.url, databaseUrl, roles, said });
      instances.push({ running, works: roles.workers });
      world.state.app.webhookUrl = `${running.url}${webhookPath}`;
      await tellTime(false);
    },
    stop,
    async at(time) {
      world.state.now = time;
      await tellTime(false);
      await settle();
    },
    settle,
    tables: () => dumpTables(databaseUrl),
    posts: () => postsOf(world.state),
    async close() {
      if (closed) return;
      closed = true;
      await stop();
      await line.close();
      await github.close();
    },
  };
}

/** With the app running and installed, the rules read and the notice posted. */
export async function openInstalled(databaseUrl: string, options: WebhookOptions = {}): Promise<Journey> {
  const journey = await openJourney(databaseUrl, options);
  try {
    await journey.start();
    install(journey.world);
    await journey.settle();
    return journey;
  } catch (error) {
    await journey.close();
    throw error;
  }
}

type Instance = { readonly running: Running; readonly works: boolean };

type Plan = Pick<StartOptions, 'roles'> & {
  readonly apiUrl: string;
  readonly databaseUrl: string;
  readonly said: string[];
};

function startInstance({ apiUrl, databaseUrl, roles, said }: Plan): Promise<Running> {
  return start({
    settings: settingsFor(apiUrl, databaseUrl),
    frameworks: smallFrameworks,
    roles,
    say: (line) => void said.push(line),
    signal: new AbortController().signal,
  });
}

function settingsFor(apiUrl: string, databaseUrl: string): Settings {
  const { privateKey, webhookSecret, controlKey } = secrets;
  return {
    app: { id: 4711, privateKey, webhookSecret },
    github: { apiUrl, isLocal: true },
    store: { databaseUrl, dataFolder: '/nowhere' },
    queue: { redisUrl: null },
    model: null,
    web: { host: '127.0.0.1', port: 0, publicUrl: null },
    controlKey,
  };
}

async function command(url: string | null, order: { readonly now: string; readonly sweep: boolean }) {
  const { ok, status } = await fetch(`${url}/control`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${secrets.controlKey}` },
    body: JSON.stringify(order),
  });
  if (!ok) throw new Error(`The app refused an order with ${status}.`);
}
