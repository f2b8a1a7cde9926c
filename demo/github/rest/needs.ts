import { findRepository } from '../actions/find.ts';
import { numberParameter, parameter } from '../router-answers.ts';
import { notFound, Problem } from '../router-problem.ts';
import type { Call } from '../router.ts';
import type { Issue, Organisation, Pull, Repository } from '../state.ts';
import { demand } from '../tokens-access.ts';
import type { Need } from '../tokens-access.ts';
import { actorOf } from '../tokens.ts';

export const METADATA: Need = { app: ['metadata=read'], user: 'read' };
export const ADMINISTRATION: Need = { app: ['administration=write'], user: 'admin' };
export const READ_CONTENTS: Need = { app: ['contents=read'], user: 'read' };
export const WRITE_CONTENTS: Need = { app: ['contents=write'], user: 'write' };
export const READ_ISSUES: Need = { app: ['issues=read'], user: 'read' };
/** Anybody who can read may open issues, comment and propose changes. */
export const OPEN_ISSUES: Need = { app: ['issues=write'], user: 'read' };
export const READ_PULLS: Need = { app: ['pull_requests=read'], user: 'read' };
export const OPEN_PULLS: Need = { app: ['pull_requests=write'], user: 'read' };

/** Reading an issue or pull request as an issue. */
export function reading(thread: Issue | Pull): Need {
  return thread.kind === 'pull' ? { app: ['issues=read', 'pull_requests=read'], user: 'read' } : READ_ISSUES;
}

/** Writing to it: a person needs `user`, an app the permission for its kind. */
export function writing(thread: Issue | Pull, user: Need['user']): Need {
  const app =
    thread.kind === 'pull' ? (['issues=write', 'pull_requests=write'] as const) : (['issues=write'] as const);
  return { app, user };
}

/** The repository in the path. Throws where the caller may not see it (404) or may not do this (401, 403). */
export function repositoryOf(call: Call, need: Need): Repository {
  const name = `${parameter(call, 'owner')}/${parameter(call, 'repo')}`;
  const repository = findRepository(call.world.state, name);
  if (repository === null) throw notFound();
  demand(call.world.state, call.caller, repository, need);
  return repository;
}

/** The issue or pull request in the path, where the caller may see its repository. */
export function threadOf(call: Call): { readonly repository: Repository; readonly thread: Issue | Pull } {
  const repository = repositoryOf(call, METADATA);
  const thread = repository.threads.get(numberParameter(call, 'number'));
  if (thread === undefined) throw notFound();
  return { repository, thread };
}

/** The pull request in the path. */
export function pullOf(call: Call, need: Need): { readonly repository: Repository; readonly pull: Pull } {
  const repository = repositoryOf(call, need);
  const pull = repository.threads.get(numberParameter(call, 'number'));
  if (pull?.kind !== 'pull') throw notFound();
  return { repository, pull };
}

export function demandFor(call: Call, repository: Repository, need: Need): void {
  demand(call.world.state, call.caller, repository, need);
}

/** As whom the caller acts, by name in the state. */
export function actor(call: Call): string {
  return actorOf(call.world.state, call.caller);
}

/** Whether the caller is the person, or the app, who wrote this. */
export function isOwn(call: Call, thing: { readonly author: string }): boolean {
  return call.caller.kind !== 'nobody' && call.caller.kind !== 'app' && actor(call) === thing.author;
}

export function organisationOf(call: Call): Organisation {
  const organisation = call.world.state.organisations.get(parameter(call, 'org'));
  if (organisation === undefined) throw notFound();
  return organisation;
}

/** Only the app as itself, by its key, may go on. */
export function demandApp({ caller }: Call): void {
  if (caller.kind !== 'app') throw new Problem(401, 'A JSON web token could not be decoded');
}
