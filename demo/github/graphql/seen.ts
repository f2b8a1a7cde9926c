import { findRepository } from '../actions/find.ts';
import type { Repository } from '../state.ts';
import { demand, mayRead } from '../tokens-access.ts';
import type { Need } from '../tokens-access.ts';
import type { Asking } from './field.ts';
import { subjectThing } from './thing.ts';
import type { Subject, ThingOf } from './thing.ts';

const NEED: Readonly<Record<Subject['kind'], Need>> = {
  issue: { app: ['issues=read'], user: 'read' },
  pull: { app: ['pull_requests=read'], user: 'read' },
};

export function repositoryThing(repository: Repository): ThingOf<'Repository'> {
  return { is: 'Repository', repository };
}

/** The repositories that the caller may know of. */
export function repositoriesSeenBy({ state, caller }: Asking): readonly Repository[] {
  return [...state.repositories.values()].filter((repository) => mayRead(state, caller, repository));
}

/** The repository of this name, today's or an earlier one; null where the caller may not know of it. */
export function repositorySeen({ state, caller }: Asking, name: string): Repository | null {
  const repository = findRepository(state, name);
  return repository !== null && mayRead(state, caller, repository) ? repository : null;
}

/** Throws where the caller may not read subjects of this kind in a repository that they can see. */
export function demandSubjects(
  { state, caller }: Asking,
  repository: Repository,
  kind: Subject['kind'],
): void {
  demand(state, caller, repository, NEED[kind]);
}

/** What `owner/name#12` stands for; null where there is nothing, or nothing that the caller may see. */
export function subjectSeen(asking: Asking, reference: string): ThingOf<'Issue' | 'PullRequest'> | null {
  const [name = '', number = ''] = reference.split('#');
  const repository = repositorySeen(asking, name);
  const subject = repository?.threads.get(Number(number));
  return repository === null || subject === undefined ? null : subjectThing(repository, subject);
}
