import { createWorld } from '../../demo/github/world.ts';
import type { Issue, Pull } from '../../demo/github/state.ts';
import { actsOf } from '../../demo/play/acts.ts';
import type { Act } from '../../demo/play/acts.ts';
import { createCast } from '../../demo/play/cast.ts';
import type { Cast } from '../../demo/play/cast.ts';
import { perform } from '../../demo/play/perform.ts';
import { worldPlanOf } from '../../demo/play/world-plan.ts';
import type { Story } from '../../demo/story/story.ts';

/** Three weeks of a tiny organisation: everything that a story can hold, once. */
export const tiny: Story = {
  organisation: 'pier',
  from: '2026-01-01',
  to: '2026-07-01',
  people: [
    { login: 'ana', role: 'engineer', name: 'Ana Sousa', about: 'Writes.' },
    { login: 'ben-o', role: 'engineer', name: 'Ben Olsen', about: 'Reviews. Called ben later.' },
    { login: 'cleo', role: 'engineer', name: 'Cleo Marsh', about: 'Joins in January.' },
    { login: 'dina', role: 'manager', name: 'Dina Roth', about: 'Manages the crew.' },
    { login: 'egon', role: 'owner', owner: true, name: 'Egon Falk', about: 'Owns.' },
    { login: 'dependabot[bot]', role: 'bot', name: 'dependabot', about: 'Bumps.' },
    { login: 'farid', role: 'outside', name: 'Farid Aziz', about: 'Uses the public client.' },
  ],
  teams: [{ slug: 'crew', name: 'Crew', members: ['ana', 'ben-o', 'dina'] }],
  repositories: [
    { name: 'boats', visibility: 'private', teams: ['crew'], description: 'Boats.' },
    { name: 'client', visibility: 'public', teams: ['crew'], description: 'For everybody.' },
  ],
  pulls: [
    {
      handle: 'faster-boats',
      repository: 'boats',
      number: 12,
      by: 'ana',
      at: '2026-01-12T09:00:00Z',
      title: 'Make boats faster',
      body: 'Fixes {#boats-sink}, see {#client-docs}.',
      files: [
        { path: 'hull.ts', additions: 5, deletions: 2 },
        { path: 'sail.ts', from: 'mast.ts', additions: 1, deletions: 1 },
      ],
      commits: ['Sand the hull', 'Name the sail'],
      with: ['ben-o'],
      pushes: [
        {
          at: '2026-01-13T11:00:00Z',
          message: 'Sand it again',
          files: [{ path: 'hull.ts', additions: 7, deletions: 2 }],
        },
      ],
      reviews: [
        {
          by: 'ben-o',
          at: '2026-01-13T10:00:00Z',
          state: 'changes_requested',
          body: 'See {#faster-boats} itself.',
          threads: [
            {
              path: 'hull.ts',
              line: 3,
              body: 'This leaks.',
              outdated: true,
              replies: [{ by: 'ana', at: '2026-01-13T11:05:00Z', body: 'Mended.' }],
              resolved: { at: '2026-01-13T12:00:00Z', by: 'ben-o' },
            },
            { path: 'hull.ts', line: 9, body: 'Nice.' },
          ],
        },
        { by: 'ben-o', at: '2026-01-13T12:01:00Z', state: 'approved' },
      ],
      comments: [{ by: 'dina', at: '2026-01-14T08:00:00Z', body: 'Thanks.' }],
      edited: { at: '2026-01-14T09:00:00Z', body: 'Fixes {#boats-sink}. Twice as fast.' },
      merged: { at: '2026-01-14T10:00:00Z', by: 'ben-o' },
    },
    {
      handle: 'on-top',
      repository: 'boats',
      by: 'ben-o',
      at: '2026-01-13T14:00:00Z',
      title: 'Paint on top',
      body: '',
      files: [{ path: 'paint.ts', status: 'added', additions: 3, deletions: 0 }],
      base: '{head:faster-boats}',
      closed: { at: '2026-01-15T10:00:00Z', by: 'ben-o' },
    },
    {
      handle: 'backport',
      repository: 'boats',
      by: 'dependabot[bot]',
      at: '2026-01-20T14:00:00Z',
      title: 'Bump rope',
      body: 'As {#faster-boats}.',
      files: [{ path: 'rope.lock', additions: 1, deletions: 1 }],
      base: 'release/1.0',
      labels: ['dependencies'],
      assignees: ['ana'],
    },
    {
      handle: 'client-docs',
      repository: 'client',
      number: 3,
      by: 'farid',
      at: '2026-01-05T09:00:00Z',
      title: 'Say how to start',
      body: 'For {#faster-boats}.',
      files: [{ path: 'README.md', additions: 9, deletions: 0 }],
    },
  ],
  issues: [
    {
      handle: 'boats-sink',
      repository: 'boats',
      by: 'dina',
      at: '2026-01-11T22:00:00Z',
      title: 'Boats sink',
      body: 'All of them.',
      labelled: [{ at: '2026-01-11T22:05:00Z', by: 'ana', label: 'incident' }],
      assignees: ['ana'],
      comments: [{ by: 'ana', at: '2026-01-11T22:10:00Z', body: 'Looking.' }],
      reopened: { at: '2026-01-16T08:00:00Z', by: 'dina' },
    },
  ],
  happenings: [
    { kind: 'joins', at: '2026-01-19T08:00:00Z', login: 'cleo', team: 'crew' },
    { kind: 'renamed', at: '2026-01-18T08:00:00Z', login: 'ben-o', to: 'ben' },
  ],
};

/** The stage before the first act: the app is not installed, and nothing is sent. */
export function castOf(story: Story): Cast {
  const world = createWorld(
    worldPlanOf(
      story,
      {
        id: 7,
        slug: 'groundwork',
        name: 'Groundwork',
        publicKey: 'none',
        permissions: { issues: 'write' },
        events: ['issues', 'pull_request', 'membership', 'repository'],
        webhookUrl: 'http://127.0.0.1:1/',
        webhookSecret: 'a secret of this test',
      },
      '2025-12-31T00:00:00Z',
    ),
  );
  return createCast(world, story);
}

/** All acts done, up to and with that time. */
export function playedUntil(story: Story, until = '9999'): Cast {
  const cast = castOf(story);
  for (const act of actsOf(story).filter(({ at }) => at <= until)) perform(cast, act);
  return cast;
}

export function pullAt(cast: Cast, repository: string, number: number): Pull {
  const thread = cast.world.state.repositories.get(repository)?.threads.get(number);
  if (thread?.kind !== 'pull') throw new Error(`${repository}#${number} is no pull request.`);
  return thread;
}

export function issueAt(cast: Cast, repository: string, number: number): Issue {
  const thread = cast.world.state.repositories.get(repository)?.threads.get(number);
  if (thread?.kind !== 'issue') throw new Error(`${repository}#${number} is no issue.`);
  return thread;
}

export function kindsOf(acts: readonly Act[]): readonly string[] {
  return acts.map(({ deed }) => deed.kind);
}
