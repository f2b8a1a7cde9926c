import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { generateKeyPairSync } from 'node:crypto';
import { installApp } from '../../../demo/github/actions.ts';
import { startLocalGitHub } from '../../../demo/github/server.ts';
import type { LocalGitHub, LocalGitHubOptions } from '../../../demo/github/server.ts';
import type { AppInstallation } from '../../../demo/github/state.ts';
import type { World } from '../../../demo/github/world.ts';
import { bareWorld } from './actions-world.ts';

/** The organisation of `bareWorld`, with the app installed, served over HTTP, and real clients for it. */
export type Scene = {
  readonly world: World;
  readonly github: LocalGitHub;
  readonly installation: AppInstallation;
  /** A person's own client. */
  readonly as: (login: string) => Octokit;
  /** The app by its key. */
  readonly app: Octokit;
  /** The app in its installation. */
  readonly bot: Octokit;
  /** The app in its installation, with a token that is good for less. */
  readonly narrowed: (to: Narrowing) => Promise<Octokit>;
  /** Whoever holds this token. */
  readonly holding: (token: string) => Octokit;
  readonly privateKey: string;
};

export type Narrowing = {
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
  readonly repositories?: string[];
};

export const WHERE = { owner: 'harbour', repo: 'payments-service' } as const;

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

export type SceneOptions = Partial<Omit<LocalGitHubOptions, 'world'>> & {
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
};

const GRANTED = { issues: 'write', pull_requests: 'write', contents: 'write', members: 'read' } as const;

export async function openScene({ permissions = GRANTED, ...options }: SceneOptions = {}): Promise<Scene> {
  const world = bareWorld();
  Object.assign(world.state.app, { publicKey: keys.publicKey, permissions });
  const installation = installApp(world, 'siri', { account: 'harbour' });
  const github = await startLocalGitHub({ world, ...options });
  const base = { baseUrl: github.url, log: silent };
  const auth = { appId: world.state.app.id, privateKey: keys.privateKey };
  const app = new Octokit({ ...base, authStrategy: createAppAuth, auth });
  const holding = (token: string): Octokit => new Octokit({ ...base, auth: token });
  return {
    world,
    github,
    installation,
    as: (login) => holding(`tok-${login}`),
    app,
    bot: new Octokit({
      ...base,
      authStrategy: createAppAuth,
      auth: { ...auth, installationId: installation.id },
    }),
    narrowed: async (to) => {
      const wish = { installation_id: installation.id, ...to };
      return holding((await app.rest.apps.createInstallationAccessToken(wish)).data.token);
    },
    holding,
    privateKey: keys.privateKey,
  };
}

/** What a request was answered: its status, whether it worked or not. */
export async function statusOf(request: Promise<{ readonly status: number }>): Promise<number> {
  try {
    return (await request).status;
  } catch (error) {
    if (error instanceof Error && 'status' in error) return Number(error.status);
    throw error;
  }
}

/** Status, message and the permissions that would have done, of a request that is refused; `taken` of one that is not. */
export async function refusalOf(request: Promise<unknown>): Promise<string> {
  const error: unknown = await request.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) return 'taken';
  const { status, response } = error as {
    status: number;
    response: { data: { message: string }; headers: object };
  };
  const wanted = new Map<string, unknown>(Object.entries(response.headers)).get(
    'x-accepted-github-permissions',
  );
  const parts = [String(status), response.data.message, ...(typeof wanted === 'string' ? [wanted] : [])];
  return parts.join(' | ');
}

function ignore(): void {}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
