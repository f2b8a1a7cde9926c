import { restInstallation } from '../shapes/app.ts';
import { nodeId } from '../shapes/node-id.ts';
import { restTeam } from '../shapes/team.ts';
import { restUser } from '../shapes/user.ts';
import type { AppInstallation, Organisation, Repository, Team } from '../state.ts';
import type { Payload, World } from '../world.ts';
import { inOrganisation, inRepository, senderOf } from './envelope.ts';
import type { Happening } from './thread.ts';

/** Event `repository`. */
export function repositoryPayload(
  world: World,
  actor: string,
  repository: Repository,
  { action, more }: Happening,
): Payload {
  return { action, ...more, ...inRepository(world, actor, repository) };
}

/** Event `member`: somebody became, or is no longer, a collaborator of a repository. */
export function collaboratorPayload(
  world: World,
  actor: string,
  repository: Repository,
  happening: { readonly action: string; readonly person: string; readonly changes: Payload },
): Payload {
  const { action, person, changes } = happening;
  const member = restUser(world.state, world.url, person);
  return { action, member, ...changes, ...inRepository(world, actor, repository) };
}

/** Event `organization`: who belongs to it. */
export function memberPayload(
  world: World,
  actor: string,
  organisation: Organisation,
  happening: { readonly action: string; readonly person: string; readonly role: string },
): Payload {
  const user = restUser(world.state, world.url, happening.person);
  const organization_url = `${world.url}/orgs/${organisation.login}`;
  const membership = {
    url: `${organization_url}/memberships/${user.login}`,
    state: 'active',
    role: happening.role,
    organization_url,
    user,
  };
  return { action: happening.action, membership, ...inOrganisation(world, actor, organisation) };
}

/** Event `membership`: who belongs to a team. */
export function teamMemberPayload(
  world: World,
  actor: string,
  at: { readonly organisation: Organisation; readonly team: Team; readonly person: string },
  action: string,
): Payload {
  return {
    action,
    scope: 'team',
    member: restUser(world.state, world.url, at.person),
    team: restTeam(world.url, at.organisation, at.team),
    ...inOrganisation(world, actor, at.organisation),
  };
}

/** Event `installation`. */
export function installationPayload(
  world: World,
  actor: string,
  installation: AppInstallation,
  action: string,
): Payload {
  return {
    action,
    installation: restInstallation(world.state, world.url, installation),
    repositories: repositoriesOf(world, installation).map(briefly),
    requester: null,
    sender: senderOf(world, actor),
  };
}

/** Event `installation_repositories`: the app sees a repository more. */
export function repositoryAddedPayload(
  world: World,
  actor: string,
  installation: AppInstallation,
  repository: Repository,
): Payload {
  return {
    action: 'added',
    installation: restInstallation(world.state, world.url, installation),
    repository_selection: 'all',
    repositories_added: [briefly(repository)],
    repositories_removed: [],
    requester: null,
    sender: senderOf(world, actor),
  };
}

function repositoriesOf(world: World, installation: AppInstallation): readonly Repository[] {
  return [...world.state.repositories.values()].filter(({ owner }) => owner === installation.account);
}

function briefly(repository: Repository) {
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: `${repository.owner}/${repository.name}`,
    private: repository.visibility !== 'public',
  };
}
