import { describe, expect, test } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { GiveUp } from '../../src/errors.ts';
import { applyPlan } from '../../src/github/make-repositories.ts';
import { planRepositories } from '../../src/github/reports-repositories.ts';
import type { Step } from '../../src/ports/reports-repositories.ts';

type Repository = {
  visibility: 'private' | 'internal' | 'public';
  archived: boolean;
  /** Login → whether they may write. */
  readonly collaborators: Map<string, boolean>;
  readonly invited: Set<string>;
};

type Harbour = {
  type: 'Organization' | 'User';
  basePermission: string;
  makes: Repository['visibility'];
  /** Whose token it is. */
  holder: string;
  readonly repositories: Map<string, Repository>;
  readonly asked: string[];
};

function harbour(change: Partial<Harbour> = {}): Harbour {
  return {
    type: 'Organization',
    basePermission: 'none',
    makes: 'private',
    holder: 'Olga',
    repositories: new Map(),
    asked: [],
    ...change,
  };
}

function repository(change: Partial<Repository> = {}): Repository {
  return { visibility: 'private', archived: false, collaborators: new Map(), invited: new Set(), ...change };
}

/** GitHub, as far as this is about it. `olga` owns the organisation. */
function octokitOf(world: Harbour): Octokit {
  return new Octokit({ auth: 'of-the-admin', log, request: { fetch: answering(world) } });
}

function ignore(): void {}

const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function answering(world: Harbour): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    const { method } = request;
    const body = await request.text();
    if (method !== 'GET') world.asked.push(`${method} ${pathname} ${body}`);
    const data = answerTo(world, method, pathname.split('/').slice(1), body);
    const status = data === undefined ? 404 : 200;
    return Response.json(data ?? { message: 'Not Found' }, {
      status,
      headers: { 'x-github-media-type': 'github.v3' },
    });
  };
}

function answerTo(world: Harbour, method: string, path: readonly string[], body: string): unknown {
  const [top, owner = '', third, list, login = ''] = path;
  if (top === 'user' && method === 'GET') return { login: world.holder };
  if (top === 'users') return owner === 'nobody' ? undefined : { login: owner, type: world.type };
  if (top === 'orgs' && third === 'members') return [{ login: 'olga' }];
  if (method === 'POST') return made(world, body);
  if (top === 'orgs') return { login: owner, default_repository_permission: world.basePermission };
  const found = world.repositories.get(third ?? '');
  if (found === undefined || list === undefined)
    return found && { ...found, private: found.visibility !== 'public' };
  if (method === 'PUT') return found.invited.add(login) && { id: 1 };
  if (list === 'invitations') return [...found.invited].map((invitee) => ({ invitee: { login: invitee } }));
  const everybody = [['olga', true] as const, ...found.collaborators];
  return everybody.map(([one, push]) => ({ login: one, permissions: { pull: true, push } }));
}

function made(world: Harbour, body: string): unknown {
  const { name } = JSON.parse(body) as { name: string };
  const fresh = repository({ visibility: world.makes });
  world.repositories.set(name, fresh);
  return { ...fresh, private: fresh.visibility !== 'public' };
}

const ada = {
  name: 'reviews-ada',
  description: 'Evidence reports of ada',
  collaborators: ['ada', 'Mira', 'olga'],
};

const plan = (world: Harbour, wanted = [ada]) =>
  planRepositories(octokitOf(world), { owner: 'harbour', wanted });

