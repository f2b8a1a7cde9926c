import { Octokit } from '@octokit/rest';
import { applyPlan } from './make-repositories.ts';
import { planRepositories } from './reports-repositories.ts';
import type { RepositoriesPlan, Step, WantedRepositories } from './reports-repositories.ts';

/** What an admin's own token can do for the reports' repositories. */
export type Admin = {
  plan(wanted: WantedRepositories): Promise<RepositoriesPlan>;
  apply(plan: RepositoriesPlan, onStep: (step: Step) => void): Promise<void>;
};

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** The token lives in this object and nowhere else. */
export function openAdmin(apiUrl: string, token: string): Admin {
  const octokit = new Octokit({ auth: token, baseUrl: apiUrl, userAgent: 'groundwork', log: silent });
  return {
    plan: (wanted) => planRepositories(octokit, wanted),
    apply: (plan, onStep) => applyPlan(octokit, plan, onStep),
  };
}

function ignore(): void {}
