import type { State } from '../github/state.ts';
import type { Story } from '../story/story.ts';
import type { Knows } from './references.ts';

/** What the viewer shows. */
export type Shelf = {
  readonly state: State;
  readonly story: Story;
  /** The address of the local GitHub: what links in the texts begin with. */
  readonly base: string;
};

/** The login of today of somebody whom the state knows by their first; `ghost` for a deleted account. */
export function shownAt(state: State, name: string): string {
  return state.users.get(name)?.login ?? 'ghost';
}

export function knownIn({ repositories, formerNames }: State): Knows {
  return (name, number) => {
    const current = formerNames.get(name) ?? name;
    const thread = repositories.get(current)?.threads.get(number);
    return thread === undefined ? null : addressOf(current, thread);
  };
}

/** The page of an issue or pull request, as GitHub would have it. */
export function addressOf(
  repository: string,
  { kind, number }: { readonly kind: 'issue' | 'pull'; readonly number: number },
): string {
  return `/${repository}/${kind === 'pull' ? 'pull' : 'issues'}/${number}`;
}