describe('the plan', () => {
  test('makes what is missing and invites whoever is no owner', async () => {
    const world = harbour();
    expect(await plan(world)).toEqual({
      owner: 'harbour',
      ownerType: 'organization',
      steps: [
        { kind: 'create', name: 'reviews-ada', description: 'Evidence reports of ada' },
        { kind: 'invite', name: 'reviews-ada', login: 'ada' },
        { kind: 'invite', name: 'reviews-ada', login: 'Mira' },
      ],
      waiting: [],
      problems: [],
    });
    expect(world.asked).toEqual([]);
  });

  test('asks nobody twice, lifts whoever may only read, and names who is one too many', async () => {
    const collaborators = new Map([
      ['ADA', true],
      ['mira', false],
      ['tomas', false],
    ]);
    const world = harbour({
      repositories: new Map([['reviews-ada', repository({ collaborators, invited: new Set(['jun']) })]]),
    });
    const found = await plan(world, [{ ...ada, collaborators: ['ada', 'mira', 'Jun'] }]);
    expect(found.steps).toEqual([{ kind: 'invite', name: 'reviews-ada', login: 'mira' }]);
    expect(found.waiting).toEqual([{ name: 'reviews-ada', login: 'Jun' }]);
    expect(found.problems).toEqual([
      'tomas can read harbour/reviews-ada, although the rules do not name them for it.',
    ]);
  });

  test.each([
    [
      'public',
      { visibility: 'public' },
      'harbour/reviews-ada is not private, so no report is written there: make it private, or rename it.',
    ],
    [
      'internal',
      { visibility: 'internal' },
      'harbour/reviews-ada is not private, so no report is written there: make it private, or rename it.',
    ],
    ['archived', { archived: true }, 'harbour/reviews-ada is archived: unarchive it, or rename it.'],
  ] as const)('touches nothing that is %s', async (_, change, problem) => {
    const world = harbour({ repositories: new Map([['reviews-ada', repository(change)]]) });
    expect(await plan(world)).toMatchObject({ steps: [], problems: [problem] });
  });

  test('tells that every member could read it', async () => {
    const { problems } = await plan(harbour({ basePermission: 'read' }));
    expect(problems).toEqual([
      'The base permission of harbour is “Read”: every member can read every private repository there. Set it to “No permission” (Settings → Member privileges → Base permissions), or keep the reports in another organisation.',
    ]);
  });

  test.each([
    ['../secrets', ['ada'], '“../secrets” cannot be the name of a repository.'],
    [
      'reviews-ada',
      ['ada/../mira'],
      '“ada/../mira” cannot be a login on GitHub; reviews-ada is left out of the plan until it is right.',
    ],
  ])('asks nothing about names that cannot be: %s %j', async (name, collaborators, problem) => {
    expect(await plan(harbour(), [{ ...ada, name, collaborators }])).toMatchObject({
      steps: [],
      problems: [problem],
    });
  });

  test('a token of somebody who is no owner is refused, whatever it can see', async () => {
    await expect(plan(harbour({ holder: 'mira' }))).rejects.toThrow(
      'This token is of mira, who is no owner of harbour.',
    );
  });

  test('an owner that is not there is said', async () => {
    const nobody = planRepositories(octokitOf(harbour()), { owner: 'nobody', wanted: [] });
    await expect(nobody).rejects.toThrow(GiveUp);
  });
});

describe('doing it', () => {
  test.each([
    ['Organization', 'POST /orgs/harbour/repos'],
    ['User', 'POST /user/repos'],
  ] as const)(
    'for an owner of type %s: private, without a wiki, one step after another; then nothing is left to do',
    async (type, post) => {
      const world = harbour({ type, holder: type === 'User' ? 'harbour' : 'olga' });
      const steps: Step[] = [];
      const planned = await plan(world);
      await applyPlan(octokitOf(world), planned, (step) => steps.push(step));
      expect(steps).toEqual(planned.steps);
      const settings = {
        name: 'reviews-ada',
        description: 'Evidence reports of ada',
        private: true,
        has_wiki: false,
        has_projects: false,
        auto_init: true,
      };
      expect(world.asked[0]).toBe(`${post} ${JSON.stringify(settings)}`);
      expect(world.asked.slice(1)).toContain(
        'PUT /repos/harbour/reviews-ada/collaborators/ada {"permission":"push"}',
      );
      expect((await plan(world)).steps).toEqual([]);
    },
  );

  test('stops where GitHub makes it readable for others', async () => {
    const world = harbour({ makes: 'internal' });
    const steps: Step[] = [];
    await expect(applyPlan(octokitOf(world), await plan(world), (step) => steps.push(step))).rejects.toThrow(
      /not as a private repository/,
    );
    expect(steps).toEqual([]);
    expect(world.asked).toHaveLength(1);
  });

  test.each([401, 403])(
    'a token that may not (%i) is told what it lacks, and stands in no reason',
    async (status) => {
      const answer = { message: 'Bad credentials of-the-admin' };
      const refusing = new Octokit({
        auth: 'of-the-admin',
        log,
        request: { fetch: async () => Response.json(answer, { status }) },
      });
      const failure: unknown = await planRepositories(refusing, { owner: 'harbour', wanted: [] }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(GiveUp);
      expect((failure as GiveUp).reason).toMatch(/scopes `repo` and `read:org`/);
      expect((failure as GiveUp).reason).not.toContain('of-the-admin');
    },
  );
});
