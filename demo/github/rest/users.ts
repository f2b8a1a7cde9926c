import { membersOf, nameOf } from '../permissions.ts';
import { noContent, ok, paged, parameter } from '../router-answers.ts';
import { notFound } from '../router-problem.ts';
import type { Answer, Call, Route } from '../router.ts';
import { restOrganisation } from '../shapes/organisation.ts';
import { restTeam } from '../shapes/team.ts';
import { restProfile, restUser } from '../shapes/user.ts';
import type { Organisation } from '../state.ts';
import { demandMembers, notAccessible } from '../tokens-access.ts';
import { holderOf } from '../tokens.ts';
import { budgetBody } from '../tokens-budget.ts';
import { actor, organisationOf } from './needs.ts';

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/user', answer: self },
  { method: 'GET', path: '/users/:login', answer: user },
  { method: 'GET', path: '/orgs/:org', answer: organisation },
  { method: 'GET', path: '/orgs/:org/members', answer: members },
  { method: 'GET', path: '/orgs/:org/members/:login', answer: member },
  { method: 'GET', path: '/orgs/:org/teams', answer: teams },
  { method: 'GET', path: '/orgs/:org/teams/:slug/members', answer: teamMembers },
  { method: 'GET', path: '/zen', answer: () => ok('Keep it logically awesome.') },
  { method: 'GET', path: '/meta', answer: () => ok({ verifiable_password_authentication: false }) },
];

/** Costs nothing. */
export const rateLimitRoute: Route = { method: 'GET', path: '/rate_limit', answer: rateLimit };

function self(call: Call): Answer {
  if (call.caller.kind === 'installation') throw notAccessible([]);
  return ok(restProfile(call.world.state, call.base, actor(call)));
}

function user(call: Call): Answer {
  const { state } = call.world;
  const login = parameter(call, 'login');
  const account = state.organisations.get(login);
  if (account !== undefined) return ok({ ...restProfile(state, call.base, login), name: account.name });
  return ok(restProfile(state, call.base, named(call, login)));
}

function organisation(call: Call): Answer {
  const found = organisationOf(call);
  const { state } = call.world;
  const repositories = [...state.repositories.values()].filter(({ owner }) => owner === found.login);
  return ok({
    ...restOrganisation(call.base, found),
    name: found.name,
    html_url: `${call.base}/${found.login}`,
    type: 'Organization',
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: repositories.filter(({ visibility }) => visibility === 'public').length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
    archived_at: null,
    ...(isOwner(call, found) ? { default_repository_permission: found.basePermission } : {}),
  });
}

function isOwner({ caller }: Call, { members: roles }: Organisation): boolean {
  return caller.kind === 'user' && roles.get(caller.name) === 'admin';
}

function members(call: Call): Answer {
  const found = organisationOf(call);
  demandMembers(call.caller, found);
  const { state } = call.world;
  const role = call.url.searchParams.get('role') ?? 'all';
  const names = [...found.members].filter(
    ([name, has]) => state.users.has(name) && (role === 'all' || has === role),
  );
  return paged(call, names, ([name]) => restUser(state, call.base, name));
}

function member(call: Call): Answer {
  const found = organisationOf(call);
  demandMembers(call.caller, found);
  if (!found.members.has(named(call, parameter(call, 'login')))) throw notFound();
  return noContent();
}

function teams(call: Call): Answer {
  const found = organisationOf(call);
  demandMembers(call.caller, found);
  return paged(call, [...found.teams.values()], (team) => restTeam(call.base, found, team));
}

/** Members of the teams below are members too. */
function teamMembers(call: Call): Answer {
  const found = organisationOf(call);
  demandMembers(call.caller, found);
  const team = found.teams.get(parameter(call, 'slug'));
  if (team === undefined) throw notFound();
  const { state } = call.world;
  const names = [...membersOf(found, team)].filter((name) => state.users.has(name));
  return paged(call, names, (name) => restUser(state, call.base, name));
}

function rateLimit(call: Call): Answer {
  const holder = holderOf(call.caller);
  const core = budgetBody(call.house.budgets.budget(holder, 'core'));
  const graphql = budgetBody(call.house.budgets.budget(holder, 'graphql'));
  return ok({
    resources: { core, graphql, search: { limit: 30, remaining: 30, reset: core.reset, used: 0 } },
    rate: core,
  });
}

function named(call: Call, login: string): string {
  const name = nameOf(call.world.state, login);
  if (name === null) throw notFound();
  return name;
}
