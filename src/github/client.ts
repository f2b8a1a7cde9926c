import { createAppAuth } from '@octokit/auth-app';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';

export type GitHubSettings = {
  /** `https://api.github.com`, `https://host/api/v3` of an Enterprise Server, `http://127.0.0.1:1234`. */
  readonly apiUrl: string;
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** False only with the local GitHub: requests are then sent without pauses. */
  readonly throttle: boolean;
  /** In place of the built-in `fetch`, for tests. */
  readonly fetch?: typeof fetch;
};

export type Client = Octokit;

export type Clients = {
  /** Speaks as the app itself: only for what GitHub answers to the app's own key. */
  readonly app: Client;
  /** Speaks as the app in one installation. The same client for the same id, so that its token is reused. */
  installation(id: number): Client;
};

/** GitHub gives up on a query after 10 seconds and on nothing later than 60. */
const patienceMilliseconds = 60_000;

const PacedOctokit = Octokit.plugin(throttling);

/** Nothing is written to the console: what went wrong is in the errors, without tokens or texts of others. */
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Every request, those for tokens included, goes to `apiUrl` and nowhere else. No request is repeated when limited. */
export function createClients(settings: GitHubSettings): Clients {
  const known = new Map<number, Client>();
  return {
    app: createClient(settings, null),
    installation(id) {
      const client = known.get(id) ?? createClient(settings, id);
      known.set(id, client);
      return client;
    },
  };
}

function createClient(settings: GitHubSettings, installation: number | null): Client {
  const { appId, privateKey } = settings;
  return new PacedOctokit({
    baseUrl: settings.apiUrl.replace(/\/+$/u, ''),
    userAgent: 'groundwork',
    authStrategy: createAppAuth,
    auth: { appId, privateKey, ...(installation === null ? {} : { installationId: installation }) },
    throttle: pacing(settings, installation),
    log: silent,
    request: { fetch: impatient(settings.fetch ?? fetch), log: silent },
  });
}

/** Limits are per installation; the queue decides when a limited request is tried again. */
function pacing({ throttle }: GitHubSettings, installation: number | null) {
  if (!throttle) return { enabled: false as const };
  return { id: `installation ${installation ?? 'none'}`, onRateLimit: refuse, onSecondaryRateLimit: refuse };
}

/** A `fetch` that does not wait for ever. */
function impatient(send: typeof fetch): typeof fetch {
  return (input, init) => {
    const limit = AbortSignal.timeout(patienceMilliseconds);
    return send(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit });
  };
}

function refuse(): false {
  return false;
}

function ignore(): void {}
