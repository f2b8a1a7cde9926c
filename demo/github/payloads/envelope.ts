import { personAt } from '../actions/find.ts';
import { restOrganisation } from '../shapes/organisation.ts';
import { restRepository } from '../shapes/repository.ts';
import { restUser } from '../shapes/user.ts';
import type { Organisation, Repository } from '../state.ts';
import type { Payload, World } from '../world.ts';

/** What every webhook about a repository ends with: where it was and who did it. */
export function inRepository(world: World, actor: string, repository: Repository): Payload {
  const organisation = world.state.organisations.get(repository.owner);
  return {
    repository: restRepository(world.state, world.url, repository),
    ...(organisation === undefined ? {} : { organization: restOrganisation(world.url, organisation) }),
    sender: senderOf(world, actor),
  };
}

export function inOrganisation(world: World, actor: string, organisation: Organisation): Payload {
  return { organization: restOrganisation(world.url, organisation), sender: senderOf(world, actor) };
}

export function senderOf(world: World, actor: string) {
  return restUser(world.state, world.url, personAt(world.state, actor));
}
