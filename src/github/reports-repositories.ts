import type { Octokit } from '@octokit/rest';
import { z } from 'zod';
import { GiveUp } from '../errors.ts';
import type {
  RepositoriesPlan,
  Step,
  WantedRepositories,
  WantedRepository,
} from '../ports/reports-repositories.ts';
import { allOf } from './pages.ts';
import type { Listing } from './pages.ts';
import { statusOf } from './trouble.ts';
import { askOf, readFor, readOf } from './writing/ask.ts';

const ownerAnswer = z.object({ login: z.string(), type: z.string() });
const organisationAnswer = z.object({ default_repository_permission: z.string().nullish() });
export const repositoryAnswer = z.object({
  private: z.boolean(),
  visibility: z.string().optional(),
  archived: z.boolean(),
});
const loginAnswer = z.object({ login: z.string() });
const collaboratorAnswer = loginAnswer.extend({ permissions: z.record(z.string(), z.boolean()).optional() });
const invitationAnswer = z.object({ invitee: loginAnswer.nullable() });

/** Ticking a box edits the issue, and for that GitHub asks for the permission to write. */
export const permission = 'push';

/** Looks, and changes nothing. @throws RetryLater, GiveUp */
export async function planRepositories(
  octokit: Octokit,
  wanted: WantedRepositories,
): Promise<RepositoriesPlan> {
  return asAdmin(() => plan(octokit, wanted));
}

/** Says what the token lacks; nothing of the token itself stands in it. */
export async function asAdmin<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refused = error instanceof GiveUp && [401, 403].includes(statusOf(error) ?? 0);
    if (!refused) throw error;
    throw new GiveUp(
      'GitHub does not let this token do that. It must be a valid token of an owner, with the scopes `repo` and `read:org`, and authorised for single sign-on where the organisation uses it.',
      { cause: error },
    );
  }
}

async function plan(octokit: Octokit, { owner, wanted }: WantedRepositories): Promise<RepositoriesPlan> {
  const { type } = await readOf(`reading ${owner}`, ownerAnswer, () =>
    octokit.rest.users.getByUsername({ username: owner }),
  );
  const ownerType = type === 'Organization' ? 'organization' : 'user';
  const owners = ownerType === 'user' ? [owner] : await ownersOf(octokit, owner);
  await refuseOthers(octokit, owner, owners);
  const plans: PlanOfOne[] = [];
  for (const one of wanted) plans.push(await planOne(octokit, { owner, owners, one }));
  const base = ownerType === 'user' ? [] : await basePermission(octokit, owner);
  return {
    owner,
    ownerType,
    steps: plans.flatMap(({ steps }) => steps),
    waiting: plans.flatMap(({ waiting }) => waiting),
    problems: [...base, ...plans.flatMap(({ problems }) => problems)],
  };
}

/** What somebody else's token does not see would look as if it were missing. */
async function refuseOthers(octokit: Octokit, owner: string, owners: readonly string[]): Promise<void> {
  const { login } = await readOf('reading whose token this is', loginAnswer, () =>
    octokit.rest.users.getAuthenticated(),
  );
  if (isIn(owners, login)) return;
  throw new GiveUp(
    `This token is of ${login}, who is no owner of ${owner}. Use a token of an owner: with another one, what is there already may not show.`,
  );
}

/** What is internal to an enterprise calls itself private, too. */
export function isPrivate(repository: z.infer<typeof repositoryAnswer>): boolean {
  return repository.private && (repository.visibility ?? 'private') === 'private';
}

type PlanOfOne = Pick<RepositoriesPlan, 'steps' | 'waiting' | 'problems'>;
type About = { readonly owner: string; readonly owners: readonly string[]; readonly one: WantedRepository };

