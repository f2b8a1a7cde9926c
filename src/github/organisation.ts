import { z } from 'zod';
import { GiveUp } from '../errors.ts';
import type { Member, Organisation, RepositoryFacts, Team } from '../people/organisation.ts';
import type { Client, Clients } from './client.ts';
import { completing } from './completion.ts';
import type { Complete } from './completion.ts';
import { orNull } from './locate.ts';
import { ownersOf } from './members.ts';
import { allOf } from './pages.ts';
import {
  organisationQuery,
  personQuery,
  restOfMembers,
  restOfTeam,
  restOfTeams,
} from './queries-of-organisation.ts';
import type { PersonPart, TeamPart } from './queries-of-organisation.ts';
import { query } from './query.ts';
import { repositorySchema } from './repositories.ts';

/** The account as it is now. A personal account has no teams and one owner: its person. */
export async function readOrganisation(
  clients: Clients,
  installation: number,
  login: string,
): Promise<Organisation> {
  const client = clients.installation(installation);
  const what = `reading who belongs to ${login}`;
  const repositories = await installedRepositories(client, what);
  const people = (await readMembers(client, what, login)) ?? (await readPersonalAccount(client, what, login));
  return { repositories, ...people };
}

type People = Omit<Organisation, 'repositories'>;

const repositoriesSchema = z
  .object({ repositories: z.array(repositorySchema) })
  .transform(({ repositories }): readonly RepositoryFacts[] => repositories);

async function installedRepositories(client: Client, what: string): Promise<readonly RepositoryFacts[]> {
  const route = 'GET /installation/repositories';
  return allOf(client, what, { route, parameters: {}, schema: repositoriesSchema });
}

/** Null where the account is no organisation. */
async function readMembers(client: Client, what: string, login: string): Promise<People | null> {
  const answer = await orNull(() => query(client, what, organisationQuery, { login }));
  const found = answer?.organization ?? null;
  if (found === null) return null;
  const complete = completing(client, what);
  const teams = await complete(restOfTeams, found.id, found.teams);
  const members = await complete(restOfMembers, found.id, found.membersWithRole);
  return {
    teams: await wholeTeams(complete, teams),
    owners: await ownersOf(client, login, what),
    members: membersOf(members),
  };
}

async function wholeTeams(complete: Complete, parts: readonly TeamPart[]): Promise<readonly Team[]> {
  const teams: Team[] = [];
  for (const { id, slug, name, members } of parts)
    teams.push({ slug, name, members: membersOf(await complete(restOfTeam, id, members)) });
  return teams;
}

async function readPersonalAccount(client: Client, what: string, login: string): Promise<People> {
  const answer = await orNull(() => query(client, what, personQuery, { login }));
  const people = membersOf(answer?.user ? [answer.user] : []);
  if (people.length > 0) return { teams: [], owners: people, members: people };
  throw new GiveUp(
    `GitHub knows no organisation and no person with the name ${login}. Was the account renamed or deleted?`,
  );
}

function membersOf(people: readonly PersonPart[]): readonly Member[] {
  return people.flatMap(({ databaseId, login }) => (databaseId === null ? [] : [{ id: databaseId, login }]));
}
