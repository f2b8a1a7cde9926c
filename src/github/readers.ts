import { z } from 'zod';
import type { Member, RepositoryFacts } from '../people/organisation.ts';
import type { RepositoryAddress, RepositoryReaders } from '../ports/github.ts';
import type { Client, Clients } from './client.ts';
import { orNull, splitName } from './locate.ts';
import { collaboratorsOf, distinctMembers, memberSchema, ownersOf } from './members.ts';
import { repositorySchema } from './repositories.ts';
import { asking, expected } from './trouble.ts';

/** Who can read a repository now, asked by its id, so that a rename or a namesake cannot mislead. */
export async function readReaders(
  clients: Clients,
  address: RepositoryAddress,
): Promise<RepositoryReaders | null> {
  const client = clients.installation(address.installation);
  const what = `reading who can read ${address.name}`;
  return orNull(async () => {
    const { repository, owner } = await repositoryWithOwner(client, address.id, what);
    const { name } = splitName(repository.name);
    const collaborators = await collaboratorsOf(client, owner.login, name, what);
    const owners = await ownersBehind(client, owner, what);
    return { repository, readers: distinctMembers([...collaborators, ...owners]) };
  });
}

/** A repository by its full name. Null where it is gone or hidden from the app. */
export async function readRepository(
  clients: Clients,
  installation: number,
  fullName: string,
): Promise<RepositoryFacts | null> {
  const client = clients.installation(installation);
  const { owner, name: repo } = splitName(fullName);
  const what = `looking for the repository ${fullName}`;
  return orNull(async () => {
    const { data } = await asking(what, () => client.request('GET /repos/{owner}/{repo}', { owner, repo }));
    return expected<RepositoryFacts>(what, repositorySchema, data);
  });
}

type Owner = Member & { readonly type: string };

const ownedSchema: z.ZodType<{ readonly owner: Owner }> = z.object({
  owner: memberSchema.extend({ type: z.string() }),
});

async function repositoryWithOwner(client: Client, id: number, what: string) {
  const { data } = await asking(what, () => client.request('GET /repositories/{id}', { id }));
  const repository = expected<RepositoryFacts>(what, repositorySchema, data);
  return { repository, owner: expected(what, ownedSchema, data).owner };
}

/** They are asked for apart: a list of collaborators may leave them out. */
async function ownersBehind(client: Client, owner: Owner, what: string): Promise<readonly Member[]> {
  if (owner.type !== 'Organization') return [{ id: owner.id, login: owner.login }];
  return ownersOf(client, owner.login, what);
}