async function planOne(octokit: Octokit, about: About): Promise<PlanOfOne> {
  const { owner, owners, one } = about;
  const wrong = wrongNames(one);
  if (wrong.length > 0) return { steps: [], waiting: [], problems: wrong };
  const full = `${owner}/${one.name}`;
  const place = { owner, repo: one.name };
  const there = await readFor(`reading ${full}`, repositoryAnswer, () => octokit.rest.repos.get(place));
  if (there === null) {
    const { name, description } = one;
    const invitations = one.collaborators.filter((login) => !isIn(owners, login));
    return {
      steps: [{ kind: 'create', name, description }, ...invites(name, invitations)],
      waiting: [],
      problems: [],
    };
  }
  if (!isPrivate(there))
    return problem(`${full} is not private, so no report is written there: make it private, or rename it.`);
  if (there.archived) return problem(`${full} is archived: unarchive it, or rename it.`);
  return planAccess(octokit, about);
}

async function planAccess(octokit: Octokit, { owner, owners, one }: About): Promise<PlanOfOne> {
  const parameters = { owner, repo: one.name };
  const full = `${owner}/${one.name}`;
  const readers = await listOf(octokit, `reading who can read ${full}`, {
    route: 'GET /repos/{owner}/{repo}/collaborators',
    parameters,
    schema: z.array(collaboratorAnswer),
  });
  const pending = await listOf(octokit, `reading who is invited to ${full}`, {
    route: 'GET /repos/{owner}/{repo}/invitations',
    parameters,
    schema: z.array(invitationAnswer),
  });
  const writers = readers
    .filter(({ permissions }) => permissions?.[permission] === true)
    .map(({ login }) => login);
  const invited = pending.map(({ invitee }) => invitee?.login ?? '');
  const absent = one.collaborators.filter((login) => !isIn([...owners, ...writers], login));
  const strangers = readers
    .map(({ login }) => login)
    .filter((login) => !isIn([...owners, ...one.collaborators], login));
  return {
    steps: invites(
      one.name,
      absent.filter((login) => !isIn(invited, login)),
    ),
    waiting: absent.filter((login) => isIn(invited, login)).map((login) => ({ name: one.name, login })),
    problems: strangers.map(
      (login) => `${login} can read ${full}, although the rules do not name them for it.`,
    ),
  };
}

function invites(name: string, logins: readonly string[]): readonly Step[] {
  return logins.map((login) => ({ kind: 'invite', name, login }));
}

function problem(sentence: string): PlanOfOne {
  return { steps: [], waiting: [], problems: [sentence] };
}

function wrongNames({ name, collaborators }: WantedRepository): readonly string[] {
  const wrong = collaborators.filter((login) => !/^[a-z\d][a-z\d_-]{0,79}$/iu.test(login));
  return [
    ...(/^[\w.-]{1,100}$/u.test(name) ? [] : [`“${name}” cannot be the name of a repository.`]),
    ...wrong.map(
      (login) => `“${login}” cannot be a login on GitHub; ${name} is left out of the plan until it is right.`,
    ),
  ];
}

function isIn(logins: readonly string[], login: string): boolean {
  return logins.some((one) => one.toLowerCase() === login.toLowerCase());
}

/** They can read every repository: GitHub never shuts them out. */
async function ownersOf(octokit: Octokit, org: string): Promise<readonly string[]> {
  const admins = await listOf(octokit, `reading the owners of ${org}`, {
    route: 'GET /orgs/{org}/members',
    parameters: { org, role: 'admin' },
    schema: z.array(loginAnswer),
  });
  return admins.map(({ login }) => login);
}

/** A list that must be there. */
function listOf<T>(octokit: Octokit, what: string, listing: Listing<T>): Promise<readonly T[]> {
  return askOf(what, () => allOf(octokit, what, listing));
}

async function basePermission(octokit: Octokit, org: string): Promise<readonly string[]> {
  const organisation = await readOf(`reading ${org}`, organisationAnswer, () =>
    octokit.rest.orgs.get({ org }),
  );
  const base = organisation.default_repository_permission ?? 'none';
  if (base === 'none') return [];
  return [
    `The base permission of ${org} is “${named(base)}”: every member can read every private repository there. Set it to “No permission” (Settings → Member privileges → Base permissions), or keep the reports in another organisation.`,
  ];
}

/** As GitHub's page calls it. */
function named(base: string): string {
  return `${base.slice(0, 1).toUpperCase()}${base.slice(1)}`;
}
