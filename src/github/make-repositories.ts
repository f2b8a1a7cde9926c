import type { Octokit } from '@octokit/rest';
import { GiveUp } from '../errors.ts';
import type { RepositoriesPlan, Step } from '../ports/reports-repositories.ts';
import { asAdmin, isPrivate, permission, repositoryAnswer } from './reports-repositories.ts';
import { askOf, readOf } from './writing/ask.ts';

/**
 * Takes the steps in order and tells of each after it is done. Whoever has access already is not asked again, so a plan
 * that broke off can be made and applied anew.
 * @throws RetryLater, GiveUp
 */
export async function applyPlan(
  octokit: Octokit,
  { owner, ownerType, steps }: RepositoriesPlan,
  onStep: (step: Step) => void,
): Promise<void> {
  for (const step of steps) {
    await asAdmin(() =>
      step.kind === 'create' ? create(octokit, owner, ownerType, step) : invite(octokit, owner, step),
    );
    onStep(step);
  }
}

async function create(
  octokit: Octokit,
  owner: string,
  ownerType: RepositoriesPlan['ownerType'],
  { name, description }: Extract<Step, { kind: 'create' }>,
): Promise<void> {
  // With a first commit, so that a report can be proposed as a pull request.
  const settings = {
    name,
    description,
    private: true,
    has_wiki: false,
    has_projects: false,
    auto_init: true,
  };
  const { repos } = octokit.rest;
  const made = await readOf(`making ${owner}/${name}`, repositoryAnswer, () =>
    ownerType === 'user'
      ? repos.createForAuthenticatedUser(settings)
      : repos.createInOrg({ ...settings, org: owner }),
  );
  if (!isPrivate(made))
    throw new GiveUp(
      `GitHub made ${owner}/${name}, but not as a private repository: delete it, and ask an owner why.`,
    );
}

async function invite(
  octokit: Octokit,
  owner: string,
  { name, login }: Extract<Step, { kind: 'invite' }>,
): Promise<void> {
  await askOf(`inviting ${login} to ${owner}/${name}`, () =>
    octokit.rest.repos.addCollaborator({ owner, repo: name, username: login, permission }),
  );
}
