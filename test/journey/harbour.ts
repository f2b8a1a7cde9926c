import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  addCollaborator,
  installApp,
  mergePull,
  openPull,
  setVisibility,
  writeFile,
} from '../../demo/github/actions.ts';
import type { PullWish } from '../../demo/github/actions.ts';
import type { App, Issue, Pull } from '../../demo/github/state.ts';
import { createWorld } from '../../demo/github/world.ts';
import type { World } from '../../demo/github/world.ts';

/*
 * A tiny organisation of these tests: Ada and Bertil pay, Chen keeps the platform, Mira manages all three, Olu owns it.
 * Its year is far ahead, so that an app whose clock has not been told the time yet finds nothing to be due.
 */

export const organisation = 'harbour';
export const orders = 'harbour/orders';
export const sdk = 'harbour/sdk';
export const rulesHome = 'harbour/.github';
export const bot = 'groundwork[bot]';
export const engineers = ['ada', 'bertil', 'chen'] as const;

export const begins = '2050-02-03T08:00:00Z';

/** The half year ends at midnight in Oslo. */
export const cycle = {
  name: '2050-H1',
  prepares: '2050-06-16T22:00:00.000Z',
  ends: '2050-06-30T22:00:00.000Z',
} as const;

export const rules = `mode: live
engineers:
  teams: [payments, platform]
  leave_out: [mira]
managers:
  - { login: mira, teams: [payments, platform] }
cycle: { length: half-year, time_zone: Europe/Oslo }
`;

export function reportsOf(login: string): string {
  return `${organisation}/reviews-${login}`;
}

const manifest = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8')) as {
  readonly default_permissions: App['permissions'];
  readonly default_events: App['events'];
};

/** Before anybody heard of the app. */
export function createHarbour(app: Pick<App, 'publicKey' | 'webhookSecret'>): World {
  return createWorld({
    organisation: { login: organisation, name: 'Harbour', basePermission: 'none' },
    users: [
      { login: 'olu', name: 'Olu Adeyemi', role: 'admin' },
      { login: 'mira', name: 'Mira Lind', role: 'member' },
      { login: 'ada', name: 'Ada Berg', role: 'member' },
      { login: 'bertil', name: 'Bertil Aas', role: 'member' },
      { login: 'chen', name: 'Chen Wu', role: 'member' },
      { login: 'zoe', name: 'Zoe Vale', role: 'outside' },
      { login: 'dependabot[bot]', name: null, type: 'Bot', role: 'outside' },
    ],
    teams: [
      { slug: 'payments', name: 'Payments', members: ['ada', 'bertil', 'mira'], repositories: writesTo },
      { slug: 'platform', name: 'Platform', members: ['chen'], repositories: writesTo },
    ],
    repositories: [
      { name: 'orders', visibility: 'private' },
      { name: 'sdk', visibility: 'public' },
      { name: '.github', visibility: 'private', files: { '.github/groundwork.yml': rules } },
      ...engineers.map((login) => ({
        name: `reviews-${login}`,
        visibility: 'private' as const,
        collaborators: { [login]: 'write', mira: 'write' } as const,
      })),
    ],
    app: {
      id: 4711,
      slug: 'groundwork',
      name: 'Groundwork',
      permissions: manifest.default_permissions,
      events: manifest.default_events,
      webhookUrl: 'http://127.0.0.1:1/',
      ...app,
    },
    now: begins,
  });
}

const writesTo = { orders: 'write', sdk: 'write' } as const;

export function install(world: World): void {
  installApp(world, 'olu', { account: organisation });
}

/** Notable by the small framework of the tests: it bounds a wait. */
export const timeouts = {
  repository: orders,
  title: 'Timeouts for the search of orders',
  body: 'Before this, callers waited without end when the database was slow.',
  head: 'search-timeouts',
  files: [
    { path: 'src/search.ts', previousPath: null, status: 'modified', additions: 24, deletions: 3 },
    { path: 'src/search.test.ts', previousPath: null, status: 'added', additions: 41, deletions: 0 },
  ],
} as const satisfies PullWish;

/** Opened and merged at once; gives its number. */
export function merge(world: World, by: string, wish: Partial<PullWish> = {}): number {
  const { repository, number } = { ...timeouts, ...wish };
  const pull = openPull(world, by, { ...timeouts, ...wish, ...(number === undefined ? {} : { number }) });
  mergePull(world, by === 'bertil' ? 'ada' : 'bertil', { repository, number: pull.number });
  return pull.number;
}

export function writeRules(world: World, text: string): void {
  writeFile(world, 'olu', { repository: rulesHome, path: '.github/groundwork.yml', text });
}

export function publish(world: World, repository: string, visibility: 'public' | 'private'): void {
  setVisibility(world, 'olu', { repository, visibility });
}

export function letRead(world: World, repository: string, login: string): void {
  addCollaborator(world, 'olu', { repository, login, permission: 'read' });
}

/** What the app opened in a repository, oldest first. */
export function issuesIn({ state }: World, repository: string): readonly Issue[] {
  const threads = [...(state.repositories.get(repository)?.threads.values() ?? [])];
  return threads.filter((one): one is Issue => one.kind === 'issue' && one.author === bot);
}

/** What the app said below an issue or pull request, oldest first. */
export function commentsOn({ state }: World, repository: string, number: number): Pull['comments'] {
  const thread = state.repositories.get(repository)?.threads.get(number);
  return (thread?.comments ?? []).filter(({ author }) => author === bot);
}
