import { Octokit } from '@octokit/rest';
import type { Admin } from '../ports/reports-repositories.ts';
import { applyPlan } from './make-repositories.ts';
import { planRepositories } from './reports-repositories.ts';

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
