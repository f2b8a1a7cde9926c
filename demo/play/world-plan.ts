import type { App } from '../github/state.ts';
import type { RepositoryPlan, TeamPlan, UserPlan, WorldPlan } from '../github/world.ts';
import type { Story, StoryPerson, StoryTeam } from '../story/story.ts';
import { joinsLater } from './office.ts';

/** The organisation as it is before the first act: its people, teams and repositories. */
export function worldPlanOf(story: Story, app: Omit<App, 'installations'>, now: string): WorldPlan {
  const { organisation } = story;
  const name = organisation.charAt(0).toUpperCase() + organisation.slice(1);
  return {
    // Nobody sees a repository because they are members: only so can a report be for few.
    organisation: { login: organisation, name, basePermission: 'none' },
    users: story.people.map((person) => userOf(story, person)),
    teams: story.teams.map((team) => teamOf(story, team)),
    repositories: story.repositories.map((repository): RepositoryPlan => ({
      name: repository.name,
      visibility: repository.visibility,
      description: repository.description,
    })),
    app,
    now,
  };
}

function userOf(story: Story, person: StoryPerson): UserPlan {
  const { login, name } = person;
  if (person.role === 'bot') return { login, name, type: 'Bot', role: 'outside' };
  if (person.role === 'outside' || joinsLater(story, person)) return { login, name, role: 'outside' };
  return { login, name, role: person.owner === true ? 'admin' : 'member' };
}

function teamOf({ repositories }: Story, { slug, name, members }: StoryTeam): TeamPlan {
  const written = repositories.filter(({ teams }) => teams.includes(slug));
  return {
    slug,
    name,
    members,
    repositories: Object.fromEntries(written.map((repository) => [repository.name, 'write' as const])),
  };
}
