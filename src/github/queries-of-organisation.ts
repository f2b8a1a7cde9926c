import { z } from 'zod';
import { pageInfo, pageOf } from './parts.ts';
import type { Page, Part } from './parts.ts';
import { rest } from './queries.ts';
import type { Query } from './query.ts';

export type PersonPart = z.infer<typeof personSchema>;
export type TeamPart = z.infer<typeof teamSchema>;

const personSchema = z.object({ databaseId: z.int().positive().nullable(), login: z.string() });
const person: Part<PersonPart> = { selection: 'databaseId login', schema: personSchema };

const teamSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  members: pageOf(personSchema),
});

/** A team with the members of the teams within it. */
const team: Part<TeamPart> = {
  selection: `id slug name
    members(first: 100, membership: ALL) { nodes { ${person.selection} } ${pageInfo} }`,
  schema: teamSchema,
};

/** Teams and members of an organisation. */
export const organisationQuery: Query<{
  readonly organization: {
    readonly id: string;
    readonly teams: Page<TeamPart>;
    readonly membersWithRole: Page<PersonPart>;
  } | null;
}> = {
  text: `query Organisation($login: String!) {
    organization(login: $login) {
      id
      teams(first: 50) { nodes { ${team.selection} } ${pageInfo} }
      membersWithRole(first: 100) { nodes { ${person.selection} } ${pageInfo} }
    }
  }`,
  schema: z.object({
    organization: z
      .object({ id: z.string(), teams: pageOf(teamSchema), membersWithRole: pageOf(personSchema) })
      .nullable(),
  }),
};

export const restOfTeams = rest('Teams', {
  type: 'Organization',
  list: 'teams(first: 50, after: $after)',
  part: team,
});
export const restOfTeam = rest('Team', {
  type: 'Team',
  list: 'members(first: 100, after: $after, membership: ALL)',
  part: person,
});
export const restOfMembers = rest('Members', {
  type: 'Organization',
  list: 'membersWithRole(first: 100, after: $after)',
  part: person,
});

/** A personal account. */
export const personQuery: Query<{ readonly user: PersonPart | null }> = {
  text: `query Person($login: String!) { user(login: $login) { ${person.selection} } }`,
  schema: z.object({ user: personSchema.nullable() }),
};
