import { createServer } from 'node:net';
import { createEmulator, defineEmulator } from 'emulate';
import { openGraphql } from './graphql/answer.ts';
import { restRoutes } from './rest/routes.ts';
import { rateLimitRoute } from './rest/users.ts';
import { mountRoutes, mountUnpaid } from './router.ts';
import { Problem } from './router-problem.ts';
import type { Frame, House, PageFor } from './router.ts';
import { openBudgets } from './tokens-budget.ts';
import type { RequestCount } from './tokens-budget.ts';
import { openTokens } from './tokens.ts';
import type { World } from './world.ts';

export type LocalGitHubOptions = {
  readonly world: World;
  /** Any free one where left out. */
  readonly port?: number;
  /** Requests in an hour of real time, for each person and each installation. GitHub's 5,000 where left out. */
  readonly limit?: number;
  /** Sends a delivery again, by its number: what `sendWebhooks` gives. Without it that is a request that nobody built. */
  readonly redeliver?: (delivery: number) => unknown;
  /** Pages for people, at all addresses that are no part of the interfaces: `/harbour/orders/pull/12`. */
  readonly page?: PageFor;
  /** The real time in milliseconds, by which tokens end and budgets fill. Tests turn it. */
  readonly realTime?: () => number;
};

export type LocalGitHub = {
  /** `http://127.0.0.1:4710`: the address of REST; GraphQL is `/graphql` below it. */
  readonly url: string;
  /** How often each kind of caller called each route, since it was opened. */
  readonly requests: () => readonly RequestCount[];
  readonly close: () => Promise<void>;
};

/** How often another port is tried when somebody else took the free one in between. */
const ATTEMPTS = 5;

/** Serves a world as GitHub would, on this machine only. All addresses that it tells begin with its `url`. */
export async function startLocalGitHub(options: LocalGitHubOptions): Promise<LocalGitHub> {
  const now = options.realTime ?? Date.now;
  const budgets = openBudgets(options.limit ?? 5000, now);
  const house: House = {
    world: options.world,
    tokens: openTokens(options.world.state, now),
    budgets,
    redeliver: options.redeliver ?? nothingIsSent,
    page: options.page ?? (() => null),
  };
  const { url, close } = await listen(house, options.port ?? null);
  return { url, requests: () => budgets.requests(), close };
}

type Listening = { readonly url: string; readonly close: () => Promise<void> };

async function listen(house: House, port: number | null, attempts = ATTEMPTS): Promise<Listening> {
  const chosen = port ?? (await freePort());
  // Told, as the frame would otherwise look for its address in the environment.
  const url = `http://127.0.0.1:${chosen}`;
  try {
    const emulator = await createEmulator({ service: definition(house), port: chosen, baseUrl: url });
    house.world.url = url;
    return { url, close: () => emulator.close() };
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken || port !== null || attempts <= 1) throw error;
    return listen(house, port, attempts - 1);
  }
}

/** The frame's own state stays empty: it can only copy plain JSON, and the world is changed by the story at any time. */
function definition(house: House) {
  return defineEmulator({
    name: 'github',
    state: () => ({}),
    cors: false,
    setup: ({ app }) => mount(app, house),
  });
}

function mount(frame: Frame, house: House): void {
  mountRoutes(frame, house, restRoutes);
  mountUnpaid(frame, house, rateLimitRoute);
  mountUnpaid(frame, house, { method: 'POST', path: '/graphql', answer: openGraphql() });
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    probe.close(() => resolve(port));
  });
  return promise;
}

function nothingIsSent(): never {
  throw new Problem(400, 'The local GitHub sends no webhooks here, so it cannot send them again');
}
