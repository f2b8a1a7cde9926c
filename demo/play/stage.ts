import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startLocalGitHub } from '../github/server.ts';
import type { LocalGitHub } from '../github/server.ts';
import { sendWebhooks } from '../github/webhooks.ts';
import type { Webhooks } from '../github/webhooks.ts';
import { createWorld } from '../github/world.ts';
import type { App } from '../github/state.ts';
import type { Story } from '../story/story.ts';
import { actsOf } from './acts.ts';
import { startApplication } from './application.ts';
import type { Application } from './application.ts';
import { createCast } from './cast.ts';
import { openControl } from './control.ts';
import { wholeSeconds } from './perform.ts';
import type { Stage } from './play.ts';
import { worldPlanOf } from './world-plan.ts';

export type StagePlan = {
  readonly story: Story;
  /** What `app.yml` asks for. */
  readonly manifest: Pick<App, 'permissions' | 'events'>;
  /** The application and its arguments: what `npm start` runs. */
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder of the program, where the application is started. */
  readonly program: string;
  /** Where database and log go. */
  readonly folder: string;
  readonly signal: AbortSignal;
};

export type OpenStage = Stage & {
  readonly webhooks: Webhooks;
  readonly github: LocalGitHub;
  readonly application: Application;
  /** The application's database. */
  readonly dataFolder: string;
};

/** Several webhooks are under way at once, as with GitHub. */
const parallel = 4;

const webhookPath = '/api/github/webhooks';

/** Starts the local GitHub and the real application, and connects the two. */
export async function openStage(plan: StagePlan): Promise<OpenStage> {
  const { story, signal } = plan;
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const secret = randomBytes(24).toString('hex');
  const begins = wholeSeconds(actsOf(story)[0]?.at ?? story.from);
  const world = createWorld(
    worldPlanOf(story, { ...registration(plan), publicKey: keys.publicKey, webhookSecret: secret }, begins),
  );
  const webhooks = sendWebhooks(world, { parallel });
  const github = await startLocalGitHub({ world, limit, redeliver: webhooks.redeliver });
  try {
    const key = randomBytes(24).toString('hex');
    const dataFolder = join(plan.folder, 'data');
    await mkdir(dataFolder, { recursive: true });
    const application = await startApplication(
      {
        ...plan,
        folder: plan.program,
        logFile: join(plan.folder, 'application.log'),
        settings: {
          APP_ID: String(world.state.app.id),
          PRIVATE_KEY: keys.privateKey,
          WEBHOOK_SECRET: secret,
          GITHUB_API_URL: github.url,
          DATA_FOLDER: dataFolder,
          HOST: '127.0.0.1',
          PORT: '0',
          GROUNDWORK_CONTROL_KEY: key,
        },
      },
      signal,
    );
    world.state.app.webhookUrl = `${application.url}${webhookPath}`;
    const control = openControl({ url: application.url, key, ended: () => application.ended(), signal });
    return { cast: createCast(world, story), webhooks, github, application, control, dataFolder };
  } catch (error) {
    await github.close();
    throw error;
  }
}

/** Half a year in a minute takes more requests than GitHub allows in an hour. */
const limit = 1_000_000;

function registration({ manifest }: StagePlan): Omit<App, 'installations' | 'publicKey' | 'webhookSecret'> {
  return { id: 4711, slug: 'groundwork', name: 'Groundwork', webhookUrl: '', ...manifest };
}

/** Ends the application, then the local GitHub. */
export async function closeStage({ application, github }: OpenStage): Promise<'ended' | 'killed'> {
  try {
    return await application.stop();
  } finally {
    await github.close();
  }
}
