import { nodeId } from '../shapes/node-id.ts';
import { membersOf, nameOf } from '../permissions.ts';
import type { Organisation, State, Team, User } from '../state.ts';
import { demandMembers } from '../tokens-access.ts';
import { connection, pageArguments } from './connection.ts';
import type { Asked, Fields } from './field.ts';
import { byName, text } from './given.ts';
import { repositoriesSeenBy, repositoryThing } from './seen.ts';
import { actorThing } from './thing.ts';
import type { ThingOf } from './thing.ts';
import { couldNotResolve } from './trouble.ts';

export const userFields: Fields<'User'> = {
  id: ({ user }) => nodeId('User', user.id),
  databaseId: ({ user }) => user.id,
  login: ({ user }) => user.login,
  name: ({ user }) => user.name,
  // Nobody here shows an address.
  email: () => '',
  url: ({ user }, { base }) => `${base}/${user.login}`,
  avatarUrl: { takes: ['size'], answer: ({ user }, { base }) => `${base}/avatars/u/${user.id}?v=4` },
  isViewer: ({ user }, { caller, state }) => caller.kind === 'user' && state.users.get(caller.name) === user,
};

export const botFields: Fields<'Bot'> = {
  id: ({ user }) => nodeId('Bot', user.id),
  databaseId: ({ user }) => user.id,
  // REST says `groundwork[bot]`, GraphQL says `groundwork`.
  login: ({ user }) => user.login.replace(/\[bot\]$/, ''),
  url: ({ user }, { base }) => `${base}/apps/${user.login.replace(/\[bot\]$/, '')}`,
  avatarUrl: { takes: ['size'], answer: ({ user }, { base }) => `${base}/avatars/u/${user.id}?v=4` },
};

export const organizationFields: Fields<'Organization'> = {
  id: ({ organisation }) => nodeId('Organization', organisation.id),
  databaseId: ({ organisation }) => organisation.id,
  login: ({ organisation }) => organisation.login,
  name: ({ organisation }) => organisation.name,
  url: ({ organisation }, { base }) => `${base}/${organisation.login}`,
  avatarUrl: {
    takes: ['size'],
    answer: ({ organisation }, { base }) => `${base}/avatars/u/${organisation.id}?v=4`,
  },
  membersWithRole: { takes: pageArguments, answer: membersWithRole },
  teams: { takes: [...pageArguments, 'orderBy'], answer: teams },
  team: { takes: ['slug'], answer: teamBySlug },
  repositories: { takes: [...pageArguments, 'orderBy'], answer: repositories },
};

export const teamFields: Fields<'Team'> = {
  id: ({ team }) => nodeId('Team', team.id),
  databaseId: ({ team }) => team.id,
  slug: ({ team }) => team.slug,
  name: ({ team }) => team.name,
  combinedSlug: ({ organisation, team }) => `${organisation.login}/${team.slug}`,
  url: ({ organisation, team }, { base }) => `${base}/orgs/${organisation.login}/teams/${team.slug}`,
  organization: ({ organisation }) => ({ is: 'Organization', organisation }),
  parentTeam: ({ organisation, team }) => parentOf(organisation, team),
  childTeams: { takes: pageArguments, answer: childTeams },
  members: { takes: [...pageArguments, 'membership', 'orderBy'], answer: members },
};

/** The account with this login; throws where there is none. */
export function userByLogin(asked: Asked): ThingOf<'User' | 'Bot'> {
  const login = text(asked, 'login');
  const found = actorThing(asked.state, nameOf(asked.state, login));
  if (found === null || found.is === 'Bot') throw couldNotResolve(`a User with the login of '${login}'`);
  return found;
}

/** The organisation with this login; throws where there is none. */
export function organizationByLogin(asked: Asked): ThingOf<'Organization'> {
  const login = text(asked, 'login');
  const organisation = asked.state.organisations.get(login);
  if (organisation === undefined) throw couldNotResolve(`an Organization with the login of '${login}'`);
  return { is: 'Organization', organisation };
}

function membersWithRole({ organisation }: ThingOf<'Organization'>, asked: Asked): unknown {
  demandMembers(asked.caller, organisation);
  const all = [...organisation.members].filter(([name]) => asked.state.users.has(name));
  return connection(
    asked,
    all,
    ([name]) => actorThing(asked.state, name),
    ([, role]) => ({ role: role.toUpperCase() }),
  );
}

function teams({ organisation }: ThingOf<'Organization'>, asked: Asked): unknown {
  demandMembers(asked.caller, organisation);
  const all = byName(asked, [...organisation.teams.values()]);
  return connection(asked, all, (team) => ({ is: 'Team', organisation, team }));
}

function teamBySlug({ organisation }: ThingOf<'Organization'>, asked: Asked): unknown {
  demandMembers(asked.caller, organisation);
  const team = organisation.teams.get(text(asked, 'slug'));
  return team === undefined ? null : { is: 'Team', organisation, team };
}

function repositories({ organisation }: ThingOf<'Organization'>, asked: Asked): unknown {
  const all = repositoriesSeenBy(asked).filter(({ owner }) => owner === organisation.login);
  return connection(asked, byName(asked, all), repositoryThing);
}

function parentOf(organisation: Organisation, { parent }: Team): unknown {
  const team = parent === null ? undefined : organisation.teams.get(parent);
  return team === undefined ? null : { is: 'Team', organisation, team };
}

function childTeams({ organisation, team }: ThingOf<'Team'>, asked: Asked): unknown {
  const all = [...organisation.teams.values()].filter(({ parent }) => parent === team.slug);
  return connection(asked, all, (child) => ({ is: 'Team', organisation, team: child }));
}

function members({ organisation, team }: ThingOf<'Team'>, asked: Asked): unknown {
  demandMembers(asked.caller, organisation);
  const names = membersAs(asked.given['membership'], organisation, team);
  const all = usersNamed(asked.state, names).toSorted((one, other) => one.login.localeCompare(other.login));
  return connection(asked, all, (user) => ({ is: 'User', user }));
}

function membersAs(membership: unknown, organisation: Organisation, team: Team): readonly string[] {
  if (membership === 'IMMEDIATE') return [...team.members.keys()];
  const all = [...membersOf(organisation, team)];
  return membership === 'CHILD_TEAM' ? all.filter((name) => !team.members.has(name)) : all;
}

function usersNamed(state: State, names: readonly string[]): readonly User[] {
  return names.flatMap((name) => state.users.get(name) ?? []);
}
