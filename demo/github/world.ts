import { createHash } from 'node:crypto';

import { nextId, nextSha } from './actions/ids.ts';
import { nodeId } from './shapes/node-id.ts';
import type { App, AppInstallation, Delivery, Organisation, Permission, Repository, State } from './state.ts';

/** The local GitHub: what it knows, where it is reached, and how it tells the app what happened. */
export type World = {
  readonly state: State;
  /** Every link in what it says begins with this, without a slash at the end. The server sets it. */
  url: string;
  readonly emit: (event: string, payload: Payload, about: About) => void;
  /** Takes every delivery that was logged. `sendWebhooks` sets it; until then deliveries are only logged. */
  send: (delivery: Delivery) => void;
};

export type Payload = Readonly<Record<string, unknown>>;

/** Whom an event is for, and the id of its repository. Nobody hears an event without an installation. */
export type About = { readonly installation: AppInstallation | null; readonly repository: number | null };

/** What is there before the first action. `login` and names without their owner. */
export type WorldPlan = {
  readonly organisation: Pick<Organisation, 'login' | 'name' | 'basePermission'>;
  readonly users: readonly UserPlan[];
  readonly teams: readonly TeamPlan[];
  readonly repositories: readonly RepositoryPlan[];
  readonly app: Omit<App, 'installations'>;
  readonly now: string;
  readonly send?: (delivery: Delivery) => void;
};

export type UserPlan = {
  readonly login: string;
  readonly name: string | null;
  readonly type?: 'User' | 'Bot';
  /** `outside`: has an account, but is no member of the organisation. */
  readonly role: 'admin' | 'member' | 'outside';
};

export type TeamPlan = {
  readonly slug: string;
  readonly name: string;
  readonly parent?: string;
  readonly members: readonly string[];
  readonly maintainers?: readonly string[];
  readonly repositories: Readonly<Record<string, Permission>>;
};

export type RepositoryPlan = {
  readonly name: string;
  readonly visibility: Repository['visibility'];
  readonly description?: string;
  readonly defaultBranch?: string;
  /** Path → text, on the default branch. */
  readonly files?: Readonly<Record<string, string>>;
  readonly collaborators?: Readonly<Record<string, Permission>>;
};

/** Nothing is sent and the app is not installed yet: `installApp` does that. */
export function createWorld(plan: WorldPlan): World {
  const state = emptyState(plan);
  for (const user of plan.users) addUser(state, user.login, user.name, user.type ?? 'User');
  addUser(state, `${plan.app.slug}[bot]`, plan.app.name, 'Bot');
  const organisation = addOrganisation(state, plan);
  for (const repository of plan.repositories) addRepository(state, organisation.login, repository);
  for (const team of plan.teams) addTeam(state, organisation, team);
  const world: World = {
    state,
    url: 'http://127.0.0.1',
    emit: (event, payload, about) => emit(world, event, payload, about),
    send: plan.send ?? (() => {}),
  };
  return world;
}

/** Adds a repository with its default branch and nobody's knowledge. */
export function addRepository(state: State, owner: string, plan: RepositoryPlan): Repository {
  const repository: Repository = {
    id: nextId(state),
    owner,
    name: plan.name,
    description: plan.description ?? null,
    visibility: plan.visibility,
    archived: false,
    createdAt: state.now,
    defaultBranch: plan.defaultBranch ?? 'main',
    collaborators: new Map(Object.entries(plan.collaborators ?? {})),
    labels: new Map(),
    lastNumber: 0,
    threads: new Map(),
    branches: new Map(),
  };
  const files = new Map(Object.entries(plan.files ?? {}));
  const branch = { head: nextSha(state), files, own: new Set<string>(), commits: [] };
  repository.branches.set(repository.defaultBranch, branch);
  state.repositories.set(`${owner}/${plan.name}`, repository);
  return repository;
}

export function addUser(state: State, login: string, name: string | null, type: 'User' | 'Bot'): void {
  state.users.set(login, { id: nextId(state), login, name, type });
}

function emptyState(plan: WorldPlan): State {
  return {
    now: plan.now,
    // Well above the numbers of issues, so that an id taken for a number is noticed.
    lastId: 100_000,
    users: new Map(),
    organisations: new Map(),
    repositories: new Map(),
    formerNames: new Map(),
    app: { ...plan.app, installations: new Map() },
    deliveries: [],
  };
}

function addOrganisation(state: State, plan: WorldPlan): Organisation {
  const members = new Map<string, 'admin' | 'member'>();
  for (const { login, role } of plan.users) if (role !== 'outside') members.set(login, role);
  const organisation: Organisation = {
    ...plan.organisation,
    id: nextId(state),
    members,
    teams: new Map(),
  };
  state.organisations.set(organisation.login, organisation);
  return organisation;
}

function addTeam(state: State, organisation: Organisation, plan: TeamPlan): void {
  const repositories = Object.entries(plan.repositories).map(
    ([name, permission]) => [`${organisation.login}/${name}`, permission] as const,
  );
  organisation.teams.set(plan.slug, {
    id: nextId(state),
    slug: plan.slug,
    name: plan.name,
    parent: plan.parent ?? null,
    members: new Map([
      ...plan.members.map((login) => [login, 'member'] as const),
      ...(plan.maintainers ?? []).map((login) => [login, 'maintainer'] as const),
    ]),
    repositories: new Map(repositories),
  });
}

function emit(world: World, event: string, payload: Payload, about: About): void {
  const { state } = world;
  const { installation } = about;
  if (installation === null || !hears(state.app, event)) return;
  const id = nextId(state);
  const delivery: Delivery = {
    id,
    guid: guidOf(id),
    event,
    action: typeof payload['action'] === 'string' ? payload['action'] : null,
    installation: installation.id,
    repository: about.repository,
    payload: {
      installation: { id: installation.id, node_id: nodeId('Installation', installation.id) },
      ...payload,
    },
    deliveredAt: state.now,
    redelivery: false,
    status: null,
  };
  state.deliveries.push(delivery);
  world.send(delivery);
}

/** An app hears of its own installations whether it subscribed to anything or not. */
function hears(app: App, event: string): boolean {
  return event === 'installation' || event === 'installation_repositories' || app.events.includes(event);
}

/** Looks like a UUID of version 5, but is the same in every run. */
function guidOf(id: number): string {
  const hash = createHash('sha1').update(`delivery ${id}`).digest('hex');
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `5${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return parts.join('-');
}
