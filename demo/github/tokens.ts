import { randomBytes } from 'node:crypto';
import { nameOf } from './permissions.ts';
import { invalid, Problem } from './router-problem.ts';
import type { AppInstallation, State } from './state.ts';
import { checkJwt } from './tokens-jwt.ts';

export type Access = 'read' | 'write';

/** Who asks, and with what rights. */
export type Caller =
  | { readonly kind: 'nobody' }
  /** The app as itself, by its key. */
  | { readonly kind: 'app' }
  | InstallationCaller
  /** A person, by name in the state. */
  | { readonly kind: 'user'; readonly name: string };

export type InstallationCaller = {
  readonly kind: 'installation';
  readonly installation: AppInstallation;
  readonly permissions: Readonly<Record<string, Access>>;
  /** Ids; null where the token is good for every repository of the account. */
  readonly repositories: ReadonlySet<number> | null;
};

/** What a token is asked for; null where it should be good for all. */
export type Narrowing = {
  readonly permissions: Readonly<Record<string, Access>> | null;
  readonly repositories: ReadonlySet<number> | null;
};

export type MintedToken = { readonly token: string; readonly expiresAt: string };

export type Tokens = {
  /** Throws a Problem (401) for an `authorization` that nobody was given, or no longer is good. */
  callerOf(authorization: string | null): Caller;
  /** A token of an installation, good for an hour of real time. */
  mint(installation: AppInstallation, narrowing: Narrowing): MintedToken;
};

type Kept = { readonly installation: number; readonly expiresAt: number; readonly narrowing: Narrowing };

const HOUR = 3_600_000;
/** `tok-mira` is mira's own token. */
const USER_TOKEN = 'tok-';

/** All tokens of the local GitHub. `now` is the real time in milliseconds, as tokens never follow the story's clock. */
export function openTokens(state: State, now: () => number): Tokens {
  const kept = new Map<string, Kept>();
  return {
    callerOf(authorization) {
      const token = authorization?.replace(/^(bearer|token)\s+/i, '') ?? null;
      if (token === null) return { kind: 'nobody' };
      if (token.startsWith('eyJ')) return appCaller(state, token, now());
      if (token.startsWith(USER_TOKEN)) return userCaller(state, token.slice(USER_TOKEN.length));
      return installationCaller(state, kept.get(token), now());
    },
    mint(installation, narrowing) {
      checkNarrowing(installation, narrowing);
      const token = `ghs_${state.app.id}_${randomBytes(36).toString('base64url')}`;
      const expiresAt = now() + HOUR;
      kept.set(token, { installation: installation.id, expiresAt, narrowing });
      return { token, expiresAt: `${new Date(expiresAt).toISOString().slice(0, 19)}Z` };
    },
  };
}

/** A name for the caller's budget: installations and people have one each, however many tokens they hold. */
export function holderOf(caller: Caller): string {
  if (caller.kind === 'installation') return `installation ${caller.installation.id}`;
  return caller.kind === 'user' ? `user ${caller.name}` : caller.kind;
}

/** As whom the caller acts, by name in the state: the app as its bot. Throws a Problem (401) for nobody. */
export function actorOf(state: State, caller: Caller): string {
  if (caller.kind === 'user') return caller.name;
  if (caller.kind === 'installation') return `${state.app.slug}[bot]`;
  throw new Problem(401, 'Requires authentication');
}

function appCaller(state: State, jwt: string, now: number): Caller {
  checkJwt(jwt, state.app, Math.floor(now / 1000));
  return { kind: 'app' };
}

function userCaller(state: State, login: string): Caller {
  const name = nameOf(state, login);
  if (name === null || state.users.get(name)?.type !== 'User') throw badCredentials();
  return { kind: 'user', name };
}

function installationCaller(state: State, kept: Kept | undefined, now: number): Caller {
  const installation = kept === undefined ? undefined : state.app.installations.get(kept.installation);
  if (kept === undefined || installation === undefined || kept.expiresAt <= now) throw badCredentials();
  if (installation.suspended) throw new Problem(403, 'This installation has been suspended');
  return {
    kind: 'installation',
    installation,
    permissions: kept.narrowing.permissions ?? installation.permissions,
    repositories: kept.narrowing.repositories,
  };
}

function checkNarrowing(installation: AppInstallation, { permissions }: Narrowing): void {
  if (installation.suspended) throw new Problem(403, 'This installation has been suspended');
  const beyond = Object.entries(permissions ?? {}).some(([name, access]) => {
    // Every app may read what there is.
    const granted = installation.permissions[name] ?? (name === 'metadata' ? 'read' : undefined);
    return granted === undefined || (granted === 'read' && access !== 'read');
  });
  if (beyond) throw invalid('The permissions requested are not granted to this installation.');
}

function badCredentials(): Problem {
  return new Problem(401, 'Bad credentials');
}
