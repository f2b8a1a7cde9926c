import type { Repository, State } from '../state.ts';

/** What somebody is to a repository, in GitHub's words. */
export function associationOf(state: State, repository: Repository, name: string) {
  if (repository.owner === name) return 'OWNER';
  if (state.organisations.get(repository.owner)?.members.has(name) === true) return 'MEMBER';
  return repository.collaborators.has(name) ? 'COLLABORATOR' : 'NONE';
}

/** Nobody reacts to anything here. */
export function noReactions(url: string) {
  return {
    url: `${url}/reactions`,
    total_count: 0,
    '+1': 0,
    '-1': 0,
    laugh: 0,
    hooray: 0,
    confused: 0,
    heart: 0,
    rocket: 0,
    eyes: 0,
  };
}
