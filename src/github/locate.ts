import { GiveUp } from '../errors.ts';
import type { RepositoryFacts } from '../people/organisation.ts';
import type { RepositoryAddress } from '../ports/github.ts';
import type { Client } from './client.ts';
import { repositorySchema } from './repositories.ts';
import { asking, expected, isMissing } from './trouble.ts';

export type FullName = { readonly owner: string; readonly name: string };

/** What was found under a name, with the id of the repository that has this name now. */
export type Found<T> = { readonly id: number; readonly read: () => Promise<T> };

/**
 * Asks by the name last known. Where nothing is there, or another repository took the name, GitHub is asked for the
 * present name of the id, and that one is tried.
 */
export async function byPresentName<T>(
  client: Client,
  address: RepositoryAddress,
  what: string,
  ask: (name: FullName) => Promise<Found<T> | null>,
): Promise<T | null> {
  const first = await orNull(() => ask(splitName(address.name)));
  if (first?.id === address.id) return first.read();
  const present = await repositoryById(client, address.id, what);
  if (present === null || present.name === address.name) return null;
  const second = await orNull(() => ask(splitName(present.name)));
  return second?.id === address.id ? second.read() : null;
}

/** The repository as it is now. Null where it is gone or hidden from the app. */
export async function repositoryById(
  client: Client,
  id: number,
  what: string,
): Promise<RepositoryFacts | null> {
  return orNull(async () => {
    const { data } = await asking(what, () => client.request('GET /repositories/{id}', { id }));
    return expected<RepositoryFacts>(what, repositorySchema, data);
  });
}

export function splitName(fullName: string): FullName {
  const [owner = '', name = '', ...rest] = fullName.split('/');
  if (owner !== '' && name !== '' && rest.length === 0) return { owner, name };
  throw new GiveUp(
    `“${fullName}” is not the full name of a repository. Write its owner and its name: owner/name.`,
  );
}

/** Null where GitHub does not have it. */
export async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
