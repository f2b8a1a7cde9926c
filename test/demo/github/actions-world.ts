import { installApp } from '../../../demo/github/actions.ts';
import type { Delivery, Organisation } from '../../../demo/github/state.ts';
import { createWorld } from '../../../demo/github/world.ts';
import type { World } from '../../../demo/github/world.ts';

/** Everything the local GitHub can tell an app. */
export const ALL_EVENTS = [
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'issues',
  'issue_comment',
  'repository',
  'member',
  'organization',
  'membership',
] as const;

/**
 * Siri owns the organisation. Adaeze and Tomas are in the team payments, Priya in the team below it, Noor in none, Jonas
 * is no member. The app is not installed.
 */
export function bareWorld(
  basePermission: Organisation['basePermission'] = 'none',
  events: readonly string[] = ALL_EVENTS,
): World {
  return createWorld({
    organisation: { login: 'harbour', name: 'Harbour', basePermission },
    users: [
      { login: 'siri', name: 'Siri Moe', role: 'admin' },
      { login: 'adaeze', name: 'Adaeze Obi', role: 'member' },
      { login: 'tomas', name: 'Tomas Reyes', role: 'member' },
      { login: 'priya', name: 'Priya Nair', role: 'member' },
      { login: 'noor', name: 'Noor Haddad', role: 'member' },
      { login: 'jonas', name: 'Jonas Vik', role: 'outside' },
      { login: 'dependabot[bot]', name: null, type: 'Bot', role: 'outside' },
    ],
    teams: [
      {
        slug: 'payments',
        name: 'Payments',
        members: ['tomas'],
        maintainers: ['adaeze'],
        repositories: { 'payments-service': 'write' },
      },
      { slug: 'on-call', name: 'On-call', parent: 'payments', members: ['priya'], repositories: {} },
    ],
    repositories: [
      { name: 'payments-service', visibility: 'private', files: { 'README.md': 'Payments\n' } },
      { name: 'ledger-events', visibility: 'private' },
      { name: 'handbook', visibility: 'internal' },
      { name: 'sdk-node', visibility: 'public' },
      { name: 'reviews-adaeze', visibility: 'private', collaborators: { adaeze: 'read' } },
    ],
    app: {
      id: 4711,
      slug: 'groundwork',
      name: 'Groundwork',
      publicKey: 'none',
      permissions: { issues: 'write', pull_requests: 'write', contents: 'read', members: 'read' },
      events,
      webhookUrl: 'http://127.0.0.1:1/api/github/webhooks',
      webhookSecret: 'a secret of this test',
    },
    now: '2026-02-03T09:00:00Z',
  });
}

export function installedWorld(events: readonly string[] = ALL_EVENTS): World {
  const world = bareWorld('none', events);
  installApp(world, 'siri', { account: 'harbour' });
  return world;
}

export const PAYMENTS = 'harbour/payments-service';

/** A file as a pull request changes it. */
export function changed(path: string, additions = 4, deletions = 1) {
  return { path, previousPath: null, status: 'modified', additions, deletions } as const;
}

export const aPull = {
  repository: PAYMENTS,
  title: 'Retry settlement calls with a deadline',
  body: 'A slow bank held the worker for minutes.',
  head: 'settlement-deadline',
  files: [changed('src/settlement.ts'), changed('src/bank.ts')],
};

export const anIssue = {
  repository: PAYMENTS,
  title: 'Payouts stuck since 04:10',
  body: 'The queue grows, nothing leaves it.',
};

/** What the app is told while `act` runs: the deliveries, oldest first. */
export function told(world: World, act: () => void): readonly Delivery[] {
  const before = world.state.deliveries.length;
  act();
  return world.state.deliveries.slice(before);
}

/** `pull_request.opened` and so on. */
export function kindsOf(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.map(({ event, action }) => `${event}.${action}`);
}

/** A value inside a payload: `at(delivery, 'review', 'state')`. */
export function at(delivery: Delivery | undefined, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined,
    delivery?.payload,
  );
}
