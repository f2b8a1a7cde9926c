import { nameOf } from '../permissions.ts';
import type { AppInstallation, Branch, Issue, Organisation, Pull, Repository, State } from '../state.ts';
import { invalid, notFound, Refusal } from './refusal.ts';

/** An issue or pull request: `owner/name` and number. */
export type Place = { readonly repository: string; readonly number: number };

export function fullName(repository: Repository): string {
  return `${repository.owner}/${repository.name}`;
}

/** By its name of today or an earlier one. */
export function findRepository(state: State, name: string): Repository | null {
  const found = state.repositories.get(name);
  if (found !== undefined) return found;
  const current = state.formerNames.get(name);
  return current === undefined ? null : findRepository(state, current);
}

export function repositoryAt(state: State, name: string): Repository {
  const repository = findRepository(state, name);
  if (repository === null) throw notFound();
  return repository;
}

/** Refuses archived repositories: nothing in them changes. */
export function openRepository(state: State, name: string): Repository {
  const repository = repositoryAt(state, name);
  if (repository.archived) throw new Refusal(403, 'Repository was archived so is read-only.');
  return repository;
}

export function threadAt(state: State, place: Place): Issue | Pull {
  const thread = repositoryAt(state, place.repository).threads.get(place.number);
  if (thread === undefined) throw notFound();
  return thread;
}

export function pullAt(state: State, place: Place): Pull {
  const thread = threadAt(state, place);
  if (thread.kind !== 'pull') throw notFound();
  return thread;
}

export function issueAt(state: State, place: Place): Issue {
  const thread = threadAt(state, place);
  if (thread.kind !== 'issue') throw notFound();
  return thread;
}

export function branchAt(repository: Repository, name: string): Branch {
  const branch = repository.branches.get(name);
  if (branch === undefined) throw new Refusal(404, `Branch ${name} not found`);
  return branch;
}

/** The name in the state of the person with this login. */
export function personAt(state: State, login: string): string {
  const name = nameOf(state, login);
  if (name === null) throw notFound();
  return name;
}

export function organisationAt(state: State, login: string): Organisation {
  const organisation = state.organisations.get(login);
  if (organisation === undefined) throw notFound();
  return organisation;
}

/** The installation that hears what happens in this account; null while there is none or it is suspended. */
export function listenerOf(state: State, account: string): AppInstallation | null {
  for (const installation of state.app.installations.values())
    if (installation.account === account && !installation.suspended) return installation;
  return null;
}

/** GitHub's limit for everything that people write, in characters. */
const LONGEST_BODY = 65_536;

export function requireBody(resource: string, body: string): void {
  if (body.length > LONGEST_BODY)
    throw invalid(resource, 'body', `body is too long (maximum is ${LONGEST_BODY} characters)`);
}
