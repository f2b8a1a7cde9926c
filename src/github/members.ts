import { z } from 'zod';
import type { Member } from '../people/organisation.ts';
import type { Client } from './client.ts';
import { allOf } from './pages.ts';

/** An account as REST gives it. */
export const memberSchema = z.object({ id: z.int().positive(), login: z.string() });

const membersSchema: z.ZodType<readonly Member[]> = z.array(memberSchema);

/** GitHub never shuts them out of a repository of their organisation. */
export async function ownersOf(
  client: Client,
  organisation: string,
  what: string,
): Promise<readonly Member[]> {
  const parameters = { org: organisation, role: 'admin' };
  return allOf(client, what, { route: 'GET /orgs/{org}/members', parameters, schema: membersSchema });
}

/** Everyone with access to a repository, in whatever way they have it. */
export async function collaboratorsOf(
  client: Client,
  owner: string,
  repo: string,
  what: string,
): Promise<readonly Member[]> {
  const parameters = { owner, repo, affiliation: 'all' };
  const route = 'GET /repos/{owner}/{repo}/collaborators';
  return allOf(client, what, { route, parameters, schema: membersSchema });
}

/** Each member once. */
export function distinctMembers(members: readonly Member[]): readonly Member[] {
  const seen = new Set<number>();
  return members.filter(({ id }) => !seen.has(id) && seen.add(id));
}
