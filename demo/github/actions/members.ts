import { memberPayload, teamMemberPayload } from '../payloads/account.ts';
import type { Organisation, Permission, Team } from '../state.ts';
import type { Payload, World } from '../world.ts';
import { fullName, listenerOf, organisationAt, personAt, repositoryAt } from './find.ts';
import { notFound } from './refusal.ts';

type InOrganisation = { readonly organisation: string; readonly login: string };
type InTeam = InOrganisation & { readonly team: string };

/** Whoever joins a team joins the organisation first. */
export function addTeamMember(
  world: World,
  actor: string,
  wish: InTeam & { readonly role?: 'member' | 'maintainer' },
): void {
  const organisation = organisationAt(world.state, wish.organisation);
  const team = teamAt(organisation, wish.team);
  const person = personAt(world.state, wish.login);
  if (!organisation.members.has(person)) addMember(world, actor, wish);
  const isNew = !team.members.has(person);
  team.members.set(person, wish.role ?? 'member');
  if (isNew) tellTeam(world, actor, { organisation, team, person }, 'added');
}

export function removeTeamMember(world: World, actor: string, wish: InTeam): void {
  const organisation = organisationAt(world.state, wish.organisation);
  const team = teamAt(organisation, wish.team);
  const person = personAt(world.state, wish.login);
  if (team.members.delete(person)) tellTeam(world, actor, { organisation, team, person }, 'removed');
}

/** Also changes the role of a member, which tells nobody anything. */
export function addMember(
  world: World,
  actor: string,
  wish: InOrganisation & { readonly role?: 'admin' | 'member' | 'maintainer' },
): void {
  const organisation = organisationAt(world.state, wish.organisation);
  const person = personAt(world.state, wish.login);
  const isNew = !organisation.members.has(person);
  const role = wish.role === 'admin' ? 'admin' : 'member';
  organisation.members.set(person, role);
  if (!isNew) return;
  tellOrganisation(world, organisation, 'organization', () =>
    memberPayload(world, actor, organisation, { action: 'member_added', person, role }),
  );
}

/** Who leaves the organisation leaves its teams and repositories too. */
export function removeMember(world: World, actor: string, wish: InOrganisation): void {
  const { state } = world;
  const organisation = organisationAt(state, wish.organisation);
  const person = personAt(state, wish.login);
  const role = organisation.members.get(person);
  if (role === undefined) return;
  organisation.members.delete(person);
  for (const team of organisation.teams.values()) team.members.delete(person);
  for (const repository of state.repositories.values())
    if (repository.owner === organisation.login) repository.collaborators.delete(person);
  tellOrganisation(world, organisation, 'organization', () =>
    memberPayload(world, actor, organisation, { action: 'member_removed', person, role }),
  );
}

/** What a team may do in a repository. */
export function allowTeam(
  world: World,
  wish: {
    readonly organisation: string;
    readonly team: string;
    readonly repository: string;
    readonly permission: Permission;
  },
): void {
  const team = teamAt(organisationAt(world.state, wish.organisation), wish.team);
  team.repositories.set(fullName(repositoryAt(world.state, wish.repository)), wish.permission);
}

function teamAt(organisation: Organisation, slug: string): Team {
  const team = organisation.teams.get(slug);
  if (team === undefined) throw notFound();
  return team;
}

function tellTeam(
  world: World,
  actor: string,
  at: { readonly organisation: Organisation; readonly team: Team; readonly person: string },
  action: 'added' | 'removed',
): void {
  tellOrganisation(world, at.organisation, 'membership', () => teamMemberPayload(world, actor, at, action));
}

function tellOrganisation(
  world: World,
  organisation: Organisation,
  event: string,
  payload: () => Payload,
): void {
  const installation = listenerOf(world.state, organisation.login);
  if (installation !== null) world.emit(event, payload(), { installation, repository: null });
}
